"""Amount scale: one figure of money printed once in millions and once in billions, in dollars and in pounds, or with digits swapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record, replace

_AMOUNT = lazily.pattern(
    r"(?P<figure>[$£€¥]\s?\d[\d,]*(?:\.\d+)?)(?P<gap>[ \u00a0-]?)(?P<scale>million|billion|trillion|m|mn|bn|tn)\b", lazily.IGNORECASE
)

#: Beyond so many amounts in a story two may well be alike by chance.
_MANY = 12


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
        every = [amount for same in amounts.values() for amount in same]
        alike = [match for same in amounts.values() for match in self._odd_ones(same)] + [*self._other_money(every)]
        yield from (replace(match, doubt=1) if len(every) > _MANY else match for match in alike)
        yield from _swapped(every)

    def _other_money(self, amounts: list[_Amount]) -> Iterator[Match]:
        """One figure in one scale with two signs of money, the rarer no more often than may be."""
        bare: dict[tuple[str, str], list[_Amount]] = {}
        for amount in amounts:
            bare.setdefault((amount.figure.lstrip("$£€¥ "), amount.size), []).append(amount)
        for same in bare.values():
            signs = list(dict.fromkeys(amount.figure[0] for amount in same))
            usual, *odd = sorted(signs, key=lambda sign: -sum(a.figure[0] == sign for a in same))
            first = next(amount for amount in same if amount.figure[0] == usual)
            odd_ones = [amount for amount in same if odd and amount.figure[0] == odd[0]]
            if len(odd) == 1 and len(odd_ones) <= self.most and not _told_apart(odd_ones[0], first):
                fix = odd_ones[0].block.text[slice(*odd_ones[0].span)].replace(odd[0], usual)
                yield _match(odd_ones[0], first, "the same figure stands here in other money", fix)

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


def _swapped(amounts: list[_Amount]) -> Iterator[Match]:
    """One amount with two digits swapped of another that stands twice or more (`$26 million` for `$62 million`)."""
    often = Counter((amount.figure, amount.size) for amount in amounts)
    for odd in amounts:
        if often[odd.figure, odd.size] > 1:
            continue
        usual = (other for other in amounts if other.size == odd.size and often[other.figure, other.size] > 1)
        first = next((other for other in usual if _turned(odd.figure, other.figure)), None)
        if first and not _told_apart(odd, first):
            fix = odd.block.text[slice(*odd.span)].replace(odd.figure, first.figure)
            yield _match(odd, first, "this figure stands here with its digits the other way round", fix)


def _turned(one: str, other: str) -> bool:
    """Whether two figures differ by two neighbours swapped, or by a point, and by nothing else."""
    digits, others = one.replace(".", ""), other.replace(".", "")
    if digits == others:
        return one != other
    if (len(one), len(digits)) != (len(other), len(others)):
        return False
    first = next(i for i, pair in enumerate(zip(digits, others, strict=True)) if pair[0] != pair[1])
    return digits[:first] + digits[first : first + 2][::-1] + digits[first + 2 :] == others


def _told_apart(one: _Amount, other: _Amount) -> bool:
    """Whether both stand side by side (`from $1 million to $1 billion`): then both are meant."""
    return one.block is other.block and max(one.span.start, other.span.start) - min(one.span.end, other.span.end) < 12


def _match(amount: _Amount, other: _Amount, told: str = "the same figure stands here in another scale", fix: str = "") -> Match:
    text = amount.block.text[slice(*amount.span)]
    there = other.block.text[slice(*other.span)]
    shown = Evidence(told, other.block, other.span)
    scale = other.scale.capitalize() if amount.scale[:1].isupper() else other.scale.lower() if len(other.scale) > 2 else other.scale
    fix = fix or f"{amount.figure}{amount.gap}{scale}"
    return Match(amount.block, amount.span, (fix,), {"match": text, "other": there}, (shown,))
