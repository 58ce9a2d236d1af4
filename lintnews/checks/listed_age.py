"""Listed age: an age printed beside the full name of a listed person whose day of birth gives another on the story's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record

_AFTER = lazily.pattern(r",? \(?(?:aged? )?(?P<age>\d{1,3})(?=[,.;)—–]| ?(?:—|–|years old))(?!,\d)")
_BEFORE = lazily.pattern(r"\b(?P<age>\d{1,3})-year-old (?:\p{Ll}+ )?\Z")


@record
class Check:
    """`Vance, 61,` where the fact base has the day on which the person was born (`born`).

    The story must be dated. The match is in doubt by one step where no title in the story shows that it is the listed person, and
    where the age is off by one. `far`: years off from which it is a namesake; `slack`: days around a birthday in which both ages do.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "born")
    far: int = 15
    slack: int = 3

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions if story.day else ():
            if mention.full and story.day and (match := self._match(story, mention, story.day)):
                yield match

    def agreeing(self, story: Story) -> Iterator[Match]:
        """Every printed age that the listed day of birth gives."""
        for mention in story.people.mentions if story.day else ():
            born = story.facts.about(mention.name, "born") if mention.full else ()
            found = _age(mention) if len({fact.value for fact in born}) == 1 else None
            if found and story.day and int(mention.block.text[slice(*found)]) == _years(born[0], story.day):
                yield Match(mention.block, found, evidence=(Evidence(f"{mention.name} was born on {born[0].value}", fact=born[0]),))

    def _match(self, story: Story, mention: Mention, day: date) -> Match | None:
        born = story.facts.about(mention.name, "born")
        found = _age(mention) if len({fact.value for fact in born}) == 1 else None
        if not found or story.quoted(mention.block, found):
            return None
        printed = int(mention.block.text[found.start : found.end])
        ages = {_years(born[0], date.fromordinal(day.toordinal() + shift)) for shift in (-self.slack, 0, self.slack)}
        off = min(abs(printed - age) for age in ages)
        if off == 0 or off >= self.far:
            return None
        right = str(_years(born[0], day))
        words = {"match": str(printed), "fix": right, "person": mention.name, "born": born[0].value}
        shown = Evidence(f"{born[0].subject} was born on {born[0].value}", fact=born[0])
        return Match(mention.block, found, (right,), words, (shown,), int(off == 1) + int(not _shown(story, mention)))


def _age(mention: Mention) -> Span | None:
    """Where an age stands right after a name, or before it."""
    text = mention.block.text
    start = mention.chain.span(mention.titles[0].start, mention.end).start if mention.titles else mention.span.start
    found = _AFTER.match(text, mention.span.end) or _BEFORE.search(text, max(0, start - 30), start)
    return Span(*found.span("age")) if found else None


def _years(fact: Fact, day: date) -> int:
    """The age on a day of somebody born on the day of the fact."""
    born = date.fromisoformat(fact.value)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _shown(story: Story, mention: Mention) -> bool:
    """Whether a title in the story shows that it is the listed person."""
    return any(other.titles for other in story.people.of(mention).mentions)
