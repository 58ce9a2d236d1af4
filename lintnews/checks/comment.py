"""Comment: a story in, every comment of its source out that holds one of some patterns and is no word to the linter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.model import Block, Match, Part, Piece, Span
from lintnews.patterns import Pattern
from lintnews.record import record

_OURS = lazily.pattern(r"\s*lintnews[\s:]")


@record
class Check:
    """Comments that hold one of the patterns `tokens`; capitals count for nothing."""

    slots: ClassVar[tuple[str, ...]] = ("match",)
    asks: ClassVar[str] = "notes"
    tokens: tuple[str, ...]

    def validate(self) -> None:
        """Raise OptionError for a pattern that cannot be used."""
        tokens.validate_all(tokens.paths("tokens", self.tokens))

    def find(self, story: Story) -> Iterator[Match]:
        for note in story.document.notes:
            if not _OURS.match(note.text) and patterns.search(self._pattern, note.text):
                text = story.document.source.text[slice(*note.span)]
                yield Match(Block(Part.CODE, text, (Piece(0, *note.span),)), Span(0, len(text)), (), {"match": text})

    @cached_property
    def _pattern(self) -> Pattern:
        return patterns.compile(tokens.compose(self.tokens, ignorecase=True))
