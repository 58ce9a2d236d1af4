"""A story in, the numbers of each of its blocks of copy out, read once for all who count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from lintnews.ledger import numbers
from lintnews.ledger.numbers import SMALL, Number
from lintnews.model import Block

if TYPE_CHECKING:
    from lintnews.ledger import Story

_WORDS = (*SMALL, "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS = re.compile(r"\d[\d,.]*")


def read(story: Story) -> Mapping[Block, tuple[Number, ...]]:
    """The numbers of each block; blocks without any have none."""
    words = [word for word in _WORDS if word in story.text.words]
    return {block: tuple(_numbers(block.text, words)) for block in story.blocks()}


def _numbers(text: str, words: list[str]) -> Iterator[Number]:
    """What `numbers.found` finds, looked for only where a figure or one of these words begins."""
    low = text.lower()
    starts = {match.start() for match in _DIGITS.finditer(text)}
    for word in words:
        at = low.find(word)
        while at >= 0:
            starts.add(at)
            at = low.find(word, at + 1)
    end = 0
    for start in sorted(starts):
        if start >= end and (number := numbers.at(text, start)):
            end = number.span.end
            yield number
