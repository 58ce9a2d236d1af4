"""Confusable: a story in; out come words in the place of others that sound or look like them, where only these fit the neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from typing import ClassVar

from lintnews.english import forms
from lintnews.english.sets import SETS
from lintnews.english.trigrams import number
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chances import Row
from lintnews.model import Match, OptionError, Span
from lintnews.record import record
from lintnews.words import like

#: Verbs that are nouns behind an article: the can holds water.
_NOUNS = frozenset("can will might must does".split())
#: How an age follows a name.
_AGE = re.compile(r", \d{1,3}[,.]")


@record
class Check:
    """Words for others that are likelier between the same neighbours.

    `sets`: words that are taken for one another, a blank between them. `pairs`: lists of pairs, each a word and what it may be
    a slip for, and of the first words alone. `forms`: each word may be meant in another of its forms. `least`: how much must speak for
    the other word, in doublings of its likelihood, for a match one step lower, and `sure`, for one at the rule's level; `elsewhere`:
    how much more, against a word that stands in the story again. `behind`: words, a blank between them, right behind which a form is
    told by them; behind any other so much more must speak as `further` says.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    sets: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    forms: bool = False
    least: int = 8
    sure: int = 11
    elsewhere: int = 3
    behind: tuple[str, ...] = ()
    further: int = 10

    def validate(self) -> None:
        """Raise OptionError where there is nothing to compare."""
        if not self.sets and not self.pairs and not self.forms:
            raise OptionError("this kind needs `sets`, `pairs` or `forms`")
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
        doubtful = story.chances.doubtful
        meant = self._meant(doubtful.keys(), story.facts)
        for word, places in doubtful.items() if meant else ():
            if others := meant.get(word):
                known = _numbered(others)
                for row, at in places:
                    likely = row.line.likely(at, known)
                    if likely and (found := self._match(story, row, at, word, [known[each] for each in likely])):
                        yield found

    def _match(self, story: Story, row: Row, at: int, word: str, others: Sequence[str]) -> Match | None:
        more, other = max((row.line.weigh(at, other), other) for other in others)
        if more < self.least or row.joined(at) or row.line.short(at):
            return None
        (start, end), text = row.where(at), row.block.text
        if _marked(text, start, end) or _aged(text, start, end):
            return None
        if self.behind and not self._told(row, at):
            more -= self.further
        if _at_home(word, story):
            more -= self.elsewhere
        if more < self.least:
            return None
        written = text[start:end]
        fix = like(other, written).replace("'", story.apostrophe(row.block))
        return Match(row.block, Span(start, end), (fix,), {"match": written, "fix": fix}, doubt=int(more < self.sure))

    def _told(self, row: Row, at: int) -> bool:
        """Whether the word before one tells its form: `to` tells of a verb, but not of one that ends in -ing (`committed to making`)."""
        before = row.line.before(at)
        if before == "to" and row.line.word(at).endswith("ing"):
            return False
        return before in self._behind and not (before in _NOUNS and row.line.before(at, 2) in SETS["determiner"])

    @cached_property
    def _behind(self) -> frozenset[str]:
        return frozenset(" ".join(self.behind).split())

    def _meant(self, words: AbstractSet[str], facts: FactBase) -> Mapping[str, tuple[str, ...]]:
        """Those of some words that may be slips, each with what else they may be."""
        out = {word: self._others[word] for word in self._others.keys() & words}
        for name in self.pairs:
            for word in facts.among(name, words):
                out[word] = out.get(word, ()) + facts.kept(_paired)((name, word))
        if self.forms:
            out |= {word: others for word in words if (others := out.get(word, ()) + _formed(word))}
        return out


@lru_cache(maxsize=20_000)
def _numbered(words: tuple[str, ...]) -> Mapping[int, str]:
    """Words by their numbers, those that have one."""
    return {each: word for word in words if (each := number(word)) >= 0}


@lru_cache(maxsize=20_000)
def _formed(word: str) -> tuple[str, ...]:
    """The other forms of a word."""
    return tuple({made for name in (*forms.VERB, *forms.NUMBER) if (made := forms.form(word, name)) and made != word})


def _paired(facts: FactBase, asked: tuple[str, str]) -> tuple[str, ...]:
    return facts.paired(*asked)


def _aged(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital comes with an age, as a surname does: `Roe, 45,`."""
    return text[start].isupper() and _AGE.match(text, end) is not None


def _marked(text: str, start: int, end: int) -> bool:
    """Whether a word stands in quotation marks or brackets by itself."""
    return text[start - 1 : start] in tuple("“\"‘'([") and text[end : end + 2].lstrip(".,!?")[:1] in tuple("”\"’')]")


def _at_home(word: str, story: Story) -> bool:
    """Whether a word stands in the story more than once."""
    return len(re.findall(rf"\b{re.escape(word)}\b", story.folded.replace("’", "'"))) > 1
