"""Day span: how long something lasted, in days, weeks, months or years, told beside the two days or months that it lies between."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import Story, days, numbers
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record
from lintnews.words import like

_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
#: By how many of its kind a span may be off: a week has seldom seven days, and months are counted loosely.
_SLACK = {"day": 1.0, "week": 4.0, "month": 16.0, "year": 183.0}
_HEDGE = (
    r"(?P<hedge>(?:about|around|roughly|nearly|almost|some|over|more than|less than|just over|just under|at least|only|just|a mere)\s+)*"
)
_SPAN = rf"{_HEDGE}(?P<n>\b{numbers.PATTERN})[\s-](?P<unit>day|week|month|year)s?\b(?![\s-]old)"


def _date(name: str) -> str:
    return (
        rf"(?-i:(?:(?P<{name}_first>\d{{1,2}})\s+)?(?P<{name}_month>{days.MONTH})\b\.?(?:\s+(?P<{name}_day>\d{{1,2}})\b(?![,.]\d))?"
        rf"(?:,?\s+(?P<{name}_year>(?:1[5-9]|20)\d\d)\b)?)(?![\d,]*\d|\s?%)"
    )


#: Words that leave room for less than is true, and for more.
_LOOSE = {
    "down": lazily.pattern(r"about|around|roughly|some|over|more than|at least"),
    "up": lazily.pattern(r"about|around|roughly|some|nearly|almost|less than|just under"),
}
_CLEAR = r"[^.;:!?()“”\"\d]"
_MADE = r"(?:(?:or|for|lasting|which is|that is|an?|the|total|a total|period|span|stretch|run|spell|stay|stint|term)\s+(?:of\s+)?){0,4}"
_SPANS = (
    lazily.pattern(
        rf"(?i)\b(?P<way>from|between)\s+{_date('a')}\s+(?P<to>to|through|until|till|and)\s+{_date('b')}"
        rf"(?:,\s+|\s+\(|\s+[—–]\s+|\.\s+(?:the|that|this|his|her|its|their)\s+){_MADE}{_SPAN}(?!\s+(?:after|before|later|earlier|ago|from|in\s+(?-i:[\p{{Lu}}\d])))"
    ),
    lazily.pattern(
        rf"(?i)\b(?:on|in|of)\s+{_date('a')},?\s+and\s+(?:\p{{L}}+\s+){{1,3}}(?P<to>until|through|till|to)\s+{_date('b')},\s+(?:or\s+)?{_SPAN}"
        rf"(?!\s+(?:after|before|later|earlier|ago))"
    ),
    lazily.pattern(
        rf"(?i)\b(?:on|in)\s+{_date('a')}{_CLEAR}{{1,60}}?\b(?:on|in)\s+{_date('b')},?\s+after\s+(?:more\s+than\s+)?{_SPAN}(?=\s+of\b|[,.;])"
    ),
    lazily.pattern(
        rf"(?i)\b(?:on|in|of)\s+{_date('a')}{_CLEAR}{{1,80}}?\b(?:on|in|until)\s+{_date('b')},?\s+{_SPAN}\s+(?:later|afterward|on)(?=[,.;]|\s)"
    ),
    lazily.pattern(
        rf"(?i)\b(?:on|in|of)\s+{_date('a')}{_CLEAR}{{0,60}}?,?\s+and,?\s+{_CLEAR}{{0,40}}?{_SPAN}\s+later,?\s+(?:on|in)\s+{_date('b')}"
    ),
)  # fmt: skip


_RANGE = lazily.pattern(rf"(?i)\b(?:from|between)\s+{_date('a')}\s+(?P<to>to|through|until|till|and)\s+{_date('b')}")


class _When(NamedTuple):
    first: date
    last: date


@record
class Check:
    """`from May 2 to May 16, three weeks`; `on Oct. 3 … on Oct. 17, three weeks later`.

    Days without a year are of one year, or the second one is of the next.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    need: ClassVar[Need] = Need((*_LENGTH, "from ", "between "), folded=True)

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            for found in _RANGE.finditer(block.text):
                yield from _turned(block, found)
            for pattern in _SPANS if any(unit in block.text for unit in _LENGTH) else ():
                for found in pattern.finditer(block.text):
                    if match := _match(block, found):
                        yield match


def _match(block: Block, found: regex.Match[str]) -> Match | None:
    two, given, unit = _days(found), numbers.number(found["n"]).value, found["unit"].lower()
    if two is None or given.denominator != 1 or given == 0:
        return None
    one, other = two
    through = found.groupdict().get("to") in ("through", "to", "until", "till")
    low, high = (other.first - one.last).days, (other.last - one.first).days + through
    length = _LENGTH[unit]
    hedge, told = (found["hedge"] or "").lower(), float(given) * length
    down, up = (high / 4 if _LOOSE[way].search(hedge) else 0 for way in ("down", "up"))
    if low - _SLACK[unit] - down < told < high + _SLACK[unit] + up or low < 0:
        return None
    exact = round((high if through else (low + high) / 2) / length)
    right = numbers.SMALL[exact] if exact < len(numbers.SMALL) and not found["n"][:1].isdigit() else str(exact)
    fixes = (like(right, found["n"]),) if exact else ()
    said = f"{_shown(found, 'a')} to {_shown(found, 'b')} is {exact} {unit}{'s' * (exact != 1)}"
    names = {"match": found[0], "given": found["n"], "right": right, "sum": said}
    return Match(block, Span(*found.span("n")), fixes, names, (Evidence(said, block, Span(*found.span())),))


def _turned(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    """A range whose last day or month, with its year, is before the first."""
    two = _days(found)
    if two and found["a_year"] and found["b_year"] and two[1].last < two[0].first:
        first, last = _shown(found, "a"), _shown(found, "b")
        said = f"{last} is before {first}"
        start, end = (found.start(f"a_{part}") for part in ("first", "month")), found.end()
        span = Span(next(at for at in start if at >= 0), end)
        names = {"match": found[0], "given": last, "right": first, "sum": said, "message": said}
        yield Match(block, span, (), names, (Evidence(said, block, span),))


def _days(found: regex.Match[str]) -> tuple[_When, _When] | None:
    """The two days or months of a match; without years they are of one year, or the second one is of the next."""
    years = [int(found[f"{name}_year"]) if found[f"{name}_year"] else None for name in "ab"]
    first, last = (days.month(found[f"{name}_month"]) for name in "ab")
    turned = last < first or (last == first and _number(found, "b") < _number(found, "a"))
    base = years[0] or (years[1] - turned if years[1] else 2001)
    one, other = _when(found, "a", base), _when(found, "b", years[1] or base + turned)
    return (one, other) if one and other else None


def _number(found: regex.Match[str], name: str) -> int:
    return int(found[f"{name}_first"] or found[f"{name}_day"] or 0)


def _when(found: regex.Match[str], name: str, year: int) -> _When | None:
    month, number = days.month(found[f"{name}_month"]), _number(found, name)
    last = monthrange(year, month)[1]
    if number > last:
        return None
    return _When(date(year, month, number or 1), date(year, month, number or last))


def _shown(found: regex.Match[str], name: str) -> str:
    end = max(found.end(f"{name}_{part}") for part in ("month", "day", "year"))
    start = found.start(f"{name}_first") if found[f"{name}_first"] else found.start(f"{name}_month")
    return " ".join(found.string[start:end].split())
