"""Holiday: a feast named beside a date that it does not fall on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.ledger.days import Day
from lintnews.model import Block, Evidence, Match, OptionError, Part, Span
from lintnews.record import record, replace

_FIXED = lazily.pattern(r"(?P<month>\p{Lu}\p{Ll}{2,8}) (?P<day>\d{1,2})")
_NTH = lazily.pattern(r"(?P<n>[1-4]|last) (?P<weekday>\p{Lu}\p{Ll}{2,8}) (?P<month>\p{Lu}\p{Ll}{2,8})(?: (?P<shift>[+-]\d+))?")
_NUMBER = lazily.pattern(r"(?<!\d)\d{1,2}(?!\d)")
_EASTER = lazily.pattern(r"easter(?: (?P<shift>[+-]\d+))?")


@record
class Check:
    """`feasts`: each name with its day: `December 25`, `4 Thursday November`, `last Monday May`, `4 Thursday November +1`, `easter -2`.

    The date stands right beside the name, set off by a comma or in parentheses. Without a year the story must be dated.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "feast", "right", "year")
    feasts: Mapping[str, str]

    def validate(self) -> None:
        """Raise OptionError for a day that cannot be read."""
        for name, rule in self.feasts.items():
            try:
                _on(rule, 2020)
            except (ValueError, StopIteration, LookupError):
                raise OptionError(
                    f"`{rule}` is no day: write `December 25`, `4 Thursday November` or `easter -2`", "feasts", name
                ) from None

    @cached_property
    def _named(self) -> regex.Pattern[str]:
        names = "|".join(
            lazily.escape(name).replace("'", "['’]").replace("\\ ", r"\s+") for name in sorted(self.feasts, key=len, reverse=True)
        )
        return lazily.compile(rf"(?<![\p{{L}}-])(?P<feast>{names})(?![\p{{L}}-])")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*Part):
            dated = list(days.named(block)) if self._named.search(block.text) else []
            for found in self._named.finditer(block.text) if dated else ():
                for day in (_behind(block.text, found.end(), day) for day in dated):
                    if _beside(block.text, Span(*found.span()), day) and (match := self._match(story, block, found, day)):
                        yield match

    def _match(self, story: Story, block: Block, found: regex.Match[str], day: Day) -> Match | None:
        year = day.year or (near.year if story.day and (near := day.nearest(story.day)) else None)
        if year is None:
            return None
        name = " ".join(found["feast"].replace("’", "'").split())
        falls = _on(self.feasts[name], year)
        given = day.at(year)
        if given is None or given == falls:
            return None
        words = days.printed(falls) if day.year else days.printed(falls).partition(",")[0]
        names = {"match": found[0], "feast": found["feast"], "right": words, "year": str(year)}
        away = abs((given - falls).days)
        shown = Evidence(f"{name} fell on {falls.isoformat()}", block, Span(*found.span()))
        printed = block.text[slice(*day.span)]
        fixes = (_NUMBER.sub(str(falls.day), printed, count=1),) if falls.month == day.month and day.weekday is None else ()
        return Match(block, day.span, fixes, names, (shown,), int(away > 45 or not day.year))


_JOIN = lazily.pattern(
    r"\s*(?:,|\(|—|–|:)\s*(?:which\s+(?:falls|fell)\s+on\s+|on\s+)?|\s+(?:on|falls\s+on|fell\s+on|is|was|which\s+is|(?:is|was|will\s+be)\s+on)\s+"
)
_SHUT = lazily.pattern(r"\s*(?:[,.;)—–]|\Z|\s(?:in|at|and|to|when|with|for|as)\b)")


def _behind(text: str, end: int, day: Day) -> Day:
    """A day without the weekday that is the end of a feast's name: `Good Friday, April 1`."""
    if not day.weekday_span or day.weekday_span.end != end:
        return day
    join = _JOIN.match(text, end)
    return replace(day, span=Span(join.end() if join else end, day.span.end), weekday=None, weekday_span=None)


_AROUND = lazily.pattern(
    r"(?i)\b(?:before|after|until|till|since|by|through|from|between|around|week|days?|eve|and|of)\s+(?:of\s+)?(?:the\s+)?\Z"
)


def _beside(text: str, feast: Span, day: Day) -> bool:
    """Whether nothing but a comma, a parenthesis or `on` stands between a feast and a date that follows or goes before it."""
    if _AROUND.search(text, max(0, feast.start - 24), feast.start):
        return False
    if day.span.start >= feast.end:
        return _JOIN.fullmatch(text, feast.end, day.span.start) is not None
    between = _JOIN.fullmatch(text, day.span.end, feast.start)
    return (
        between is not None and _SHUT.match(text, feast.end) is not None and "and" not in text[max(0, day.span.start - 5) : day.span.start]
    )


def _on(rule: str, year: int) -> date:
    """The day of a feast in a year."""
    if fixed := _FIXED.fullmatch(rule):
        return date(year, days.month(fixed["month"]), int(fixed["day"]))
    if easter := _EASTER.fullmatch(rule):
        return _easter(year) + timedelta(int(easter["shift"] or 0))
    nth = _NTH.fullmatch(rule)
    if nth is None:
        raise ValueError(rule)
    month, weekday = days.month(nth["month"]), days.weekday(nth["weekday"])
    all_of_them = [day for n in range(1, 32) if (day := Day(Span(0, 0), month, n).at(year)) and day.weekday() == weekday]
    return all_of_them[-1 if nth["n"] == "last" else int(nth["n"]) - 1] + timedelta(int(nth["shift"] or 0))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm printed in Nature in 1876."""
    century, rest = divmod(year, 100)
    leaps, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leaps - shift + 15) % 30
    quarter, ones = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - epact - ones) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
