"""Surname: a person of the story given another surname once, a letter away from the one that is elsewhere theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.known import plural
from lintnews.ledger.names import spelled_otherwise
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.ledger.speech import says
from lintnews.model import PROSE, Match, Span
from lintnews.record import record
from lintnews.words import fold, near_keys, times

#: A word of a list of names: `Horan, O’Callaghan, Miller`.
_LISTED = lazily.pattern(r"[,:;.] \Z")


@record
class Check:
    """A surname that stands once, a slip away from that of a person named in full, and that nobody else of the story has.

    It stands after the same first name (`Robert Melendez` for `Robert Menendez`; `Bryan` for `Brian`), after a title, or alone. Unlike
    `one-spelling` it finds a slip that makes another real name. `shortest`: letters that both must have.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "times")
    shortest: int = 4

    def find(self, story: Story) -> Iterator[Match]:
        persons = [person for person in story.people.persons if " " in person.name]
        owners = _owners(persons)
        if not owners:
            return
        counts = {word: len(places) for word, places in story.words_of_names.items()}
        near = self._near(counts, owners)
        for mention in _strangers(story, near) if near else ():
            own = near.get(fold(mention.surname), "")
            if own and _slip(story, mention, owners[own]):
                yield _match(story, mention, owners[own], counts[own])

    def _near(self, counts: Mapping[str, int], owners: dict[str, Person]) -> dict[str, str]:
        """The words that stand once and are a slip away from the surname of one person, with that surname."""
        once = near_keys(word for word, count in counts.items() if count == 1 and len(word) >= self.shortest)
        out: dict[str, list[str]] = {}
        for own in owners:
            for word in once(own) if len(own) >= self.shortest else ():
                if word[0] == own[0]:
                    out.setdefault(word, []).append(own)
        return {word: near[0] for word, near in out.items() if len(near) == 1}


def _owners(persons: list[Person]) -> dict[str, Person]:
    """The person of each surname that one person alone has."""
    by: dict[str, list[Person]] = {}
    for person in persons:
        by.setdefault(fold(next(m for m in person.mentions if m.full).surname), []).append(person)
    return {surname: found[0] for surname, found in by.items() if len(found) == 1}


def _strangers(story: Story, near: dict[str, str]) -> Iterator[Mention]:
    """The mentions of the near words that may be a slip: of persons named once, and of words that stand alone where a name may."""
    taken = {id(mention.chain) for mention in story.people.mentions}
    for person in story.people.persons:
        if len(person.mentions) == 1:
            yield person.mentions[0]
    facts = story.facts
    for chain in story.chains:
        last, word = len(chain.phrase.words) - 1, chain.phrase.words[-1]
        if chain.phrase.folded[-1] not in near or last > 1 or chain.block.part not in PROSE or id(chain) in taken or word.isupper():
            continue
        if last and not (chain.opens and facts.listed("english", chain.phrase.words[0].lower())):
            continue
        mention = Mention(chain, last, last + 1, ())
        if says(mention) or not (_common(word, facts) or _in_list(mention)):
            yield mention


def _in_list(mention: Mention) -> bool:
    """Whether the word stands between commas, as one of a list of names that are given without first names."""
    text = mention.block.text
    return text.startswith(",", mention.span.end) and _LISTED.search(text, max(0, mention.span.start - 2), mention.span.start) is not None


def _common(word: str, facts: FactBase) -> bool:
    """Whether a word that stands alone is an everyday one, a place, or any listed name."""
    return facts.listed("english", word.lower()) or bool(facts.about(word))


def _slip(story: Story, odd: Mention, owner: Person) -> bool:
    """Whether the odd surname is meant for the owner's: after the owner's first name, or without any that is somebody's."""
    usual = next(m for m in owner.mentions if m.full)
    if plural(odd.surname, usual.surname) or story.facts.about(odd.name) or odd in owner.mentions:
        return False
    if odd.full:
        return fold(odd.words[0]) == fold(usual.words[0]) or spelled_otherwise(odd.words[0], usual.words[0])
    given = {fold(word) for m in story.people.mentions if m.full for word in m.words}
    if fold(odd.surname) in given:
        return False
    return len(owner.mentions) > 1 or bool(odd.title) or says(odd) or not story.facts.listed("surnames", odd.surname)


def _match(story: Story, odd: Mention, owner: Person, count: int) -> Match:
    """The rarer surname, or, of two that stand once, the one that no list of surnames has."""
    usual = next(m for m in owner.mentions if m.full)
    listed = [story.facts.listed("surnames", m.surname) for m in (odd, usual)]
    if count == 1 and listed == [True, False]:
        odd, usual = usual, odd
    at = max(i for i in range(odd.start, odd.end) if odd.chain.tokens[i].text == odd.surname)
    words = {"match": odd.surname, "fix": usual.surname, "person": owner.name, "times": times(count)}
    return Match(odd.block, Span(*odd.chain.tokens[at].span), (usual.surname,), words, (shown(usual),), int(count < 2))
