"""A line of a source, a span and a width in, what of the line can be shown with the span in sight out."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, east_asian_width

from lintnews.model import Evidence, Finding, Source, Span
from lintnews.record import replace

_CUT = "…"
#: How much of the room the words before the span may take, of ten parts.
_BEFORE = 4
#: How many times the room is looked at on either side, so that a book on one line costs no more than a line.
_REACH = 4


class Window(NamedTuple):
    """A stretch of one line, in three: the words before the span, the span, the words after it."""

    line: int
    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The three as one."""
        return self.before + self.marked + self.after


def columns(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=10_000)
def _columns(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def window(source: Source, span: Span, room: int) -> Window:
    """The line that a span begins in, cut at words to the room there is; a span that goes on past its line is cut there."""
    number = source.place(span.start).line
    line = source.line(number)
    start, end = min(span.start, line.end), min(span.end, line.end)
    reach = _REACH * room
    before = plain(source.text[max(line.start, start - reach) : start])
    marked = head(plain(source.text[start : min(end, start + reach)]), room)
    after = plain(source.text[end : min(line.end, end + reach)])
    left = max(0, room - max(1, columns(marked)))
    share = max(left * _BEFORE // 10, left - columns(after))
    before = _tail(before.lstrip(), share)
    return Window(number, before, marked, head(after.rstrip(), left - columns(before)))


def plain(text: str) -> str:
    """A text without what would move the cursor: tabs and line ends are spaces, control characters and marks of order are dots."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\u200d" else " " if char.isspace() else "·" for char in text if char != "\ufeff")


def tame(finding: Finding) -> Finding:
    """A finding whose words move no cursor: messages, links and facts may be a stranger's."""
    words = {name: plain(getattr(finding, name)) for name in ("rule", "message", "link")}
    return replace(finding, **words, evidence=tuple(map(_tame, finding.evidence)))  # type: ignore[arg-type]


def _tame(evidence: Evidence) -> Evidence:
    fact = evidence.fact
    if fact:
        words = {name: plain(getattr(fact, name)) for name in ("subject", "value", "source", "as_of", "since", "until")}
        fact = replace(fact, **words)  # type: ignore[arg-type]
    return replace(evidence, text=plain(evidence.text), link=plain(evidence.link), fact=fact)


def head(text: str, room: int) -> str:
    """The beginning of a text, cut after a word when it is too wide."""
    if columns(text) <= room:
        return text
    kept = _taken(text, room - 1)
    cut = kept.rfind(" ")
    return (kept[:cut] if cut > 0 else kept) + _CUT if room > 0 else ""


def _tail(text: str, room: int) -> str:
    """The end of a text, cut before a word when it is too wide."""
    if columns(text) <= room:
        return text
    kept = _taken(text[::-1], room - 1)[::-1]
    cut = kept.find(" ")
    return _CUT + (kept[cut + 1 :] if 0 <= cut < len(kept) - 1 else kept) if room > 0 else ""


def _taken(text: str, room: int) -> str:
    wide = 0
    for i, char in enumerate(text):
        wide += _columns(char)
        if wide > room:
            return text[:i]
    return text


def wrap(text: str, room: int) -> list[str]:
    """A text in lines of whole words."""
    lines = [""]
    for word in plain(text).split():
        if lines[-1] and columns(lines[-1]) + 1 + columns(word) > room:
            lines.append("")
        lines[-1] += " " * bool(lines[-1]) + word
    return lines
