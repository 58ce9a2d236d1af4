"""Honorific: one person called Mr. and once Ms. (or the reverse) in one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.family import kin_beside, speaks_of_family, speaks_of_marriage
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import shown
from lintnews.ledger.titles import Sort
from lintnews.model import Match
from lintnews.record import record
from lintnews.words import fold, times

_SEX = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}


@record
class Check:
    """A courtesy title of the other sex, once, for a surname that has one sort of courtesy title `often` times.

    Nothing is said where two people of the surname are named in full, or where the story speaks of a family there. Where it has
    a word for a spouse anywhere, or both titles in one sentence, the match is in doubt by one step.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "count", "times")
    often: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        for mentions in _by_surname(story).values():
            sexes = [_sex(mention) for mention in mentions]
            for odd, sex in zip(mentions, sexes, strict=True):
                others = [m for m, s in zip(mentions, sexes, strict=True) if s != sex]
                if sexes.count(sex) == 1 and len(others) >= self.often and self._slip(story, odd):
                    yield _match(odd, others, int(speaks_of_marriage(story) or speaks_of_family(story, odd) or _beside(story, odd, others)))

    def _slip(self, story: Story, odd: Mention) -> bool:
        people = {p.name for p in story.people.named(odd.surname) if " " in p.name}
        return len(people) < 2 and not odd.full and not kin_beside(story, odd)


def _by_surname(story: Story) -> dict[str, list[Mention]]:
    """The mentions with a courtesy title that tells a sex, by surname."""
    out: dict[str, list[Mention]] = {}
    for mention in story.people.mentions:
        if mention.title and mention.title.sort is Sort.COURTESY and _sex(mention):
            out.setdefault(fold(mention.surname), []).append(mention)
    return out


def _sex(mention: Mention) -> str:
    assert mention.title
    return _SEX.get(fold(mention.chain.text(mention.title.start, mention.title.end)), "")


def _beside(story: Story, odd: Mention, others: list[Mention]) -> bool:
    """Whether one sentence has both titles."""
    span = story.sentence(odd.block, odd.span.start)
    return any(m.block is odd.block and span.holds(m.span) for m in others)


def _match(odd: Mention, others: list[Mention], doubt: int) -> Match:
    assert odd.title
    assert others[0].title
    usual = others[0].chain.text(others[0].title.start, others[0].title.end)
    span = odd.chain.span(odd.title.start, odd.title.end)
    text = odd.block.text[span.start : span.end]
    words = {"match": text, "fix": usual, "surname": odd.surname, "count": str(len(others)), "times": times(len(others))}
    return Match(odd.block, span, (usual,), words, (shown(others[0]),), doubt)
