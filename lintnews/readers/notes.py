"""Blocks and text in, the notes in them out: comments, and the [sic] that says a slip is known; neither is copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews import lazily
from lintnews.model import Block, Document, Note, Span
from lintnews.readers.strand import without

_SIC = lazily.pattern(r"\s?[(\[]sic[)\]]", lazily.IGNORECASE)


def comments(text: str, start: int, end: int | None = None) -> list[Note]:
    """The `<!-- … -->` in a stretch of text; one without an end is none."""
    out = []
    at = text.find("<!--", start, end)
    while at >= 0 and (close := text.find("-->", at + 4, end)) >= 0:
        out.append(comment(text, Span(at, close + 3)))
        at = text.find("<!--", close + 3, end)
    return out


def comment(text: str, span: Span) -> Note:
    """The note of a comment that stands at a span, its words without the marks."""
    return Note(text[span.start : span.end].removeprefix("<!--").removesuffix("-->").strip(), span)


def apart(document: Document) -> Document:
    """The document with every [sic] cut out of its copy and kept as the note `[sic]` at its place."""
    notes = list(document.notes)
    blocks = tuple(_without_sic(document.blocks, notes)) if "sic" in document.source.text.lower() else document.blocks
    notes.sort(key=lambda note: note.span)
    return Document(document.source, document.meta, blocks, tuple(notes))


def _without_sic(blocks: Iterable[Block], notes: list[Note]) -> Iterator[Block]:
    for block in blocks:
        cuts = [Span(*match.span()) for match in _SIC.finditer(block.text)]
        if not cuts:
            yield block
            continue
        for cut in cuts:
            start = cut.end - len("[sic]")
            notes.append(Note("[sic]", block.in_source(Span(start, cut.end))))
        if kept := without(block, cuts):
            yield kept
