"""The module `math` of Tengo."""

from __future__ import annotations

import math
from collections.abc import Callable

from lintnews.tengo.convert import to_float
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.natives import native
from lintnews.tengo.values import Value, type_name

_CONSTANTS: dict[str, Value] = {
    "e": math.e, "pi": math.pi, "phi": (1 + math.sqrt(5)) / 2, "sqrt2": math.sqrt(2), "sqrtE": math.sqrt(math.e),
    "sqrtPi": math.sqrt(math.pi), "sqrtPhi": math.sqrt((1 + math.sqrt(5)) / 2), "ln2": math.log(2), "log2E": 1 / math.log(2),
    "ln10": math.log(10), "log10E": 1 / math.log(10), "maxFloat64": 1.7976931348623157e308, "maxFloat32": 3.4028234663852886e38,
    "smallestNonzeroFloat64": 5e-324, "smallestNonzeroFloat32": 1.401298464324817e-45,
    **{f"max{name}": (1 << bits - 1) - 1 for name, bits in (("Int", 64), ("Int8", 8), ("Int16", 16), ("Int32", 32), ("Int64", 64))},
    **{f"min{name}": -(1 << bits - 1) for name, bits in (("Int", 64), ("Int8", 8), ("Int16", 16), ("Int32", 32), ("Int64", 64))},
}  # fmt: skip


def _number(value: Value, name: str) -> float:
    made = to_float(value)
    if made is None:
        raise ScriptError(f"an argument in call to `math.{name}` must be a number, not {type_name(value)}")
    return made


def _reckoned(name: str, reckon: Callable[..., float]) -> Callable[..., float]:
    """A function of numbers; out of its domain its value is not a number."""

    def do(meter: Meter, *values: Value) -> float:
        numbers = [_number(value, name) for value in values]
        try:
            return float(reckon(*numbers))
        except ValueError:
            return math.nan
        except (OverflowError, ZeroDivisionError):
            return math.inf

    return do


def _rounded(reckon: Callable[[float], int]) -> Callable[[float], float]:
    return lambda x: float(reckon(x)) if math.isfinite(x) else x


def _logarithm(reckon: Callable[[float], float]) -> Callable[[float], float]:
    return lambda x: -math.inf if x == 0 else reckon(x)


def _most(x: float, y: float) -> float:
    return math.nan if math.isnan(x) or math.isnan(y) else max(x, y)


def _least(x: float, y: float) -> float:
    return math.nan if math.isnan(x) or math.isnan(y) else min(x, y)


def _cube_root(x: float) -> float:
    near = math.cbrt(x)
    return round(near) if math.isfinite(near) and abs(near) < 2**17 and round(near) ** 3 == x else near


_ONE: dict[str, Callable[[float], float]] = {
    "abs": abs, "acos": math.acos, "acosh": math.acosh, "asin": math.asin, "asinh": math.asinh, "atan": math.atan,
    "atanh": math.atanh, "cbrt": _cube_root, "ceil": _rounded(math.ceil), "cos": math.cos, "cosh": math.cosh, "erf": math.erf,
    "erfc": math.erfc, "exp": math.exp, "exp2": math.exp2, "expm1": math.expm1, "floor": _rounded(math.floor), "gamma": math.gamma,
    "log": _logarithm(math.log), "log10": _logarithm(math.log10), "log1p": math.log1p, "log2": _logarithm(math.log2),
    "sin": math.sin, "sinh": math.sinh, "sqrt": math.sqrt, "tan": math.tan, "tanh": math.tanh, "trunc": _rounded(math.trunc),
}  # fmt: skip
_TWO: dict[str, Callable[[float, float], float]] = {
    "atan2": math.atan2, "copysign": math.copysign, "dim": lambda x, y: max(x - y, 0.0), "hypot": math.hypot, "max": _most,
    "min": _least, "mod": math.fmod, "nextafter": math.nextafter, "pow": math.pow, "remainder": math.remainder,
}  # fmt: skip

#: The constants and functions by name.
MATH: dict[str, Value] = {
    **_CONSTANTS,
    **{name: native(f"math.{name}", "?", _reckoned(name, do)) for name, do in _ONE.items()},
    **{name: native(f"math.{name}", "??", _reckoned(name, do)) for name, do in _TWO.items()},
    "is_nan": native("math.is_nan", "?", lambda meter, x: math.isnan(_number(x, "is_nan"))),
    "is_inf": native("math.is_inf", "?i", lambda meter, x, s: math.isinf(y := _number(x, "is_inf")) and (s == 0 or (s > 0) == (y > 0))),
    "inf": native("math.inf", "i", lambda meter, sign: math.inf if sign >= 0 else -math.inf),
    "nan": native("math.nan", "", lambda meter: math.nan),
    "pow10": native("math.pow10", "i", lambda meter, n: 0.0 if n < -323 else math.inf if n > 308 else float(f"1e{n}")),
    "signbit": native("math.signbit", "?", lambda meter, x: math.copysign(1.0, _number(x, "signbit")) < 0),
}
