"""Running quotation: one that goes on in the next paragraph and is closed at the end of the first all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.quotations import Quotation
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_PRONOUN = lazily.pattern(r"(?:he|she|they|He|She|They)\Z")
_SHORT = 8
_DOUBLE = ("“", '"')


@record
class Check:
    """A paragraph that is all quotation, before another that is so or whose speaker is a pronoun; two lone ones may be two speakers."""

    slots: ClassVar[tuple[str, ...]] = ("match",)

    def find(self, story: Story) -> Iterator[Match]:
        told: dict[int, list[Quotation]] = {}
        for quotation in story.quotations:
            if not quotation.depth and quotation.mark in _DOUBLE:
                told.setdefault(id(quotation.block), []).append(quotation)
        if told:
            for one, other in pairwise(story.blocks(Part.BODY)):
                if match := _match(told, one, other):
                    yield match


def _match(told: Mapping[int, Sequence[Quotation]], one: Block, other: Block) -> Match | None:
    first, second = told.get(id(one), ()), told.get(id(other), ())
    if not first or not second or not (last := first[-1]).closed or last.span.end != len(one.text) or second[0].span.start:
        return None
    if not _sentence(last) or len(other.text) < _SHORT:
        return None
    if not (_whole(one, last) and _by_pronoun(second[0])) and not (any(q.speaker for q in first) and _whole(other, second[0])):
        return None
    mark = Span(last.span.end - 1, last.span.end)
    shown = Evidence("the quotation goes on here", other, Span(0, 1))
    return Match(one, mark, ("",), {"match": one.text[mark.start]}, (shown,))


def _sentence(quotation: Quotation) -> bool:
    """Whether whole sentences are quoted, and no title or phrase."""
    before = quotation.block.text[: quotation.span.start].rstrip()
    said = quotation.text
    return said[:1].isupper() and " " in said and said[-1:] in ".!?…" and (not before or before[-1] in ".,:?!")


def _whole(block: Block, quotation: Quotation) -> bool:
    """Whether a paragraph is one quotation and nothing else."""
    return quotation.opened and quotation.closed and not quotation.span.start and quotation.span.end == len(block.text)


def _by_pronoun(quotation: Quotation) -> bool:
    return quotation.speaker is not None and _PRONOUN.match(quotation.block.text[slice(*quotation.speaker)]) is not None
