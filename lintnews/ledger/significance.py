"""A test statistic in, its p-value out: two-tailed for t, r and z; by the incomplete beta and gamma functions."""

from __future__ import annotations

import math
from collections.abc import Sequence

_TINY, _STEPS = 1e-30, 300


def p(test: str, value: float, sizes: Sequence[int]) -> float | None:
    """The p-value of a statistic with its degrees of freedom; None where they are too few or too many for the test."""
    name = test.lower()
    if name == "z":
        return math.erfc(value / math.sqrt(2))
    if not sizes or sizes[0] < 1:
        return None
    if name == "t":
        return _beta(sizes[0] / 2, 0.5, sizes[0] / (sizes[0] + value * value))
    if name == "r" and value < 1:
        return p("t", value * math.sqrt(sizes[0] / (1 - value * value)), sizes)
    if name == "f" and len(sizes) == 2 and sizes[1] > 0:
        return _beta(sizes[1] / 2, sizes[0] / 2, sizes[1] / (sizes[1] + sizes[0] * value))
    if name.startswith(("χ", "x", "chi")):
        return _gamma(sizes[0] / 2, value / 2)
    return None


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz's method)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    out = d
    for m in range(1, _STEPS):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d, c = 1 / _away(1 + step * d), _away(1 + step / c)
            out *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return front * out


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _gamma(a: float, x: float) -> float:
    """The upper regularised incomplete gamma function, by its series."""
    if x <= 0:
        return 1.0
    if x > 700:
        return 0.0
    term = total = 1 / a
    for n in range(1, 2000):
        term *= x / (a + n)
        total += term
        if term < total * 1e-14:
            break
    return max(0.0, 1 - total * math.exp(-x + a * math.log(x) - math.lgamma(a)))
