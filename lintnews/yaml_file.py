"""YAML text in, plain values out, with the line of every key: the one room that knows the parser.

What comes from strangers is kept in bounds: no tags, no aliases that multiply, no endless nesting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lintnews.model import LintNewsError

MAX_CHARACTERS = 20_000_000
MAX_DEPTH = 40
MAX_VALUES = 3_000_000


@dataclass(frozen=True)
class Loaded:
    """A YAML document as plain values, and the line (from one) on which each key path stands."""

    value: Any
    lines: dict[tuple[Any, ...], int]

    def line(self, *path: Any) -> int:
        """The line of a path, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(text: str, name: str, first_line: int = 1) -> Loaded:
    """Parse one YAML document; raises LintNewsError naming file and line."""
    import yaml

    if len(text) > MAX_CHARACTERS:
        raise LintNewsError(f"{name}: larger than {MAX_CHARACTERS:,} characters; split the file")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    walk = _Walk(name, first_line)
    try:
        node = loader.get_single_node()
        value = walk.value(node, ()) if node else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = (mark.line if mark else 0) + first_line
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise LintNewsError(f"{name}:{line}: not valid YAML: {problem}") from None
    except RecursionError:
        raise LintNewsError(f"{name}: nested more than {MAX_DEPTH} deep; flatten it") from None
    finally:
        loader.dispose()
    return Loaded(value, walk.lines)


def mapping(text: str, name: str, first_line: int = 1) -> dict[str, Any]:
    """Parse a YAML document that must be a mapping (or empty)."""
    value = load(text, name, first_line).value
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise LintNewsError(f"{name}:{first_line}: expected `key: value` lines")
    return value


class _Walk:
    """From nodes to plain values. Scalars stay as they are written, but for true, false, null and whole numbers.

    `yes`, `no`, `on`, `off` are words: a list of words may hold them.
    """

    def __init__(self, name: str, first_line: int) -> None:
        self.lines: dict[tuple[Any, ...], int] = {}
        self._name, self._first, self._left = name, first_line, MAX_VALUES

    def value(self, node: Any, path: tuple[Any, ...]) -> Any:
        self._left -= 1
        if len(path) > MAX_DEPTH or self._left < 0:
            raise self._error(node, f"nested more than {MAX_DEPTH} deep, or more than {MAX_VALUES:,} values; flatten it")
        self.lines.setdefault(path, node.start_mark.line + self._first)
        if node.id == "scalar":
            return _scalar(node)
        if node.id == "sequence":
            return [self.value(child, (*path, i)) for i, child in enumerate(node.value)]
        out: dict[str, Any] = {}
        for key, child in node.value:
            if key.id != "scalar":
                raise self._error(key, "a key must be plain text")
            if key.value in out:
                raise self._error(key, f"the key `{key.value}` stands twice; keep one")
            self.lines[(*path, key.value)] = key.start_mark.line + self._first
            out[key.value] = self.value(child, (*path, key.value))
        return out

    def _error(self, node: Any, words: str) -> LintNewsError:
        return LintNewsError(f"{self._name}:{node.start_mark.line + self._first}: {words}")


def _scalar(node: Any) -> Any:
    if node.style in ("'", '"', "|", ">") or not node.tag.endswith(("bool", "null", "int")):
        return node.value
    text = node.value
    if node.tag.endswith("null"):
        return None
    if node.tag.endswith("bool"):
        return text.lower() == "true" if text.lower() in ("true", "false") else text
    return int(text) if text.lstrip("+-").isdigit() and (text == "0" or not text.lstrip("+-").startswith("0")) else text
