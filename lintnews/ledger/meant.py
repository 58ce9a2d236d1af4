"""A word that no list knows and its neighbours in; out come the words that may have been meant, the likeliest first.

How unlikely a guess is adds up of the slip, of how rare the word is, and of whether it was seen beside its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintnews.english import neighbours
from lintnews.facts import FactBase
from lintnews.ledger.slips import cost, distance, letters, one_slip_away

#: Words of this class are as common as can be; each class below costs so much more, and a word of no class so much.
_COMMONEST, _STEP, _UNCOUNTED = 15, 0.3, 3.0
#: What a pair that was seen takes off: so much, and more for each class.
_SEEN, _OFTEN, _MOST = 0.5, 0.12, 1.3
#: Two slips are looked for in words of so many letters, where one slip costs more than this, up to this cost.
_LONG, _ENOUGH, _FAR = 5, 3.0, 5.5
#: The cost of the letters of a common word in another order.
_MIXED = 2.0
#: Letters that two words two slips apart may not share.
_UNSHARED = 4


class Guess(NamedTuple):
    """A word that may have been meant, and how unlikely that is."""

    unlikely: float
    word: str


class Meant:
    """Guesses at words of these lists, the commonest list first, and of `words`."""

    def __init__(self, facts: FactBase, everyday: tuple[str, ...], words: frozenset[str]) -> None:
        self._facts, self._everyday, self._words = facts, everyday, words

    def guesses(self, wrong: str, before: str = "", after: str = "") -> list[Guess]:
        """The words that `wrong` may stand for between these neighbours."""
        found = self._facts.kept(_by_slip)((self._everyday, self._words, wrong))
        return sorted(Guess(unlikely - _fitting(right, before, after), right) for right, unlikely in found.items())

    def by_slip(self, wrong: str) -> Mapping[str, float]:
        """The words that `wrong` may stand for, each with how unlikely that is wherever it stands."""
        found = {right: cost(wrong, right) + rare for right, rare in self._among(one_slip_away(wrong))}
        found = {right: _MIXED + rare for right, rare in self._mixed(wrong)} | found
        if len(wrong) >= _LONG and min(found.values(), default=_FAR) > _ENOUGH:
            found = dict(self._two_slips(wrong)) | found
        return found

    def _among(self, strings: set[str]) -> Iterator[tuple[str, float]]:
        """Those of the strings that are words, each with how rare it is."""
        left = strings - self._words
        yield from ((word, 0.0) for word in strings & self._words)
        for at, name in enumerate(self._everyday):
            found = self._facts.among(name, left)
            left = left - found
            yield from ((word, _rare(word, at)) for word in found)

    def _mixed(self, wrong: str) -> Iterator[tuple[str, float]]:
        """The commonest words of the same letters in another order."""
        same = sorted(wrong)
        for first in set(wrong):
            for right, _, at in self._facts.kept(_beginning)((self._everyday[:1], first)):
                if len(right) == len(wrong) and sorted(right) == same:
                    yield right, _rare(right, at)

    def _two_slips(self, wrong: str) -> Iterator[tuple[str, float]]:
        mask, length = letters(wrong), len(wrong)
        for first in {wrong[0], wrong[1]}:
            for right, other, at in self._facts.kept(_beginning)((self._everyday[:3], first)):
                near = abs(len(right) - length) < 3 and (mask ^ other).bit_count() <= _UNSHARED
                if near and (slips := distance(wrong, right, _FAR)) <= _FAR:
                    yield right, slips + _rare(right, at)


def _by_slip(facts: FactBase, asked: tuple[tuple[str, ...], frozenset[str], str]) -> Mapping[str, float]:
    everyday, words, wrong = asked
    return Meant(facts, everyday, words).by_slip(wrong)


def _beginning(facts: FactBase, asked: tuple[tuple[str, ...], str]) -> tuple[tuple[str, int, int], ...]:
    """The words of some lists that begin with a letter: their letters as bits, and the place of the list."""
    names, first = asked
    return tuple(
        (word, letters(word), at)
        for at, name in enumerate(names)
        for word in facts.beginning(name, first)
        if word.isascii() and word.isalpha()
    )


def _rare(word: str, at: int) -> float:
    """How rare a word of a list is."""
    seen = neighbours.common(word)
    return max(0.0, (_COMMONEST - seen) * _STEP) if seen else min(_UNCOUNTED, float(at))


def _fitting(word: str, before: str, after: str) -> float:
    """What the neighbours of a word say for it."""
    pairs = [neighbours.together(before, word) if before else 0, neighbours.together(word, after) if after else 0]
    return sum(min(_MOST, _SEEN + _OFTEN * seen) for seen in pairs if seen)
