"""Confusable: a story in; out come words in the place of others that sound or look like them, where only these fit the neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar

from lintnews import lazily
from lintnews.english import neighbours
from lintnews.english.likelihood import Context, weight
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Span
from lintnews.words import like

#: A word by itself, in small letters or with a capital at the head of a sentence.
_WORD = re.compile(
    r"(?<![\w@#/\\.’'&-])(?:[a-z]+|(?:(?<=^)|(?<=[.!?] ))[A-Z][a-z]*)(?:['’](?!s\b)[a-z]+|(?<=\b[Ii]t)['’]s)?(?![\w@/\\’'&-]|\.\w)",
    re.MULTILINE,
)
#: What counts as a neighbour: a word, a figure, a mark; and how far away one may begin.
_TOKEN = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{Ll}+)*|[$£€]?\d[\d,.]*|\S")
_REACH = 60
#: What stands for an owner.
_OWNED = "his"
#: How much more a word must weigh against that stands elsewhere in the story too.
_AT_HOME = 3.0
#: A word that was seen so often with both its neighbours is right.
_WELL = 6


@dataclass(frozen=True)
class Check:
    """Words for others that are likelier between the same neighbours.

    `sets`: words that are taken for one another, a blank between them. `pairs`: lists of pairs, each a word and what it may be
    a slip for, and of the first words alone. `least`: how often the likelihood must double, for a match one step lower, and
    `sure`, for one at the rule's level.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    sets: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    least: int = 8
    sure: int = 11

    def validate(self) -> None:
        """Raise OptionError where there is nothing to compare."""
        if not self.sets and not self.pairs:
            raise OptionError("this kind needs `sets` or `pairs`")
        for i, words in enumerate(self.sets):
            if len(set(words.split())) < 2:
                raise OptionError(f"`{words}` must hold two words or more that are taken for one another", "sets", i)

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        out: dict[str, set[str]] = {}
        for words in map(str.split, self.sets):
            for word in words:
                out.setdefault(word, set()).update(words)
        return {word: tuple(sorted(others - {word})) for word, others in out.items()}

    def find(self, story: Story) -> Iterator[Match]:
        """Every word that stands where another is far likelier."""
        words = {_plain(word) for word in story.distinct(_WORD)}
        heads = words & self._others.keys()
        for name in self.pairs:
            heads |= story.facts.among(name, words)
        for block in story.blocks() if heads else ():
            for found in _WORD.finditer(block.text):
                if (word := _plain(found[0])) in heads and (match := self._match(story, block, Span(*found.span()), word)):
                    yield match

    def _match(self, story: Story, block: Block, span: Span, word: str) -> Match | None:
        context = _context(block.text, span)
        if _at_ease(word, context) or _marked(block.text, span):
            return None
        own = weight(word, context)
        likelier, other = max((weight(other, context) - own, other) for other in self._meant(word, story.facts))
        if likelier < self.least or (likelier < self.least + _AT_HOME and _at_home(word, story)):
            return None
        written = block.text[span.start : span.end]
        fix = like(other, written).replace("'", story.apostrophe(block))
        return Match(block, span, (fix,), {"match": written, "fix": fix}, doubt=int(likelier < self.sure))

    def _meant(self, word: str, facts: FactBase) -> tuple[str, ...]:
        return (*self._others.get(word, ()), *(other for name in self.pairs for other in facts.paired(name, word)))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _context(text: str, span: Span) -> Context:
    """The two words on either side, as neighbours are counted."""
    before = [_shape(token) for token in _TOKEN.findall(text, max(0, span.start - _REACH), span.start)][:-3:-1]
    after = [_shape(token) for token in _TOKEN.findall(text, span.end, span.end + _REACH)][:2]
    (left, *beyond), (right, *further) = before or ["."], after or ["."]
    return Context(left, right, beyond[0] if beyond and left != "." else ".", further[0] if further and right != "." else ".")


@lru_cache(maxsize=50_000)
def _shape(token: str) -> str:
    """What counts of a neighbour; what belongs to somebody stands as behind `his`."""
    if not (token[0].isalnum() or token[0] in "$£€"):
        return "."
    shape = neighbours.shape(token)
    owner = token.endswith(("'s", "’s")) and (shape == "@" or not neighbours.common(shape))
    return _OWNED if owner else shape


def _at_ease(word: str, context: Context) -> bool:
    """Whether a word often stands between its neighbours."""
    return min(neighbours.together(context.before, word), neighbours.together(word, context.after)) >= _WELL


def _marked(text: str, span: Span) -> bool:
    """Whether a word stands in quotation marks or brackets by itself."""
    return text[span.start - 1 : span.start] in tuple("“\"‘'([") and text[span.end : span.end + 1] in tuple("”\"’')]")


def _at_home(word: str, story: Story) -> bool:
    """Whether a word stands in the story more than once."""
    return len(re.findall(rf"\b{re.escape(word)}\b", story.folded.replace("’", "'"))) > 1
