"""YAML text in, plain values out, with the line of every key: the one room that knows the parser.

What comes from strangers is kept in bounds: no tags, no aliases that multiply, no endless nesting. The values are built
from the parser's events, because its own composer goes down a stack that a deep file can break.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lintnews.model import LintNewsError
from lintnews.record import record

MAX_CHARACTERS = 60_000_000
MAX_DEPTH = 40
MAX_VALUES = 3_000_000
#: What the aliases of one file may add to it.
MAX_ALIASED = 10_000

#: How many backslashes before an apostrophe are passed over, and in how long a text.
_MOST_ESCAPES, _LONGEST_ESCAPED = 50, 100_000

_Path = tuple[Any, ...]


@record
class Loaded:
    """A YAML document as plain values, and the line (from one) on which each key path stands."""

    value: Any
    lines: dict[_Path, int]

    def line(self, *path: Any) -> int:
        """The line of a path, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(text: str, name: str, first_line: int = 1) -> Loaded:
    """Parse one YAML document; raises LintNewsError naming file and line."""
    return _loaded(text, name, first_line, _Builder)


def _loaded(text: str, name: str, first_line: int, building: Callable[[Any, str, int], _Builder]) -> Loaded:
    import yaml

    if len(text) > MAX_CHARACTERS:
        raise LintNewsError(f"{name}: larger than {MAX_CHARACTERS:,} characters; split the file")
    try:
        builder = building(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text), name, first_line)
        return Loaded(builder.document(), builder.lines)
    except yaml.YAMLError as error:
        if building is _Builder and (without := _without_escape(text, error)) is not None:
            return _loaded(without, name, first_line, building)
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0) or 0)
        raise LintNewsError(f"{name}:{at + first_line}: {_problem(error)}") from None
    except UnicodeEncodeError as error:
        at = text.count("\n", 0, error.start)
        raise LintNewsError(f"{name}:{at + first_line}: not valid YAML: half a character; save the file as UTF-8") from None


