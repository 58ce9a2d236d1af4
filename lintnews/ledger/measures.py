"""A table of units and a text in, measures given twice out: `30 miles (48 kilometers)`, `5ft 6in (1.68m)`, `100 F (38 C)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import islice

import regex

from lintnews import lazily
from lintnews.ledger import numbers
from lintnews.model import LintNewsError, Span
from lintnews.record import record

_UNIT = lazily.pattern(r"(?P<quantity>\S.*?)(?: (?P<sizes>[\d./]+(?: or [\d./]+)*)(?: at (?P<at>-?[\d.]+))?)?")
_SIZELESS = "the unit `{}` needs a quantity and a size, like `length 1609.344`, not `{}`"
_HEDGE = r"(?:about|around|roughly|nearly|some|approximately|almost|more than|over|up to|at least|less than|under|close to|an? estimated)"
_SIGN = r"(?:(?:minus|negative)\s+|(?<![\w.,/])[-−–])"
#: A foot holds so many inches: `5-foot-6`, `6ft 2`.
_INCHES = 12


@record
class Unit:
    """`size`: how many of the quantity's own unit it is; none where its name does not say. `at`: where the quantity's nought lies."""

    quantity: str
    size: Fraction
    at: Fraction


@record
class Measure:
    """A measure in a text: `value` and `digit`, that of its last digit, in its first unit; `hedged`: “about” stands before it."""

    span: Span
    figure: Span
    value: Fraction
    digit: Fraction
    unit: Unit
    name: str
    hedged: bool
    compound: bool

    def converted(self, to: Unit) -> Fraction:
        """Its value in another unit of its quantity."""
        return self.step(to) * (self.value - self.unit.at) + to.at

    def step(self, to: Unit) -> Fraction:
        """What one of its unit is in another: a difference in degrees has no nought."""
        return self.unit.size / to.size


@record
class Units:
    """What units there are, some under one name, and where they are given twice."""

    of: Mapping[str, tuple[Unit, ...]]
    pattern: regex.Pattern[str]

    def twice(self, text: str) -> Iterator[tuple[Measure, Measure]]:
        """Every two measures of one quantity, the second in brackets or after “, or”."""
        for found in self.pattern.finditer(text) if "(" in text or ", or " in text else ():
            yield from self._least(found)
            pairs = ((_measure(found, "1", one, self), _measure(found, "2", other, self)) for one, other in self._meant(found))
            if read := [(first, second) for first, second in pairs if first and second]:
                yield min(read, key=lambda two: abs(two[0].converted(two[1].unit) - two[1].value))

    def _least(self, found: regex.Match[str]) -> Iterator[tuple[Measure, Measure]]:
        """The first figures of two ranges: `60 to 70 mph (97 to 113 kph)`."""
        if found["least1"] and found["least2"]:
            for one, other in islice(self._meant(found), 1):
                yield _least(found, "1", one), _least(found, "2", other)

    def _meant(self, found: regex.Match[str]) -> Iterator[tuple[Unit, Unit]]:
        """The pairs of units that two names may mean: a gallon is one of two, “degrees” the scale that the other has not."""
        for one in self._of(found["unit1"], found["unit2"]):
            for other in self._of(found["unit2"], found["unit1"]):
                if one.quantity == other.quantity and one != other:
                    yield one, other

    def _of(self, name: str, beside: str) -> tuple[Unit, ...]:
        named = self.of[name.lower()]
        if named[0].size:
            return named
        its = self.of[beside.lower()]
        known = (unit for units in self.of.values() for unit in units if unit.quantity == named[0].quantity and unit.size)
        return tuple(dict.fromkeys(unit for unit in known if unit not in its)) if its[0].size else ()


@lru_cache(maxsize=16)
def units(table: tuple[tuple[str, str], ...]) -> Units:
    """The units of a table of `mile: length 1609.344`, `F: temperature 5/9 at 32`, `degrees: temperature`, `gallon: volume 3.785 or 4.546`.

    Raises LintNewsError for a unit of no known size.
    """
    of = {name.lower(): tuple(_read(name, text)) for name, text in table}
    sizes = {(unit.quantity, unit.size) for known in of.values() for unit in known if unit.size}
    for name, text in table:
        if not of[name.lower()][0].size and sum(quantity == text for quantity, _ in sizes) != 2:
            raise LintNewsError(_SIZELESS.format(name, text))
    names = "|".join(sorted(map(lazily.escape, of), key=len, reverse=True))

    def side(number: str) -> str:
        figure = numbers.PATTERN
        more = rf"(?:(?:,?\s+|\s+and\s+|-)?(?P<more{number}>\d+(?:\.\d+)?)(?:[\s\u00a0-]?(?P<small{number}>{names})\b\.?)?(?![\w.,%]*\d))?"
        return (
            rf"(?P<hedge{number}>{_HEDGE}\s+)?(?:(?P<least{number}>{figure})(?:\s+to\s+|\s?[-–]\s?))?(?P<minus{number}>{_SIGN})?"
            rf"(?P<figure{number}>{figure})[\s\u00a0-]?(?P<unit{number}>{names})(?!\w)\.?{more}"
        )

    start = r"(?<![\d.,/$£€°'’])(?<![\w)]-)"
    return Units(of, lazily.compile(rf"{start}{side('1')}(?:\s*\(\s*|,\s+or\s+){side('2')}(?!\s*\d)", lazily.IGNORECASE))


def _read(name: str, text: str) -> Iterator[Unit]:
    found = _UNIT.fullmatch(text)
    if not found or (not found["sizes"] and " " in text):
        raise LintNewsError(_SIZELESS.format(name, text))
    try:
        for size in (found["sizes"] or "0").split(" or "):
            yield Unit(found["quantity"], Fraction(size), Fraction(found["at"] or 0))
    except (ValueError, ZeroDivisionError):
        raise LintNewsError(_SIZELESS.format(name, text)) from None


def _measure(found: regex.Match[str], side: str, unit: Unit, units: Units) -> Measure | None:
    """One of the two; none where a second figure in it is of nothing that a compound has."""
    figure = numbers.number(found[f"figure{side}"], found.start(f"figure{side}"))
    value, digit, end = figure.value, figure.unit, figure.span.end
    if more := found[f"more{side}"]:
        small = _small(found[f"small{side}"], unit, units)
        if not small:
            return None
        value, digit, end = value + Fraction(more) * small, numbers.number(more).unit * small, found.end(f"more{side}")
    if found[f"minus{side}"]:
        value = -value
    start = found.start(f"minus{side}") if found[f"minus{side}"] else figure.span.start
    whole = Span(start, found.end(f"small{side}") if found[f"small{side}"] else max(end, found.end(f"unit{side}")))
    hedged = bool(found[f"hedge{side}"])
    return Measure(whole, Span(start, end), value, digit, unit, found[f"unit{side}"], hedged, bool(more))


def _least(found: regex.Match[str], side: str, unit: Unit) -> Measure:
    figure = numbers.number(found[f"least{side}"], found.start(f"least{side}"))
    hedged = bool(found[f"hedge{side}"])
    return Measure(figure.span, figure.span, figure.value, figure.unit, unit, found[f"unit{side}"], hedged, compound=False)


def _small(name: str | None, unit: Unit, units: Units) -> Fraction | None:
    """What the smaller unit of a compound is in the greater: an inch 1/12 of a foot."""
    if name is None:
        return Fraction(1, _INCHES) if unit.size == Fraction("0.3048") else None
    small = units.of[name.lower()][0]
    return small.size / unit.size if small.quantity == unit.quantity and 0 < small.size < unit.size else None
