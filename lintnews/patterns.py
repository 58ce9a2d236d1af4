"""Pattern text in, compiled pattern out: what Vale means by a pattern, a time budget on every search, one line for a bad one.

Patterns are written for Vale's engine, a .NET port, and are translated for `regex`: `\\w \\d \\s` are ASCII, `\\b` is
Unicode, `(?i)` counts from where it stands and folds character by character, `{` is itself unless it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from time import monotonic

import regex

from lintnews import bounds, lazily
from lintnews.lazily import Found as Found
from lintnews.lazily import Pattern as Pattern
from lintnews.model import LintNewsError

#: Seconds that one pattern may spend on one block, and more for each code point of it: honest patterns need time, too, on long ones.
BUDGET, BUDGET_EACH = 0.5, 2e-6


def _translated(text: str) -> str:
    return bounds.checked(_SIMPLE_FOLDING + _Translation(text).text())


class SlowPatternError(LintNewsError):
    """A pattern that used up its time budget."""


@lru_cache(maxsize=10_000)
def compile(text: str, *, ignorecase: bool = False) -> Pattern:
    """Compile a pattern; raises LintNewsError with what is wrong in it."""
    try:
        return lazily.compile(("(?i)" if ignorecase else "") + text, lazily.V1, _translated)
    except regex.error as error:
        problem = str(error).split(" at position ")[0]
        raise LintNewsError(f"bad pattern `{_short(text)}`: {problem}") from None
    except LintNewsError as error:
        raise LintNewsError(f"bad pattern `{_short(text)}`: {error}") from None
    except (OverflowError, RecursionError, MemoryError, ValueError):
        raise LintNewsError(f"bad pattern `{_short(text)}`: too large or too deeply nested") from None


def find(pattern: Pattern, text: str, at: int = 0) -> Iterator[Found]:
    """Every match from an offset on, one after another; raises SlowPatternError when the time budget is spent."""
    try:
        found = list(pattern.finditer(text, at, timeout=_budget(text)))
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None
    return iter(found)


def find_at(pattern: Pattern, text: str, offsets: Sequence[int]) -> Iterator[Found]:
    """Every match, one after another, where it is known at which offsets, in order, a match may begin; raises as `find` does."""
    found, end = [], 0
    until = monotonic() + _budget(text)
    for at in offsets:
        if at >= end and (match := _match(pattern, text, at, until)):
            if match.end() == at:
                return find(pattern, text)
            found.append(match)
            end = match.end()
    return iter(found)


def texts(pattern: Pattern, text: str) -> list[str]:
    """The texts of every match, the first group's where the pattern has one group; raises as `find` does."""
    try:
        return pattern.findall(text, timeout=_budget(text)) if pattern.groups < 2 else [found[0] for found in find(pattern, text)]
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None


def search(pattern: Pattern, text: str, at: int = 0) -> Found | None:
    """The first match from an offset on; raises SlowPatternError when the time budget is spent."""
    try:
        return pattern.search(text, at, timeout=_budget(text))
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None


def match(pattern: Pattern, text: str, at: int) -> Found | None:
    """The match that begins at an offset; raises as `find` does."""
    return _match(pattern, text, at, monotonic() + _budget(text))


def fullmatch(pattern: Pattern, text: str) -> bool:
    """Whether the whole text matches; raises SlowPatternError when the time budget is spent."""
    try:
        return pattern.fullmatch(text, timeout=_budget(text)) is not None
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None


def sub(pattern: Pattern, template: str, text: str) -> str:
    """A text with every match replaced by a template, as `expand` has it; raises as `find` does."""
    try:
        return pattern.sub(lambda found: expand(template, found), text, timeout=_budget(text))
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None


def _match(pattern: Pattern, text: str, at: int, until: float) -> Found | None:
    try:
        return pattern.match(text, at, timeout=max(until - monotonic(), 0.001))
    except (TimeoutError, MemoryError):
        raise _slow(pattern, text) from None


def _budget(text: str) -> float:
    return BUDGET + BUDGET_EACH * len(text)


def expand(template: str, found: Found) -> str:
    """A replacement with `$1`, `${1}`, `${name}` filled in from the groups of a match; `$$` is a dollar."""
    return _GROUP.sub(lambda m: _group(found, m[1] or m[2]) if m[1] or m[2] else "$", template)


def _group(found: Found, name: str) -> str:
    try:
        return found[int(name) if name.isdigit() else name] or ""
    except IndexError:
        return ""


def _slow(pattern: Pattern, text: str) -> SlowPatternError:
    shown = _short(pattern.pattern.removeprefix(_SIMPLE_FOLDING))
    return SlowPatternError(
        f"the pattern `{shown}` took more than {_budget(text):.2g} s, or too much memory, on one paragraph; simplify it"
    )


def _short(text: str) -> str:
    text = text.encode("unicode_escape").decode() if not text.isprintable() else text
    return text if len(text) <= 80 else text[:79] + "…"


_GROUP = lazily.pattern(r"\$(?:([0-9]+)|\{(\w+)\}|\$)")
_SIMPLE_FOLDING = "(?-f)"

