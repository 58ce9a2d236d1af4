"""A pattern in Go's syntax and a text in, its matches out, with their places in bytes: `re_match` and its like of the module `text`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from lintnews import go_patterns
from lintnews.model import LintNewsError
from lintnews.tengo.faults import ScriptError
from lintnews.tengo.meter import Meter
from lintnews.tengo.natives import native
from lintnews.tengo.values import Array, Map, Native, Value

Found = regex.Match[str]
#: The most seconds that one pattern may take on one text.
_BUDGET = 0.5
_GROUP = regex.compile(r"\$(?:\$|\{([^{}]*)\}|(\w+))?")


def matches(pattern: go_patterns.Pattern, text: str, meter: Meter) -> Iterator[Found]:
    """Every match; an empty one right behind another is none. Raises ScriptError when the time is spent."""
    at, last = 0, -1
    while at <= len(text) and (found := _search(pattern, text, at, meter)):
        start, end = found.span()
        if end > start or start != last:
            yield found
        last = end
        at = end + (end == at)


def _search(pattern: go_patterns.Pattern, text: str, at: int, meter: Meter) -> Found | None:
    meter.tick()
    seconds = max(0.001, min(_BUDGET, meter.seconds_left()))
    try:
        return pattern.search(text, at, timeout=seconds)
    except TimeoutError:
        raise ScriptError(f"a pattern takes more than {seconds:.2g} s on one text; simplify it") from None


class _Places:
    """Places in a text as numbers of bytes, asked for from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._plain = text, text.isascii()
        self._at = self._bytes = 0

    def __call__(self, at: int) -> int:
        if self._plain or at < 0:
            return at
        if at < self._at:
            return self._bytes - self._size(at, self._at)
        self._bytes += self._size(self._at, at)
        self._at = at
        return self._bytes

    def _size(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode("utf-8", "surrogateescape"))


def _groups(found: Found, place: _Places, meter: Meter) -> Array:
    """A match and its groups, each with text, begin and end."""
    out = []
    for i in range(len(found.regs)):
        start, end = found.span(i)
        begin = place(start)
        out.append(Map({"text": meter.text(found[i] or ""), "begin": begin, "end": place(end)}, fixed=True))
    meter.made(300 * len(out))
    return Array(out)


def _with(do: Callable[..., Value]) -> Callable[..., Value]:
    """A function whose first argument is a pattern."""

    def call(meter: Meter, pattern: str, *rest: Value) -> Value:
        try:
            made = go_patterns.compile(pattern)
        except LintNewsError as error:
            raise ScriptError(str(error)) from None
        return do(meter, made, *rest)

    return call


def _match(meter: Meter, pattern: go_patterns.Pattern, text: str) -> bool:
    return next(matches(pattern, text, meter), None) is not None


def _find(meter: Meter, pattern: go_patterns.Pattern, text: str, count: int = 1) -> Array | None:
    place = _Places(text)
    out = []
    for found in matches(pattern, text, meter) if count else ():
        out.append(_groups(found, place, meter))
        if len(out) == count:
            break
    return Array(out) if out else None


def _replace(meter: Meter, pattern: go_patterns.Pattern, text: str, template: str) -> str:
    out: list[str] = []
    at = size = 0
    for found in matches(pattern, text, meter):
        new = expanded(template, found)
        out += [text[at : found.start()], new]
        size += found.start() - at + len(new)
        meter.room(size)
        meter.made(len(new) + 100)
        at = found.end()
    return meter.text("".join([*out, text[at:]]))


def expanded(template: str, found: Found) -> str:
    """A replacement with `$1`, `${name}` filled in; `$1x` is the group `1x`, which there is not."""
    return _GROUP.sub(
        lambda m: "$" if m[0] in ("$$", "$") and m[1] is None and m[2] is None else _group(found, m[1] or m[2] or ""), template
    )


def _group(found: Found, name: str) -> str:
    try:
        return found[int(name) if name.isdigit() else name] or ""
    except (IndexError, ValueError):
        return ""


def _split(meter: Meter, pattern: go_patterns.Pattern, text: str, count: int = -1) -> Array:
    if count == 0:
        return Array()
    if pattern.pattern and not text:
        return Array([""])
    out: list[Value] = []
    start = end = 0
    for found in matches(pattern, text, meter):
        if 0 < count <= len(out) + 1:
            break
        end = found.start()
        if found.end():
            out.append(meter.text(text[start:end]))
            meter.made(80)
        start = found.end()
    if end != len(text):
        out.append(meter.text(text[start:]))
    meter.seats(len(out))
    return Array(out)


def _compile(meter: Meter, pattern: go_patterns.Pattern) -> Map:
    """A pattern as a map of functions."""
    functions = {
        "match": native("re.match", "t", lambda m, text: _match(m, pattern, text)),
        "find": native("re.find", "ti", lambda m, text, count=1: _find(m, pattern, text, count), least=1),
        "replace": native("re.replace", "tt", lambda m, text, new: _replace(m, pattern, text, new)),
        "split": native("re.split", "ti", lambda m, text, count=-1: _split(m, pattern, text, count), least=1),
    }
    return Map(dict(functions), fixed=True)


PATTERNS: dict[str, Native] = {
    name: native(f"text.{name}", wants, _with(do), least=least)
    for name, wants, least, do in (
        ("re_match", "tt", 2, _match),
        ("re_find", "tti", 2, _find),
        ("re_replace", "ttt", 3, _replace),
        ("re_split", "tti", 2, _split),
        ("re_compile", "t", 1, _compile),
    )
}
