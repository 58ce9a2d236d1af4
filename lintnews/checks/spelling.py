"""Spelling: a story in; out come small-letter words that no list knows and that are one slip away from an everyday one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import regex

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.derivation import derived
from lintnews.ledger.slips import ranked
from lintnews.model import Block, Match, Span

#: Runs of small letters: fast, and too many; what is in no list is looked at again with `_standing`.
_RUN = re.compile(r"\b[a-z]{4,}\b")
_JOINED = "@#/\\\\._'’&=~+*_\\-\u2010\u2011\u00ad"
_BEFORE = rf"(?<![\p{{L}}\p{{M}}\p{{N}}{_JOINED}\]])(?<!\p{{L}}[-\u00ad]\s+)"
_AFTER = rf"(?![\p{{L}}\p{{M}}\p{{N}}@/\\_\-\u2010\u2011\u00ad\[(]|\s?[(\[]sic\b|[.’'](?=\p{{L}})(?!(?<=[’'])s\b))"
_LEFT = regex.compile(r"([\p{L}\p{M}\p{N}’'-]+)[ \u00a0]\Z")
_RIGHT = regex.compile(r"[ \u00a0]([\p{L}\p{M}\p{N}’'-]+)")


@lru_cache(maxsize=10_000)
def _standing(word: str) -> regex.Pattern[str]:
    """A word by itself: no part of a name, an address, a handle or of a word with a hyphen or accents."""
    return regex.compile(_BEFORE + word + _AFTER)


@dataclass(frozen=True)
class Check:
    """A word of small letters that stands once, is in no list, and is one slip away from an everyday word.

    `lists`: the word lists that know a word. `everyday`: the lists that hold what may be meant, the commonest first; they
    know their words too. `words`: further words that are right, and that may be meant. `shortest`: letters a word must have.
    `sure`, `likely`: how unlikely the best suggestion may be, for a finding at the rule's level and for one a step lower.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    lists: tuple[str, ...] = ("english",)
    everyday: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    shortest: int = 5
    sure: float = 2.5
    likely: float = 4.5

    def find(self, story: Story) -> Iterator[Match]:
        known = tuple(dict.fromkeys((*self.everyday, *self.lists)))
        for block in story.blocks():
            runs = {run for run in _RUN.findall(block.text) if len(run) >= self.shortest}
            for word in sorted(story.facts.unlisted(known, runs) - set(self.words)):
                yield from self._words(story, block, word, known)

    def _words(self, story: Story, block: Block, word: str, known: tuple[str, ...]) -> Iterator[Match]:
        place = _standing(word).search(block.text)
        if not place or story.folded.count(word) != 1 or derived(word, known, self.everyday, story.facts):
            return
        found = ranked(word, lambda strings: self._rarity(strings, story.facts))
        if found and found[0][0] <= self.likely:
            fixes = tuple(right for cost, right in found if cost <= found[0][0] + 2)[:3]
            doubt = int(found[0][0] > self.sure)
            print('@@',round(found[0][0],1),word,fixes)
            yield Match(block, Span(*place.span()), fixes, {"match": word, "fix": fixes[0]}, (), doubt)

    def _rarity(self, strings: set[str], facts: FactBase) -> Iterable[tuple[str, float]]:
        """Those of the strings that are words, each with how rare it is: 0 for the commonest list, one more for each next."""
        left = strings
        for rare, name in enumerate(self.everyday):
            found = facts.among(name, left)
            left = left - found
            yield from ((word, float(rare)) for word in found)
        yield from ((word, 0.0) for word in self.words if word in left)
