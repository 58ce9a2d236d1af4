"""Source agreement: a figure, a day or a name that the story gives after its sources and that they have otherwise, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, documents, rounding
from lintnews.ledger.days import Day
from lintnews.ledger.documents import Sentence, Told
from lintnews.ledger.numbers import Number
from lintnews.ledger.slips import distance
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.record import record
from lintnews.words import fold

_PAPER = (
    "report|document|filing|transcript|statement|letter|release|lawsuit|complaint|indictment|affidavit|study|memo|memorandum|ruling|order|audit"
    "|survey|review|budget|agenda|minutes|brief|motion|contract|agreement|testimony|email|notice|paper|records?|data|figures|documents|filings|records"
)
_TELLS = (
    "said|says|shows?|showed|found|finds|states?|stated|reads?|lists?|listed|puts?|notes?|noted|estimates?d?|describes?d?|alleges?d?"
    "|reports?|reported|gives?|gave|counts?|counted|concludes?d?|tells|told|reveals?|revealed"
)
_AFTER_A_SOURCE = lazily.pattern(
    r"\b(?:[Aa]ccording to|[Cc]it(?:es|ed|ing)|[Qq]uot(?:es|ed|ing)) (?:(?:the|an?|its|his|her|their|that|this)\b )?"
    rf"(?:[\w’'.-]+ ){{0,5}}?(?:{_PAPER})\b"
    rf"|\b(?:[Tt]he|[Aa]|its|his|her|their|that|this|’s|'s) (?:[\w’'.-]+ ){{0,3}}?(?:{_PAPER}) (?:also |itself )?(?:{_TELLS})\b"
)
#: The share of a sentence's words, and the number of them, that another must have to be the one that it follows.
_SHARE, _LEAST = 0.4, 2
#: So many of its words a sentence shares at least with the one that it retells.
_RETOLD = 4
#: The farthest slip of a name; see `ledger.slips`.
_FARTHEST = 3.0
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


@record
class Check:
    """What a story with sources takes from them, held against them.

    In a sentence that names a document or a source's own name: a number that no source has, beside the one that the sentence
    it follows has of the same thing, and a day; in any other sentence, where it retells one of a source's, a figure of the same
    thing and a day. Anywhere: a word of a name, beside one with which a source has another, a slip away.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "source")
    asks: ClassVar[str] = "sources"

    def find(self, story: Story) -> Iterator[Match]:
        if not story.sources:
            return
        told = [documents.told(each.name, each.text) for each in story.sources]
        for block in story.blocks(*PROSE):
            for span in story.sentences(block):
                if _AFTER_A_SOURCE.search(block.text, *span):
                    yield from _in_sentence(block, span, told)
                else:
                    yield from _retold(block, span, told)
        yield from _names(story, told)


def _in_sentence(block: Block, span: Span, told: Sequence[Told]) -> Iterator[Match]:
    here = Sentence(block.text[slice(*span)])
    for day in here.days:
        if not any(_same_day(day, other) for each in told for sentence in each.sentences for other in sentence.days):
            yield _against(here, day.span, block, span.start, told, lambda sentence: [other.span for other in sentence.days])
    for number in here.numbers:
        if number.value > 1 and not any(_same(number, n) for each in told for sentence in each.sentences for n in sentence.numbers):
            of = set(documents.counted(here.text, number.span))
            yield _against(here, number.span, block, span.start, told, lambda sentence, of=of: _counting(sentence, of))  # type: ignore[misc]


def _retold(block: Block, span: Span, told: Sequence[Told]) -> Iterator[Match]:
    """In a sentence that retells one of a source's: a figure or a day that no source has, where that sentence has just one of its kind."""
    here = Sentence(block.text[slice(*span)])
    new = [n for n in here.numbers if n.value > 1 and not any(_same(n, m) for each in told for s in each.sentences for m in s.numbers)]
    strange = [day for day in here.days if not any(_same_day(day, d) for each in told for s in each.sentences for d in s.days)]
    if not (new or strange) or len(here.content) < _RETOLD:
        return
    name, there = max(((each.name, s) for each in told for s in each.sentences), key=lambda pair: len(here.content & pair[1].content))
    if len(here.content & there.content) < max(_RETOLD, _SHARE * min(len(here.content), len(there.content))):
        return
    for number in new:
        of = set(documents.counted(here.text, number.span))
        counting = _counting(there, of) if of else []
        if len(counting) == 1 and not any(_same(n, m) for n in here.numbers for m in there.numbers if m.span == counting[0]):
            yield _beside(block, span.start, number.span, name, there, counting[0])
    if len(strange) == len(there.days) == 1:
        yield _beside(block, span.start, strange[0].span, name, there, there.days[0].span)


