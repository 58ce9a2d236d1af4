"""Near title: a story in, every title in quotation marks out that is a listed one but for a word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Match, Span
from lintnews.record import record

_QUOTED = lazily.pattern(r"[“\"‘](?P<title>\p{Lu}[^“”\"‘\n]{5,80}?)[,.]?[”\"’](?!\p{L})")
_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:[’'][\p{L}]+)?")
#: Words that a title must have, for one of them to be wrong.
_LEAST = 4


@record
class Check:
    """`titles` are the listed ones; a title in marks that differs from one of them in a word, or lacks or adds one, is a slip."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    titles: tuple[str, ...]

    def find(self, story: Story) -> Iterator[Match]:
        """Every title in quotation marks that is one word away from a listed one, and is none itself."""
        exact, near = _keys(self.titles)
        for block in story.blocks():
            for found in _QUOTED.finditer(block.text):
                words = _folded(found["title"])
                if len(words) < _LEAST - 1 or words in exact:
                    continue
                if right := next((near[key] for key in _masked(words) if key in near), None):
                    yield Match(block, Span(*found.span("title")), (right,), {"match": found["title"], "fix": right})


def _folded(title: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(title.casefold().replace("’", "'")))


def _masked(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words without one of them, for each, with a mark in its place; and with a mark between any two, where one may be lost."""
    for i in range(len(words) if len(words) >= _LEAST else 0):
        yield (*words[:i], "*", *words[i + 1 :])
    for i in range(1, len(words)):
        yield (*words[:i], "*", *words[i:])


@lru_cache(maxsize=8)
def _keys(titles: tuple[str, ...]) -> tuple[frozenset[tuple[str, ...]], dict[tuple[str, ...], str]]:
    """The titles as words, and each under its words with one of them, or one place between them, masked."""
    folded = {_folded(title): title for title in titles}
    long = {words: title for words, title in folded.items() if len(words) >= _LEAST}
    return frozenset(folded), {key: title for words, title in long.items() for key in _masked(words)}