_CLASSES = {"w": "0-9A-Za-z_", "d": "0-9", "s": r"\ \t\n\f\r"}
_COUNT = lazily.pattern(r"\{\d+(?:,\d*)?\}")
_FLAGS = lazily.pattern(r"\(\?([imsnx]*)(?:-([imsnx]+))?([:)])")
_NAMED = lazily.pattern(r"\(\?'(\w+)'")
_CODE_POINT = lazily.pattern(r"\\x\{([0-9A-Fa-f]+)\}|\\c([@-_a-z])|\\(e)")
_NAMED_AGAIN = lazily.pattern(r"\\k(?:<(\w+)>|'(\w+)'|\{(\w+)\})")
#: Letters whose escape means the same on both sides; any other letter after a backslash is itself.
_SAME_ESCAPES = frozenset("abBfnrtvAZpPuUxG")
_PROPERTY = lazily.pattern(r"\\[pP](?:\{[^}]*\}|\w)")
_SET_OPERATORS = ("&&", "||", "~~")


class _Translation:
    """One walk over a pattern, keeping what decides how a character reads: brackets, and whether `$` ends lines."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at, self._out = pattern, 0, list[str]()
        self._lines = [False]

    def text(self) -> str:
        while self._at < len(self._pattern):
            self._outside()
        return "".join(self._out)

    def _take(self, length: int, out: str) -> None:
        self._out.append(out)
        self._at += length

    def _outside(self) -> None:
        char = self._pattern[self._at]
        if char == "\\":
            self._escape(in_class=False)
        elif char == "[":
            self._class()
        elif char == "(":
            self._open()
        elif char == ")":
            if len(self._lines) > 1:
                self._lines.pop()
            self._take(1, ")")
        elif char == "{":
            counts = _COUNT.match(self._pattern, self._at)
            self._take(*(len(counts[0]), counts[0]) if counts else (1, r"\{"))
        else:
            self._take(1, r"\Z" if char == "$" and not self._lines[-1] else char)

    def _open(self) -> None:
        """An opening bracket: a group, or flags from here to the end of the group."""
        if flags := _FLAGS.match(self._pattern, self._at):
            lines = "m" in flags[1] or (self._lines[-1] and "m" not in (flags[2] or ""))
            if flags[3] == ":":
                self._lines.append(lines)
            else:
                self._lines[-1] = lines
            self._take(len(flags[0]), flags[0])
        elif self._pattern.startswith("(?#", self._at):
            end = self._pattern.find(")", self._at)
            self._at = len(self._pattern) if end < 0 else end + 1
        else:
            self._lines.append(self._lines[-1])
            named = _NAMED.match(self._pattern, self._at)
            self._take(*(len(named[0]), f"(?P<{named[1]}>") if named else (1, "("))

    def _escape(self, *, in_class: bool) -> None:
        pattern, at = self._pattern, self._at
        letter = pattern[at + 1 : at + 2]
        if letter.lower() in _CLASSES:
            inside = _CLASSES[letter.lower()]
            self._take(2, f"[^{inside}]" if letter.isupper() else inside if in_class else f"[{inside}]")
        elif point := _CODE_POINT.match(pattern, at):
            self._take(len(point[0]), lazily.escape(_character(point)))
        elif again := _NAMED_AGAIN.match(pattern, at):
            self._take(len(again[0]), f"(?P={again[1] or again[2] or again[3]})")
        elif named := _PROPERTY.match(pattern, at):
            self._take(len(named[0]), named[0])
        elif letter == "z":
            self._take(2, r"\Z")
        elif letter.isascii() and letter.isalpha() and letter not in _SAME_ESCAPES:
            self._take(2, letter)
        else:
            self._take(2, "\\" + letter)

    def _class(self) -> None:
        """A bracketed class, in which `[`, `&&` and `||` are themselves and `-[…]` at the end subtracts."""
        pattern = self._pattern
        opening = "[^" if pattern.startswith("[^", self._at) else "["
        self._take(len(opening), opening)
        first = True
        while self._at < len(pattern):
            at, char = self._at, pattern[self._at]
            if char == "]" and not first:
                return self._take(1, "]")
            if char == "\\":
                self._escape(in_class=True)
            elif pattern.startswith("[:", at) and (end := pattern.find(":]", at)) > 0:
                self._take(end + 2 - at, pattern[at : end + 2])
            elif pattern.startswith("-[", at) and not first:
                self._take(1, "--")
                self._class()
            elif pattern.startswith("--", at):
                self._take(*(1, r"\-") if first else (2, r"-\-"))
            elif pattern[at : at + 2] in _SET_OPERATORS:
                self._take(2, f"\\{char}\\{char}")
            else:
                self._take(1, "\\" + char if char in "[]" else char)
            first = False
        return None


def _character(point: Found) -> str:
    if point[1]:
        return chr(min(int(point[1], 16), 0x10FFFF))
    return chr(ord(point[2].upper()) - 64) if point[2] else "\x1b"
