"""Repeated sentence: a story in, every sentence that stands in it a second time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, OptionError, Part, Span
from lintnews.record import record
from lintnews.words import fold

#: A copy right behind the first may be as short as this.
_CLOSE = 4


@record
class Check:
    """A sentence of at least `words` words that reads as an earlier one does, but for case and accents, in a paragraph that does not.

    A copy right behind the first is surely a slip, and needs four words; one further off is one step less sure.
    """

    slots: ClassVar[tuple[str, ...]] = ("opening", "words")
    words: int = 7

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.words < 1:
            raise OptionError("`words` must be 1 or more", "words")

    def find(self, story: Story) -> Iterator[Match]:
        """Every later copy, with the first as evidence; the fix takes the copy out."""
        seen: dict[str, tuple[Block, Span]] = {}
        paragraphs: set[str] = set()
        before: tuple[Block, Span] | None = None
        for block in story.blocks(Part.BODY):
            whole, known = fold(block.text), len(paragraphs)
            paragraphs.add(whole)
            for span in story.sentences(block) if len(paragraphs) > known else ():
                text = block.text[slice(*span)]
                words = text.split()
                first = seen.setdefault(fold(text), (block, span))
                least = min(_CLOSE, self.words) if first == before and not story.quoted(block, span) else self.words
                if len(words) >= least and first != (block, span):
                    yield _match(block, span, words, first, close=first == before)
                before = block, span


def _match(block: Block, span: Span, words: list[str], first: tuple[Block, Span], *, close: bool) -> Match:
    start = span.start
    while start and block.text[start - 1] == " ":
        start -= 1
    shown = {"opening": " ".join(words[:6]), "words": str(len(words))}
    whole = Span(start, span.end) if start else Span(0, span.end + (block.text[span.end : span.end + 1] == " "))
    return Match(block, whole, ("",), shown, (Evidence("the same sentence", *first),), doubt=int(not close))
