"""Misspelling: a story in; out come words in small letters that no list knows, with the word that each is a slip for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.derivation import derived
from lintnews.ledger.slips import cost, one_slip_away
from lintnews.model import Block, Match, OptionError, Span
from lintnews.record import record

#: Runs of small letters: fast, and too many. What no list knows is looked at again with `_STANDING`.
_RUN = re.compile(r"\b[a-z]{3,}\b")
#: A word by itself: no part of a name, an address, a handle, of a word with a hyphen, accents or brackets, or cut at the
#: end of a line, or with its g dropped (`nothin’`).
_STANDING = lazily.pattern(
    r"(?<![\p{L}\p{M}\p{N}@#/\\._'’&=~+*\]\-\u2010\u2011\u00ad])(?<!\p{L}[-\u2010\u00ad]\s{1,9})"
    r"[a-z]++"
    r"(?![\p{L}\p{M}\p{N}@/\\_*+=(\[\-\u2010\u2011\u00ad]|[.’'](?=\p{L})(?!(?<=[’'])s\b)|(?<=in)[’'])"
)
_BEFORE = lazily.pattern(r"(?<![\p{L}\p{M}\p{N}’'-])([a-z]+)([ \u00a0])\Z")
_AFTER = lazily.pattern(r"[ \u00a0]([a-z]+)(?![\p{L}\p{M}\p{N}’'-])")
_DRAWN_OUT = re.compile(r"(.)\1{3}|(.)\2\2\Z")
_QUOTE_MARKS = "“”\"‘’'«»"
#: A block with more strange words than this, and than this share of its words, is no English.
_STRANGE, _SHARE = 5, 0.25
#: Up to this cost a slip is likelier than a made word: `milllion` is no lion of a mill.
_PLAIN = 0.5
#: How many suggestions, and how much less likely than the best they may be.
_SHOWN, _WORSE = 3, 2.0


@record
class Check:
    """Words in small letters that no list knows.

    `lists`: the lists that know a word. `everyday`: the lists of the words that may be meant, the commonest first; they
    know their words too. `words`: further words, known and meant. `slips`: a list of well-known slips, each with what it
    should be, reported wherever they stand; with it nothing else is. `shortest`: letters a word must have. `sure`,
    `likely`: how unlikely the best suggestion may be, for a match at the rule's level and for one a step lower.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    lists: tuple[str, ...] = ("english",)
    everyday: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    slips: str = ""
    shortest: int = 5
    sure: float = 2.0
    likely: float = 4.5

    def validate(self) -> None:
        """Raise OptionError where there is no word to suggest."""
        if not self.everyday and not self.words and not self.slips:
            raise OptionError("this kind needs `everyday`, `words` or `slips`")

    def find(self, story: Story) -> Iterator[Match]:
        everywhere = self._strange({run for run in story.distinct(_RUN) if len(run) >= self.shortest}, story.facts)
        for block in story.blocks() if everywhere else ():
            if not any(word in block.text for word in everywhere):
                continue
            runs = {run for run in _RUN.findall(block.text) if len(run) >= self.shortest}
            strange = runs & everywhere
            if self.slips:
                yield from self._well_known(block, strange, story.facts)
            elif len(strange) <= max(_STRANGE, _SHARE * len(runs)):
                for word in sorted(strange):
                    yield from self._likely(story, block, word)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.everyday, *self.lists)))

    def _strange(self, words: set[str], facts: FactBase) -> set[str]:
        return facts.unlisted(self._known, words).difference(self.words)

    def _uncommon(self, words: set[str], facts: FactBase) -> set[str]:
        return facts.unlisted(self.everyday[:2], words).difference(self.words)

    def _well_known(self, block: Block, strange: set[str], facts: FactBase) -> Iterator[Match]:
        """Every place where a well-known slip stands by itself."""
        if pairs := {word: fixes for word in strange if (fixes := facts.paired(self.slips, word))}:
            for place in _RUN.finditer(block.text):
                if (word := place[0]) in pairs and _STANDING.match(block.text, place.start()):
                    yield Match(block, Span(*place.span()), pairs[word], {"match": word, "fix": pairs[word][0]})

    def _likely(self, story: Story, block: Block, word: str) -> Iterator[Match]:
        """A word that stands once and is one slip away from an everyday one."""
        at = block.text.find(word)
        if story.folded.count(word) != 1 or not _STANDING.match(block.text, at) or _on_purpose(block.text, at, word):
            return
        span = Span(at, at + len(word))
        beside = dict(_beside(block.text, span))
        if parted := self._parted(block, span, beside, story.facts):
            yield parted
        elif not self._foreign(beside, story.facts):
            yield from self._slip(block, span, word, story.facts)

    def _parted(self, block: Block, span: Span, beside: dict[str, Span], facts: FactBase) -> Match | None:
        """A word with a blank in it: `whethe r`."""
        for part, place in beside.items():
            whole = Span(min(span.start, place.start), max(span.end, place.end))
            text = block.text[whole.start : whole.end]
            joined = re.sub(r"\s", "", text)
            if not self._uncommon({joined}, facts) and self._uncommon({part}, facts):
                return Match(block, whole, (joined,), {"match": text, "fix": joined}, doubt=1)
        return None

    def _foreign(self, beside: dict[str, Span], facts: FactBase) -> bool:
        """Whether the word beside it is strange too: a foreign phrase, a dialect, code."""
        return bool(self._strange({word for word in beside if len(word) > 3}, facts))

    def _derived(self, word: str, facts: FactBase) -> bool:
        return derived(word, lambda words: self._strange(words, facts), lambda words: self._uncommon(words, facts))

    def _slip(self, block: Block, span: Span, word: str, facts: FactBase) -> Iterator[Match]:
        found = sorted((rare + cost(word, right), right) for right, rare in self._rarity(one_slip_away(word), facts))
        if found and (best := found[0][0]) <= self.likely and (best <= _PLAIN or not self._derived(word, facts)):
            fixes = tuple(right for unlikely, right in found if unlikely <= best + _WORSE)[:_SHOWN]
            yield Match(block, span, fixes, {"match": word, "fix": fixes[0]}, doubt=int(best > self.sure))

    def _rarity(self, strings: set[str], facts: FactBase) -> Iterator[tuple[str, float]]:
        """Those of the strings that are words, each with how rare it is: 0 for the commonest list, one more for each next."""
        left = strings.difference(self.words)
        yield from ((word, 0.0) for word in strings - left)
        for rare, name in enumerate(self.everyday):
            found = facts.among(name, left)
            left = left - found
            yield from ((word, float(rare)) for word in found)


def _on_purpose(text: str, at: int, word: str) -> bool:
    """Whether a word is drawn out (`yesss`) or stands in quotation marks alone, and so is meant as it is."""
    marked = text[at - 1 : at] in tuple(_QUOTE_MARKS) and text[at + len(word) : at + len(word) + 1] in tuple(_QUOTE_MARKS)
    return marked or bool(_DRAWN_OUT.search(word))


def _beside(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The words in small letters right before and after a span, with a blank between."""
    if before := _BEFORE.search(text, max(0, span.start - 30), span.start):
        yield before[1], Span(*before.span(1))
    if after := _AFTER.match(text, span.end):
        yield after[1], Span(*after.span(1))
