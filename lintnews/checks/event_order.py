"""Event order: a life or a case whose steps are dated in an order that they cannot have: died before born, sentenced before charged."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.record import record

_YEAR = lazily.pattern(r"\b(?:in|of)\s+(?:(?P<month>\p{Lu}\p{Ll}{2,8})\.?,?\s+)?(?P<year>1[5-9]\d\d|20\d\d)(?![\d,.:/–-]*\d|s\b|\s?%)")


#: The year of days that are told without one in a story without a date; days further apart may be of two years.
_NO_YEAR, _HALF_A_YEAR = 4, 182


class _Event(NamedTuple):
    """A step, where it is told, and the first and last day it may have been."""

    step: int
    span: Span
    first: date
    last: date


@record
class Check:
    """`order` names the steps, as patterns; a step's day or year stands in the same clause, up to 40 characters behind it.

    Two steps of one sentence are compared, and of two sentences in a row where the second begins with `he`, `she` or `it`.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "first", "second")
    order: tuple[str, ...]

    @cached_property
    def _steps(self) -> regex.Pattern[str]:
        steps = "|".join(f"(?P<step{i}>{step})" for i, step in enumerate(self.order))
        return lazily.compile(
            rf"(?<!not\s)(?<!never\s)\b(?:{steps})\b(?P<gap>[^.;:!?()“”\"]{{0,40}}?)(?=\bon\b|\bin\s+(?:[^\s\d]+\s+){{0,4}}?\d{{4}}\b|\s\p{{Lu}}\p{{Ll}}{{2,8}}\.?\s\d)"
        )

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            for told in _stretches(story, block):
                events = list(self._events(story, block, told))
                for one, other in pairwise(events):
                    early, late = (one, other) if one.step < other.step else (other, one)
                    unsure = _NO_YEAR in (one.first.year, other.first.year)
                    if one.step != other.step and late.last < early.first and not (unsure and _apart(early, late)):
                        yield _match(block, one, other)

    def _events(self, story: Story, block: Block, told: Span) -> Iterator[_Event]:
        for found in self._steps.finditer(block.text, *told):
            step = next(i for i in range(len(self.order)) if found[f"step{i}"])
            near = Span(found.end("gap"), min(told.end, found.end("gap") + 24))
            day = min(days.named(block, near), key=lambda day: day.span.start, default=None)
            year = _YEAR.match(block.text, found.end("gap"), near.end)
            meant = day and (day.at(day.year) if day.year else day.nearest(story.day) if story.day else day.at(_NO_YEAR))
            if meant and day and day.span.start - found.end("gap") < 6:
                yield _Event(step, Span(found.start(), day.span.end), meant, meant)
            elif year:
                yield _Event(step, Span(found.start(), year.end()), *_bounds(int(year["year"]), year["month"]))


def _apart(early: _Event, late: _Event) -> bool:
    """Whether two days of no known year may be of two years, or only one of them has none."""
    return (early.first.year == _NO_YEAR) is not (late.first.year == _NO_YEAR) or (early.first - late.last).days > _HALF_A_YEAR


def _bounds(year: int, name: str | None) -> tuple[date, date]:
    """The first and the last day of a year, or of a month of it."""
    month = next((i for i, full in enumerate(days.MONTHS, 1) if name and full.startswith(name[:3])), 0)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


_GOES_ON = lazily.pattern(r"(?:He|She|It|They)\s")


def _stretches(story: Story, block: Block) -> Iterator[Span]:
    """The sentences of a block; one that goes on with a pronoun together with the one before."""
    sentences = story.sentences(block)
    for i, sentence in enumerate(sentences):
        goes_on = i + 1 < len(sentences) and _GOES_ON.match(block.text, sentences[i + 1].start)
        yield Span(sentence.start, sentences[i + 1].end) if goes_on else sentence


def _match(block: Block, one: _Event, other: _Event) -> Match:
    texts = [" ".join(block.text[slice(*event.span)].split()) for event in (one, other)]
    names = {"match": texts[1], "first": texts[0], "second": texts[1]}
    return Match(block, other.span, (), names, (Evidence(f"“{texts[0]}”", block, one.span),))
