"""Runs of a file in, the text of one block out as Vale joins it, each character with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.model import Block, Part, Piece, Span
from lintnews.readers.strand import slice_of
from lintnews.record import replace
from lintnews.vale.document import Inline, ScopedBlock

#: What Vale takes for white space at the ends of a run.
WHITE = " \t\n\r\f\v"
#: No space is put in before an inline element that begins with the first, nor after what ends with the second.
_CLINGS = frozenset(")]}.,;:!?–—")
_HOLDS = frozenset("([{–—")


class Run(NamedTuple):
    """Text and its place in the file: one to one where both are equally long, otherwise as a whole."""

    text: str
    start: int
    end: int

    def part(self, start: int, end: int) -> Run:
        """The run from one of its offsets to another."""
        if len(self.text) == self.end - self.start:
            return Run(self.text[start:end], self.start + start, self.start + end)
        return Run(self.text[start:end], self.start, self.end)


class Thread:
    """The text of a block while it is being read."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin the next block."""
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        self._last = ""

    def add(self, run: Run) -> None:
        """Text that stands for a stretch of the file."""
        text, start, end = run
        if not text:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.end == start and len(text) == end - start and last.end - last.start == self.length - last.at:
            self._pieces[-1] = Piece(last.at, last.start, end)
        else:
            self._pieces.append(Piece(self.length, start, end))
        self._texts.append(text)
        self.length += len(text)
        self._last = text[-1]

    def joint(self, white: str, first: str, *, inline: bool) -> str:
        """What stands between the text so far and copy that begins with `first`, where the file has `white`."""
        if not inline:
            return white if self._last else ""
        if first in _CLINGS or self._last.isspace():
            return ""
        return " " if white or self._last not in _HOLDS else ""

    def block(self, scope: str, inlines: Sequence[Inline] = ()) -> ScopedBlock:
        """All that was gathered, as it is."""
        return ScopedBlock(Part.BODY, "".join(self._texts), tuple(self._pieces), scope, "", tuple(inlines))


def cut(block: Block, span: Span, scope: str, parent: str = "") -> ScopedBlock:
    """A stretch of a block as a block of its own scope, without inline elements."""
    made = slice_of(block, span, block.part)
    elements = block.elements if isinstance(block, ScopedBlock) else ()
    return ScopedBlock(made.part, made.text, made.pieces, scope, parent, elements=elements)


def divided(block: ScopedBlock, spans: Iterable[Span], scope: str) -> Iterator[ScopedBlock]:
    """Stretches of a block (in order, apart) as blocks of their own scope, each with the inline elements in it."""
    inlines = sorted(block.inlines, key=lambda inline: inline.span)
    inside: list[Inline] = []
    at = 0
    for span in spans:
        while at < len(inlines) and inlines[at].span.start < span.end:
            inside.append(inlines[at])
            at += 1
        inside = [inline for inline in inside if inline.span.end > span.start]
        made = cut(block, span, scope, block.scope)
        yield replace(made, inlines=tuple(_moved(inline, span) for inline in inside)) if inside else made


def _moved(inline: Inline, span: Span) -> Inline:
    start, end = inline.span
    return Inline(inline.kind, Span(max(start, span.start) - span.start, min(end, span.end) - span.start))


def trimmed(block: ScopedBlock) -> ScopedBlock | None:
    """A block without white space around it; None when nothing is left."""
    inside = block.text.strip(WHITE)
    if len(inside) == len(block.text):
        return block if inside else None
    start = len(block.text) - len(block.text.lstrip(WHITE))
    if not inside:
        return None
    return replace(next(divided(block, [Span(start, start + len(inside))], block.scope)), parent=block.parent)


def part_of(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs of a text from one offset in it to another."""
    out, at = [], 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        if low < high:
            out.append(run.part(low, high))
        at += len(run.text)
    return out


def runs_of(block: ScopedBlock) -> list[Run]:
    """The runs that a block was made of."""
    ends = [*(piece.at for piece in block.pieces[1:]), len(block.text)]
    return [Run(block.text[at:end], start, stop) for (at, start, stop), end in zip(block.pieces, ends, strict=True)]


def aligned(value: str, text: str, span: Span) -> list[Run]:
    """What a stretch of text stands for, each character at its place where the text has it, otherwise as a whole.

    Characters of the text that are not in the value (marks of escape, of indentation) are passed over.
    """
    if text[span.start : span.end] == value:
        return [Run(value, *span)]
    runs: list[Run] = []
    at = span.start
    for char in value:
        while at < span.end and not (text[at] == char or (char.isspace() and text[at].isspace())):
            at += 1
        if at == span.end:
            return [Run(value, *span)]
        if runs and runs[-1].end == at:
            runs[-1] = Run(runs[-1].text + char, runs[-1].start, at + 1)
        else:
            runs.append(Run(char, at, at + 1))
        at += 1
    return runs
