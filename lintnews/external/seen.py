"""Lines, columns and offsets as other programs count them in, places in a text out; and what such a program saw."""

from __future__ import annotations

from collections.abc import Callable

from lintnews.model import Severity, Source, Span
from lintnews.record import record

#: How many units a text takes, by the name of the unit.
_SIZES: dict[str, Callable[[str], int]] = {
    "characters": len,
    "bytes": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(letter > "\uffff" for letter in text),
}


@record
class Seen:
    """What another program saw: the name of its rule, its words, the span in the source, what to put there, its page on the rule."""

    rule: str
    message: str
    span: Span
    severity: Severity | None = None
    fixes: tuple[str, ...] = ()
    link: str = ""


class Places:
    """A source, and the way from other people's lines and columns to its offsets. What lies outside is taken to its end."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._last = source.place(len(source.text)).line

    def at(self, line: int, column: int, unit: str = "characters") -> int:
        """The offset of a line and a column, both counted from 0."""
        if line < 0:
            return 0
        if line >= self._last:
            return len(self.source.text)
        start = self.source.line(line + 1).start
        end = self.source.line(line + 2).start if line + 1 < self._last else len(self.source.text)
        return start + into(self.source.text[start:end], column, unit)

    def offset(self, count: int, unit: str = "characters") -> int:
        """The offset of a count of units from the beginning of the text."""
        return into(self.source.text, count, unit)


def into(text: str, count: int, unit: str) -> int:
    """How many characters of a text a count of units reaches."""
    size = _SIZES[unit]
    if unit == "characters" or text.isascii():
        return max(0, min(count, len(text)))
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if size(text[:middle]) <= count else (low, middle - 1)
    return low
