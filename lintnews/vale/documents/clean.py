"""A source in, the text that Vale reads out, each character with its place in the source: its line ends are all `\\n`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from lintnews.model import Block, Note, Part, Piece, Span
from lintnews.readers.strand import slice_of
from lintnews.record import replace
from lintnews.vale.document import ScopedBlock
from lintnews.vale.documents.thread import Run

#: A return before a line feed, and what Vale reads as a straight apostrophe.
_ODD = re.compile(r"\r(?=\n)|&rsquo;")
_BOM = "\ufeff"


class Clean:
    """A text made of a source by leaving out and putting in, and the way home; without one it is the source."""

    def __init__(self, text: str, home: Block | None = None) -> None:
        self.text, self._home = text, home

    def block(self, block: ScopedBlock) -> ScopedBlock:
        """A block of this text as a block of the source."""
        if not self._home:
            return block
        whole = block.pieces == (Piece(0, 0, len(self.text)),)
        return replace(block, pieces=self._home.pieces if whole else tuple(self._pieces(block)))

    def note(self, note: Note) -> Note:
        """A note of this text as a note of the source."""
        return Note(note.text, self._home.in_source(note.span)) if self._home else note

    def in_source(self, span: Span) -> Span:
        """A stretch of this text as one of the source."""
        return self._home.in_source(span) if self._home else span

    def from_source(self, offset: int) -> int:
        """Where a place of the source is in this text; what is left out of it is where it was."""
        if not self._home:
            return offset
        pieces = self._home.pieces
        at, start, end = pieces[max(0, bisect_right(pieces, offset, key=lambda piece: piece.start) - 1)]
        return at + min(max(0, offset - start), end - start)

    def edited(self, edits: Iterable[tuple[Span, str]]) -> Clean:
        """The text with stretches of it (in order, apart) read otherwise."""
        runs, at = [], 0
        for (start, end), text in edits:
            runs += [Run(self.text[at:start], at, start), Run(text, start, end)]
            at = end
        if not runs:
            return self
        runs.append(Run(self.text[at:], at, len(self.text)))
        made = _made(runs)
        return Clean(made.text, self.block(made))

    def _pieces(self, block: ScopedBlock) -> Sequence[Piece]:
        home, out = self._home, []
        assert home
        ends = [*(piece.at for piece in block.pieces[1:]), len(block.text)]
        for (at, start, end), stop in zip(block.pieces, ends, strict=True):
            if end - start == stop - at:
                out += [Piece(at + piece.at, piece.start, piece.end) for piece in slice_of(home, Span(start, end), home.part).pieces]
            else:
                out.append(Piece(at, *home.in_source(Span(start, end))))
        return out


def made_of(runs: Iterable[Run]) -> Clean:
    """A text made of runs of another, which is where its way home leads."""
    made = _made(runs)
    return Clean(made.text, made)


def cleaned(text: str) -> Clean:
    """A source's text without a byte-order mark and without the returns before line feeds; a lone return is a line's end."""
    start = int(text.startswith(_BOM))
    if "\r" not in text and "&rsquo;" not in text and not start:
        return Clean(text)
    runs, at = [], start
    for match in _ODD.finditer(text):
        low, high = match.span()
        runs.append(Run(text[at:low], at, low))
        if high - low > 2:
            runs.append(Run("'", low, high))
        at = high
    runs.append(Run(text[at:], at, len(text)))
    made = _made(runs)
    return Clean(made.text.replace("\r", "\n"), replace(made, text=made.text.replace("\r", "\n")))


def _made(runs: Iterable[Run]) -> ScopedBlock:
    pieces, texts, at = [], [], 0
    for text, start, end in runs:
        if text:
            pieces.append(Piece(at, start, end))
            texts.append(text)
            at += len(text)
    return ScopedBlock(Part.BODY, "".join(texts), tuple(pieces) or (Piece(0, 0, 0),))
