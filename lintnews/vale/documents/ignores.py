"""A text and what `.vale.ini` ignores in it in, the text with that as code out, and with its comments as HTML's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews import patterns
from lintnews.model import Span
from lintnews.vale.document import Reading
from lintnews.vale.documents.clean import Clean

#: What stands before and behind code inside a line, and before and behind a block of it; Markdown's where a format is not named.
_CODE = {"html": ("<code>", "</code>"), "rst": ("``", "``")}
_BLOCK = {"html": ("<pre>", "</pre>"), "rst": ("\n::\n\n", "\n")}
_TICKS, _FENCES = ("`", "`"), ("\n```\n", "\n```\n")
#: What stands for a match of a pattern without groups: code of two characters, as in Vale.
_NO_GROUP = "**"
_INDENT = "    "


def applied(clean: Clean, reading: Reading, start: int) -> tuple[Clean, int]:
    """The text to parse and where that begins, `start` being the end of the head: to the patterns the head is a block of code.

    Raises LintNewsError for a pattern that is none.
    """
    marks = _BLOCK.get(reading.format, _FENCES)
    if start and reading.format != "rst":
        clean, start = clean.edited([(Span(0, 0), marks[0]), (Span(start, start), marks[1])]), 0
    for pattern in reading.block_ignores:
        found = _found(clean.text, pattern, start)
        clean = clean.edited(_indented(clean.text, found, marks) if reading.format == "rst" else _wrapped(found, marks))
    for pattern in reading.token_ignores:
        clean = clean.edited(_wrapped(_found(clean.text, pattern, start), _CODE.get(reading.format, _TICKS)))
    if reading.comment_delimiters:
        clean = clean.edited(_comments(clean.text, *reading.comment_delimiters, start))
    return clean, start


def _found(text: str, pattern: str, start: int) -> Iterator[patterns.Found]:
    found = patterns.find(patterns.compile(pattern), text)
    return (match for match in found if match.start() >= start and match.end() > match.start())


def _wrapped(found: Iterable[patterns.Found], marks: tuple[str, str]) -> Iterator[tuple[Span, str]]:
    """Every match becomes its first group between marks; what is outside the group is gone, as is all of a match without one."""
    for match in found:
        if match.re.groups and match.start(1) >= 0:
            yield Span(match.start(), match.start(1)), marks[0]
            yield Span(match.end(1), match.end()), marks[1]
        else:
            yield Span(*match.span()), marks[0] + _NO_GROUP * (not match.re.groups) + marks[1]


def _indented(text: str, found: Iterable[patterns.Found], marks: tuple[str, str]) -> Iterator[tuple[Span, str]]:
    """Every match becomes a block whose lines are set in."""
    for match in found:
        start, end = match.span()
        yield Span(start, start), marks[0] + _INDENT
        line = text.find("\n", start, end - 1)
        while line >= 0:
            yield Span(line + 1, line + 1), _INDENT
            line = text.find("\n", line + 1, end - 1)
        yield Span(end, end), marks[1]


def _comments(text: str, opens: str, closes: str, start: int) -> Iterator[tuple[Span, str]]:
    at = text.find(opens, start)
    while at >= 0 and (end := text.find(closes, at + len(opens))) >= 0:
        yield Span(at, at + len(opens)), "<!--"
        yield Span(end, end + len(closes)), "-->"
        at = text.find(opens, end + len(closes))
