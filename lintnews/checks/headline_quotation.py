"""Headline quotation: what the headline or the deck quotes and the body has not, or has in other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.differ import matcher
from lintnews.ledger import Story
from lintnews.ledger.quotations import Quotation
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold

_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*")


class _Words(NamedTuple):
    """The words of a stretch, folded, and where they stand."""

    block: Block
    words: list[str]
    spans: list[Span]


@record
class Check:
    """A quotation of at least `words` words is looked for word for word in the body, whoever says it there.

    Where the body quotes most of the words, in order, that quotation is shown and is the fix; else the match is one step less sure.
    `near`: how much of it must be alike, from 0 to 1.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "near")
    words: int = 2
    near: float = 0.6

    def find(self, story: Story) -> Iterator[Match]:
        heads = [q for q in story.quotations if q.block.part in (Part.HEADLINE, Part.DECK) and q.opened and q.closed and q.depth == 0]
        body = [_read(b, Span(0, len(b.text))) for b in story.blocks(*PROSE, Part.HEADING) if b.part is not Part.DECK] if heads else []
        if sum(len(b.words) for b in body) < 8:
            return
        all_words = [f" {' '.join(b.words)} " for b in body]
        for quotation in heads:
            said = _read(quotation.block, quotation.inside)
            if len(said.words) >= self.words and not any(f" {' '.join(said.words)} " in text for text in all_words):
                yield self._match(story, quotation, said)

    def _match(self, story: Story, quotation: Quotation, said: _Words) -> Match:
        quoted = [_read(q.block, q.inside) for q in story.quotations if q.block.part in PROSE and q.block.part is not Part.DECK]
        alike, at, span = max((_best(said.words, other) for other in quoted), key=lambda best: best[0], default=(0.0, None, Span(0, 0)))
        match = quotation.text
        if at is None or alike < self.near:
            return Match(quotation.block, quotation.inside, (), {"match": match, "near": "nothing like it"}, (), 1)
        near = at.text[slice(*span)]
        evidence = Evidence(f"the body has “{near}”", at, span)
        return Match(quotation.block, quotation.inside, (near,), {"match": match, "near": f"“{near}”"}, (evidence,))


def _read(block: Block, within: Span) -> _Words:
    found = list(_WORD.finditer(block.text, *within))
    return _Words(block, [fold(m[0]).replace("'s", "") for m in found], [Span(*m.span()) for m in found])


def _best(said: list[str], other: _Words) -> tuple[float, Block | None, Span]:
    """How much of what is said stands in the best run of as many words of a quotation, and that run."""
    best: tuple[float, Block | None, Span] = (0.0, None, Span(0, 0))
    size = len(said)
    if not set(said) & set(other.words):
        return best
    for length in (size, size + 1):
        for start in range(max(1, len(other.words) - length + 1)):
            run = other.words[start : start + length]
            if len(set(run) & set(said)) * 2 < size:
                continue
            alike = matcher(said, run).ratio()
            alike += 0.01 * (run[0] == said[0])
            if alike > best[0]:
                best = alike, other.block, Span(other.spans[start].start, other.spans[min(start + length, len(other.spans)) - 1].end)
    return best
