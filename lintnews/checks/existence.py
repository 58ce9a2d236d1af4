"""Existence: text that should not be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews import patterns
from lintnews.ledger import Story
from lintnews.model import Match, Span


@dataclass(frozen=True)
class Check:
    """Vale's existence (to be widened)."""

    slots: ClassVar[tuple[str, ...]] = ("match",)
    tokens: tuple[str, ...]
    ignorecase: bool = False

    def find(self, story: Story) -> Iterator[Match]:
        pattern = patterns.compile(rf"\b(?:{'|'.join(self.tokens)})\b", ignorecase=self.ignorecase)
        for block in story.document.blocks:
            for found in patterns.find(pattern, block.text):
                yield Match(block, Span(*found.span()), words={"match": found[0]})
