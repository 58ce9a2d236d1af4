"""Proper word: a word with a capital that no list knows, a slip away from one that everybody writes: a month, a nation, a faith."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.slips import distance
from lintnews.model import PROSE, Match, OptionError, Part, Span
from lintnews.record import record

_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")
_ALONE = lazily.pattern(r"(?<![\p{L}\p{M}\p{N}@#/\\._&-])\p{Lu}\p{Ll}+(?![\p{L}\p{M}\p{N}@/\\_&-]|\.\p{L})")
_BEFORE, _AFTER = re.compile(r"([A-Z][\w.'’-]*) \Z"), re.compile(r"(?:['’]s)? ([A-Z][\w'’-]*)")
#: What stands more often in a story is its own word.
_TWICE = 2
#: A slip of more than this cost is looked for in words of so many letters.
_PLAIN, _LONG = 1.2, 6


@record
class Check:
    """`words`: lists of the words that may be meant. `slips`: a list of slips and what each should be. `lists`: those that know a word.

    `names`: lists of names; beside one of them, or beside another strange word with a capital, a word is taken for a name.
    `sure`, `likely`: how unlikely the slip may be, for a match at the rule's level and for one a step lower.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    words: tuple[str, ...]
    slips: str = ""
    lists: tuple[str, ...] = ("english",)
    names: tuple[str, ...] = ()
    sure: float = 1.2
    likely: float = 2.6

    def validate(self) -> None:
        """Raise OptionError where no word may be meant."""
        if not self.words:
            raise OptionError("this kind needs `words`, the lists of what may be meant", "words")

    def find(self, story: Story) -> Iterator[Match]:
        capitals, facts = story.distinct(_CAPITAL), story.facts
        known_in = (*self.words, *self.names, *self.lists)
        strange = facts.unlisted(known_in, capitals)
        strange = {
            word for word in strange if facts.unlisted(self.lists, {word.lower()}) and facts.unlisted(known_in, {word.removesuffix("s")})
        }
        known = facts.kept(_pairs)(self.slips)
        for word in sorted(strange | (capitals & known.keys())):
            found = (known[word], 0.0) if word in known else facts.kept(_meant)((word, self.words, self.likely))
            if found and story.folded.count(word.lower()) <= _TWICE:
                yield from self._everywhere(story, strange, word, found)

    def _everywhere(self, story: Story, strange: set[str], word: str, found: tuple[str, float]) -> Iterator[Match]:
        """Each place where a word stands that is no name there."""
        fix, cost = found
        for block in story.blocks(*PROSE, Part.HEADLINE):
            for place in re.finditer(rf"\b{word}\b", block.text) if word in block.text else ():
                span = Span(*place.span())
                beside = self._beside(block.text, span)
                if _ALONE.match(block.text, span.start) and not (word in strange and self._named(story.facts, beside, strange, cost)):
                    yield Match(block, span, (fix,), {"match": word, "fix": fix}, doubt=int(cost > self.sure))

    def _named(self, facts: FactBase, beside: set[str], strange: set[str], cost: float) -> bool:
        """Whether a word is part of a name, by those beside it: strange ones, names, for an unlikely slip any that is no plain word."""
        listed = beside if cost > self.sure else beside - facts.unlisted(self.names, beside)
        return bool(beside & strange) or any(
            facts.unlisted(self.lists, {word.lower()}) and facts.unlisted(self.words, {word}) for word in listed
        )

    @staticmethod
    def _beside(text: str, span: Span) -> set[str]:
        """The words with a capital right before and behind."""
        before, after = _BEFORE.search(text, max(0, span.start - 30), span.start), _AFTER.match(text, span.end)
        return {found[1] for found in (before, after) if found}


def _pairs(facts: FactBase, slips: str) -> dict[str, str]:
    """Every slip of a list, with what it should be."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if slips else ""
    return {wrong: right for letter in letters for wrong, _, right in (pair.partition(" ") for pair in facts.beginning(slips, letter))}


def _meant(facts: FactBase, asked: tuple[str, tuple[str, ...], float]) -> tuple[str, float] | None:
    """The likeliest word that another is a slip for, and how unlikely that is."""
    word, lists, most = asked
    low = word.lower()
    targets = (target for name in lists for target in facts.beginning(name, word[0]))
    near = (target for target in targets if abs(len(target) - len(word)) <= 1 and target.lower() != low)
    cost, right = min(((distance(low, target.lower(), most), target) for target in near), default=(most + 1, ""))
    return (right, cost) if cost <= most and (cost <= _PLAIN or len(word) >= _LONG) else None
