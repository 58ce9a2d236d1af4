"""Figures of a text in, what one of them should be out: the difference, sum, share or multiple of the others, as rounding allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from lintnews.ledger import rounding
from lintnews.ledger.changes import SCALES
from lintnews.ledger.figures import Figure
from lintnews.ledger.numbers import Number
from lintnews.record import replace

#: What a percentage or a fraction may be off when it is a word of few parts (`a third`), and what a hedge leaves.
_LOOSE, _HEDGED = Fraction(3, 100), Fraction(1, 5)
#: Figures that are worked with are in full thousands, and no less, when they are rounded.
_STEPS = (1000,)


#: What a number counts when it says how long, and not how many.
_TIMES = frozenset("second minute hour day week month year decade".split())


#: Years of one life or one thing are not further apart.
_CENTURY = 100


class Worked(NamedTuple):
    """What was worked out: by how much the figure lies outside what it may be, the figure that is right, the sum in words.

    `near`: it may be right where the others were rounded.
    """

    off: Fraction
    right: Fraction
    said: str
    near: bool = False


Work = Callable[[Figure, Figure, Figure], Worked | None]


def alike(*figures: Figure) -> bool:
    """Whether figures are of one sort, of one currency, and count one thing as far as they say."""
    things = {figure.unit for figure in figures if figure.unit}
    return len({(figure.sort, figure.mark if figure.sort == "$" else "") for figure in figures}) == 1 and len(things) < 2


def difference(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """From `a` to `b`: by `c`, in the same unit, in percent, in points, or a part of `a` (`cut by a third`)."""
    if not alike(a, b) or a.sort in "/@&" or not a.number.value or not b.number.value:
        return None
    if c.unit in _TIMES and {a.unit, b.unit} != {c.unit}:
        return None
    one, other = a.number, b.number
    if max(one.value, other.value) > SCALES * min(one.value, other.value):
        return None
    by = abs(other.value - one.value)
    room = (one.unit + other.unit) / 2 if a.sort == "%" else _slack(one) + _slack(other)
    plain = _worked(by - room, by + room, c, by, f"{_shown(one)} to {_shown(other)} is {_shown_value(by)}", (a, b))
    if c.sort == "&" or (c.sort == "%" and a.sort == "%"):
        relative = _relative(a, b, c) if c.sort == "%" else None
        points = plain._replace(said=f"{plain.said} points")
        return points if a.sort == "%" and (relative is None or relative.off > 0) else None
    if c.sort in "%/":
        return _relative(a, b, c)
    return plain if alike(a, c) or (a.sort == "%" and c.sort == "#") else None


def _relative(a: Figure, b: Figure, c: Figure) -> Worked | None:
    one, other = a.number, b.number
    by = abs(other.value - one.value) / one.value
    if c.sort == "/" and c.number.value >= 1:
        return None
    scale = 100 if c.sort == "%" else 1
    ends = [abs(hi - lo) / lo * scale for hi in (_low(other), _high(other)) for lo in (max(_low(one), one.value / 2), _high(one))]
    shown = f"{_shown(one)} to {_shown(other)} is {float(100 * by):.4g} percent"
    return _worked(min(ends), max(ends), c, by * scale, shown, (a, b))


def total(parts: Sequence[Figure], c: Figure) -> Worked | None:
    """Parts, all there are, and what they make."""
    if not alike(c, *(part._replace(unit="") for part in parts)) or c.sort in "/@&%" or len(parts) < 2:
        return None
    if not Fraction(3, 5) <= sum(part.number.value for part in parts) / max(c.number.value, Fraction(1)) <= Fraction(8, 5):
        return None
    if c.number.value in [part.number.value for part in parts] or c.number.value < max(part.number.value for part in parts):
        return None
    added = sum((part.number.value for part in parts), Fraction(0))
    room = sum((_slack(part.number) for part in parts), Fraction(0))
    return _worked(added - room, added + room, c, added, f"{_listed(parts)} make {_shown_value(added)}", tuple(parts))


def within(parts: Sequence[Figure], c: Figure) -> Worked | None:
    """Parts that cannot be more than their whole."""
    worked = total(parts, c) if len(parts) > 1 else _part(parts[0], c)
    return worked if worked and worked.right > c.number.value else None


def _part(part: Figure, c: Figure) -> Worked | None:
    if (part.sort, part.mark) != (c.sort, c.mark) or c.sort not in "#$":
        return None
    room = _slack(part.number)
    said = f"{_shown(part.number)} is more than {_shown(c.number)}"
    return _worked(part.number.value - room, part.number.value + room, c, part.number.value, said, (part,))


def whole(parts: Sequence[Figure], c: Figure) -> Worked | None:
    """Percentages, the last of them all that is left: together they are 100."""
    left = _left(parts, c)
    return left and _worked(left[0] - left[1], left[0] + left[1], c, left[0], left[2], tuple(parts))


def most(parts: Sequence[Figure], c: Figure) -> Worked | None:
    """Percentages of one whole, which are not more than 100 together."""
    left = _left(parts, c)
    return left and Worked(c.number.low - left[0] - left[1], left[0], left[2])


def _left(parts: Sequence[Figure], c: Figure) -> tuple[Fraction, Fraction, str] | None:
    shares = [part for part in parts if part is not c]
    if not shares or any(part.sort != "%" for part in (*shares, c)):
        return None
    added = sum((part.number.value for part in (*shares, c)), Fraction(0))
    room = sum((part.number.unit for part in shares), Fraction(0)) / 2
    return 100 - added + c.number.value, room, f"{_listed([*shares, c])} percent make {_shown_value(added)}"


def years(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """From the year `a` to the year `b`: `c` full years, so it may be one less."""
    return _years(a, b, c, 0)


def span(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """From the year `a` through the year `b`, both of which may count."""
    return _years(a, b, c, 1)


def _years(a: Figure, b: Figure, c: Figure, more: int) -> Worked | None:
    by = b.number.value - a.number.value
    if a.sort + b.sort == "@@" and not more and by == -c.number.value:
        return Worked(-by, -by, f"{b.number.value} is before {a.number.value}", near=True)
    if a.sort + b.sort != "@@" or c.sort != "#" or c.number.unit != 1 or by == 0:
        return None
    if by < 0:
        return None if by < -_CENTURY else Worked(-by, c.number.value, f"{a.number.value} is after {b.number.value}", near=True)
    low = by - 1 if by > 1 and not more else by
    said = f"{a.number.value} to {b.number.value} is {by} years"
    room = max(by / 5, Fraction(2)) if c.hedge else Fraction(0)
    off = max(low - c.number.value, c.number.value - by - more) - room
    return Worked(off, by, said)


def average(parts: Sequence[Figure], c: Figure) -> Worked | None:
    """Figures and their mean."""
    parts = [part for part in parts if part.sort == c.sort]
    if not alike(c, *parts) or len(parts) < 2 or c.sort in "/@&":
        return None
    mean = sum((part.number.value for part in parts), Fraction(0)) / len(parts)
    room = max(part.number.unit / 2 for part in parts)
    return _worked(mean - room, mean + room, c, mean, f"the average of {_listed(parts)} is {_shown_value(mean)}", tuple(parts))


def share(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """`a` of `b` is `c`, a percentage or a fraction."""
    if c.sort not in "%/" or a.sort not in "$#" or not alike(a, b) or not 0 < a.number.value <= b.number.value or c.number.value > 100:
        return None
    if b.number.unit > 1 and a.number.unit == 1 and a.number.value <= b.number.value / b.number.unit:
        scaled = replace(a.number, value=a.number.value * b.number.unit, unit=b.number.unit)  # `13 of the 48 million`
        if (plain := share(a._replace(number=scaled), b, c)) and plain.off <= 0:
            return plain
    scale = 100 if c.sort == "%" else 1
    part = a.number.value / b.number.value * scale
    low, high = (_low(a.number) / _high(b.number), _high(a.number) / _low(b.number))
    said = f"{_shown(a.number)} of {_shown(b.number)} is {float(100 * a.number.value / b.number.value):.3g} percent"
    return _worked(low * scale, high * scale, c, part, said, (a, b))


def multiple(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """`b` is `c` times `a`, or a part of it."""
    if c.sort not in "/*" or not alike(a, b) or a.sort in "/*@" or not a.number.value or not b.number.value:
        return None
    ratio = b.number.value / a.number.value
    low, high = _low(b.number) / _high(a.number), _high(b.number) / _low(a.number)
    room = c.number.value / 8
    if c.hedge.strip().lower() == "more than" and c.number.value <= ratio < c.number.value + 1:
        return Worked(Fraction(0), ratio, "")
    return _worked(low - room, high + room, c, ratio, f"{_shown(b.number)} is {float(ratio):.3g} times {_shown(a.number)}", (a, b))


def product(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """`a` times `b` is `c`; what is counted is `#`, and what each of it has is of the sort of the whole."""
    if a.sort != "#" or not alike(b, c) or b.sort in "/@%&" or a.number.value < 2 or not b.number.value:
        return None
    right = a.number.value * b.number.value
    low, high = _low(a.number) * _low(b.number), _high(a.number) * _high(b.number)
    return _worked(low, high, c, right, f"{_shown(a.number)} times {_shown(b.number)} is {_shown_value(right)}", (a, b))


def each(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """`b` for `a` of them is `c` for each; a price for each is rounded freely."""
    if (
        a.sort != "#"
        or not alike(b, c._replace(unit=b.unit))
        or b.sort not in "$#"
        or a.number.value < 2
        or a.number.value > b.number.value
        or c.number.value == 1
    ):
        return None
    right = b.number.value / a.number.value
    low, high = _low(b.number) / _high(a.number), _high(b.number) / max(Fraction(1), _low(a.number))
    room = right / 20
    return _worked(low - room, high + room, c, right, f"{_shown(b.number)} for {_shown(a.number)} is {_shown_value(right)} each", (a, b))


def move(a: Figure, b: Figure, c: Figure) -> Worked | None:
    """By `a`, or `c` percent, to `b`, up or down."""
    if not alike(a._replace(unit=""), b._replace(unit="")) or c.sort != "%" or a.number.value * 2 > b.number.value:
        return None
    tried = [_moved(a, b, c, way) for way in (-1, 1)]
    return min(tried, key=lambda worked: worked.off)


def _moved(a: Figure, b: Figure, c: Figure, way: int) -> Worked:
    one, other = a.number, b.number
    low = 100 * max(one.value - one.unit / 2, Fraction(0)) / (_high(other) + way * one.value)
    high = 100 * (one.value + one.unit / 2) / (_low(other) + way * one.value)
    right = 100 * one.value / (other.value + way * one.value)
    said = f"{_shown(one)} {'down' if way > 0 else 'up'} to {_shown(other)} is {float(right):.3g} percent"
    return _worked(low, high, c, right, said, (a, b))


def _worked(low: Fraction, high: Fraction, c: Figure, right: Fraction, said: str, others: tuple[Figure, ...]) -> Worked:
    room = abs(right) * _HEDGED if c.hedge or any(other.hedge for other in others) else Fraction(0)
    if c.sort == "/" and c.number.value < 1:
        room += _LOOSE
    least, most = (c.number.low, c.number.high) if c.sort == "%" else (_low(c.number), _high(c.number))
    off, exact = max(low - most, least - high) - room, max(right - most, least - right) - room
    return Worked(exact, right, said, exact > 0 >= off)


def _low(number: Number) -> Fraction:
    return rounding.low(number, steps=_STEPS)


def _high(number: Number) -> Fraction:
    return rounding.high(number, steps=_STEPS)


def _slack(number: Number) -> Fraction:
    return rounding.slack(number, steps=_STEPS)


def _listed(parts: Sequence[Figure]) -> str:
    shown = [_shown(part.number) for part in parts]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _shown(number: Number) -> str:
    return _shown_value(number.value)


def _shown_value(value: Fraction) -> str:
    """A value for a message: `1.12 billion`, `84 million`, `2.5`."""
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= size:
            return f"{float(value / size):.6g} {word}"
    return f"{float(value):,.2f}".rstrip("0").rstrip(".") if value.denominator != 1 else f"{value.numerator:,}"
