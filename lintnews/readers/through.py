"""Blocks of a text that was written in another one's escapes in, the same blocks with their places in the outer text out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lintnews.model import Block, Note, Piece, Span


class Through:
    """The stretches of an inner text, each with its span in the outer one: one to one where both are equally long, else as a whole."""

    def __init__(self, stretches: Iterable[tuple[str, Span]]) -> None:
        self._at: list[int] = []
        self._spans: list[Span] = []
        parts: list[str] = []
        at = 0
        for words, span in stretches:
            self._at.append(at)
            self._spans.append(span)
            parts.append(words)
            at += len(words)
        self.text = "".join(parts)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks with the places of the outer text."""
        for block in blocks:
            ends = [*(piece.at for piece in block.pieces[1:]), len(block.text)]
            yield Block(block.part, block.text, tuple(self._pieces(block.pieces, ends)))

    def notes(self, notes: Iterable[Note]) -> list[Note]:
        """The notes with the places of the outer text."""
        return [Note(note.text, self.span(note.span)) for note in notes]

    def _pieces(self, pieces: Sequence[Piece], ends: Sequence[int]) -> Iterator[Piece]:
        for piece, end in zip(pieces, ends, strict=True):
            if piece.end - piece.start != end - piece.at:
                span = self.span(Span(piece.start, piece.end))
                yield Piece(piece.at, span.start, span.end)
                continue
            at = piece.start
            while at < piece.end:
                index = self._index(at)
                stop = min(piece.end, self._end(index))
                span = self._part(index, at, stop)
                yield Piece(piece.at + at - piece.start, span.start, span.end)
                at = stop

    def span(self, span: Span) -> Span:
        """The outer span of an inner one."""
        if not self._at:
            return Span(0, 0)
        start = self._part(self._index(span.start), span.start, span.start).start
        if span.end <= span.start:
            return Span(start, start)
        last = self._index(span.end - 1)
        return Span(start, self._part(last, span.end - 1, span.end).end)

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self._at, at) - 1)

    def _end(self, index: int) -> int:
        return self._at[index + 1] if index + 1 < len(self._at) else len(self.text)

    def _part(self, index: int, start: int, end: int) -> Span:
        """The outer span of a part of one stretch."""
        at, outer = self._at[index], self._spans[index]
        if outer.end - outer.start == self._end(index) - at:
            return Span(outer.start + start - at, outer.start + end - at)
        return outer if end > start else Span(outer.start if start == at else outer.end, outer.start if start == at else outer.end)
