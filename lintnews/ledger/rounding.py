"""Printed figures in, the room that rounding leaves them out: how far one lies from what others work out to, a value in its print."""

from __future__ import annotations

from fractions import Fraction

from lintnews.ledger.numbers import Number

#: Words before a figure that leave it some room.
HEDGE = (
    r"(?P<hedge>(?:about|around|roughly|nearly|almost|more than|over|less than|under|some|just over|just under|at least|approximately"
    r"|close to)\s+)?"
)
#: Figures in full hundreds and thousands may be rounded ones.
ROUND = (1000, 100)
#: A sign or a word for percent: of the texts a sentence with one holds one.
PERCENTS = ("%", "percent", "per cent")
PERCENT = r"\s?(?:percent|per\s?cent|pct\.?|%)(?!\p{L})"


def off(low: Fraction, high: Fraction, given: Number, hedge: str | None) -> Fraction:
    """How far a printed figure lies outside what rounding, and a word like `about`, allow; 0 or less when inside."""
    room = Fraction(3) * given.unit if hedge else Fraction(0)
    return max(low - given.high, given.low - high) - room


def low(number: Number, *, steps: tuple[int, ...] = ROUND) -> Fraction:
    """The least that a figure in copy may stand for."""
    return number.value - slack(number, steps=steps)


def high(number: Number, *, steps: tuple[int, ...] = ROUND) -> Fraction:
    """The most that a figure in copy may stand for."""
    return number.value + slack(number, steps=steps)


def slack(number: Number, *, steps: tuple[int, ...] = ROUND) -> Fraction:
    """Counts are exact; a figure printed with decimals or a scale word, or in round `steps` of which it has ten or more, is rounded."""
    if number.unit != 1:
        return number.unit / 2
    round_to = next((step for step in steps if number.value >= 10 * step and number.value % step == 0), 0)
    return Fraction(round_to, 2)


def printed(value: Fraction, like: Number) -> str:
    """A value with as many decimals as the figure that it replaces."""
    decimals = len(str(like.unit.denominator)) - 1
    return f"{float(value):.{decimals}f}"
