"""Former: a person called the former holder of a post that, by dated facts, the person held on the story's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import forms, held, on
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold

_FORMER = lazily.pattern(r"(?<![\p{L}-])(?:(?:[Ff]ormer|FORMER|[Oo]ne-?time) |(?:[Ee]x|[Tt]hen)[-–‑]|[Ee]x )\Z")


@record
class Check:
    """`former`, `ex-` or `then-` before a listed post and the full name of one who held it well before and after that day.

    The story must be dated. `slack`: days at either end of a term within which nothing is said.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "post", "day")
    slack: int = 30

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            return
        for mention in story.people.mentions:
            title = mention.title
            if (
                mention.full
                and title
                and title.sort is Sort.POST
                and len(mention.titles) == 1
                and not story.quoted(mention.block, mention.span)
            ):
                yield from self._match(story, mention, story.day)

    def _match(self, story: Story, mention: Mention, day: date) -> Iterator[Match]:
        start = mention.chain.tokens[mention.titles[0].start].span.start
        found = _FORMER.search(mention.block.text, max(0, start - 12), start)
        own = held(story, mention) if found else ()
        if not found or len({fact.subject for fact in own}) != 1:
            return
        printed = fold(mention.title_text())
        now = [fact for fact in own if _surely(fact, day, self.slack) and printed in map(fold, forms(story.facts, fact.value))]
        if now:
            words = {"match": found[0].strip(), "person": mention.name, "post": now[0].value, "day": day.isoformat()}
            yield Match(mention.block, Span(found.start(), found.end()), ("",), words, (Evidence(now[0].sentence(), fact=now[0]),))


def _surely(fact: Fact, day: date, slack: int) -> bool:
    """Whether the post was held then and for some time before and after, as far as it is known."""
    return bool(fact.since) and on(fact, day, -slack) and bool(fact.until or day.isoformat() <= fact.as_of)
