"""An operator and its operands in, a value out, as the types of the operands have it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from lintnews.tengo.convert import cut, shown
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Array, Bytes, Char, Value, type_name

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip


def binary(sign: str, first: Value, second: Value, meter: Meter) -> Value:
    """What the operator makes of two values; raises ScriptError where it is not for their types."""
    kinds = type(first), type(second)
    made: Value = None
    if kinds == (int, int):
        made = _whole(sign, first, second)
    elif kinds in _MIXED:
        made = _mixed(sign, first, second)
    elif kinds in _CHARS:
        made = _chars(sign, first, second)
    elif kinds[0] is str:
        made = _texts(sign, first, second, meter)
    elif sign == "+":
        made = _joined(first, second, meter)
    if made is None:
        raise ScriptError(f"invalid operation: {type_name(first)} {sign} {type_name(second)}")
    return made


_MIXED = frozenset([(float, float), (float, int), (int, float)])
_CHARS = frozenset([(Char, Char), (Char, int), (int, Char)])


def _whole(sign: str, first: int, second: int) -> int | bool | None:
    if sign in _COMPARISONS:
        return _COMPARISONS[sign](first, second)
    if sign in _WHOLE:
        return cut(_WHOLE[sign](first, second))
    if second == 0:
        raise ScriptError("a whole number is divided by zero")
    quotient = abs(first) // abs(second) * (1 if (first < 0) == (second < 0) else -1)
    return cut(quotient if sign == "/" else first - second * quotient)


def _shift_left(first: int, second: int) -> int:
    return first << second if 0 <= second < 64 else 0


def _shift_right(first: int, second: int) -> int:
    return first >> (second if 0 <= second < 64 else 63)


_WHOLE: dict[str, Callable[[int, int], int]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "&": operator.and_, "|": operator.or_, "^": operator.xor,
    "&^": lambda a, b: a & ~b, "<<": _shift_left, ">>": _shift_right,
}  # fmt: skip


def _mixed(sign: str, first: float, second: float) -> float | bool | None:
    first, second = float(first), float(second)
    if sign in _COMPARISONS:
        return _COMPARISONS[sign](first, second)
    if sign == "/":
        return _quotient(first, second)
    reckon = {"+": operator.add, "-": operator.sub, "*": operator.mul}.get(sign)
    return reckon(first, second) if reckon else None


def _quotient(first: float, second: float) -> float:
    if second:
        return first / second
    sign = 1.0 if str(second)[0] != "-" else -1.0
    return first * sign * float("inf") if first and first == first else float("nan")


def _chars(sign: str, first: int, second: int) -> Char | bool | None:
    if sign in _COMPARISONS:
        return _COMPARISONS[sign](int(first), int(second))
    if sign not in ("+", "-"):
        return None
    made = int(first) + int(second) if sign == "+" else int(first) - int(second)
    return Char(((made + (1 << 31)) & ((1 << 32) - 1)) - (1 << 31))


def _texts(sign: str, first: str, second: Value, meter: Meter) -> str | bool | None:
    if sign == "+":
        return meter.joined(first, second if type(second) is str else shown(second, meter))
    if sign in _COMPARISONS and type(second) is str:
        meter.read(first)
        if first.isascii() and second.isascii():
            return _COMPARISONS[sign](first, second)
        return _COMPARISONS[sign](meter.bytes(first), meter.bytes(second))
    return None


def _joined(first: Value, second: Value, meter: Meter) -> Value:
    if type(first) is type(second) is Array and first.fixed is second.fixed:
        meter.seats(len(first) + len(second))
        return Array([*first.items, *second.items])
    if type(first) is type(second) is Bytes:
        meter.room(len(first) + len(second))
        meter.made(len(first) + len(second))
        return Bytes(first.data + second.data)
    return None


def negative(value: Value) -> Value:
    """`-value`."""
    if type(value) is int:
        return cut(-value)
    if type(value) is float:
        return -value
    raise ScriptError(f"invalid operation: -{type_name(value)}")


def complement(value: Value) -> Value:
    """`^value`."""
    if type(value) is int:
        return ~value
    raise ScriptError(f"invalid operation: ^{type_name(value)}")


def positive(value: Value) -> Value:
    """`+value`."""
    return value
