"""Offsets of a source in, an editor's positions out, and back: lines from nought, columns in the units that were agreed on."""

from __future__ import annotations

from lsprotocol import types

from lintnews.model import Source, Span

Encoding = types.PositionEncodingKind | str


class Positions:
    """A source as an editor counts it: UTF-16 units, unless it asked for bytes of UTF-8 or for code points."""

    def __init__(self, source: Source, encoding: Encoding = types.PositionEncodingKind.Utf16) -> None:
        self.source, self._encoding = source, encoding

    def position(self, offset: int) -> types.Position:
        """The position of a code point."""
        line = self.source.place(offset).line
        return types.Position(line - 1, self._units(self.source.text[self.source.line(line).start : offset]))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The code point at a position; what lies beyond a line, or the text, is its end."""
        if position.line >= self.lines:
            return len(self.source.text)
        line = self.source.line(position.line + 1)
        left = position.character
        for offset in range(line.start, line.end):
            if left <= 0:
                return offset
            left -= self._units(self.source.text[offset])
        return line.end

    def span(self, range_: types.Range) -> Span:
        """The span of a range."""
        start = self.offset(range_.start)
        return Span(start, max(start, self.offset(range_.end)))

    def whole_line(self, number: int) -> types.Range:
        """The range of a line counted from one, less its indentation; the last line for one beyond."""
        line = self.source.line(min(max(1, number), self.lines))
        text = self.source.text[line.start : line.end]
        return self.range(Span(line.start + len(text) - len(text.lstrip()), line.end))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self.source.place(len(self.source.text)).line

    def _units(self, text: str) -> int:
        if self._encoding == types.PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self._encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
