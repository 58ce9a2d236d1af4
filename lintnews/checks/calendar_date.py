"""Calendar date: a date that no calendar has (April 31, or February 29 in a year that is no leap year)."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.ledger.days import Day
from lintnews.model import Block, Evidence, Match, Part
from lintnews.record import record

_MONTH_ALONE = lazily.pattern(
    r"\b(?:[Ii]n|[Tt]his|[Ll]ast|[Nn]ext|[Ee]very|[Ee]arly|[Ll]ate|[Mm]id|per|[Dd]uring|[Tt]hroughout)[\s-]+(?:early |late |mid-?)?\Z"
)
_NOUN = lazily.pattern(r"\s+\p{Ll}+(?:s|people|men|women|children)\b")
_DETERMINER = lazily.pattern(r"\b(?:[Tt]he|[Aa]n?|his|her|its|their|[Oo]n|\p{L}+['’]s?)\s+\Z")
_GREATEST = 39


@record
class Check:
    """Numbers far above 31 are taken for counts that happen to follow a month (`In May 60 ships`)."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "month", "last")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*Part):
            for day in days.named(block):
                if match := _match(story, block, day):
                    yield match


def _match(story: Story, block: Block, day: Day) -> Match | None:
    year = day.year or (story.day.year if story.day else None)
    last = monthrange(year or 2000, day.month)[1]
    sure = day.number <= monthrange(2000, day.month)[1]
    if 1 <= day.number <= last or day.number > _GREATEST or (sure and not day.year):
        return None
    before, behind = block.text[max(0, day.span.start - 30) : day.span.start], block.text[day.span.end : day.span.end + 40]
    if _MONTH_ALONE.search(before) and not day.year and day.weekday is None:
        return None
    name = days.MONTHS[day.month - 1]
    doubt = 1 if _NOUN.match(behind) and not _DETERMINER.search(before) and not day.year else 0
    leap = f" of {year}, which is no leap year" if day.month == 2 and day.number == 29 and year and not isleap(year) else ""
    names = {"match": block.text[slice(*day.span)], "month": name, "last": str(last)}
    return Match(block, day.span, (), names, (Evidence(f"{name}{leap} has {last} days"),), doubt)
