"""Weekday: a weekday beside a date that fell on another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.ledger.days import Day
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_TAIL = lazily.pattern(
    rf",\s+(?:which\s+(?:is|was|falls\s+on|fell\s+on)\s+)?an?\s+(?P<weekday>{'|'.join(days.WEEKDAYS)})\b(?!\s+(?:night|morning|evening|afternoon|when)?\s?(?:game|match|show|paper|of))"
)


@record
class Check:
    """`within` is how many days from the story's day a date without a year may lie for its year to be taken as known; `close`, how many

    where the year before or after would explain the weekday: then it is a matter of judgement.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "date", "given", "right")
    within: int = 180
    close: int = 10

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*Part):
            for day in days.named(block):
                told = day if day.weekday is not None else _told_after(block, day)
                if told.weekday is not None and (match := self._match(story, block, told)):
                    yield match

    def agreeing(self, story: Story) -> Iterator[Match]:
        """Every date whose weekday is the calendar's."""
        for block in story.blocks(*Part):
            for day in days.named(block):
                meant = self._meant(story, day) if day.weekday is not None else None
                if meant and meant.weekday() == day.weekday:
                    yield Match(
                        block, day.span, evidence=(Evidence(f"the calendar: {meant.isoformat()} is a {days.WEEKDAYS[day.weekday]}"),)
                    )

    def _match(self, story: Story, block: Block, day: Day) -> Match | None:
        meant = self._meant(story, day)
        if meant is None or day.weekday is None or day.weekday_span is None or meant.weekday() == day.weekday:
            return None
        given = block.text[slice(*day.weekday_span)]
        right = days.WEEKDAYS[meant.weekday()]
        short = right if len(given) > 4 else right[: len(given)]
        lead = block.text[day.span.start : day.weekday_span.start]
        rest = block.text[day.weekday_span.end : day.span.end]
        doubt = 0 if day.year else 2 if _elsewhere(day, meant) else 1
        if doubt == 2 and rest.lstrip(" .,").startswith("the "):
            return None
        names = {"match": block.text[slice(*day.span)], "date": days.printed(meant), "given": given, "right": right}
        shown = Evidence(f"{meant.isoformat()} was a {right}" + ("" if day.year else f", by the story's day, {story.day}"))
        return Match(block, day.span, (lead + short + rest,), names, (shown,), doubt)

    def _meant(self, story: Story, day: Day) -> date | None:
        """The date meant, or None: without a year, one near the story's day that no neighbouring year explains."""
        if day.year:
            return day.at(day.year)
        if story.day is None:
            return None
        meant = day.nearest(story.day)
        if meant is None:
            return None
        return meant if abs((meant - story.day).days) <= (self.close if _elsewhere(day, meant) else self.within) else None


def _told_after(block: Block, day: Day) -> Day:
    """The day with the weekday that is told behind it: `July 4, a Monday`."""
    tail = _TAIL.match(block.text, day.span.end)
    if not tail:
        return day
    return Day(
        Span(day.span.start, tail.end()), day.month, day.number, day.year, days.weekday(tail["weekday"]), Span(*tail.span("weekday"))
    )


def _elsewhere(day: Day, meant: date) -> bool:
    return any(there.weekday() == day.weekday for year in (meant.year - 1, meant.year + 1) if (there := day.at(year)))
