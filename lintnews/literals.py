"""A pattern in, the texts of which any match of it holds one out: by them a story is told that the pattern cannot match.

Wherever a pattern cannot be told the answer is “anything”: a text more is a search more, a text less a finding lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, product
from operator import add
from typing import NamedTuple

import regex

from lintnews import lazily

#: Texts that a need may hold, characters of a class that is followed, and letters of a text.
_MOST, _RUN, _LONGEST = 200, 60, 40
_ANY: frozenset[str] = frozenset()
_NOTHING = frozenset({""})


#: How many letters of two words that meet make a scrap.
_MEETING = ((2, 2), (2, 1), (1, 2))


@dataclass(frozen=True, eq=False)
class Need:
    """Texts of which a match holds one, white space as single blanks; none where that cannot be told. `folded`: without case."""

    texts: tuple[str, ...]
    folded: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """The scraps of which a text must hold one; `""` stands for those of the texts that have none."""
        return frozenset(self._texts_of)

    @cached_property
    def _texts_of(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for text in self.texts:
            out.setdefault(_scrap(text.casefold()), []).append(text)
        return out

    def possible(self, scraps: AbstractSet[str]) -> Iterator[str]:
        """Those of the texts that a story with these scraps may hold."""
        return (text for key in self.keys & scraps for text in self._texts_of[key]) if not self.keys.isdisjoint(scraps) else iter(())


def scraps(text: str) -> set[str]:
    """The scraps of a casefolded text with single blanks: every four letters in a word, every meeting of two words, and `""`."""
    words = text.split(" ")
    out = {word[i : i + 4] for word in set(words) for i in range(len(word) - 3)}
    for before, behind in _MEETING:
        out.update(map(add, [word[-before:] + " " for word in words], [word[:behind] for word in words[1:]]))
    out.add("")
    return out


def _scrap(text: str) -> str:
    """The scrap of a story by which it may hold a text."""
    words = text.split(" ")
    last = len(words) - 1
    for before, behind in _MEETING:
        for i, (a, b) in enumerate(pairwise(words)):
            if a and b and (len(a) >= before or i) and (len(b) >= behind or i + 1 < last):
                return f"{a[-before:]} {b[:behind]}"
    longest = max(words, key=len)
    return longest[-4:] if len(longest) > 3 else ""


class _Piece(NamedTuple):
    """A piece of a pattern: all the texts that it may match, if they are few; texts of which its match holds one, or begins with one."""

    exact: frozenset[str] | None
    holds: frozenset[str] = _ANY
    begins: frozenset[str] = _ANY

    @property
    def start(self) -> frozenset[str]:
        return self.begins if self.exact is None else self.exact

    @property
    def best(self) -> frozenset[str]:
        return max(self.holds, self.begins, self.exact or _ANY, key=_rarity)


_ANYTHING = _Piece(None)
_EMPTY = _Piece(_NOTHING)


class _UntoldError(Exception):
    """A pattern, or a piece of one, that is not followed."""


@lru_cache(maxsize=10_000)
def needed(pattern: str, *, ignorecase: bool = False) -> Need:
    """What a text must hold for a pattern to match in it. A blank in a pattern may match any white space."""
    folded = ignorecase or _IGNORES.search(pattern) is not None
    texts, _ = lazily.recall(f"literals {int(folded)} {pattern}", lambda: (_texts(pattern, folded=folded), folded))
    return Need(texts, folded)


def either(needs: Iterable[Need]) -> Need:
    """What a text must hold for any one of several patterns to match in it."""
    known = list(needs)
    if not known or not all(need.texts for need in known):
        return Need(())
    folded = any(need.folded for need in known)
    return Need(tuple(dict.fromkeys(text.casefold() if folded else text for need in known for text in need.texts)), folded)


def _texts(pattern: str, *, folded: bool) -> tuple[str, ...]:
    try:
        found = _Reading(pattern).alternatives()
    except (_UntoldError, RecursionError):
        return ()
    return tuple(sorted({text.casefold() if folded else text for text in found.best})) if _rarity(found.best) else ()


def _rarity(texts: frozenset[str]) -> float:
    """How much it tells that a text holds one of these; nothing when one of them is empty, blank or a letter."""
    if not texts or len(texts) > _MOST:
        return 0
    return max(0.0, min(map(_weight, texts)) - len(texts).bit_length() / 4 + 1)


def _weight(text: str) -> float:
    """Letters count one, capitals and all that is no letter more: they are rarer; most of all two words."""
    if not text.strip() or (len(text) == 1 and text.isalpha()):
        return -99
    inner = 1 if " " in text.strip() else 0
    return inner + sum(2 if char.isupper() else 1 if char.isalnum() else 0.5 if char == " " else 1.5 for char in text)


def _followed(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    return frozenset(_BLANKS.sub(" ", x + y) for x, y in product(a, b))


class _Reading:
    """One walk over a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0
        self._groups: list[frozenset[str]] = []
        self._last: int | None = None

    def alternatives(self) -> _Piece:
        """Alternatives up to the closing bracket, which is passed."""
        branches = [self._sequence()]
        while self._next() == "|":
            self._at += 1
            branches.append(self._sequence())
        self._at += 1
        if len(branches) == 1:
            return branches[0]
        exact = _union(branch.exact or _ANY for branch in branches)
        return _Piece(
            exact or None, _union(branch.best if _rarity(branch.best) else _ANY for branch in branches), _union(b.start for b in branches)
        )

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self) -> _Piece:
        begins: frozenset[str] | None = None
        run, before, holds = _NOTHING, _NOTHING, [_ANY]
        first = True
        while self._next() not in ("", "|", ")"):
            sort, piece = self._piece(run)
            if sort == "behind":
                before = piece.exact if first and piece.exact else before
                holds.append(piece.best)
            elif sort == "again" and piece.exact:
                run = piece.exact
            elif sort == "ahead":
                holds += [piece.best, _joined(run, piece.start), _joined(before, _joined(run, piece.start))]
            elif sort != "none":
                first = False
                joined = _joined(run, piece.start)
                if piece.exact is None or not joined:
                    holds += [run, joined, _joined(before, joined or run), piece.best]
                    begins = (joined or run) if begins is None else begins
                    run, before = (piece.exact or _NOTHING), _NOTHING
                else:
                    run = joined
        holds += [run, _joined(before, run)]
        return _Piece(run if begins is None else None, max(holds, key=_rarity), begins or _ANY)

    def _piece(self, run: frozenset[str]) -> tuple[str, _Piece]:
        """The next piece with its count, and what it is: `one` that takes text, what looks `ahead` or `behind`, or `none` of use."""
        sort, piece = self._atom(run)
        found = _COUNT.match(self._pattern, self._at)
        if not found or sort == "none":
            return sort, piece
        self._at = found.end()
        if sort == "again":
            return "one", _ANYTHING
        blank = piece.exact is not None and piece.exact <= _BLANK
        if found["none"]:
            if sort != "one" or piece.exact is None or (found["many"] and not blank):
                return sort, _ANYTHING
            return sort, _Piece(piece.exact | _NOTHING)
        return sort, piece if blank or found[0] == "{1}" else _Piece(None, piece.best, piece.start)

    def _atom(self, run: frozenset[str]) -> tuple[str, _Piece]:
        found = _ATOM.match(self._pattern, self._at)
        if not found:
            raise _UntoldError
        self._at = found.end()
        text = found[0]
        if found["open"]:
            return self._group(text)
        if text in _NO_WIDTH or found["flags"]:
            return "none", _EMPTY
        if group := found["back"] or found["within"]:
            return "again", _Piece(self._again(run, int(group)))
        piece = _Piece(None if found["call"] else _members(text) if found["set"] else _literal(text))
        self._last = self._last if piece.exact == _BLANK else None
        return "one", piece

    def _group(self, opening: str) -> tuple[str, _Piece]:
        captured = len(self._groups) if opening == "(" or (opening.endswith((">", "'")) and opening != "(?>") else None
        if captured is not None:
            self._groups.append(_ANY)
        last = self._last
        piece = self.alternatives()
        if captured is not None:
            self._groups[captured] = piece.exact or _ANY
        self._last = captured if captured is not None else last if piece.exact == _NOTHING else None
        if opening in ("(?!", "(?<!"):
            return "none", _EMPTY
        return {"(?=": "ahead", "(?<=": "behind"}.get(opening, "one"), piece

    def _again(self, run: frozenset[str], group: int) -> frozenset[str] | None:
        """A run that ends in a group, but for white space, and the same text again; nothing where another piece stands between."""
        if self._last != group - 1:
            return None
        known = self._groups[group - 1]
        again = {text + same for text in run for same in known if text.rstrip().casefold().endswith(same.casefold())}
        return frozenset(again) if len(again) <= _MOST else None


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All the texts of several sets; nothing where one of them is unknown, or they are too many."""
    known = list(sets)
    together = frozenset().union(*known)
    return together if all(known) and len(together) <= _MOST else _ANY


def _openings(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """What all the texts of several sets begin with: as much of each as is not too much."""
    known = list(sets)
    together = frozenset().union(*known) if all(known) else _ANY
    shorter = ({text[:length] for text in together} for length in (_LONGEST, 4, 2, 1))
    return frozenset(next((texts for texts in shorter if len(texts) <= _RUN), _ANY))


def _joined(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Every text of one followed by every one of another; nothing where that is unknown or too much."""
    if not a or not b or len(a) * len(b) > _MOST:
        return _ANY
    joined = _followed(a, b)
    return joined if max(map(len, joined)) <= _LONGEST else _ANY


