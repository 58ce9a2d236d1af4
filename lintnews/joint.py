"""What many rules look for in, one index out: by it a text is read once for all of them, and each is told where its patterns may match.

Asked one by one, the rules that a story might concern cost more than the look-ups that decide it. The index takes as long to make as
some stories take to read, so it is made when there are many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lintnews import lazily
from lintnews.needs import Need
from lintnews.scanner import Scanner, Text

#: Texts that are read before what many look for is looked up together.
_MANY = 40


class Sought(NamedTuple):
    """What one rule looks for: `owner` is what asks a text for its places, by the numbers of the needs; `name` tells them from others."""

    owner: object
    name: str
    needs: Callable[[], Iterable[tuple[int, Need]]]


class Joint:
    """The needs of many owners, looked up together."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._owners = [each.owner for each in sought]
        self._joined = frozenset(map(id, self._owners))
        self._index, self._slots, self._always = lazily.recall_apart(_name(sought), lambda: _made(sought))
        self._words = frozenset(key for key in self._index if key[:1] != "~")
        self._scraps = frozenset(key[1:] for key in self._index if key[:1] == "~")

    def read(self, text: Text) -> set[int]:
        """Which owners, by their place in the list, may find something in a text; the text then knows where."""
        hits: dict[int, set[int]] = {}
        words, scraps = text.words, text.scraps
        for key in (*(self._words & words), *("~" + scrap for scrap in self._scraps & scraps)):
            for slot, head, texts, shaped, whole, scrap, folded in self._index[key]:
                if (scrap and scrap not in scraps) or (whole and whole not in words):
                    continue
                if places := text.followed(head, texts, folded, shaped):
                    if slot in hits:
                        hits[slot].update(places)
                    else:
                        hits[slot] = {*places}
        told: dict[int, dict[int, set[int] | None]] = {}
        owners = set()
        for slot in sorted({*hits, *self._always}):
            at, number = self._slots[slot]
            owners.add(at)
            told.setdefault(id(self._owners[at]), {})[number] = hits.get(slot)
        text.tell(told, self._joined)
        return owners


class Filter:
    """Which of many checks may find something in a text: by their keys, and from some texts on by all that they look for, together."""

    def __init__(self, keys: Callable[[], Iterable[Collection[str]]], sought: Callable[[], Iterable[Sought | None]]) -> None:
        self._keys, self._wanted = keys, sought
        self._asked = 0

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner.by_keys(self._keys())

    @cached_property
    def _joint(self) -> tuple[Joint, Sequence[int], Scanner, Sequence[int]]:
        """The index of what is looked for that can be told, and the places of those checks; the filter for the others, and theirs."""
        wanted = list(self._wanted())
        known = {at: each for at, each in enumerate(wanted) if each}
        others = [at for at, each in enumerate(wanted) if not each]
        keys = list(self._keys())
        return Joint([*known.values()]), [*known], Scanner.by_keys(keys[at] for at in others), others

    def candidates(self, text: Text, *, together: bool = True) -> Sequence[int]:
        """The places of the checks in the list, in order; with `together` the text may be told where what they look for stands."""
        self._asked += together
        if not together or self._asked <= _MANY:
            return self._scanner.candidates(text)
        joint, places, scanner, others = self._joint
        return sorted([*map(places.__getitem__, joint.read(text)), *map(others.__getitem__, scanner.candidates(text))])


def _name(sought: Sequence[Sought]) -> str:
    from hashlib import blake2b

    return f"joint {blake2b(chr(1).join(each.name for each in sought).encode('utf-8', 'surrogatepass')).hexdigest()}"


def _made(sought: Sequence[Sought]) -> tuple[Any, ...]:
    """The index from keys to what stands where a text with that key may meet a need; the owner and number of each; those without keys."""
    index: dict[str, list[tuple[object, ...]]] = {}
    slots: list[tuple[int, int]] = []
    always: list[int] = []
    for at, each in enumerate(sought):
        for number, need in each.needs():
            slot = len(slots)
            slots.append((at, number))
            if not need.texts or "" in need.by_key:
                always.append(slot)
                continue
            for key, ways in need.by_key.items():
                index.setdefault(key, []).extend((slot, *way[:3], *_sorted(way[3]), need.folded) for way in ways)
    return index, slots, always


def _sorted(key: str) -> tuple[str, str]:
    """A key as one of whole words, or one of a scrap."""
    return ("", key[1:]) if key[:1] == "~" else (key, "")
