"""Texts and patterns in, what the patterns find in those blocks of a story that hold one of the texts out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import regex

from lintnews.model import Block, Part
from lintnews.needs import Need

if TYPE_CHECKING:
    from lintnews.ledger import Story


class Hinted(NamedTuple):
    """Patterns, and the texts of which whatever they match holds one; without texts every block is looked at."""

    texts: tuple[str, ...]
    patterns: tuple[regex.Pattern[str], ...] = ()

    @property
    def need(self) -> Need:
        """What a story must hold for anything to be found."""
        return Need(self.texts)

    def blocks(self, story: Story, *parts: Part) -> Iterator[Block]:
        """The blocks of these parts, or of all copy, that may hold something."""
        return (block for block in story.blocks(*parts) if not self.texts or any(text in block.text for text in self.texts))

    def found(self, story: Story) -> Iterator[tuple[Block, regex.Match[str]]]:
        """Every match, block by block, a pattern at a time."""
        return ((block, found) for block in self.blocks(story) for pattern in self.patterns for found in pattern.finditer(block.text))
