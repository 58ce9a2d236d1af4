"""Numbers in, texts out, and back: `itoa`, `parse_float` and their like of the module `text`."""

from __future__ import annotations

import re
from collections.abc import Callable

from lintnews.tengo.convert import parsed_float
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.formatting import float_in
from lintnews.tengo.literals import quoted, unquoted, whole
from lintnews.tengo.meter import Meter
from lintnews.tengo.natives import native
from lintnews.tengo.values import Error, Native, Value

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TRUTHS = {**dict.fromkeys("1 t T TRUE true True".split(), True), **dict.fromkeys("0 f F FALSE false False".split(), False)}


def _atoi(meter: Meter, text: str) -> Value:
    made = whole(text, 10)
    fault = "value out of range" if re.fullmatch(r"[-+]?[0-9]+", text) else "invalid syntax"
    return made if made is not None else Error(f"strconv.Atoi: parsing {quoted(text)}: {fault}")


def _failed(name: str, text: str) -> ScriptError:
    return ScriptError(f"`{name}` cannot read {quoted(text[:40])}")


def _parse_int(meter: Meter, text: str, base: int, bits: int) -> Value:
    made = whole(text, base, bits)
    if made is None:
        raise _failed("text.parse_int", text)
    return made


def _parse_float(meter: Meter, text: str, bits: int) -> Value:
    made = parsed_float(text)
    if made is None:
        raise _failed("text.parse_float", text)
    return made


def _parse_bool(meter: Meter, text: str) -> Value:
    if text not in _TRUTHS:
        raise _failed("text.parse_bool", text)
    return _TRUTHS[text]


def _format_int(meter: Meter, number: int, base: int) -> str:
    if not 2 <= base <= 36:
        raise ScriptError(f"numbers are not written to the base {base}")
    left, digits = abs(number), ""
    while left or not digits:
        left, digit = divmod(left, base)
        digits = _DIGITS[digit] + digits
    return "-" + digits if number < 0 else digits


def _format_float(meter: Meter, number: float, verb: str, digits: int, bits: int) -> str:
    if digits > 1000:
        raise ScriptError("a number cannot have more than 1000 digits here")
    return float_in(number, verb[:1], None if digits < 0 else digits)


def _unquote(meter: Meter, text: str) -> Value:
    made = unquoted(text)
    return made if made is not None else Error("invalid syntax")


_FUNCTIONS: dict[str, tuple[str, Callable[..., Value]]] = {
    "atoi": ("t", _atoi),
    "format_bool": ("B", lambda meter, value: "true" if value else "false"),
    "format_float": ("Ftii", _format_float),
    "format_int": ("Ii", _format_int),
    "itoa": ("i", lambda meter, number: str(number)),
    "parse_bool": ("T", _parse_bool),
    "parse_float": ("Ti", _parse_float),
    "parse_int": ("Tii", _parse_int),
    "quote": ("t", lambda meter, text: meter.text(quoted(text))),
    "unquote": ("t", _unquote),
}

#: The functions by name.
NUMERALS: dict[str, Native] = {name: native(f"text.{name}", wants, do) for name, (wants, do) in _FUNCTIONS.items()}
