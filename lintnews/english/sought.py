"""Many frames and a sentence in, the places that each frame fits out: all are sought in one pass, each from the words of its anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lintnews.english import frames
from lintnews.english.frames import Frame, Sentence

#: Words that one side of a word remembers, beyond those that its frames name.
_KEPT = 200
#: Places of a word where its frames are tried one by one; after them, what may stand beside it is worth reading.
_FEW = 6


class Fit(NamedTuple):
    """Where a frame fits in a sentence: the place of its anchor, the first and the last word that are meant."""

    at: int
    first: int
    last: int


def by_word(texts: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Frames by each word from which they are sought, in order."""
    out: dict[str, list[str]] = {}
    for text in texts:
        frame = frames.parse(text)
        for word in frame.slots[frame.anchor].words:
            out.setdefault(word, []).append(text)
    return {word: tuple(each) for word, each in out.items()}


class Sought:
    """Frames, by each word from which they are sought."""

    def __init__(self, by_word: Mapping[str, Sequence[str]]) -> None:
        self.by_word = by_word
        self._groups: dict[str, _Group] = {}

    def found(self, sentence: Sentence) -> Iterator[tuple[str, Fit]]:
        """Every place that a frame fits, with the frame as it is written."""
        words, by_word, last = sentence.words, self.by_word, len(sentence.words) - 1
        for at in [at for at, word in enumerate(words) if word in by_word]:
            group = self._groups.get(words[at]) or self._group(words[at])
            if group.asked < _FEW:
                group.asked += 1
                bits = group.every
            elif bits := group.after[words[at + 1] if at < last else ""]:
                bits &= group.before[words[at - 1] if at else ""]
            for text, frame in group.chosen(bits) if bits else ():
                if place := frame.find(sentence, at):
                    yield text, Fit(at, *place)

    def _group(self, word: str) -> _Group:
        made = self._groups[word] = _Group(self.by_word[word])
        return made


class _Group:
    """The frames that are sought from one word, each a bit; `before` and `after` tell which of them a word beside it allows.

    Most places fail there, which costs less than trying the ways in which the slots can stand.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._frames = [(text, frames.parse(text)) for text in texts]
        self.every, self.asked = (1 << len(texts)) - 1, 0

    @cached_property
    def before(self) -> _Beside:
        return _Beside([frame for _, frame in self._frames], -1)

    @cached_property
    def after(self) -> _Beside:
        return _Beside([frame for _, frame in self._frames], 1)

    def chosen(self, bits: int) -> Iterator[tuple[str, Frame]]:
        """The frames of some bits, in order."""
        while bits:
            lowest = bits & -bits
            yield self._frames[lowest.bit_length() - 1]
            bits ^= lowest


class _Beside(dict[str, int]):
    """The bits of the frames that a word allows in a place: by the word where they name it, else by what it may be."""

    def __init__(self, of: Sequence[Frame], far: int) -> None:
        self._ways = [frame.beside(far) for frame in of]
        self._named = frozenset[str]().union(*(test.words for ways in self._ways for tests in ways for test in tests))
        self._by_kinds: dict[frozenset[str], int] = {}
        self[""] = sum(1 << i for i, ways in enumerate(self._ways) if () in ways)

    def __missing__(self, word: str) -> int:
        if word in self._named:
            bits = self[word] = self._bits(word)
            return bits
        kinds = frames.kinds(word)
        if (known := self._by_kinds.get(kinds)) is None:
            known = self._by_kinds[kinds] = self._bits(word)
        if len(self) < _KEPT:
            self[word] = known
        return known

    def _bits(self, word: str) -> int:
        return sum(1 << i for i, ways in enumerate(self._ways) if frames.allowed(ways, word))
