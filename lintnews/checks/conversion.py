"""Conversion: a measure given twice, `30 miles (48 kilometers)`, whose two figures are not the same length, weight or heat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, measures
from lintnews.ledger.measures import Measure, Units
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

#: Up to this relative difference either figure may be a round one; beyond it only the last printed digit may be.
ROUND = Fraction(1, 4)
#: A figure rounder than its other may be off by this share of it, where no “about” stands before it.
_ROUNDER = Fraction(1, 12)

_BY = lazily.pattern(
    r"(?i)\b(?:by|warming\s+(?:to|of|at|below)|(?:rise|increase|drop|fall|change|jump)\s+of)\s+"
    r"(?:(?:about|around|roughly|nearly|some|up to|more than|at least|well below)\s+)?\Z"
)
_ABOVE = lazily.pattern(
    r"(?i)\)?,?\s+(?:above|below|warmer|cooler|hotter|colder|higher|lower)\b(?!\s+(?:zero|freezing|0|water|ground|sea))"
)


@record
class Check:
    """`units`: every form of a unit with its quantity and size, `mile: length 1609.344`; sizes of a quantity share one measure."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "first", "second")
    units: Mapping[str, str]

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            for one, other in self._units.twice(block.text):
                if not _agree(one, other, apart=_apart(block, one, other)):
                    yield _match(block, one, other)

    def agreeing(self, story: Story) -> Iterator[Match]:
        """Both figures of every measure that is given twice, and rightly."""
        for block in story.blocks():
            for one, other in self._units.twice(block.text):
                if _agree(one, other, apart=_apart(block, one, other)):
                    shown = (Evidence(_worked(block, one, other)),)
                    yield from (Match(block, measure.figure, evidence=shown) for measure in (one, other))

    @cached_property
    def _units(self) -> Units:
        return measures.units(tuple(sorted(self.units.items())))


def _match(block: Block, one: Measure, other: Measure) -> Match:
    right = one.value * one.step(other.unit) if _apart(block, one, other) else one.converted(other.unit)
    given = block.text[slice(*other.figure)]
    fixes = () if other.compound else _fixes(right, given)
    if (word := given.partition(" ")[0]) in ("minus", "negative"):
        fixes = tuple(fix.replace("-", f"{word} ") for fix in fixes)
    whole = Span(one.span.start, other.span.end)
    names = {"match": block.text[slice(*whole)], "given": given, "right": fixes[0] if fixes else f"{float(right):.3g}"}
    shown = Evidence(_worked(block, one, other), block, whole)
    doubt = int(_near(right, other.value))
    return Match(block, other.figure, fixes, {**names, "first": one.name, "second": other.name}, (shown,), doubt)


def _worked(block: Block, one: Measure, other: Measure) -> str:
    """The sum that was worked out, in words."""
    right = one.value * one.step(other.unit) if _apart(block, one, other) else one.converted(other.unit)
    return f"{block.text[slice(*one.span)]} is {float(right):,.4g} {other.name}"


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= ROUND * max(abs(one), abs(other))


def _apart(block: Block, one: Measure, other: Measure) -> bool:
    """Whether the words around say that degrees are those of a difference: `rose by 1.5 degrees`, `2 C above the mean`."""
    return one.unit.at != other.unit.at and bool(
        _BY.search(block.text, max(0, one.span.start - 40), one.span.start) or _ABOVE.match(block.text, other.span.end)
    )


def _agree(one: Measure, other: Measure, *, apart: bool = False) -> bool:
    """Whether both figures can print one true measure, each rounded; degrees may be those of a difference, and are where `apart`."""
    if apart:
        return _fits(one, other, one.value * one.step(other.unit))
    if one.unit.at == other.unit.at:
        return (not one.value or not other.value) or _fits(one, other, one.converted(other.unit))
    return _fits(one, other, one.converted(other.unit)) or _fits(one, other, one.value * one.step(other.unit))


def _fits(one: Measure, other: Measure, right: Fraction) -> bool:
    half, its_half = one.digit / 2, other.digit / 2
    if one.unit.at == other.unit.at and _near(right, other.value):
        half, its_half = _half(one, other), _half(other, one)
    return abs(right - other.value) <= half * one.step(other.unit) + its_half


def _half(measure: Measure, beside: Measure) -> Fraction:
    """Half of the place of the last digit that is no nought, or of five of it: 2,200 may stand for 2,150 to 2,250, 135 for 132.5 to 137.5.

    Nobody rounds 178 pounds to 200 and gives 81 kilograms beside it: a figure rounder than the other one has less room.
    """
    if measure.compound:
        return measure.digit / 2
    unit = _place(measure)
    half = unit * 5 / 2 if measure.value % (unit * 5) == 0 else unit / 2
    rounder = measure.value / unit < 10 <= beside.value / _place(beside) and not measure.hedged and not beside.hedged
    return min(half, measure.value * _ROUNDER) if rounder else half


def _place(measure: Measure) -> Fraction:
    unit = measure.digit
    while measure.value and measure.value % (unit * 10) == 0:
        unit *= 10
    return unit


def _fixes(right: Fraction, printed: str) -> tuple[str, ...]:
    """The right figure, rounded as finely as the printed one, and rounder."""
    digits = len(printed.replace(",", "").replace(".", "").strip("0"))
    decimals = len(printed.partition(".")[2])
    exact = f"{float(right):,.{decimals}f}"
    places = [_significant(right, n) for n in (max(1, digits), 2, 3)]
    return tuple(dict.fromkeys((exact, *places)))[:3]


def _significant(value: Fraction, digits: int) -> str:
    rounded = float(f"{float(value):.{digits}g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 10 ** (digits - 1) else f"{rounded:g}"
