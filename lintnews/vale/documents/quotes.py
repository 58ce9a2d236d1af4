"""Text in, its quotations out, as Vale finds them: from a mark that opens, to the one that closes it or to the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.model import Span
from lintnews.record import replace
from lintnews.vale.document import Inline, ScopedBlock

#: A straight mark opens a quotation after nothing, white space, a bracket, a dash or a slash; a curly one unless in a word.
_OPENING = re.compile(r"(?<![^\s(\[{–—/-])\"|(?<![^\W_])[“‘]")
_CLOSING = {'"': re.compile('"'), "“": re.compile("”"), "‘": re.compile(r"’(?![^\W\d_])")}


def spans(text: str, *, paragraphs: bool = False) -> Iterator[Span]:
    """The quotations in a block; where `paragraphs` are told apart by empty lines, one left open ends with its own."""
    at, end = 0, 0 if paragraphs else len(text)
    while opening := _OPENING.search(text, at):
        if opening.start() >= end:
            found = text.find("\n\n", opening.start())
            end = found if found >= 0 else len(text)
        closing = _CLOSING[opening[0]].search(text, opening.end(), end)
        at = closing.end() if closing else end
        yield Span(opening.start(), at)


def marked(block: ScopedBlock, *, paragraphs: bool = False) -> ScopedBlock:
    """The block with its quotations among its inline elements."""
    found = [Inline("quote", span) for span in spans(block.text, paragraphs=paragraphs)]
    return replace(block, inlines=(*block.inlines, *found)) if found else block
