"""Former: a person called the former holder of a post, its acting or its coming one, who by dated facts held it on the story's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import first_day, forms, held, on, singles, surnamed
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold

_FORMER = lazily.pattern(r"(?<![\p{L}-])(?:(?:[Ff]ormer|FORMER|[Oo]ne-?time|(?P<acting>[Aa]cting)) |(?:[Ee]x|[Tt]hen)[-–‑]|[Ee]x )\Z")
_ELECT = lazily.pattern(
    r"(?<![\p{L}-])(?P<post>(?:Vice[ -])?President|Prime Minister|Gov(?:ernor|\.)|Mayor|Chancellor)(?P<elect>[-–‑][Ee]lect) \Z"
)


#: Days into a post from which nobody is called its coming holder or its acting one, and before one that may be meant.
_ELECTED = 90


@record
class Check:
    """`former`, `ex-`, `then-` or `acting` before a listed post and the full name of one who held it well before and after that day,
    and `-elect` behind a post before the name or the surname of such a one.

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
            elif match := self._elected(story, mention, story.day):
                yield match

    def _elected(self, story: Story, mention: Mention, day: date) -> Match | None:
        start = mention.span.start
        found = _ELECT.search(mention.block.text, max(0, start - 30), start) if mention.block.text.endswith("lect ", 0, start) else None
        if not found or story.quoted(mention.block, mention.span):
            return None
        posts, full = singles(story.facts, found["post"]), " " in story.people.of(mention).name
        own = [f for f in held(story, mention) if f.value in posts] if full else surnamed(story.facts, found["post"], mention.surname)
        now = [fact for fact in own if _surely(fact, day, _ELECTED)]
        if len({fact.subject for fact in now}) != 1 or any(0 < _until(fact, day) < _ELECTED for fact in own):
            return None
        words = {"match": found["elect"], "person": now[0].subject, "post": now[0].value, "day": day.isoformat()}
        return Match(mention.block, Span(*found.span("elect")), ("",), words, (Evidence(now[0].sentence(), fact=now[0]),), 1)

    def _match(self, story: Story, mention: Mention, day: date) -> Iterator[Match]:
        start = mention.chain.tokens[mention.titles[0].start].span.start
        found = _FORMER.search(mention.block.text, max(0, start - 12), start)
        own = held(story, mention) if found else ()
        if not found or len({fact.subject for fact in own}) != 1:
            return
        printed = fold(mention.title_text())
        now = [fact for fact in own if _surely(fact, day, self.slack) and printed in map(fold, forms(story.facts, fact.value))]
        if found["acting"] and (any(_acted(fact) for fact in own) or not all(on(fact, day, -_ELECTED) for fact in now)):
            return
        if now:
            words = {"match": found[0].strip(), "person": mention.name, "post": now[0].value, "day": day.isoformat()}
            yield Match(mention.block, Span(found.start(), found.end()), ("",), words, (Evidence(now[0].sentence(), fact=now[0]),))


def _acted(fact: Fact) -> bool:
    return fact.value.startswith("Acting ")


def _until(fact: Fact, day: date) -> int:
    """Days from a day to the beginning of a term."""
    return first_day(fact.since) - day.toordinal() if fact.since else 0


def _surely(fact: Fact, day: date, slack: int) -> bool:
    """Whether the post was held then and for some time before and after, as far as it is known."""
    return bool(fact.since) and on(fact, day, -slack) and bool(fact.until or day.isoformat() <= fact.as_of)
