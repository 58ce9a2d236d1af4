"""The text of a `.vale.ini` in, its keys out, each with its section and line: the dialect of INI that Vale reads.

Own code, because no library of Python's has the dialect: keys that may be repeated, comments only after a blank, values
in backquotes or three quotes over several lines, and the line of every key, for what is told about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import LintNewsError

MAX_CHARACTERS = 1_000_000
_QUOTES = ('"""', '"', "`")


class Entry(NamedTuple):
    """One key as it stands. The keys above the first section are in the section ``."""

    section: str
    key: str
    value: str
    line: int


def read(text: str, name: str) -> Iterator[Entry]:
    """The keys in order, and a key of no name for each section as it opens; raises LintNewsError by file and line."""
    if len(text) > MAX_CHARACTERS:
        raise LintNewsError(f"{name}: larger than {MAX_CHARACTERS:,} characters; split the file")
    lines = _Lines(text, name)
    section = ""
    for line in lines:
        if line.startswith("["):
            section = _section(line, lines)
            yield Entry(section, "", "", lines.number)
        else:
            number = lines.number
            key, value = _key(line, lines)
            yield Entry(section, key, _value(value.lstrip(), lines), number)


class _Lines:
    """The lines that say something, and any that follow one."""

    def __init__(self, text: str, name: str) -> None:
        self._lines = iter(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
        self._name = name
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        while (line := self.more()) is not None:
            if (line := line.strip()) and line[0] not in "#;":
                yield line

    def more(self) -> str | None:
        """The next line as it is, None at the end."""
        self.number += 1
        return next(self._lines, None)

    def fault(self, words: str, line: int = 0) -> LintNewsError:
        return LintNewsError(f"{self._name}:{line or self.number}: {words}")


def _section(line: str, lines: _Lines) -> str:
    end = line.rfind("]")
    if end < 0:
        raise lines.fault(f"the section `{line}` is not closed; end it with `]`")
    if end == 1:
        raise lines.fault("a section without a name; write a glob, such as [*.md]")
    return "" if line[1:end] == "DEFAULT" else line[1:end]


def _key(line: str, lines: _Lines) -> tuple[str, str]:
    """A key and the rest of its line after `=` or `:`."""
    quote = next((quote for quote in _QUOTES if line.startswith(quote)), "")
    start = line.find(quote, len(quote)) if quote else 0
    if start < 0:
        raise lines.fault(f"the key {line} has no closing {quote}")
    at = min((place for mark in "=:" if (place := line.find(mark, start)) >= 0), default=-1)
    if at < 0:
        raise lines.fault(f"no `=` in `{line}`; a line is `key = value`")
    key = line[len(quote) : start] if quote else line[:at].strip()
    if not key:
        raise lines.fault("a value without a key; write `key = value`")
    return key, line[at + 1 :]


def _value(text: str, lines: _Lines) -> str:
    if quote := next((quote for quote in ('"""', "`") if text.startswith(quote)), ""):
        return _quoted(text[len(quote) :], quote, lines)
    if text.endswith("\\"):
        return _continued(text[:-1], lines)
    text = _without_comment(text).strip()
    if len(text) > 1 and text[0] == text[-1] in "\"'" and text.count(text[0]) == 2:
        return text[1:-1]
    return text


def _quoted(text: str, quote: str, lines: _Lines) -> str:
    """A value up to its closing quote, on this line or a later one."""
    first, parts = lines.number, [text]
    while quote not in parts[-1]:
        line = lines.more()
        if line is None:
            raise lines.fault(f"a value begins with {quote} and has no closing {quote}", first)
        parts.append(line)
    parts[-1] = parts[-1][: parts[-1].rfind(quote)]
    return "\n".join(parts)


def _continued(text: str, lines: _Lines) -> str:
    """A value that goes on on the next line, as its backslash says."""
    parts = [text]
    while (line := lines.more()) is not None:
        line = line.strip()
        parts.append(line.removesuffix("\\"))
        if not line.endswith("\\"):
            break
    return "".join(parts)


def _without_comment(text: str) -> str:
    for mark in (" #", " ;"):
        if (at := text.find(mark)) >= 0:
            return text[:at]
    return text
