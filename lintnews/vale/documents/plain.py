"""Plain text in, one block out, or a block a paragraph where it has chapters; with the pieces that the rules ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lintnews.model import Part, Piece, Span
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import pieces, quotes
from lintnews.vale.documents.thread import cut, trimmed

#: A paragraph of one line that heads a chapter.
_HEADING = re.compile(
    r"(?:\A\n*|\n\n)[ \t]*(?:(?:[IVXLC]+|[0-9]{1,3})\.?"
    r"|(?i:chapter|prologue|epilogue|preface|foreword|afterword|interlude)\b[^.!?\n]{0,60}?)[ \t]*(?=\n\n|\n?\Z)"
)
_BREAK = re.compile(r"\n\n+")
#: The longest first line that is the title of a text with chapters, in words.
_TITLE_WORDS = 12


def text(content: str, reading: Reading) -> Iterator[ScopedBlock]:
    """A text file: its paragraphs, itself, its sentences, its quotations and itself as a summary."""
    whole_text = whole(content, f"text.{reading.ending}")
    if _HEADING.search(content):
        for block in _chapters(whole_text, reading):
            yield from _with_quotes(pieces.of(block, reading, paragraph="heading" not in block.scope), block)
    else:
        block = quotes.marked(whole_text, paragraphs=True)
        own = [block, *pieces.sentences_of(block)] if reading.sentences else [block]
        yield from _with_quotes((*pieces.paragraphs_of(block), *own) if reading.paragraphs else own, block)
    yield whole(content, f"summary.{reading.ending}")


def _with_quotes(found: Sequence[ScopedBlock] | Iterator[ScopedBlock], block: ScopedBlock) -> Iterator[ScopedBlock]:
    yield from found
    ending = block.scope.rpartition(".")[2]
    yield from (cut(block, span, f"{kind}.{ending}") for kind, span in block.inlines)


def _chapters(block: ScopedBlock, reading: Reading) -> Iterator[ScopedBlock]:
    """The paragraphs of a text with chapters; a first one of one short line before a heading is the title."""
    ends = [*(match.span() for match in _BREAK.finditer(block.text)), (len(block.text), len(block.text))]
    starts = [0, *(end for _, end in ends)]
    spans = [Span(start, stop) for start, (stop, _) in zip(starts, ends, strict=False)]
    headings = [bool(_HEADING.fullmatch(block.text[start:end].strip())) for start, end in spans]
    for i, span in enumerate(spans):
        words = block.text[span.start : span.end]
        title = i == 0 and "\n" not in words and len(words.split()) <= _TITLE_WORDS and headings[1:2] == [True]
        scope = "heading.h2." if headings[i] else "heading.h1." if title else ""
        if found := trimmed(cut(block, span, f"text.{scope}{reading.ending}")):
            yield quotes.marked(found)


def lines(content: str, reading: Reading) -> Iterator[ScopedBlock]:
    """A file of no known format: its text alone, undivided."""
    yield whole(content, f"text.{reading.ending}")


def whole(content: str, scope: str) -> ScopedBlock:
    """A text as one block."""
    return ScopedBlock(Part.BODY, content, (Piece(0, 0, len(content)),), scope)
