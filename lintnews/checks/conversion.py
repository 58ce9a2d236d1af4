"""Conversion: a measure given twice, `30 miles (48 kilometers)`, whose two figures are not the same length, weight or area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, LintNewsError, Match, Span
from lintnews.record import record

#: Up to this relative difference either figure may be a round one; beyond it only the last printed digit may be.
ROUND = Fraction(1, 4)


@record
class Check:
    """`units`: every form of a unit with its quantity and size, `mile: length 1609.344`; sizes of a quantity share one measure."""

    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "first", "second")
    units: Mapping[str, str]

    def find(self, story: Story) -> Iterator[Match]:
        table, pattern = _table(tuple(sorted(self.units.items())))
        for block in story.blocks():
            if "(" in block.text or ", or " in block.text:
                for found in pattern.finditer(block.text):
                    if match := _compared(block, found, table):
                        yield match

    def agreeing(self, story: Story) -> Iterator[Match]:
        """Both figures of every measure that is given twice, and rightly."""
        table, pattern = _table(tuple(sorted(self.units.items())))
        for block in story.blocks():
            for found in pattern.finditer(block.text) if "(" in block.text or ", or " in block.text else ():
                (quantity, size), (its_quantity, its_size) = table[found["first"].lower()], table[found["second"].lower()]
                if quantity == its_quantity and size != its_size and not _compared(block, found, table):
                    shown = (Evidence(_worked(found, size / its_size)),)
                    yield from (Match(block, Span(*found.span(name)), evidence=shown) for name in ("one", "other"))


_Table = Mapping[str, tuple[str, Fraction]]


@lru_cache(maxsize=16)
def _table(units: tuple[tuple[str, str], ...]) -> tuple[_Table, regex.Pattern[str]]:
    table = {}
    for name, text in units:
        quantity, _, size = text.rpartition(" ")
        try:
            table[name.lower()] = (quantity, Fraction(size))
        except ValueError:
            raise LintNewsError(f"the unit `{name}` needs a quantity and a size, like `length 1609.344`, not `{text}`") from None
    names = "|".join(sorted(map(regex.escape, table), key=len, reverse=True))
    figure, unit = numbers.PATTERN, rf"(?:{names})"
    hedge = r"(?:(?:about|around|roughly|nearly|some|approximately|almost|more than|over)\s+)?"
    one = rf"(?<![\d.,/$£€°'’-])(?P<one>{figure})[\s\u00a0-]?(?P<first>{unit})\b\.?"
    other = rf"(?P<other>{figure})[\s\u00a0-]?(?P<second>{unit})\b\.?(?!\s*\d)"
    return table, lazily.compile(rf"{one}(?:\s*\(\s*|,\s+or\s+){hedge}{other}", regex.IGNORECASE)


def _compared(block: Block, found: regex.Match[str], table: _Table) -> Match | None:
    (quantity, size), (its_quantity, its_size) = table[found["first"].lower()], table[found["second"].lower()]
    if quantity != its_quantity or size == its_size:
        return None
    one, other = numbers.number(found["one"]), numbers.number(found["other"], found.start("other"))
    factor = size / its_size
    right = one.value * factor
    if not one.value or not other.value or _agree(one, other, factor):
        return None
    fixes = _fixes(right, found["other"])
    worked = _worked(found, factor)
    names = {"match": found[0], "given": found["other"], "right": fixes[0], "first": found["first"], "second": found["second"]}
    shown = Evidence(worked, block, Span(*found.span()))
    doubt = int(abs(right - other.value) <= ROUND * max(right, other.value))
    return Match(block, other.span, fixes, names, (shown,), doubt)


def _worked(found: regex.Match[str], factor: Fraction) -> str:
    """The sum that was worked out, in words."""
    return f"{found['one']} {found['first']} is {float(numbers.number(found['one']).value * factor):,.4g} {found['second']}"


def _agree(one: Number, other: Number, factor: Fraction) -> bool:
    """Whether both figures can print one true measure, each rounded."""
    near = abs(one.value * factor - other.value) <= ROUND * max(one.value * factor, other.value)
    half, its_half = (_round_half(one), _round_half(other)) if near else (one.unit / 2, other.unit / 2)
    return (one.value - half) * factor <= other.value + its_half and other.value - its_half <= (one.value + half) * factor


def _round_half(number: Number) -> Fraction:
    """Half of the place of the last digit that is no zero, or of five of it: 2,200 may stand for 2,150 to 2,250, 135 for 132.5 to 137.5."""
    unit = number.unit
    while number.value % (unit * 10) == 0:
        unit *= 10
    return unit * 5 / 2 if number.value % (unit * 5) == 0 else unit / 2


def _fixes(right: Fraction, printed: str) -> tuple[str, ...]:
    """The right figure, rounded as finely as the printed one, and rounder."""
    digits = len(printed.replace(",", "").replace(".", "").strip("0"))
    decimals = len(printed.partition(".")[2])
    exact = f"{float(right):,.{decimals}f}"
    places = [_significant(right, n) for n in (max(1, digits), 2, 3)]
    return tuple(dict.fromkeys((exact, *places)))[:3]


def _significant(value: Fraction, digits: int) -> str:
    rounded = float(f"{float(value):.{digits}g}")
    return f"{rounded:,.0f}" if rounded >= 10 ** (digits - 1) else f"{rounded:g}"
