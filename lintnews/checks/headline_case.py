"""Headline case: a story in, every headline out that is set like a title where the house sets sentences, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import PROSE, Block, Match, Part, Span
from lintnews.record import record

_WORD = lazily.pattern(r"(?<![\p{L}\p{N}.&@#/’'-])\p{L}[\p{L}’']+(?![\p{L}\p{N}&@/-])")
_BEGINS = lazily.pattern(r"(?:\A|[:.?!|—–] ?|[“\"‘'(])[“\"‘']?\Z")
_SMALL = frozenset("a an the and but or nor for so yet as at by in of off on per to up via from with over into than vs".split())
#: How many words must be set the other way.
_LEAST = 2


@record
class Check:
    """`form` is `sentence` or `title`; `lists` hold everyday words, which no name is."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    form: Literal["sentence", "title"]
    lists: tuple[str, ...] = ("everyday-1", "everyday-2")

    def find(self, story: Story) -> Iterator[Match]:
        """Each headline in which at least two words, and half of those that tell, are set the other way."""
        for block in story.blocks(Part.HEADLINE):
            wrong, right = self._title_words(story, block) if self.form == "sentence" else _lower_words(block)
            if len(wrong) >= _LEAST and len(wrong) >= right:
                start, end = _bounds(block.text)
                fix = _swapped(block.text, wrong)[start:end]
                yield Match(block, Span(start, end), (fix,), {"match": block.text[start:end], "fix": fix})

    def _title_words(self, story: Story, block: Block) -> tuple[Sequence[int], int]:
        """Where capitals stand that a sentence would not have, and how many words begin small as in one."""
        capitals = [m for m in _WORD.finditer(block.text) if _is_title(m[0]) and not _BEGINS.search(block.text, 0, m.start())]
        small = sum(m[0].islower() and m[0] not in _SMALL for m in _WORD.finditer(block.text))
        if len(capitals) < _LEAST:
            return (), small
        body = " ".join(other.text for other in story.blocks(*PROSE))
        unlisted = story.facts.unlisted(self.lists, {m[0].lower() for m in capitals})
        return [m.start() for m in capitals if _is_word(m[0], body, m[0].lower() not in unlisted)], small


def _is_title(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _is_word(capital: str, body: str, everyday: bool) -> bool:
    """Whether a word of a headline is no name: the body has it small, or has it not and it is an everyday word."""
    if regex.search(rf"(?<![\p{{L}}-]){lazily.escape(capital.lower())}(?![\p{{L}}-])", body):
        return True
    return everyday and capital not in body


def _lower_words(block: Block) -> tuple[Sequence[int], int]:
    """Where words begin small that a title would begin with a capital, and how many have one."""
    words = list(_WORD.finditer(block.text))
    small = [m.start() for m in words if m[0][0].islower() and m[0].lower() not in _SMALL]
    return small, sum(_is_title(m[0]) and not _BEGINS.search(block.text, 0, m.start()) for m in words)


def _swapped(text: str, starts: Sequence[int]) -> str:
    letters = list(text)
    for at in starts:
        letters[at] = letters[at].swapcase()
    return "".join(letters)


def _bounds(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())
