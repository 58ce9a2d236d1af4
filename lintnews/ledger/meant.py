"""A word that no list knows and its neighbours in; out come the words that may have been meant, the likeliest first.

How unlikely a guess is adds up of the slip, of how rare the word is, and of whether it was seen beside its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
#: Beyond the cost of any guess, and what may be lost in a sum.
_ANY, _ROUNDED = 100.0, 1e-6
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

    def guesses(self, wrong: str, before: str, after: str, least: Callable[[], float]) -> list[Guess]:
        """The words that `wrong` may stand for between these neighbours.

        Words two slips away take long to find: they count where one slip explains little and one of them is as likely as `least` says.
        """
        found = self._facts.kept(_by_slip)((self._everyday, self._words, wrong))
        if len(wrong) >= _LONG and min(found.values(), default=_FAR) > _ENOUGH:
            most = least()

            def told(guesses: Mapping[str, float]) -> bool:
                return any(unlikely - _fitting(right, before, after) <= most for right, unlikely in guesses.items())

            if most >= _ENOUGH or told(found) or told(self._two_slips(wrong, most + 2 * _MOST + _ROUNDED)):
                found = {**self._two_slips(wrong, _ANY), **found}
        return sorted(Guess(unlikely - _fitting(right, before, after), right) for right, unlikely in found.items())

    def by_slip(self, wrong: str) -> Mapping[str, float]:
        """The words one slip away from `wrong`, or of its letters, each with how unlikely it is wherever it stands."""
        found = {right: cost(wrong, right) + rare for right, rare in self._among(one_slip_away(wrong))}
        return {right: _MIXED + rare for right, rare in self._mixed(wrong)} | found

    def _two_slips(self, wrong: str, most: float) -> Mapping[str, float]:
        return self._facts.kept(_by_two_slips)((self._everyday[:3], wrong, most))

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
        same, mask = sorted(wrong), letters(wrong)
        for first in set(wrong):
            for right, other, rare in self._facts.kept(_beginning)((self._everyday[:1], first)):
                if other == mask and len(right) == len(wrong) and sorted(right) == same:
                    yield right, rare


def _by_slip(facts: FactBase, asked: tuple[tuple[str, ...], frozenset[str], str]) -> Mapping[str, float]:
    everyday, words, wrong = asked
    return Meant(facts, everyday, words).by_slip(wrong)


def _by_two_slips(facts: FactBase, asked: tuple[tuple[str, ...], str, float]) -> Mapping[str, float]:
    """The words of some lists two slips away, each with how unlikely it is; at least those up to a limit."""
    everyday, wrong, most = asked
    mask, length, out = letters(wrong), len(wrong), dict[str, float]()
    for first in {wrong[0], wrong[1]}:
        for right, other, rare in facts.kept(_beginning)((everyday, first)):
            if (mask ^ other).bit_count() <= _UNSHARED and -3 < len(right) - length < 3:
                far = min(_FAR, most - rare)
                if far > 0 and (slips := distance(wrong, right, far)) <= far:
                    out[right] = slips + rare
    return out


def _beginning(facts: FactBase, asked: tuple[tuple[str, ...], str]) -> tuple[tuple[str, int, float], ...]:
    """The words of some lists that begin with a letter: their letters as bits, and how rare each is."""
    names, first = asked
    return tuple(
        (word, letters(word), _rare(word, at))
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
