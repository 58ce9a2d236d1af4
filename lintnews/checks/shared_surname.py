"""Shared surname: a story in, every surname out that stands alone where the story has named two people who bear it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.model import Match
from lintnews.record import record
from lintnews.words import fold

_WHICH = lazily.pattern(r"(?i)\b(?:younger|elder|older|senior|junior) \Z")
_THE = lazily.pattern(r"\b[Tt]he \Z")
_THING = lazily.pattern(r" (?!who\b|and\b|was\b|said\b|is\b|has\b|had\b)\p{Ll}")


@record
class Check:
    """The bare surname, once both have been named in full.

    One who is named in full `often` more than the other is the one meant, and so is one who holds a listed post.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "persons")
    often: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        """The first bare mention after both full ones, and each further one."""
        order = {id(mention): i for i, mention in enumerate(story.people.mentions)}
        for surname in dict.fromkeys(fold(person.mentions[0].surname) for person in story.people.persons):
            bearers = [person for person in story.people.named(surname) if " " in person.name]
            if len(bearers) < 2 or self._leads(bearers) or any(story.facts.about(person.name, "holds") for person in bearers):
                continue
            firsts = [next(m for m in person.mentions if m.full) for person in bearers]
            both = sorted(order[id(first)] for first in firsts)[1]
            for mention in (m for person in bearers for m in person.mentions):
                if not mention.full and not mention.titles and order[id(mention)] > both and not _told_apart(mention):
                    yield _match(mention, bearers, firsts)

    def _leads(self, bearers: list[Person]) -> bool:
        """Whether one of them is the person of the story, and the others are beside it."""
        fulls = sorted(sum(mention.full for mention in person.mentions) for person in bearers)
        return fulls[-1] - fulls[-2] >= self.often


def _told_apart(mention: Mention) -> bool:
    """Whether a word before the surname says which of them it is, or the surname names a thing: `the younger Lee`, `the Lee farm`."""
    text, span = mention.block.text, mention.span
    if _WHICH.search(text, max(0, span.start - 12), span.start):
        return True
    return _THE.search(text, max(0, span.start - 4), span.start) is not None and _THING.match(text, span.end) is not None


def _match(mention: Mention, bearers: list[Person], firsts: list[Mention]) -> Match:
    names = " or ".join(person.name for person in bearers)
    return Match(mention.block, mention.span, (), {"match": mention.surname, "persons": names}, tuple(map(shown, firsts)))