def _beside(block: Block, start: int, at: Span, name: str, there: Sentence, right: Span) -> Match:
    span, fix = Span(start + at.start, start + at.end), there.text[slice(*right)]
    words = {"match": block.text[slice(*span)], "fix": fix, "source": name}
    return Match(block, span, (fix,), words, (Evidence(f"{name}: {' '.join(there.text.split())}"),))


def _against(here: Sentence, at: Span, block: Block, start: int, told: Sequence[Told], telling: Callable[[Sentence], list[Span]]) -> Match:
    """What is told, against the one thing of its kind in the sentence that it follows, where there is just one."""
    ranked = [
        (len(here.content & sentence.content), each.name, sentence, telling(sentence)) for each in told for sentence in each.sentences
    ]
    least = max(_LEAST, _SHARE * len(here.content))
    shared, name, sentence, spans = max((r for r in ranked if r[3]), key=lambda r: r[0], default=(0, "", here, []))
    match = Span(start + at.start, start + at.end)
    words = {"match": here.text[slice(*at)], "source": name or ", ".join(each.name for each in told), "fix": ""}
    if shared < least or len(spans) > 1:
        return Match(block, match, (), words, (), 1)
    right = sentence.text[slice(*spans[0])]
    shown = Evidence(f"{name}: {' '.join(sentence.text.split())}")
    return Match(block, match, (right,), {**words, "fix": right}, (shown,))


def _counting(sentence: Sentence, of: set[str]) -> list[Span]:
    """The numbers of a sentence that count one of these things; where they count none, the only number."""
    if not of:
        return [number.span for number in sentence.numbers]
    return [number.span for number in sentence.numbers if of & set(documents.counted(sentence.text, number.span))]


def _same(here: Number, there: Number) -> bool:
    """Whether a source's number is what is printed here, perhaps rounded."""
    return rounding.low(here) <= there.value <= rounding.high(here)


def _same_day(here: Day, there: Day) -> bool:
    return (here.month, here.number) == (there.month, there.number) and (not here.year or not there.year or here.year == there.year)


def _names(story: Story, told: Sequence[Told]) -> Iterator[Match]:
    """Words of names that no source has, beside one with which a source has another, a slip away."""
    after, before = _neighbours(told, 0), _neighbours(told, 1)
    words = {fold(word) for each in told for pair in each.pairs for word in pair}
    for chain in story.chains:
        folded = chain.phrase.folded
        for i, word in enumerate(folded):
            if word in words or not _plain(word):
                continue
            beside = (after.get(folded[i - 1], {}) if i else {}) | (before.get(folded[i + 1], {}) if i + 1 < len(folded) else {})
            near = [right for right in beside if _plain(fold(right)) and distance(word, fold(right), _FARTHEST) <= _FARTHEST]
            if len(near) == 1:
                names = {"match": chain.text(i, i + 1), "fix": near[0], "source": beside[near[0]]}
                yield Match(chain.block, chain.span(i, i + 1), (near[0],), names, (Evidence(f"{names['source']}: {near[0]}"),))


def _neighbours(told: Sequence[Told], of: int) -> dict[str, dict[str, str]]:
    """For each word of a pair, its first (0) or its second, the other ones, each with the source that has them side by side."""
    out: dict[str, dict[str, str]] = {}
    for each in told:
        for pair in each.pairs:
            out.setdefault(fold(pair[of]), {})[pair[1 - of]] = each.name
    return out


def _plain(word: str) -> bool:
    return len(word) > 3 and set(word) <= _LETTERS
