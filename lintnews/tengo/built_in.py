"""The functions that a script has without importing anything."""

from __future__ import annotations

from collections.abc import Callable

from lintnews.tengo import formatting
from lintnews.tengo.convert import copied, to_float, to_int, to_text
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.natives import native
from lintnews.tengo.values import Array, Bytes, Char, Error, Function, Map, Native, Value, truthy, type_name


def _len(meter: Meter, value: Value) -> int:
    if type(value) is str:
        return meter.size(value)
    if type(value) in (Array, Map, Bytes):
        return len(value)
    raise ScriptError(f"the first argument in call to `len` must be array/string/bytes/map, not {type_name(value)}")


def _append(meter: Meter, given: list[Value]) -> Array:
    if len(given) < 2:
        raise ScriptError("wrong number of arguments in call to `append`")
    if type(given[0]) is not Array:
        raise ScriptError(f"the first argument in call to `append` must be an array, not {type_name(given[0])}")
    if len(given[0]) + len(given) > meter.limits.items:
        meter.seats(len(given[0]) + len(given))
    meter.made(8 * len(given))
    return given[0].appended(given[1:])


def _delete(meter: Meter, whole: Map, key: str) -> None:
    if whole.fixed:
        raise ScriptError("the first argument in call to `delete` must be a map, not immutable-map")
    whole.entries.pop(key, None)


def _splice(meter: Meter, given: list[Value]) -> Array:
    array = given[0] if given else None
    if type(array) is not Array or array.fixed:
        raise ScriptError(f"the first argument in call to `splice` must be an array, not {type_name(array)}")
    for value in given[1:3]:
        if type(value) is not int:
            raise ScriptError(f"`splice` counts in whole numbers, not in {type_name(value)}")
    items = array.items
    start = given[1] if len(given) > 1 else 0
    count = given[2] if len(given) > 2 else len(items)
    if not 0 <= start <= len(items) or count < 0:
        raise ScriptError("index out of bounds")
    end = min(start + count, len(items))
    meter.seats(len(items) + len(given))
    array.replace([*items[:start], *given[3:], *items[end:]])
    return Array(items[start:end])


def _range(meter: Meter, start: int, stop: int, step: int = 1) -> Array:
    if step <= 0:
        raise ScriptError("range step must be greater than 0")
    made = range(start, stop, step) if start <= stop else range(start, stop, -step)
    count = -(-abs(stop - start) // step)
    meter.seats(count)
    return Array(list(made))


def _converter(convert: Callable[[Value, Meter], Value]) -> Callable[..., Value]:
    def do(meter: Meter, value: Value, *default: Value) -> Value:
        made = convert(value, meter)
        return made if made is not None else default[0] if default else None

    return do


def _bytes(value: Value, meter: Meter) -> Bytes | None:
    if type(value) is int:
        if value < 0:
            raise ScriptError("a run of bytes cannot have fewer than none")
        meter.room(value)
        meter.made(value)
        return Bytes(bytes(value))
    if type(value) is str:
        return Bytes(meter.bytes(value))
    return value if type(value) is Bytes else None


def _char(value: Value, meter: Meter) -> Char | None:
    if type(value) is int:
        return Char(((value + (1 << 31)) & ((1 << 32) - 1)) - (1 << 31))
    return value if type(value) is Char else None


def _format(meter: Meter, given: list[Value]) -> str:
    return formatting.sprintf(meter, given)


def _is(*kinds: type, fixed: bool | None = None) -> Callable[[Meter, Value], bool]:
    return lambda meter, value: type(value) in kinds and (fixed is None or value.fixed is fixed)


_WANTS: dict[str, tuple[str, int, Callable[..., Value]]] = {
    "len": ("?", 1, _len),
    "copy": ("?", 1, lambda meter, value: copied(value, meter)),
    "delete": ("mT", 2, _delete),
    "range": ("III", 2, _range),
    "string": ("??", 1, _converter(to_text)),
    "int": ("??", 1, _converter(lambda value, meter: to_int(value))),
    "float": ("??", 1, _converter(lambda value, meter: to_float(value))),
    "bool": ("?", 1, lambda meter, value: truthy(value)),
    "char": ("??", 1, _converter(_char)),
    "bytes": ("??", 1, _converter(_bytes)),
    "is_int": ("?", 1, _is(int)),
    "is_float": ("?", 1, _is(float)),
    "is_string": ("?", 1, _is(str)),
    "is_bool": ("?", 1, _is(bool)),
    "is_char": ("?", 1, _is(Char)),
    "is_bytes": ("?", 1, _is(Bytes)),
    "is_array": ("?", 1, _is(Array, fixed=False)),
    "is_immutable_array": ("?", 1, _is(Array, fixed=True)),
    "is_map": ("?", 1, _is(Map, fixed=False)),
    "is_immutable_map": ("?", 1, _is(Map, fixed=True)),
    "is_iterable": ("?", 1, _is(Array, Map, str, Bytes, type(None))),
    "is_time": ("?", 1, _is()),
    "is_error": ("?", 1, _is(Error)),
    "is_undefined": ("?", 1, _is(type(None))),
    "is_function": ("?", 1, _is(Function)),
    "is_callable": ("?", 1, _is(Function, Native)),
    "type_name": ("?", 1, lambda meter, value: type_name(value)),
}

#: The functions by name.
BUILT_IN: dict[str, Native] = {
    **{name: native(name, wants, do, least=least) for name, (wants, least, do) in _WANTS.items()},
    "append": Native("append", _append),
    "splice": Native("splice", _splice),
    "format": Native("format", _format),
}
