"""Occurrence: a story in, every block or sentence that holds a token too often, or not often enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily, patterns, tokens
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Span
from lintnews.record import record

_WORD = lazily.pattern(r"[^ \t\n\f\r]+")
_PER = ("block", "sentence", "story")


@record
class Check:
    """Vale's occurrence: more than `max` or fewer than `min` matches of `token`; `per` says where they are counted."""

    slots: ClassVar[tuple[str, ...]] = ("count",)
    token: str
    max: int = 0
    min: int = 0
    ignorecase: bool = False
    per: str = "block"

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        tokens.validate_one(self.token, "token")
        if self.max <= 0 and self.min <= 0:
            raise OptionError("this kind needs `max` or `min`, more than 0")
        if self.per not in _PER:
            raise OptionError(f"`per` must be one of {', '.join(_PER)}", "per")

    def find(self, story: Story) -> Iterator[Match]:
        """One match for each stretch that holds too many or too few, at the first token or the stretch's first word."""
        pattern = patterns.compile(f"(?:{self.token})", ignorecase=self.ignorecase)
        for stretch in self._stretches(story):
            if self._is_right(sum(len(patterns.texts(pattern, block.text[slice(*span)])) for block, span in stretch)):
                continue
            found = [(block, place) for block, span in stretch for place in _places(pattern, block, span)]
            yield from self._match(stretch, found)

    def _is_right(self, count: int) -> bool:
        return count >= self.min and (self.max <= 0 or count <= self.max)

    def _stretches(self, story: Story) -> Iterator[list[tuple[Block, Span]]]:
        blocks = [(block, Span(0, len(block.text))) for block in story.blocks()]
        if self.per == "story":
            yield blocks
        for block, span in blocks if self.per != "story" else ():
            for part in story.sentences(block) if self.per == "sentence" else [span]:
                yield [(block, part)]

    def _match(self, stretch: list[tuple[Block, Span]], found: list[tuple[Block, Span]]) -> Iterator[Match]:
        places = [(block, span) for block, span in found if block.text[span.start : span.end].strip(" \t\n*@")]
        if found and not places:
            return
        for block, span in (places or _first_words(stretch))[:1]:
            yield Match(block, span, words={"count": str(len(found))})


def _places(pattern: patterns.Pattern, block: Block, span: Span) -> Iterator[Span]:
    for found in patterns.find(pattern, block.text[span.start : span.end]):
        yield Span(found.start() + span.start, found.end() + span.start)


def _first_words(stretch: list[tuple[Block, Span]]) -> list[tuple[Block, Span]]:
    """Where each block with text begins; where none has any, where the first stands."""
    found = [(block, next(_places(_WORD, block, span))) for block, span in stretch if block.text[span.start : span.end].strip()]
    return found or [(block, Span(0, 0)) for block, _ in stretch if not block.text]
