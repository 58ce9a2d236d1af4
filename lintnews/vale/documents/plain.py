"""Plain text in, one block out, with its paragraphs and sentences where the rules ask for them."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.model import Part, Piece
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import pieces, quotes
from lintnews.vale.documents.thread import stretch


def text(content: str, reading: Reading) -> Iterator[ScopedBlock]:
    """A text file: its paragraphs, itself, its sentences, its quotations and itself as a summary."""
    block = quotes.marked(whole(content, f"text.{reading.ending}"))
    if reading.paragraphs:
        yield from pieces.paragraphs_of(block)
    yield block
    if reading.sentences:
        yield from pieces.sentences_of(block)
    yield from (stretch(block, span, kind, block.scope) for kind, span in block.inlines)
    yield whole(content, f"summary.{reading.ending}")


def lines(content: str, reading: Reading) -> Iterator[ScopedBlock]:
    """A file of no known format: its text alone, undivided."""
    yield whole(content, f"text.{reading.ending}")


def whole(content: str, scope: str) -> ScopedBlock:
    """A text as one block."""
    return ScopedBlock(Part.BODY, content, (Piece(0, 0, len(content)),), scope)
