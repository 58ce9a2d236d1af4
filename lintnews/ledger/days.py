"""Text in, days out: the day a story is dated, and every day it names with the weekday and the year it gives."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

import regex

from lintnews import lazily
from lintnews.model import Block, Document, Part, Span
from lintnews.record import record

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

#: A month in full or short, for the middle of a pattern.
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*"

_ISO = lazily.pattern(r"(\d{4})-(\d\d)-(\d\d)")
_WEEKDAY = r"(?P<weekday>Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b"
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?![\d,.]*\d)"
_NOT_A_DAY = r"(?![\d:]|[,.]\d|\s?(?:%|percent|per cent|million|billion|trillion|a\.m|p\.m))"
_LEAD = rf"(?<![\p{{L}}\d'’-])(?:{_WEEKDAY}\.?(?P<between>,?\s+(?:the\s+|on\s+)?))?"
_MONTH_FIRST = lazily.pattern(rf"{_LEAD}{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_NOT_A_DAY}(?:,?\s+{_YEAR})?", lazily.DOTALL)
_DAY_FIRST = lazily.pattern(
    rf"{_LEAD}(?<![\d.,:$£€/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\.(?=,?\s*\d))?(?:,?\s+{_YEAR})?", lazily.DOTALL
)
#: How many blocks at the head of a story may hold the line of its date, and how long that line may be.
_HEAD, _LINE = 10, 120
_AROUND_DATE = lazily.pattern(
    r"(?:[\s,.:|·•—–()/-]|\d{1,2}|[ap]\.?m\b|[A-Z]{2,4}\b|(?:first |last )?(?:published|updated|posted|created|modified|date|on|at|by)\b)*",
    lazily.IGNORECASE,
)
_HINT = lazily.pattern(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


@record
class Day:
    """A day as a text names it; `weekday` counts from Monday, 0. The number may be one that the month has not."""

    span: Span
    month: int
    number: int
    year: int | None = None
    weekday: int | None = None
    weekday_span: Span | None = None

    def at(self, year: int) -> date | None:
        """This day in a year, or None when that year has no such day."""
        if not 1 <= self.number <= monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.number)

    def nearest(self, day: date) -> date | None:
        """This day in the year that it gives, or in the year that brings it nearest to `day`."""
        years = (self.year,) if self.year else (day.year, day.year - 1, day.year + 1)
        found = [there for year in years if (there := self.at(year))]
        return min(found, key=lambda there: abs((there - day).days), default=None)


def story_day(document: Document) -> date | None:
    """The day of the story: by its front matter or metadata (`date`, `published` …), else by a line of date or a dateline at its head."""
    for key in ("date", "published", "datePublished", "pubdate", "updated"):
        if found := _ISO.match(str(document.meta.get(key, ""))):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return next((day for block in document.blocks[:_HEAD] if (day := _date_line(block))), None)


def _date_line(block: Block) -> date | None:
    """The day of a block that is nothing but a date, the time and `Published`, or of a byline or a dateline that has one."""
    if block.part is Part.HEADLINE or len(block.text) > _LINE:
        return None
    for day in named(block):
        rest = block.text[: day.span.start] + block.text[day.span.end :]
        if day.year and (block.part in (Part.BYLINE, Part.DATELINE) or _AROUND_DATE.fullmatch(rest)):
            return day.at(day.year)
    return None


def named(block: Block, within: Span | None = None) -> Iterator[Day]:
    """The days that a block, or a stretch of it, names by month and number: `3 May` first, then `May 3`, each in reading order."""
    start, end = within or (0, len(block.text))
    if not _HINT.search(block.text, start, end):
        return
    found = list(_MONTH_FIRST.finditer(block.text, start, end))
    taken = [match.start() for match in found]
    for match in _DAY_FIRST.finditer(block.text, start, end):
        at = bisect_left(taken, match.end())
        if not at or found[at - 1].end() <= match.start():
            yield _day(match)
    yield from map(_day, found)


def weekday(name: str) -> int:
    """The number of a weekday, Monday 0, from its name or short form."""
    return next(i for i, day in enumerate(WEEKDAYS) if day.startswith(name[:3]))


def off(name: str, day: date) -> int:
    """How many days after a day, or before it where negative, the weekday of that name nearest to it is."""
    return (weekday(name) - day.weekday() + 3) % 7 - 3


def month(name: str) -> int:
    """The number of a month, January 1, from its name or short form."""
    return next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))


def _day(match: regex.Match[str]) -> Day:
    name, year = match["weekday"], match["year"]
    return Day(
        Span(*match.span()), month(match["month"]), int(match["day"]), int(year) if year else None,
        weekday(name) if name else None, Span(*match.span("weekday")) if name else None,
    )  # fmt: skip


def printed(day: date) -> str:
    """A day in words, for messages: `January 3, 2020`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
