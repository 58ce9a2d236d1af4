"""A story in, its numbers and dates out as items."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lintnews import lazily
from lintnews.evidence.nouns import Against, Seen, Sort, Standing
from lintnews.ledger import Story, days, events, numbers
from lintnews.ledger.days import Day
from lintnews.ledger.sources import Cited
from lintnews.model import COPY, Block, Span
from lintnews.words import fold

#: What is counted, behind a number.
_COUNTED = lazily.pattern(
    r"(?:%|[ -](?:percent|per cent)\b|[ -](?!(?:of|in|to|on|at|by|and|or|the|a|an|for|from|with|as)\b)\p{L}[\p{L}’'-]*)"
)
_MONEY = lazily.pattern(r"[$£€¥]\Z")
_WORD = lazily.pattern(r"[\p{L}\p{N}]+")
_Key = tuple[object, str]


def found_numbers(story: Story) -> Iterator[Seen]:
    """Every number of the copy but bare years, days of dates, and `one`, which is seldom a count."""
    seen = [(block, span, key) for block in story.blocks(*COPY) for span, key in _numbers(block)]
    times: dict[_Key, int] = {}
    for _, _, key in seen:
        times[key] = times.get(key, 0) + 1
    for block, span, key in seen:
        if told := next(_told(block.text[slice(*span)], story.sources), None):
            yield Seen(Sort.NUMBER, block, span, Standing.AGREES, (told,))
        elif times[key] > 1:
            yield Seen(Sort.NUMBER, block, span, Standing.INSIDE, (Against(f"the story gives it {times[key]} times, always so"),))
        else:
            yield Seen(Sort.NUMBER, block, span, Standing.OPEN, (Against(_unsourced(story)),))


def _numbers(block: Block) -> Iterator[tuple[Span, _Key]]:
    taken = [day.span for day in days.named(block)]
    for number in numbers.found(block.text):
        year = number.unit == 1 and 1900 <= number.value <= 2100 and "," not in block.text[slice(*number.span)]
        if year or any(day.overlaps(number.span) for day in taken) or (number.value <= 1 and block.text[number.span.start].isalpha()):
            continue
        behind = _COUNTED.match(block.text, number.span.end)
        start = number.span.start - bool(_MONEY.search(block.text, max(0, number.span.start - 1), number.span.start))
        yield Span(start, behind.end() if behind else number.span.end), (number.value, fold(behind[0]).strip() if behind else "")


def found_dates(story: Story) -> Iterator[Seen]:
    """Every day that the copy names by month and number."""
    for block in story.blocks(*COPY):
        for day in days.named(block):
            yield Seen(Sort.DATE, block, day.span, *_dated(story, block, day))


def _dated(story: Story, block: Block, day: Day) -> tuple[Standing, tuple[Against, ...]]:
    meant = day.at(day.year) if day.year else day.nearest(story.day) if story.day else None
    if meant:
        for event in events.listed(story.facts, block, story.sentence(block, day.span.start)):
            if event.fact and event.day == meant:
                return Standing.AGREES, (Against(event.fact.sentence(), event.fact.source, event.fact.as_of),)
        for told in _told(f"{days.MONTHS[day.month - 1]} {day.number}", story.sources):
            return Standing.AGREES, (told,)
    return Standing.OPEN, (Against(_calendar(day, meant)),)


def _calendar(day: Day, meant: date | None) -> str:
    if meant is None:
        return "the story has no day, so the year is not known" if not day.year else "the calendar has no such day"
    return f"the calendar has it ({meant.isoformat()}); no dated event of the facts stands beside it"


def _told(words: str, sources: tuple[Cited, ...] | object) -> Iterator[Against]:
    """The sources of the story that hold a number with its noun, or a day, word for word."""
    wanted = f" {' '.join(_WORD.findall(fold(words)))} "
    for each in sources if isinstance(sources, tuple) else ():
        if wanted.strip() and wanted in f" {' '.join(_WORD.findall(fold(each.text)))} ":
            yield Against(f"stands in {each.name}")


def _unsourced(story: Story) -> str:
    return "none of the sources of the story has it so" if story.sources else "the story names no source under `sources`, and gives it once"
