"""A claim and what a sentence says is done in, whether the same is done by the same to the same out, as far as both tell."""

from __future__ import annotations

from collections.abc import Set

from lintnews.gist import kin, stem
from lintnews.ledger.claimed import ANYONE, BODIES, FRAME, FRAMING, SAYING, Claim
from lintnews.ledger.deeds import Deeds, Role

#: What is counted, which `for` may join in other words: `for $3`, `for a sum of $3`.
_UNITS = frozenset(map(stem, "dollars pounds euros percent".split()))
#: Verbs that say of a thing that someone has it.
_HAVING = frozenset(map(stem, "have hold possess own carry keep".split()))


def agrees(claim: Claim, said: Deeds, places: dict[str, int]) -> bool:
    """Whether what the claim says is done is done by the same here, and to the same; `places` says where its words stand."""
    if claim.light and not _holds(claim.deeds, said):
        return False
    if any(_apart(others - _UNITS, said.links[key]) for key, others in claim.deeds.links.items() if key in said.links):
        return False
    if any(_owns_other(thing, owners, claim, said) for (thing, word), owners in claim.deeds.links.items() if word == "of"):
        return False
    if not all(_whole(word, claim, said) for word in claim.deeds.wholes.keys() & places.keys() - claim.gist.names):
        return False
    return all(_done_alike(role, claim, said, places) for role in claim.telling)


def _done_alike(role: Role, claim: Claim, said: Deeds, places: dict[str, int]) -> bool:
    """Whether the nouns of a verb of the claim are there, and nothing here says that others do it or bear it."""
    verb, doer, done_to = role
    for noun in (*doer[:1], *done_to[:1]):
        if claim.weights.get(noun, 0.0) > FRAMING and noun not in ANYONE | BODIES and not (noun in places and _whole(noun, claim, said)):
            return False
    alike = [other for other in said.roles if other[0] == verb or other[0] in kin(verb)]
    if not alike:
        borne = doer and any(doer[0] in other[2] for other in said.roles)
        return not borne or any(_same(doer, other[1]) for other in said.roles if other[1])
    if not any(_same(doer, other[1]) and (_same(done_to, other[2]) or other[2][0] in ANYONE) for other in alike):
        return False
    return not doer or not _elsewhere(doer[0], alike, said)


def _owns_other(thing: str, owners: Set[str], claim: Claim, said: Deeds) -> bool:
    """Whether whose the thing is in the claim has something else here, and the thing is nobody's."""
    if (thing, "of") in said.links:
        return False
    return any(word == "of" and owners & others and other not in claim.weights for (other, word), others in said.links.items())


def _apart(some: Set[str], others: Set[str]) -> bool:
    """Whether none of the one is among the other, or akin to one there."""
    return bool(some) and not some & (others | ANYONE) and not any(kin(one) & others for one in some)


def _elsewhere(doer: str, alike: list[Role], said: Deeds) -> bool:
    """Whether nobody is named as who does it, and who does it in the claim does something else here."""
    if any(role[1] for role in alike):
        return False
    return any(doer in role[1] for role in said.roles if role[0] in said.verbs and role not in alike and role[0] not in SAYING)


def _holds(claim: Deeds, said: Deeds) -> bool:
    """Whether what is said has the verb of a claim that says what something is or has, or one like it."""
    if not claim.roles:
        return said.being
    verb = claim.roles[0][0]
    return any(role[0] == verb or {role[0], verb} <= _HAVING for role in said.roles)


def _whole(noun: str, claim: Claim, said: Deeds) -> bool:
    """Whether a noun of the claim is not only the first part of something else here: a `vaccine maker` is no vaccine."""
    wholes = said.wholes.get(noun)
    return not wholes or any(whole == noun or whole in claim.weights or whole in FRAME | ANYONE for whole in wholes)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the noun that counts in one is among those of the other, or akin to its own; nothing may stand for anything."""
    if not one or not other or one[0] in ANYONE:
        return True
    return one[0] in other or other[0] in one or other[0] in kin(one[0])
