"""A value in, the same value as a text or a number, a copy of it, or whether it equals another, out."""

from __future__ import annotations

from decimal import Decimal
from math import isinf, isnan

from lintnews.tengo.literals import quoted, whole
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Array, Bytes, Char, Error, Map, Value, type_name

_TRUTHS = {True: "true", False: "false"}


def to_text(value: Value, meter: Meter) -> str | None:
    """A value as a text; None for `undefined`."""
    if type(value) is str:
        return value
    return None if value is None else shown(value, meter)


def shown(value: Value, meter: Meter) -> str:
    """A value as a text that shows what it is: texts in quotation marks."""
    pieces: list[str] = []
    _show(value, pieces, meter)
    return meter.text("".join(pieces))


def _show(value: Value, pieces: list[str], meter: Meter) -> None:
    meter.tick()
    kind = type(value)
    if kind is Array:
        pieces.append("[")
        for i, item in enumerate(value.items):
            pieces.append(", " if i else "")
            _show(item, pieces, meter)
        pieces.append("]")
    elif kind is Map:
        pieces.append("{")
        for i, (key, item) in enumerate(value.entries.items()):
            pieces.append(f"{', ' if i else ''}{key}: ")
            _show(item, pieces, meter)
        pieces.append("}")
    elif kind is Error:
        pieces.append("error: ")
        _show(value.value, pieces, meter)
    else:
        pieces.append(_plain(value, kind))
    meter.made(len(pieces[-1]))


def _plain(value: Value, kind: type) -> str:
    if kind is str:
        return quoted(value)
    if kind is float:
        return float_text(value)
    if kind is bool:
        return _TRUTHS[value]
    if kind is Char:
        return chr(value) if 0 <= value <= 0x10FFFF and not 0xD800 <= value <= 0xDFFF else "\ufffd"
    if kind is Bytes:
        return str(value.data.decode("utf-8", "surrogateescape"))
    if value is None:
        return "<undefined>"
    if kind is int:
        return str(value)
    return f"<{type_name(value).split(':')[0]}>"


def float_text(value: float) -> str:
    """A number with a fraction in the fewest digits, never with an exponent."""
    if isnan(value):
        return "NaN"
    if isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    text = repr(value)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text.removesuffix(".0")


def to_int(value: Value) -> int | None:
    """A value as a whole number, if it can be one."""
    kind = type(value)
    if kind is int or kind is Char or kind is bool:
        return int(value)
    if kind is float:
        return cut(int(value)) if not isnan(value) and not isinf(value) else -(1 << 63)
    return whole(value, 10) if kind is str else None


def to_float(value: Value) -> float | None:
    """A value as a number with a fraction, if it can be one."""
    kind = type(value)
    if kind is int or kind is float:
        return float(value)
    return parsed_float(value) if kind is str else None


def parsed_float(text: str) -> float | None:
    """A number with a fraction from its text, as Go reads it."""
    if not text.isascii() or text != text.strip():
        return None
    try:
        if text.lstrip("+-")[:2].lower() == "0x":
            return float.fromhex(text) if "p" in text.lower() else None
        made = float(text)
    except (ValueError, OverflowError):
        return None
    spelled_out = text.lstrip("+-").lower() in ("inf", "infinity", "nan")
    return None if isinf(made) and not spelled_out else made


def cut(number: int) -> int:
    """A whole number in 64 bits, as it wraps round."""
    return ((number + (1 << 63)) & ((1 << 64) - 1)) - (1 << 63)


def equal(first: Value, second: Value, meter: Meter) -> bool:
    """Whether two values are equal: of one type, item by item; functions and errors only with themselves, if at all."""
    meter.tick()
    kind = type(first)
    if kind is not type(second):
        return False
    if kind is Array:
        return len(first) == len(second) and all(equal(a, b, meter) for a, b in zip(first.items, second.items, strict=True))
    if kind is Map:
        ours, theirs = first.entries, second.entries
        return len(ours) == len(theirs) and all(k in theirs and equal(v, theirs[k], meter) for k, v in ours.items())
    if kind is Bytes:
        return bool(first.data == second.data)
    if kind in (str, int, float, bool, Char):
        return bool(first == second)
    return first is second and (kind is Error or first is None)


def copied(value: Value, meter: Meter) -> Value:
    """A value of its own, all the way down; the copy can be changed."""
    meter.tick()
    kind = type(value)
    if kind is Array:
        meter.seats(len(value))
        return Array([copied(item, meter) for item in value.items])
    if kind is Map:
        meter.seats(len(value))
        return Map({key: copied(item, meter) for key, item in value.entries.items()})
    return Error(copied(value.value, meter)) if kind is Error else value
