"""A value and a key in, what stands there out; or a value with something else there."""

from __future__ import annotations

from lintnews.tengo.convert import to_text
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.values import Array, Bytes, Char, Error, Map, Value, type_name


def item(whole: Value, key: Value, meter: Meter) -> Value:
    """`whole[key]`; `undefined` where nothing stands. The characters of a text are counted, not its bytes."""
    kind = type(whole)
    if kind is Map:
        return whole.entries.get(_key(key, meter))
    if kind is Array or kind is str or kind is Bytes:
        if type(key) is not int:
            raise ScriptError(f"invalid index type: {type_name(key)}")
        if not 0 <= key < len(whole):
            return None
        if kind is Array:
            return whole.items[key]
        return char(whole[key]) if kind is str else whole.data[key]
    if kind is Error:
        if to_text(key, meter) != "value":
            raise ScriptError("an error has nothing but its `value`")
        return whole.value
    if whole is None:
        return None
    raise ScriptError(f"not indexable: {type_name(whole)}")


def char(text: str) -> Char:
    """A text of one character as a character; a byte that is part of none is the one for what cannot be read."""
    return Char(0xFFFD if "\udc80" <= text <= "\udcff" else ord(text))


def _key(key: Value, meter: Meter) -> str:
    made = to_text(key, meter)
    if made is None:
        raise ScriptError("invalid index type: undefined")
    return made


def put(whole: Value, key: Value, value: Value, meter: Meter) -> None:
    """`whole[key] = value`."""
    kind = type(whole)
    if kind is Map and not whole.fixed:
        name = _key(key, meter)
        if name not in whole.entries:
            meter.seats(len(whole) + 1)
        whole.entries[name] = value
    elif kind is Array and not whole.fixed:
        if type(key) is not int:
            raise ScriptError(f"invalid index type: {type_name(key)}")
        if not 0 <= key < len(whole):
            raise ScriptError("index out of bounds")
        whole.writable[key] = value
    else:
        raise ScriptError(f"not index-assignable: {type_name(whole)}")


def part(whole: Value, low: Value, high: Value, meter: Meter) -> Value:
    """`whole[low:high]`; of a text, by bytes. What lies outside is cut off, but low must not be beyond high."""
    kind = type(whole)
    if kind not in (str, Array, Bytes):
        raise ScriptError(f"not indexable: {type_name(whole)}")
    size = meter.size(whole) if kind is str else len(whole)
    start, end = _bound(low, 0), _bound(high, size)
    if start > end:
        raise ScriptError(f"invalid slice index: {start} > {end}")
    start, end = min(max(start, 0), size), min(max(end, 0), size)
    meter.tick()
    if kind is str:
        return meter.cut(whole, start, end)
    if kind is Bytes:
        return Bytes(whole.data[start:end])
    meter.seats(end - start)
    return Array(whole.items[start:end])


def _bound(value: Value, default: int) -> int:
    if value is None:
        return default
    if type(value) is not int:
        raise ScriptError(f"invalid slice index type: {type_name(value)}")
    return value


def fixed(value: Value) -> Value:
    """An array or map that cannot be changed."""
    if type(value) is Array and not value.fixed:
        return Array(list(value.items), fixed=True)
    return Map(value.entries, fixed=True) if type(value) is Map and not value.fixed else value
