"""Stretches of a source in, a block out: the copy of one paragraph gathered run by run, each with the way home."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from lintnews.model import Block, Part, Piece, Span

#: Stands in a sentence where code or an address was taken out of it, so that the words around it do not run together.
MASK = "\ufffc"


class Strand:
    """The copy of one paragraph while it is being read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.clear()

    def clear(self) -> None:
        """Begin the next paragraph."""
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        self._gap = False

    def run(self, start: int, end: int) -> None:
        """Copy that reads in the source as it is."""
        if self._gap and not self._open_for_space and self._source[start : start + 1].isspace():
            start += 1
        self._gap = False
        if start >= end:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == start and last.end - last.start == self.length - last.at:
            self._pieces[-1] = Piece(last.at, last.start, end)
        else:
            self._pieces.append(Piece(self.length, start, end))
        self._texts.append(self._source[start:end])
        self.length += end - start

    def whole(self, text: str, start: int, end: int) -> None:
        """Copy that reads otherwise than its source: an entity, a mask; mapped as a whole."""
        if text:
            self._gap = False
            self._pieces.append(Piece(self.length, start, end))
            self._texts.append(text)
            self.length += len(text)

    def space(self, start: int, end: int) -> None:
        """White space of any length and kind, a line's end among it, which is one space in the copy."""
        if self._open_for_space:
            self.whole(" ", start, end)

    def gap(self) -> None:
        """Something was left out here; white space on both sides of it is one."""
        self._gap = True

    @property
    def _open_for_space(self) -> bool:
        return bool(self._texts) and not self._texts[-1][-1].isspace()

    def block(self, part: Part) -> Block | None:
        """What was gathered, without white space around it, None when there is nothing; the strand is empty again."""
        text, pieces = "".join(self._texts), tuple(self._pieces)
        self.clear()
        inside = text.strip()
        if not inside:
            return None
        block = Block(part, text, pieces)
        if len(inside) == len(text):
            return block
        start = len(text) - len(text.lstrip())
        return slice_of(block, Span(start, start + len(inside)), part)


def slice_of(block: Block, span: Span, part: Part) -> Block:
    """A stretch of a block as a block of its own."""
    first = max(0, bisect_right(block.pieces, span.start, key=attrgetter("at")) - 1)
    pieces = []
    for i in range(first, len(block.pieces)):
        piece = block.pieces[i]
        if piece.at >= span.end:
            break
        end = block.pieces[i + 1].at if i + 1 < len(block.pieces) else len(block.text)
        start, stop = max(piece.at, span.start), min(end, span.end)
        home = block.in_source(Span(start, stop))
        pieces.append(Piece(start - span.start, home.start, home.end))
    return Block(part, block.text[span.start : span.end], tuple(pieces))


def trimmed(block: Block, span: Span, part: Part) -> Block | None:
    """A stretch of a block without the white space around it; None when nothing is left."""
    text = block.text[span.start : span.end]
    inside = text.strip()
    start = span.start + len(text) - len(text.lstrip())
    return slice_of(block, Span(start, start + len(inside)), part) if inside else None


def without(block: Block, cuts: Iterable[Span]) -> Block | None:
    """A block with some stretches (in order, apart) cut out of it; None when nothing is left."""
    kept, at, seams = [], 0, []
    for cut in cuts:
        kept.append(slice_of(block, Span(at, cut.start), block.part))
        seams.append(block.in_source(cut))
        at = cut.end
    kept.append(slice_of(block, Span(at, len(block.text)), block.part))
    joined = _joined(kept, seams, block.part)
    return trimmed(joined, Span(0, len(joined.text)), block.part)


def _joined(slices: Sequence[Block], seams: Sequence[Span], part: Part) -> Block:
    """Slices one after another, with a space at a seam where two words would run together."""
    texts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for i, piece_of in enumerate(slices):
        text = piece_of.text
        if at and text and texts[-1][-1:].strip() and (text[0].isalnum() or text[0] in "“‘("):
            pieces.append(Piece(at, *seams[i - 1]))
            texts.append(" ")
            at += 1
        pieces += [Piece(piece.at + at, piece.start, piece.end) for piece in piece_of.pieces]
        if text:
            texts.append(text)
        at += len(text)
    return Block(part, "".join(texts), tuple(pieces))
