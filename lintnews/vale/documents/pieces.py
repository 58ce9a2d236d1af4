"""A block in, its pieces and itself out: the paragraph and the sentences that rules may ask for."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.model import Span
from lintnews.record import replace
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents.thread import divided


def of(block: ScopedBlock, reading: Reading, *, paragraph: bool) -> Iterator[ScopedBlock]:
    """A block of markup as a paragraph where it is one, as itself, and sentence by sentence."""
    if reading.paragraphs and paragraph:
        yield replace(block, scope=f"paragraph.{block.scope}", parent=block.scope)
    yield block
    if reading.sentences:
        yield from sentences_of(block)


def sentences_of(block: ScopedBlock) -> Iterator[ScopedBlock]:
    """The sentences of a block."""
    from lintnews.english.punkt import sentences

    return divided(block, sentences(block.text), f"sentence.{block.scope}")


def paragraphs_of(block: ScopedBlock) -> Iterator[ScopedBlock]:
    """The paragraphs of plain text, each with the empty line after it."""
    return divided(block, _paragraphs(block.text), f"paragraph.{block.scope}")


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        found = text.find("\n\n", start)
        end = found + 2 if found >= 0 else len(text)
        yield Span(start, end)
        start = end
