"""The module `text` of Tengo: Go's functions on texts; places and lengths are in bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lintnews.tengo.convert import to_text
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.found import PATTERNS
from lintnews.tengo.meter import Meter
from lintnews.tengo.natives import native
from lintnews.tengo.numerals import NUMERALS
from lintnews.tengo.values import Array, Native, Value

#: What Go counts as white space.
_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def _compare(meter: Meter, first: str, second: str) -> int:
    a, b = meter.bytes(first), meter.bytes(second)
    return (a > b) - (a < b)


def _place(meter: Meter, text: str, at: int) -> int:
    return at if at < 0 or text.isascii() else len(text[:at].encode("utf-8", "surrogateescape"))


def _index(meter: Meter, text: str, part: str) -> int:
    return _place(meter, text, text.find(part))


def _last_index(meter: Meter, text: str, part: str) -> int:
    return _place(meter, text, text.rfind(part))


def _index_any(meter: Meter, text: str, chars: str) -> int:
    wanted = set(chars)
    return _place(meter, text, next((i for i, char in enumerate(text) if char in wanted), -1))


def _last_index_any(meter: Meter, text: str, chars: str) -> int:
    wanted = set(chars)
    return _place(meter, text, next((i for i in range(len(text) - 1, -1, -1) if text[i] in wanted), -1))


def _split(meter: Meter, text: str, separator: str, count: int = -1, *, keep: bool = False) -> Array | None:
    """`split` and its like: `keep` leaves the separators at the ends of the parts."""
    if count == 0:
        return Array()
    at_once = text.count(separator) + 1 if separator else max(1, len(text))
    parts = min(count, at_once) if count > 0 else at_once
    meter.seats(parts)
    if not separator:
        out = [*text[: parts - 1], text[parts - 1 :]] if text else []
    else:
        out = text.split(separator, parts - 1)
        if keep:
            out = [part + separator for part in out[:-1]] + out[-1:]
    return Array(out)


def _join(meter: Meter, array: Array, separator: str) -> str:
    parts = [to_text(item, meter) for item in array.items]
    if None in parts:
        raise ScriptError(f"item {parts.index(None)} in call to `text.join` must be a text, not undefined")
    texts = [part for part in parts if part is not None]
    meter.room(sum(map(len, texts)) + len(separator) * len(texts))
    return meter.text(separator.join(texts))


def _repeat(meter: Meter, text: str, count: int) -> str:
    if count < 0:
        raise ScriptError("a text cannot be repeated less than no times")
    meter.room(len(text) * count)
    return meter.text(text * count)


def _replace(meter: Meter, text: str, old: str, new: str, count: int) -> str:
    if old == new or not count:
        return text
    times = text.count(old) if count < 0 else min(count, text.count(old))
    meter.room(len(text) + times * len(new))
    return meter.text(text.replace(old, new, times))


def _substr(meter: Meter, text: str, low: int, high: int | None = None) -> str:
    size = meter.size(text)
    end = size if high is None else high
    if low > end:
        raise ScriptError(f"invalid slice index in call to `text.substr`: {low} > {end}")
    return meter.cut(text, min(max(low, 0), size), min(max(end, 0), size))


def _padding(meter: Meter, text: str, size: int, pad: str) -> str:
    """The whole padding, of which the one side or the other is cut."""
    have, unit = meter.size(text), meter.size(pad)
    meter.room(size)
    return pad * ((size - unit) // unit + 1) if have < size and unit else ""


def _pad_left(meter: Meter, text: str, size: int, pad: str = " ") -> str:
    padding = _padding(meter, text, size, pad)
    made = padding + text
    return meter.cut(made, meter.size(made) - size, meter.size(made)) if padding else text


def _pad_right(meter: Meter, text: str, size: int, pad: str = " ") -> str:
    padding = _padding(meter, text, size, pad)
    return meter.cut(text + padding, 0, size) if padding else text


def _fields(meter: Meter, text: str) -> Array:
    out, start = list[Value](), -1
    for i, char in enumerate(text):
        if char in _SPACE:
            if start >= 0:
                out.append(text[start:i])
            start = -1
        elif start < 0:
            start = i
    if start >= 0:
        out.append(text[start:])
    meter.seats(len(out))
    return Array(out)


def _title(meter: Meter, text: str) -> str:
    """The first letter of each word as a title has it; an apostrophe does not part words, a full stop does."""
    return meter.text("".join(_titled(text)))


def _titled(text: str) -> Iterator[str]:
    parted = True
    for char in text:
        yield _one(str.title, char) if parted else char
        parted = not (char.isalnum() or char == "_") if char.isascii() else not char.isalnum() and char.isspace()


def _one(change: Callable[[str], str], char: str) -> str:
    """A change of case that leaves one character one."""
    made = change(char)
    return made if len(made) == 1 else "i" if made == "i\u0307" else char


def _titles(text: str) -> str:
    return "".join(_one(str.title, char) for char in text)


def _cased(change: Callable[[str], str]) -> Callable[[Meter, str], str]:
    def do(meter: Meter, text: str) -> str:
        made = change(text)
        if text.isascii():
            return meter.text(made)
        return meter.text("".join(_one(change, char) for char in text))

    return do


def _fold(text: str) -> str:
    return "".join(_one(str.casefold, char) if len(char.casefold()) == 1 else _one(str.lower, char) for char in text)


def _equal_fold(meter: Meter, first: str, second: str) -> bool:
    return first == second or (len(first) == len(second) and _fold(first) == _fold(second))


_FUNCTIONS: dict[str, tuple[str, int, Callable[..., Value]]] = {
    "compare": ("tt", 2, _compare),
    "contains": ("tt", 2, lambda meter, text, part: part in text),
    "contains_any": ("tt", 2, lambda meter, text, chars: not set(chars).isdisjoint(text)),
    "count": ("tt", 2, lambda meter, text, part: text.count(part)),
    "equal_fold": ("tt", 2, _equal_fold),
    "fields": ("t", 1, _fields),
    "has_prefix": ("tt", 2, lambda meter, text, part: text.startswith(part)),
    "has_suffix": ("tt", 2, lambda meter, text, part: text.endswith(part)),
    "index": ("tt", 2, _index),
    "index_any": ("tt", 2, _index_any),
    "join": ("at", 2, _join),
    "last_index": ("tt", 2, _last_index),
    "last_index_any": ("tt", 2, _last_index_any),
    "repeat": ("ti", 2, _repeat),
    "replace": ("ttti", 4, _replace),
    "substr": ("tii", 2, _substr),
    "split": ("tt", 2, _split),
    "split_after": ("tt", 2, lambda meter, text, part: _split(meter, text, part, keep=True)),
    "split_after_n": ("tti", 3, lambda meter, text, part, count: _split(meter, text, part, count, keep=True)),
    "split_n": ("tti", 3, _split),
    "title": ("t", 1, _title),
    "to_lower": ("t", 1, _cased(str.lower)),
    "to_title": ("t", 1, _cased(_titles)),
    "to_upper": ("t", 1, _cased(str.upper)),
    "pad_left": ("tit", 2, _pad_left),
    "pad_right": ("tit", 2, _pad_right),
    "trim": ("tt", 2, lambda meter, text, chars: text.strip(chars) if chars else text),
    "trim_left": ("tt", 2, lambda meter, text, chars: text.lstrip(chars) if chars else text),
    "trim_right": ("tt", 2, lambda meter, text, chars: text.rstrip(chars) if chars else text),
    "trim_prefix": ("tt", 2, lambda meter, text, prefix: text.removeprefix(prefix)),
    "trim_suffix": ("tt", 2, lambda meter, text, suffix: text.removesuffix(suffix)),
    "trim_space": ("t", 1, lambda meter, text: text.strip(_SPACE)),
}

#: The functions by name.
TEXT: dict[str, Native] = {
    **{name: native(f"text.{name}", wants, do, least=least) for name, (wants, least, do) in _FUNCTIONS.items()},
    **PATTERNS,
    **NUMERALS,
}
