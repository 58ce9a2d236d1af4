"""The operators and functions of a condition: values in, a value out; raises ConditionError for values that do not go together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_MOST = 10_000
_FRACTION = re.compile(r"[+-]?\d+\.\d+")


class ConditionError(Exception):
    """What a condition asks of a file cannot be answered."""


#: Operators, those that bind least first.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("or", "||"),
    ("and", "&&"),
    ("==", "!=", "<", ">", "<=", ">=", "in", "contains", "startsWith", "endsWith", "matches"),
    ("..",),
    ("+", "-"),
    ("*", "/", "%"),
    ("??",),
)


def truth(value: object) -> bool:
    """A truth, or nothing, which is none."""
    if isinstance(value, bool) or value is None:
        return bool(value)
    raise ConditionError(f"{_shown(value)} is neither true nor false")


def _shown(value: object) -> str:
    return f"`{str(value)[:40]}`"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _even(left: Any, right: Any) -> tuple[Any, Any]:
    """Two values, a fraction of the front matter, which is read as text, as a number beside a number."""
    if _is_number(left) and isinstance(right, str) and _FRACTION.fullmatch(right):
        return left, float(right)
    if _is_number(right) and isinstance(left, str) and _FRACTION.fullmatch(left):
        return float(left), right
    return left, right


def _equal(left: object, right: object) -> bool:
    left, right = _even(left, right)
    alike = (_is_number(left) and _is_number(right)) or type(left) is type(right)
    return alike and left == right


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def held(left: Any, right: Any) -> bool:
        left, right = _even(left, right)
        if (_is_number(left) and _is_number(right)) or (isinstance(left, str) and isinstance(right, str)):
            return compare(left, right)
        raise ConditionError(f"{_shown(left)} and {_shown(right)} have no order")

    return held


def _in(left: Any, right: Any) -> bool:
    if right is None:
        return False
    if isinstance(right, Mapping):
        return left in right if isinstance(left, str) else False
    if isinstance(right, list):
        return any(_equal(left, each) for each in right)
    raise ConditionError(f"nothing is in {_shown(right)}")


def _texts(held: Callable[[str, str], bool]) -> Callable[[Any, Any], bool]:
    return lambda left, right: isinstance(left, str) and isinstance(right, str) and held(left, right)


def _range(left: Any, right: Any) -> list[int]:
    if not (isinstance(left, int) and isinstance(right, int)) or right - left > _MOST:
        raise ConditionError(f"no range from {_shown(left)} to {_shown(right)}")
    return list(range(left, right + 1))


def _number(work: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def worked(left: Any, right: Any) -> Any:
        if _is_number(left) and _is_number(right):
            try:
                return work(left, right)
            except ArithmeticError:
                raise ConditionError("a division by nothing") from None
        raise ConditionError(f"{_shown(left)} and {_shown(right)} are not two numbers")

    return worked


def _added(left: Any, right: Any) -> Any:
    return left + right if isinstance(left, str) and isinstance(right, str) else _number(lambda a, b: a + b)(left, right)


BINARY: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": _equal,
    "!=": lambda left, right: not _equal(left, right),
    "<": _ordered(lambda left, right: left < right),
    ">": _ordered(lambda left, right: left > right),
    "<=": _ordered(lambda left, right: left <= right),
    ">=": _ordered(lambda left, right: left >= right),
    "in": _in,
    "not in": lambda left, right: not _in(left, right),
    "contains": _texts(lambda left, right: right in left),
    "startsWith": _texts(str.startswith),
    "endsWith": _texts(str.endswith),
    "..": _range,
    "+": _added,
    "-": _number(lambda left, right: left - right),
    "*": _number(lambda left, right: left * right),
    "/": _number(lambda left, right: left / right),
    "%": _number(lambda left, right: left % right),
}


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ConditionError(f"{_shown(value)} is no text")


def _length(value: Any) -> int:
    if isinstance(value, str | list | Mapping):
        return len(value)
    raise ConditionError(f"{_shown(value)} has no length")


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "len": lambda value: _length(value),
    "lower": lambda value: _text(value).lower(),
    "upper": lambda value: _text(value).upper(),
    "trim": lambda value: _text(value).strip(),
    "split": lambda value, mark: _text(value).split(_text(mark) or None),
    "hasPrefix": lambda value, start: _text(value).startswith(_text(start)),
    "hasSuffix": lambda value, end: _text(value).endswith(_text(end)),
}
