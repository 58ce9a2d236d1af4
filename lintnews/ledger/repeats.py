"""A claim and what a sentence says in; out comes the part of the claim that the sentence holds: nothing where it says something else."""

from __future__ import annotations

import re
from functools import lru_cache

from lintnews.english import neighbours
from lintnews.gist import Gist, gist, kin, stem
from lintnews.ledger.deeds import DEEDS, LIGHT, Deeds, clauses, deeds
from lintnews.record import record

#: Words of a claim that say who tells it or how it is told, and those that add little: they may be missing.
_FRAME = LIGHT | frozenset(
    map(
        stem,
        (
            "photograph video post viral message article claim really very unusually extremely completely totally actual fact country time "
            "thing way part member former old new"
        ).split(),
    )
)
FEWEST = 3
#: Whom `we` and `you` stand for; what is said with the same word of who does it and of who bears it.
_ANYONE, _EITHER = frozenset(map(stem, ("human", "everyone"))), frozenset(map(stem, ("kill", "increase", "decrease", "start", "end")))
#: How far apart the words of a claim may stand, in its own length; of a claim of few words nothing else may stand among them.
_WIDEST, _SHORT = 2, 4
#: What a name, the name before a name, a word of the frame and any other word weigh, a common one, and one that is only akin.
_NAME, _GIVEN, _FRAMING, _PLAIN, _COMMON, _KIN = 2.0, 0.4, 0.3, 1.0, 0.7, 0.9
_OFTEN = 15
#: Words of a claim that are enough without its verb.
_MANY = 6
#: Words that say it was so once, or nearly.
_QUALIFIED = re.compile(r"(?i)\b(?:once|until|formerly|used to|nearly|almost|no longer)\b")
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


@record
class Claim:
    """A claim as it is compared: its words, the verbs that must be there, and what it says is done."""

    words: Weighed
    verbs: frozenset[str]
    deeds: Deeds

    @property
    def gist(self) -> Gist:
        """What it claims."""
        return self.words.gist

    @property
    def weights(self) -> dict[str, float]:
        """What each word weighs."""
        return self.words.weights


def held(text: str, sentence: str, least: float = 0.0) -> float:
    """The part of a claim that a sentence, or one of its clauses, holds, from 0 to 1; of less than `least` maybe nothing.

    0 where they differ in a figure, in what is done and to what, in saying no, in who does it to whom, in what is more and what less,
    or in one word in the place of another.
    """
    words, whole = weighed(text), gist(sentence)
    if len(words.gist.words) < FEWEST or not words.gist.figures <= whole.figures or words.part(_places(words.gist, whole), whole) < least:
        return 0.0
    parts = (sentence,) if len(clauses(text)) > 1 else clauses(sentence)
    return max(_held(known(text), gist(part), part) for part in parts)


def _held(claim: Claim, said: Gist, sentence: str) -> float:
    meant = claim.gist
    if not meant.figures <= said.figures or meant.opposes(said) or _turned(meant, said):
        return 0.0
    if not said.owners.isdisjoint({*meant.words[:2]} - meant.owners - meant.belonging):
        return 0.0
    places = _places(meant, said)
    if not _done(claim, deeds(sentence), places) or not _near(meant, sorted(places.values())) or _replaced(claim, said, places):
        return 0.0
    if not _sides(claim, deeds(sentence), places):
        return 0.0
    denied = not (meant.than and said.than) and meant.negative(len(meant.words) - 1) != said.negative(max(places.values()))
    if denied or _QUALIFIED.search(sentence) or _differs(claim, said, deeds(sentence)):
        return 0.0
    return claim.words.part(places, said)


def _places(claim: Gist, said: Gist) -> dict[str, int]:
    """Where each word of a claim stands in what is said, itself or a word akin to it."""
    found = {word: i for i, word in enumerate(said.words)}
    out = {word: found[word] for word in claim.words if word in found}
    left = [word for word in said.words if word not in out and word not in said.names]
    for word in claim.words:
        if word not in out and word not in claim.names and (akin := [other for other in left if other in kin(word)]):
            out[word] = found[akin[0]]
    return out


