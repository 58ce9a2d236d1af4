"""Amount scale: one figure of money printed once in millions and once in billions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_AMOUNT = lazily.pattern(
    r"(?P<figure>[$£€¥]\s?\d[\d,]*(?:\.\d+)?)(?P<gap>[ \u00a0-]?)(?P<scale>million|billion|trillion|m|mn|bn|tn)\b", regex.IGNORECASE
)


class _Amount(NamedTuple):
    block: Block
    span: Span
    figure: str
    gap: str
    scale: str

    @property
    def size(self) -> str:
        return self.scale[0].lower()


@record
class Check:
    """`most` is how often the rarer scale may stand; more often, and the story speaks of two amounts."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other")
    most: int = 1

    def find(self, story: Story) -> Iterator[Match]:
        amounts: dict[str, list[_Amount]] = {}
        for block in story.blocks():
            for found in _AMOUNT.finditer(block.text):
                amount = _Amount(block, Span(*found.span()), found["figure"], found["gap"], found["scale"])
                amounts.setdefault(amount.figure.replace(" ", ""), []).append(amount)
        for same in amounts.values():
            yield from self._odd_ones(same)

    def _odd_ones(self, same: list[_Amount]) -> Iterator[Match]:
        """The occurrences in the rarer scale; the later one when both are as frequent."""
        sizes = list(dict.fromkeys(amount.size for amount in same))
        if len(sizes) != 2:
            return
        usual, odd = sorted(sizes, key=lambda size: -sum(a.size == size for a in same))
        odd_ones = [amount for amount in same if amount.size == odd]
        first = next(amount for amount in same if amount.size == usual)
        if len(odd_ones) <= self.most and not _told_apart(odd_ones[0], first):
            yield from (_match(amount, first) for amount in odd_ones)


def _told_apart(one: _Amount, other: _Amount) -> bool:
    """Whether both stand side by side (`from $1 million to $1 billion`): then both are meant."""
    return one.block is other.block and max(one.span.start, other.span.start) - min(one.span.end, other.span.end) < 12


def _match(amount: _Amount, other: _Amount) -> Match:
    text = amount.block.text[slice(*amount.span)]
    there = other.block.text[slice(*other.span)]
    shown = Evidence("the same figure stands here in another scale", other.block, other.span)
    fix = f"{amount.figure}{amount.gap}{other.scale}"
    return Match(amount.block, amount.span, (fix,), {"match": text, "other": there}, (shown,))
