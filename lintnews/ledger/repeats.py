"""A claim and what a sentence says in; out comes the part of the claim that the sentence holds: nothing where it says something else."""

from __future__ import annotations

import re

from lintnews.gist import Gist, gist, kin, stem
from lintnews.ledger.agreement import agrees
from lintnews.ledger.claimed import ANYONE, COMMON, FRAMING, SAYING, Claim, Weighed, known, weighed
from lintnews.ledger.deeds import Deeds, clauses, deeds

FEWEST = 3
#: What is said with the same word of who does it and of who bears it.
_EITHER = frozenset(map(stem, ("kill", "increase", "decrease", "start", "end")))
_MARKS = re.compile('[“"‘]')
#: How a claim begins that does not say whom it is about; who is said to say a sentence, at its end.
_POINTING = re.compile(r"(?i)(?:this|that|it|he|she|they|here)\b")
#: What says that there is no exception, and in other words.
_ALL = re.compile(r"(?i)\b(?:(?:all|every|each|entire|whole)(?! (?:day|week|month|year|time|night|other|over)\b)|everyone|everybody)\b")
_NONE = re.compile(r"(?i)\b(?:no|none|nobody|only|any|never)\b")
_TELLS = (
    "said says told wrote writes argued warned added claimed tweeted posted insisted declared reads? joked explained noted recalled "
    "suggested testified announced reported replied remarked shows? showed"
).replace(" ", "|")
_TO_WHOM = "in|on|at|to|during|after|by|this|last|the|a|an|his|her|their|him|us|them|reporters|supporters|viewers|voters"
_TOLD = re.compile(
    rf"(?<=[a-z0-9])[,”]{{1,2}} (?:[^,.;:“”]{{2,60}} (?:{_TELLS})(?: (?:{_TO_WHOM})\b[^,.;:“”]{{0,60}})?"
    r"|(?:said|says|wrote) [^,.;:“”]{2,60}|according to [^.;:“”]{2,80})(?=[.!?]?\Z)"
)
#: How far apart the words of a claim may stand, in its own length; of a claim of few words nothing else may stand among them.
_WIDEST, _SHORT = 2, 4
#: Words of a claim that are enough without its verb.
_MANY = 6
#: Words that say it was so once, or nearly.
_QUALIFIED = re.compile(r"(?i)\b(?:once(?! (?:said|says|told|wrote|warned|remarked|put))|until|formerly|used to|nearly|almost|no longer)\b")


def held(text: str, sentence: str, least: float = 0.0) -> float:
    """The part of a claim that a sentence, or one of its clauses, holds, from 0 to 1; of less than `least` maybe nothing.

    0 where they differ in a figure, in what is done and to what, in saying no, in who does it to whom, in what is more and what less,
    or in one word in the place of another.
    """
    words, whole = weighed(text), gist(sentence)
    if len(words.gist.words) < FEWEST or not words.gist.figures <= whole.figures or words.part(_places(words.gist, whole), whole) < least:
        return 0.0
    if _POINTING.match(text) and words.part(_places(words.gist, whole), whole) < 1:
        return 0.0
    core = _TOLD.sub("", sentence)
    if core != sentence and known(text).saying:
        core = sentence
    if _ALL.search(text) and not (_ALL.search(core) or _NONE.search(core)):
        return 0.0
    parts = clauses(core)
    if len(parts) > 1 and len(clauses(text)) > 1:
        parts = (core,)
    return max(_held(text, gist(part), part, least) for part in parts)


def _held(text: str, said: Gist, sentence: str, least: float) -> float:
    """The part of a claim that one clause holds; what costs least to tell is asked first."""
    words = weighed(text)
    meant = words.gist
    if not meant.figures <= said.figures or meant.opposes(said) or _turned(meant, said):
        return 0.0
    if not said.owners.isdisjoint({*meant.words[:2]} - meant.owners - meant.belonging):
        return 0.0
    places = _places(meant, said)
    part = words.part(places, said)
    if part < least or not _near(meant, sorted(places.values())) or _replaced(words, said, places) or _QUALIFIED.search(sentence):
        return 0.0
    if not (meant.than and said.than) and meant.negative(len(meant.words) - 1) != said.negative(max(places.values())):
        return 0.0
    return part if _same_deeds(known(text), said, sentence, places, least) else 0.0


def _same_deeds(claim: Claim, said: Gist, sentence: str, places: dict[str, int], least: float) -> bool:
    """Whether what a claim says is done, and by whom and to whom, is what a clause says that has its words at these places."""
    told = deeds(sentence)
    if not _done(claim, told, places) or not agrees(claim, told, places) or _differs(claim, said, told):
        return False
    if claim.saying and not _MARKS.search(sentence) and not any(role[0] in SAYING for role in told.roles):
        return False
    substance = sum(claim.weights[word] for word in claim.substance)
    return sum(claim.weights[word] for word in claim.substance & places.keys()) >= least * substance


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
    missing = {word for word in claim.gist.words if word not in places and claim.weights[word] > FRAMING}
    if not claim.verbs & missing:
        return True
    alone = len(missing) == 1 and missing <= claim.deeds.verbs and len(claim.weights) >= _MANY and said.verbs <= places.keys()
    doer, done_to = ([places[word] for word in side if word in places] for side in (claim.deeds.doer, claim.deeds.done_to))
    if alone and len(claim.telling) > 1 and claim.telling[0][0] in missing:
        return False
    heads = {own[1][0] for own in claim.telling if own[1]}
    if alone and any(role[1] and role[1][0] in heads and role[0] not in claim.verbs | SAYING for role in said.roles):
        return False
    return alone and (not doer or not done_to or min(doer) < min(done_to))


def _near(claim: Gist, places: list[int]) -> bool:
    """Whether few other words stand among those of the claim."""
    width = _WIDEST * len(claim.words) if len(claim.words) > _SHORT else len(claim.words)
    return bool(places) and places[-1] - places[0] <= width


def _replaced(claim: Weighed, said: Gist, places: dict[str, int]) -> bool:
    """Whether another word stands in the place of a word of the claim, between the same two."""
    words, taken = claim.gist.words, {*places.values()}
    for before, word, behind in zip(("", *words), words, (*words[1:], ""), strict=False):
        if word in places or claim.weights[word] < COMMON or (before and before not in places) or (behind and behind not in places):
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
    measure = set(claim.words[claim.than : claim.than + 1])
    return not measure & said.beyond and bool(measure & said_before) and bool(before & said.beyond)


def _differs(claim: Claim, gist: Gist, said: Deeds) -> bool:
    """Whether who does something is whom it is done to in the other, someone else does it, or it is done to something else."""
    words, own = {*claim.gist.words}, claim.deeds
    doer, done_to = own.doer & words, own.done_to & words
    if not own.main and not said.main and doer and not said.doer & words and said.doer.intersection(gist.words) and done_to & said.done_to:
        return True
    if own.main and doer & said.done_to and done_to & said.doer and not (doer & said.doer or done_to & said.done_to):
        return True
    return any(
        verb in said.objects and (other := said.objects[verb]) != thing and other not in words | ANYONE and not kin(other) & words
        for verb, thing in own.objects.items()
    )
