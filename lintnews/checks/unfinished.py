"""Unfinished: a story in, the words out after which it breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Part, Span
from lintnews.record import record

_LONG = 12
#: No word is longer.
_WORD = 60
_LAST = lazily.pattern(r"(?<![\w'’-])[^\W\d_](?:[\w'’-]*[^\W\d_])?\s*\Z|(?<=\w),\s*\Z")
_CLOSED = lazily.pattern(r"[.!?…:;)\]\"”’'*]\s*\Z")
#: What stands below a story: where to write, to look and to listen.
_BELOW = lazily.pattern(
    r"(?i)\b(?:https?:|www\.|click|tap|visit|links?|e-?mail|contact|follow|subscribe|sign up|read more|download|contributed)\b"
    r"|\w[.@]\w+\s*\Z"
)
_SENTENCE = lazily.pattern(r"\A[\"“‘'(]?\p{Lu}(?!(?:\S* ){0,3}\S*:)[^\n|@]*\Z")


@record
class Check:
    """The last paragraph where it ends in one of the `words`, or without a mark where nearly all long paragraphs have one."""

    slots: ClassVar[tuple[str, ...]] = ("match",)
    words: tuple[str, ...]
    least: int = 5

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.least < 1:
            raise OptionError("`least` must be 1 or more", "least")

    def find(self, story: Story) -> Iterator[Match]:
        """The last word of every paragraph that breaks off."""
        blocks = [block for block in story.blocks(Part.BODY) if block.text.strip()]
        marked = _marked(blocks)
        for block in blocks:
            end = block.text.rstrip()
            if not (end[-1].isalpha() or end[-1] == ","):
                continue
            last = _LAST.search(block.text, max(0, len(end) - _WORD))
            if not last or len(block.text.split()) < self.least or not _SENTENCE.search(block.text):
                continue
            word = last[0].strip()
            if word.lower() in self.words or (marked and block is blocks[-1] and _reads_on(block, word)):
                span = Span(last.start(), last.start() + len(word))
                yield Match(block, span, words={"match": word})


def _marked(blocks: list[Block]) -> bool:
    """Whether the paragraphs of the story end in a mark as those of running text do."""
    long = [block for block in blocks[:-1] if len(block.text.split()) >= _LONG]
    return len(long) > 2 and sum(bool(_CLOSED.search(block.text)) for block in long) > 0.85 * len(long)


def _reads_on(block: Block, word: str) -> bool:
    """Whether a paragraph is running text that ends in a small letter, not a title, not a credit and not where to read more."""
    if _BELOW.search(block.text):
        return False
    words = [part for part in block.text.split() if part[0].isalpha()]
    return word == "," or (word.islower() and sum(part[0].isupper() for part in words) < 0.4 * len(words))
