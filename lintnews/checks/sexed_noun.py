"""Sexed noun: a word for a woman beside a man's name, or the reverse: `spokesman Mary Orr`, `Robert Vance, the actress`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.model import Evidence, Match, Span
from lintnews.record import record

#: Words between a comma and the noun, none of which may begin another phrase.
_BETWEEN = r"(?:(?!(?:of|for|with|and|to|by|from|at|in|on|whose|said|who|as)\b)[\p{L}’'.-]+ ){0,4}?"
#: What goes on after a noun and makes it another's or a part of something: `the actress’s husband`.
_ENDS = r"(?![\p{L}’'-])(?! (?:\p{Lu}|and\b))"
#: Letters before and after a name in which the noun may stand.
_REACH = 90


@record
class Check:
    """A noun of one sex right before the full name of a person whose first name the list `sexes` gives to the other sex only.

    So is one behind the name, between commas. `nouns`: the pairs, a man's and a woman's, in small letters.
    `either`: those of them that both sexes have (`actor`).
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person")
    nouns: tuple[tuple[str, str], ...]
    sexes: str
    either: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            if not mention.full or (mention.start and mention.chain.tokens[mention.start - 1].text in ("and", "&")):
                continue
            if found := self._before(mention) or self._behind(story, mention):
                sex = next(iter(story.facts.paired(self.sexes, mention.words[0])), "")
                noun = mention.block.text[slice(*found)]
                fix = self._other[noun.lower()] if self._sex(noun) != sex and sex else ""
                if fix:
                    yield _match(mention, found, noun, fix)

    @cached_property
    def _other(self) -> dict[str, str]:
        return {noun: other for pair in self.nouns for noun, other in (pair, pair[::-1])}

    @cached_property
    def _told(self) -> frozenset[str]:
        """The nouns that one sex has."""
        return frozenset(self._other) - set(self.either)

    def _sex(self, noun: str) -> str:
        return "m" if noun.lower() in {man for man, _ in self.nouns} else "f"

    @cached_property
    def _apposed(self) -> regex.Pattern[str]:
        nouns = "|".join(sorted(self._told))
        return lazily.compile(rf",(?: \d+,)? (?:an?|the|[Ii]ts|their) {_BETWEEN}(?P<noun>{nouns}){_ENDS}")

    def _before(self, mention: Mention) -> Span | None:
        """The noun that stands right before the name."""
        text, start = mention.block.text, mention.span.start
        noun = text[max(0, start - 20) : start].rpartition(" ")[0].rpartition(" ")[2] if text[start - 1 : start] == " " else ""
        if noun.lower() not in self._told or noun.isupper():
            return None
        return Span(start - 1 - len(noun), start - 1)

    def _behind(self, story: Story, mention: Mention) -> Span | None:
        """The noun of what stands between commas behind the name."""
        block, end = mention.block, mention.span.end
        if not block.text.startswith(", ", end):
            return None
        found = self._apposed.match(block.text, end, min(story.sentence(block, end - 1).end, end + _REACH))
        return Span(*found.span("noun")) if found else None


def _match(mention: Mention, span: Span, noun: str, fix: str) -> Match:
    fix = fix.capitalize() if noun[0].isupper() else fix
    evidence = (Evidence(mention.name, mention.block, mention.span),)
    return Match(mention.block, span, (fix,), {"match": noun, "fix": fix, "person": mention.name}, evidence)