def _literal(text: str) -> frozenset[str] | None:
    """What one character of a pattern, or its escape, may match."""
    if text in (r"\s", r"\n", r"\t", r"\r") or text.isspace():
        return _BLANK
    if text == r"\d":
        return frozenset("0123456789")
    if text.startswith("\\"):
        return None if text[1:].isalnum() or len(text) > 2 else frozenset(text[1])
    return None if text == "." else frozenset(text)


def _members(text: str) -> frozenset[str] | None:
    """The characters of a class, if they are few and plainly listed."""
    inside = text[1:-1]
    if inside.startswith("^") or "[" in inside or "&&" in inside or "||" in inside or "--" in inside:
        return None
    out: set[str] = set()
    items = list(_MEMBER.findall(inside))
    if "-" in items[1:-1]:
        return None
    for item in items:
        chars: Iterable[str] | None = _literal(item) if item != "." else item
        if _RANGE.fullmatch(item):
            chars = map(chr, range(ord(item[0]), ord(item[2]) + 1))
        if chars is None:
            return None
        out.update(chars)
    return frozenset(out) if len(out) <= _RUN else None


_BLANK = frozenset({" "})
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\A", r"\Z", r"\z"})
_BLANKS = lazily.pattern(r" {2,}")
_IGNORES = lazily.pattern(r"\(\?[a-z]*i")
_COUNT = lazily.pattern(r"(?:(?P<none>\?|(?P<many>\*|\{0+(?:,\d*)?\}|\{,\d*\}))|\+|\{\d+(?:,\d*)?\})[?+]?")
_RANGE = lazily.pattern("[0-9A-Za-z]-[0-9A-Za-z]")
_MEMBER = lazily.pattern(r"[0-9A-Za-z]-[0-9A-Za-z]|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\x..|\\u....|\\.|.", regex.DOTALL)
_ATOM = lazily.pattern(
    r"\(\?[ims]*(?:-[ims]+)?:\\(?P<within>[1-9])\)"
    r"|(?P<open>\((?:\?(?:<[=!]|[=!>:]|P?<\w+>|'\w+'|[ims]*(?:-[ims]+)?:)|(?!\?)))"
    r"|(?P<flags>\(\?(?:[ims]*(?:-[ims]+)?|\#[^)]*)\))"
    r"|(?P<call>\(\?(?:&|P[=>])\w+\))"
    r"|\\(?P<back>[1-9])(?!\d)"
    r"|(?P<set>\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])"
    r"|\\[pP]\{[^}]*\}|\\[pP].|\\x\{[^}]*\}|\\x..|\\u....|\\k(?:<\w+>|'\w+'|\{\w+\})|\\.|[^()\[|?*+]",
    regex.DOTALL,
)