def _done(claim: Claim, said: Deeds, places: dict[str, int]) -> bool:
    """Whether the verbs of a claim are there; of many words a verb may be missing alone, where no other stands in its place."""
    if not claim.verbs:
        return False
    missing = {word for word in claim.gist.words if word not in places and claim.weights[word] > _FRAMING}
    if not claim.verbs & missing:
        return True
    alone = len(missing) == 1 and missing <= claim.deeds.verbs and len(claim.weights) >= _MANY and said.verbs <= places.keys()
    doer, done_to = ([places[word] for word in side if word in places] for side in (claim.deeds.doer, claim.deeds.done_to))
    return alone and (not doer or not done_to or min(doer) < min(done_to))


def _sides(claim: Claim, said: Deeds, places: dict[str, int]) -> bool:
    """Whether who does it and to whom is there, and who does it stands before the verb; a short claim’s verb must be one there too."""
    own, words = claim.deeds, {*claim.gist.words}
    doer, done_to = own.doer & words, own.done_to & words
    if (doer - _ANYONE and doer.isdisjoint(places)) or (done_to and done_to.isdisjoint(places)):
        return False
    if not own.main or own.main in _EITHER or not doer - _ANYONE:
        return True
    if own.main in said.before:
        return bool(doer & said.before[own.main]) or own.main not in own.before
    return own.main in said.verbs or len(words) > _SHORT


def _near(claim: Gist, places: list[int]) -> bool:
    """Whether few other words stand among those of the claim."""
    width = _WIDEST * len(claim.words) if len(claim.words) > _SHORT else len(claim.words)
    return bool(places) and places[-1] - places[0] <= width


def _replaced(claim: Claim, said: Gist, places: dict[str, int]) -> bool:
    """Whether another word stands in the place of a word of the claim, between the same two."""
    words, taken = claim.gist.words, {*places.values()}
    for before, word, behind in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in places or claim.weights[word] < _COMMON or (before and before not in places) or (behind and behind not in places):
            continue
        start = places[before] if before else -1
        end = places[behind] if behind else len(said.words)
        if end - start == 2 and start + 1 not in taken:
            return True
    return False


def _turned(claim: Gist, said: Gist) -> bool:
    """Whether what stands, or is denied, behind `than` in the one stands before it in the other."""
    if not (claim.than and said.than):
        return bool(claim.than and claim.turns and not claim.turns & said.turns)
    if [denial >= claim.than for denial in claim.denials] != [denial >= said.than for denial in said.denials]:
        return True
    before, said_before = {*claim.words} - claim.beyond, {*said.words} - said.beyond
    return not claim.beyond & said.beyond and bool(claim.beyond & said_before) and bool(before & said.beyond)


def _differs(claim: Claim, gist: Gist, said: Deeds) -> bool:
    """Whether who does something is whom it is done to in the other, someone else does it, or it is done to something else."""
    words, own = {*claim.gist.words}, claim.deeds
    doer, done_to = own.doer & words, own.done_to & words
    if own.main == said.main and doer and not said.doer & words and said.doer.intersection(gist.words) and done_to & said.done_to:
        return True
    if own.main and doer & said.done_to and done_to & said.doer and not (doer & said.doer or done_to & said.done_to):
        return True
    return any(
        verb in said.objects and (other := said.objects[verb]) != thing and other not in words and not kin(other) & words
        for verb, thing in own.objects.items()
    )


@lru_cache(maxsize=20_000)
def weighed(text: str) -> Weighed:
    """The words of a claim, weighed."""
    found = gist(text)
    within = {stem(place.lower()) for place in _WITHIN.findall(text)}
    return Weighed(found, {word: _weight(word, found, within) for word in found.words})


@lru_cache(maxsize=20_000)
def known(text: str) -> Claim:
    """A claim as it is compared. The sentence must have all its verbs; of a claim without any, the words that are no names."""
    words, told = weighed(text), deeds(text)
    counted = {*words.gist.words}
    verbs = (told.verbs | DEEDS) & counted - _FRAME or counted - words.gist.names - _FRAME
    return Claim(words, frozenset(verbs), told)


def _weight(word: str, claim: Gist, within: set[str]) -> float:
    if word in claim.figures:
        return _NAME
    if word in claim.given or word in within:
        return _GIVEN
    if word in claim.names:
        return _NAME
    if word in _FRAME:
        return _FRAMING
    return _COMMON if neighbours.common(word) >= _OFTEN else _PLAIN