def _without_escape(text: str, error: Exception) -> str | None:
    """The text without the backslash of a `\\'`, which this parser stops at and others, Vale's among them, take for an apostrophe."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "unknown escape character" not in str(getattr(error, "problem", "")) or len(text) > _LONGEST_ESCAPED:
        return None
    if text.count("\\'") > _MOST_ESCAPES:
        return None
    line = text.split("\n")[mark.line]
    at = line.find("\\'", max(0, mark.column - 2))
    if at < 0 or at > mark.column:
        return None
    start = len(text) - len(text.split("\n", mark.line)[mark.line]) + at
    return text[:start] + text[start + 1 :]


@record
class Placed:
    """A YAML document as plain values; where its texts stand, by path: start, end, the mark that opens them; where all scalars do."""

    value: Any
    places: dict[_Path, tuple[int, int, str]]
    scalars: list[tuple[int, int]]


def placed(text: str, name: str) -> Placed:
    """Parse one YAML document, or JSON, with the places of its texts; raises LintNewsError naming file and line."""
    builders: list[_Placing] = []

    def placing(loader: Any, name: str, first_line: int) -> _Placing:
        builders.append(_Placing(loader, name, text))
        return builders[0]

    value = _loaded(text, name, 1, placing).value
    return Placed(value, builders[0].places, builders[0].scalars)


def mapping(text: str, name: str, first_line: int = 1) -> dict[str, Any]:
    """Parse a YAML document that must be a mapping (or empty)."""
    value = load(text, name, first_line).value
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise LintNewsError(f"{name}:{first_line}: expected `key: value` lines")
    return value


def _problem(error: Exception) -> str:
    """What the parser says, in one line, with the remedy for the slip that people make most."""
    words = getattr(error, "problem", None) or str(error).splitlines()[0]
    if "nesting depth" in words:  # the parser's own limit, in recent versions
        return _too_deep()
    return f"not valid YAML: {words}" + ("; indent with spaces, not tabs" if "cannot start any token" in words else "")


def _too_deep() -> str:
    return f"nested more than {MAX_DEPTH} deep, or more than {MAX_VALUES:,} values; flatten or split it"


class _Builder:
    """From events to plain values. Scalars stay as they are written, but for true, false, null and whole numbers."""

    def __init__(self, loader: Any, name: str, first_line: int) -> None:
        self.lines: dict[_Path, int] = {}
        self._loader, self._name, self._first = loader, name, first_line
        self._count, self._aliased = 0, 0
        self._anchors: dict[str, tuple[Any, int]] = {}

    def document(self) -> Any:
        """The value of the one document, None when there is none."""
        self._next()
        if _is(event := self._next(), "StreamEnd"):
            return None
        value = self._value(self._next(), ())
        self._next()
        while not _is(event := self._next(), "StreamEnd"):
            if not _is(inside := self._next(), "Scalar") or inside.value or inside.style:
                raise self._error(event, "a second YAML document begins here; keep one to a file")
            self._next()
        return value

    def _next(self) -> Any:
        return self._loader.get_event()

    def _value(self, event: Any, path: _Path) -> Any:
        self.lines.setdefault(path, self._line(event))
        self._count += 1
        if _is(event, "Alias"):
            return self._alias(event)
        if event.tag not in (None, "!") and not _is_plain_tag(event.tag):
            raise self._error(event, f"the tag `{event.tag}` is not allowed; write the plain value")
        if len(path) > MAX_DEPTH or self._count > MAX_VALUES:
            raise self._error(event, _too_deep())
        before = self._count
        value = self._made(event, path)
        if event.anchor:
            self._anchors[event.anchor] = value, self._count - before + 1
        return value

    def _made(self, event: Any, path: _Path) -> Any:
        if _is(event, "Scalar"):
            return self._scalar(event)
        if _is(event, "SequenceStart"):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: _Path) -> list[Any]:
        out: list[Any] = []
        while not _is(event := self._next(), "SequenceEnd"):
            out.append(self._value(event, (*path, len(out))))
        return out

    def _mapping(self, path: _Path) -> dict[str, Any]:
        out: dict[str, Any] = {}
        while not _is(event := self._next(), "MappingEnd"):
            if not _is(event, "Scalar") or event.value == "<<":
                raise self._error(event, "a key must be plain text")
            if event.value in out:
                raise self._error(event, f"the key `{event.value}` stands twice; keep one")
            self.lines[(*path, event.value)] = self._line(event)
            out[event.value] = self._value(self._next(), (*path, event.value))
        return out

    def _alias(self, event: Any) -> Any:
        """The value of an anchor above; it counts as often as it is used, so that a few lines cannot stand for billions."""
        if event.anchor not in self._anchors:
            raise self._error(event, f"`*{event.anchor}` has no finished `&{event.anchor}` above it")
        value, size = self._anchors[event.anchor]
        self._count += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise self._error(event, f"aliases that add more than {MAX_ALIASED:,} values; write them out")
        return value

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if not event.implicit[0]:
            return text
        from yaml import ScalarNode

        kind = self._loader.resolve(ScalarNode, text, (True, False)).rpartition(":")[2]
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true" if text.lower() in ("true", "false") else text
        digits = text.lstrip("+-")
        return int(text) if kind == "int" and digits.isdigit() and len(digits) < 19 and (digits == "0" or digits[0] != "0") else text

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first

    def _error(self, event: Any, words: str) -> LintNewsError:
        return LintNewsError(f"{self._name}:{self._line(event)}: {words}")


class _Placing(_Builder):
    """Notes where each scalar stands."""

    def __init__(self, loader: Any, name: str, text: str) -> None:
        super().__init__(loader, name, 1)
        self.places: dict[_Path, tuple[int, int, str]] = {}
        self.scalars: list[tuple[int, int]] = []
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def _next(self) -> Any:
        event = super()._next()
        if _is(event, "Scalar"):
            self.scalars.append((self._offset(event.start_mark), self._offset(event.end_mark)))
        return event

    def _made(self, event: Any, path: _Path) -> Any:
        if _is(event, "Scalar"):
            self.places[path] = (*self.scalars[-1], event.style or "")
        return super()._made(event, path)

    def _offset(self, mark: Any) -> int:
        return self._starts[mark.line] + int(mark.column) if mark.line < len(self._starts) else self._starts[-1]


def _is(event: Any, kind: str) -> bool:
    return type(event).__name__ == f"{kind}Event"


def _is_plain_tag(tag: str) -> bool:
    return tag in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
