"""A block in, its pieces and itself out: the paragraph and the sentences that rules may ask for."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.model import Span
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents.thread import stretch


def of(block: ScopedBlock, reading: Reading, *, paragraph: bool) -> Iterator[ScopedBlock]:
    """A block of markup as a paragraph where it is one, as itself, and sentence by sentence."""
    if reading.paragraphs and paragraph:
        yield stretch(block, Span(0, len(block.text)), f"paragraph.{block.scope}", block.scope)
    yield block
    if reading.sentences:
        yield from sentences_of(block)


def sentences_of(block: ScopedBlock) -> Iterator[ScopedBlock]:
    """The sentences of a block."""
    from lintnews.english.punkt import sentences

    for span in sentences(block.text):
        yield stretch(block, span, f"sentence.{block.scope}", block.scope)


def paragraphs_of(block: ScopedBlock) -> Iterator[ScopedBlock]:
    """The paragraphs of plain text, each with the empty line after it."""
    start = 0
    while start < len(block.text):
        found = block.text.find("\n\n", start)
        end = found + 2 if found >= 0 else len(block.text)
        yield stretch(block, Span(start, end), f"paragraph.{block.scope}", block.scope)
        start = end
