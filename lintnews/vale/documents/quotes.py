"""A block in, the same block out with its quotations marked: what stands between quotation marks."""

from __future__ import annotations

from dataclasses import replace

from lintnews import lazily
from lintnews.model import Span
from lintnews.vale.document import Inline, ScopedBlock

_QUOTED = lazily.pattern(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’")
_MARKS = frozenset('"“‘')


def marked(block: ScopedBlock) -> ScopedBlock:
    """The block with its quotations among its inline elements."""
    if _MARKS.isdisjoint(block.text):
        return block
    found = (Inline("quote", Span(*match.span())) for match in _QUOTED.finditer(block.text))
    return replace(block, inlines=(*block.inlines, *found))
