"""A Python function and what its arguments must be in, a function that scripts can call out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lintnews.tengo.convert import to_int, to_text
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Array, Bytes, Map, Native, Value, type_name

_PLACES = ("first", "second", "third", "fourth", "fifth")


def native(name: str, wants: str, do: Callable[..., Value], *, least: int | None = None) -> Native:
    """A function by name; each letter of `wants` is an argument, of which the first `least` must be there.

    t: anything as a text; i: anything as a whole number; T, I, F, B: a text, a whole number, a number with a fraction, a truth,
    and nothing else; a: an array; m: a map; ?: anything. The function is handed the meter first.
    """
    needed = len(wants) if least is None else least

    def call(meter: Meter, given: list[Value]) -> Value:
        if not needed <= len(given) <= len(wants):
            raise ScriptError(f"wrong number of arguments in call to `{name}`")
        ready = [_READ[want](value, meter, name, i) for i, (want, value) in enumerate(zip(wants, given, strict=False))]
        return do(meter, *ready)

    return Native(name, call)


def _text(value: Value, meter: Meter, name: str, place: int) -> str:
    made = to_text(value, meter)
    if made is None:
        raise _wrong(value, name, place, "a text")
    meter.read(made)
    return made


def _whole(value: Value, meter: Meter, name: str, place: int) -> int:
    made = to_int(value)
    if made is None:
        raise _wrong(value, name, place, "a whole number")
    return made


def _anything(value: Value, meter: Meter, name: str, place: int) -> Value:
    return value


def _only(kind: type, words: str) -> Callable[[Value, Meter, str, int], Value]:
    def check(value: Value, meter: Meter, name: str, place: int) -> Value:
        if type(value) is not kind:
            raise _wrong(value, name, place, words)
        return value

    return check


def _wrong(value: Value, name: str, place: int, words: str) -> ScriptError:
    return ScriptError(f"the {_PLACES[place]} argument in call to `{name}` must be {words}, not {type_name(value)}")


_READ: dict[str, Callable[[Value, Meter, str, int], Any]] = {
    "t": _text,
    "i": _whole,
    "?": _anything,
    "T": _only(str, "a string"),
    "I": _only(int, "an int"),
    "F": _only(float, "a float"),
    "B": _only(bool, "a bool"),
    "a": _only(Array, "an array"),
    "m": _only(Map, "a map"),
    "b": _only(Bytes, "bytes"),
}
