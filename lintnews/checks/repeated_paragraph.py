"""Repeated paragraph: a story in, every paragraph that stands in it a second time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, OptionError, Part, Span
from lintnews.record import record
from lintnews.words import fold

_PARTS = (Part.BODY, Part.QUOTE_BLOCK, Part.LIST)


@record
class Check:
    """A paragraph of at least `words` words that reads as an earlier one does, but for case and accents.

    A copy straight after the first is surely a slip; one further down may be a pull quotation, and is one step less sure.
    """

    slots: ClassVar[tuple[str, ...]] = ("opening", "words")
    words: int = 8

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.words < 1:
            raise OptionError("`words` must be 1 or more", "words")

    def find(self, story: Story) -> Iterator[Match]:
        """Every later copy, with the first as evidence; the fix takes the copy out."""
        seen: dict[str, Block] = {}
        before: Block | None = None
        for block in story.blocks(*_PARTS):
            above, before = before, block
            words = block.text.split()
            if len(words) < self.words:
                continue
            first = seen.setdefault(fold(block.text), block)
            if first is not block:
                shown = {"opening": " ".join(words[:6]), "words": str(len(words))}
                evidence = Evidence("the same paragraph", first, Span(0, len(first.text)))
                yield Match(block, Span(0, len(block.text)), ("",), shown, (evidence,), doubt=int(above is not first))
