"""A claim in, its words with what each weighs, its verbs and what it says is done out: what a sentence is compared with."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import pairwise

from lintnews.english import neighbours
from lintnews.gist import Gist, gist, kin, stem
from lintnews.ledger.deeds import DEEDS, LIGHT, Deeds, Role, deeds
from lintnews.record import record

#: Words of a claim that say who tells it or how it is told, and those that add little: they may be missing.
FRAME = LIGHT | frozenset(
    map(
        stem,
        (
            "photograph video post viral message article claim really very unusually extremely completely totally actual fact country time "
            "thing way part member former old new"
        ).split(),
    )
)
#: Bodies that a name alone may stand for; whom `we` and `you` stand for.
BODIES = frozenset(map(stem, "family government administration company party campaign team agency network office group country".split()))
ANYONE = frozenset(map(stem, ("human", "everyone")))
#: Verbs of saying, one of which a claim that someone said something needs; verbs by which someone does not do a thing.
SAYING = frozenset(map(stem, "say tell write warn declare remark quip quote state note observe argue proclaim put once".split()))
_DECLINING = frozenset(map(stem, "refuse fail decline".split()))
#: What a name, the name before a name, a word of the frame and any other word weigh, a common one, and one that is only akin.
_NAME, _GIVEN, FRAMING, _PLAIN, COMMON, _KIN = 2.0, 0.4, 0.3, 1.0, 0.7, 0.9
_OFTEN = 15
#: The state or the country behind the name of a place.
_WITHIN = re.compile(r"(?<=\w), ([A-Z]\w+)(?=[,.]|\Z)")


@record
class Weighed:
    """The words of a claim with what each weighs."""

    gist: Gist
    weights: dict[str, float]

    def part(self, places: dict[str, int], said: Gist) -> float:
        """The part of the claim that words which stand at these places of what is said make up."""
        return sum(self.weights[word] * (1 if word in said.words else _KIN) for word in places) / sum(self.weights.values())

    def at_most(self, stems: Set[str], counted: Set[str]) -> float:
        """The part of it that a sentence with these stems can hold, of which only those are known that are counted.

        One of those that are missing may have a word akin to it in its place.
        """
        missing = [(word, weight) for word, weight in self.weights.items() if word not in stems and word in counted]
        akin = max((weight for word, weight in missing if kin(word)), default=0.0)
        return 1 - (sum(weight for _, weight in missing) - akin) / sum(self.weights.values())


@record
class Claim:
    """A claim as it is compared: its words, the verbs that must be there, and what it says is done."""

    words: Weighed
    verbs: frozenset[str]
    deeds: Deeds

    @property
    def telling(self) -> tuple[Role, ...]:
        """The roles of the verbs that say what is done; of all where none does."""
        return tuple(role for role in self.deeds.roles if role[0] in self.verbs or role[0] in _DECLINING) or self.deeds.roles

    @property
    def light(self) -> bool:
        """Whether it says what something is or has, and not what is done."""
        return not any(role[0] in self.verbs for role in self.deeds.roles) and (self.deeds.being or bool(self.deeds.roles))

    @property
    def saying(self) -> bool:
        """Whether it claims that someone said something."""
        return bool(self.deeds.roles) and self.deeds.roles[0][0] in SAYING

    @property
    def substance(self) -> frozenset[str]:
        """Of a claim that someone said something, the words that he is said to have said; else none."""
        words = self.words.gist.words
        at = (
            words.index(self.deeds.roles[0][0]) + 1
            if self.saying and self.deeds.roles[0][0] in words
            else len(self.words.gist.names & {*words[:3]})
        )
        return frozenset(words[at:]) if self.saying else frozenset()

    @property
    def gist(self) -> Gist:
        """What it claims."""
        return self.words.gist

    @property
    def weights(self) -> dict[str, float]:
        """What each word weighs."""
        return self.words.weights


@lru_cache(maxsize=20_000)
def weighed(text: str) -> Weighed:
    """The words of a claim, weighed."""
    found = gist(text)
    within = {stem(place.lower()) for place in _WITHIN.findall(text)}
    weights = {word: _weight(word, found, within) for word in found.words}
    named = {word for name, word in pairwise(found.words) if name in found.names and word in BODIES}
    return Weighed(found, weights | dict.fromkeys(named, FRAMING))


@lru_cache(maxsize=20_000)
def known(text: str) -> Claim:
    """A claim as it is compared. The sentence must have all its verbs; of a claim without any, the words that are no names."""
    words, told = weighed(text), deeds(text)
    counted = {*words.gist.words}
    verbs = (told.verbs | DEEDS) & counted - FRAME or counted - words.gist.names - FRAME
    return Claim(words, frozenset(verbs), told)


def _weight(word: str, claim: Gist, within: set[str]) -> float:
    if word in claim.figures:
        return _NAME
    if word in claim.given or word in within:
        return _GIVEN
    if word in claim.names:
        return _NAME
    if word in FRAME:
        return FRAMING
    return COMMON if neighbours.common(word) >= _OFTEN else _PLAIN
