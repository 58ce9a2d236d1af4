"""A story in, the days it may have been written on out: its own day, or what the posts of the people in it leave open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lintnews.ledger.people import Mention
from lintnews.ledger.posts import ever_held, first_day, forms, last_day
from lintnews.ledger.titles import Sort
from lintnews.model import Fact
from lintnews.words import fold

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: First and last ordinal day.
Era = tuple[int, int]
ALWAYS: Era = (date.min.toordinal(), date.max.toordinal())


def read(story: Story) -> Era:
    """The days on which every person held the post that the story gives; terms that do not meet are left out."""
    if story.day:
        return story.day.toordinal(), story.day.toordinal()
    low, high = ALWAYS
    for mention in story.people.mentions:
        terms = [_term(fact) for fact in _as_printed(story, mention)]
        meeting = [(max(low, a), min(high, b)) for a, b in terms if a <= high and b >= low]
        if meeting:
            low, high = min(a for a, _ in meeting), max(b for _, b in meeting)
    return low, high


def during(fact: Fact, era: Era, slack: int = 0) -> bool:
    """Whether a fact may have held on some day of an era."""
    since, until = _term(fact)
    return since - slack <= era[1] and era[0] <= until + slack


def _term(fact: Fact) -> Era:
    return (first_day(fact.since) if fact.since else ALWAYS[0]), (last_day(fact.until) if fact.until else ALWAYS[1])


def _as_printed(story: Story, mention: Mention) -> list[Fact]:
    """The facts that give the person the post printed before the name."""
    if not mention.title or mention.title.sort is not Sort.POST:
        return []
    printed = fold(mention.chain.text(mention.title.start, mention.title.end))
    return [fact for fact in ever_held(story, mention) if printed in map(fold, forms(story.facts, fact.value))]
