"""The blocks of a story in, texts to hand to a server out, and the way back from a text's offsets to a block's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from lintnews import lazily
from lintnews.model import Block, Span

#: Characters of one text; a longer story makes several.
_MOST = 20_000
_BETWEEN = "\n\n"
#: Beyond the first 65,536 characters the server counts two for one; these stand in for them, one for one.
_FAR = lazily.pattern(r"[\U00010000-\U0010FFFF]")
_SYMBOL, _LETTER = "\u263a", "\u4e00"


def stood_in(text: str) -> str:
    """A text as a server counts it that counts in units of UTF-16."""
    return _FAR.sub(lambda far: _LETTER if far[0].isalpha() else _SYMBOL, text)


def stands_in(text: str) -> bool:
    """Whether something would stand in for a part of a text."""
    return bool(_FAR.search(text))


class Sheet:
    """Some blocks as one text, an empty line between any two."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [0, *accumulate(len(block.text) + len(_BETWEEN) for block in blocks)][:-1]
        self.text = _BETWEEN.join(block.text for block in blocks)

    def place(self, span: Span) -> tuple[Block, Span] | None:
        """The block of a span and its place there; None for one that does not stand in one block."""
        index = bisect_right(self._starts, span.start) - 1
        block, start = self._blocks[index], self._starts[index]
        if span.end - start > len(block.text) or span.end < span.start:
            return None
        return block, Span(span.start - start, span.end - start)


def of(blocks: Iterable[Block]) -> Iterator[Sheet]:
    """The blocks in as few texts as they fit in."""
    waiting: list[Block] = []
    size = 0
    for block in blocks:
        if not block.text.strip():
            continue
        if waiting and size + len(block.text) > _MOST:
            yield Sheet(waiting)
            waiting, size = [], 0
        waiting.append(block)
        size += len(block.text)
    if waiting:
        yield Sheet(waiting)
