"""Confusable: a story in; out come words in the place of others that sound or look like them, where only these fit the neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lintnews.english import likelihood
from lintnews.english.likelihood import Word
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.alone import Place
from lintnews.model import Match, OptionError, Span
from lintnews.record import record
from lintnews.words import like

#: How much more a word must weigh against that stands elsewhere in the story too.
_AT_HOME = 3.0


@record
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
        heads = story.alone.keys() & self._others.keys()
        for name in self.pairs:
            heads |= story.facts.among(name, story.alone.keys())
        for word in heads:
            own, others = likelihood.of(word), tuple(map(likelihood.of, self._meant(word, story.facts)))
            for place in story.alone[word]:
                shapes, at = place[0].shapes, place[1]
                if own.at_risk(others, shapes[at - 1], shapes[at + 1], self.least) and (match := self._match(story, place, own, others)):
                    yield match

    def _match(self, story: Story, place: Place, own: Word, others: tuple[Word, ...]) -> Match | None:
        passage, number, start, end = place
        text = passage.block.text
        if not (better := likelihood.likelier(own, others, passage.context(number), self.least)) or _marked(text, start, end):
            return None
        more, other = better
        if more < self.least + _AT_HOME and _at_home(own.text, story):
            return None
        written = text[start:end]
        fix = like(other, written).replace("'", story.apostrophe(passage.block))
        return Match(passage.block, Span(start, end), (fix,), {"match": written, "fix": fix}, doubt=int(more < self.sure))

    def _meant(self, word: str, facts: FactBase) -> tuple[str, ...]:
        return (*self._others.get(word, ()), *(other for name in self.pairs for other in facts.kept(_paired)((name, word))))


def _paired(facts: FactBase, asked: tuple[str, str]) -> tuple[str, ...]:
    return facts.paired(*asked)


def _marked(text: str, start: int, end: int) -> bool:
    """Whether a word stands in quotation marks or brackets by itself."""
    return text[start - 1 : start] in tuple("“\"‘'([") and text[end : end + 2].lstrip(".,!?")[:1] in tuple("”\"’')]")


def _at_home(word: str, story: Story) -> bool:
    """Whether a word stands in the story more than once."""
    return len(re.findall(rf"\b{re.escape(word)}\b", story.folded.replace("’", "'"))) > 1
