"""One toll: the dead, or the hurt, of one event, told outright as two different numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, Match, Part
from lintnews.record import record

_HARM = r"(?P<dead>killed|killing|dead|died|deaths?|fatalities)|(?P<hurt>injured|injuring|injuries|wounded|wounding|hurt)"
#: The harm before the number: `killed 12`, `leaving 12 dead` has it behind, with what was harmed between: `12 people were hurt`.
_BEFORE = lazily.pattern(rf"(?i)\b(?:{_HARM})\s+(?:of\s+)?\Z")
_AFTER = lazily.pattern(
    r"(?i)(?:\s+(?!more|other|additional)(?:\p{L}+\s+)?(?:people|men|women|children|civilians|soldiers|officers|passengers|students|workers"
    rf"|troops|persons|residents|miners|protesters))?(?:\s+(?:were|was|had|have|are|been|left))*\s+(?:{_HARM})\b"
)
_HEDGE = lazily.pattern(
    r"(?i)\b(at least|more than|over|as many as|up to|about|around|nearly|almost|some|roughly|approximately|another|other|than|between"
    r"|estimated|least|to|or)\s+\Z"
)
#: Words by which a sentence counts a part, more of them, another event, or an earlier count.
_APART = lazily.pattern(
    r"(?i)\b(?:earlier|previous\w*|initial\w*|first|others?|another|more|additional|includ\w+|among|of (?:them|those|whom)|last|ago|since"
    r"|recent|separate\w*|similar|each|total|combined|if|could|would|may|might|history|worst|deadliest|later|(?:1[6-9]|20)\d\d"
    r"|who\s+(?:\w+\s+)?(?:kill|injur|wound)\w+)\b|\b(?:rose|risen|raised?|climbed|rising|revised)\b"
)
#: An event that a later sentence brings up as a new one: `A car bomb killed`.
_NEW = lazily.pattern(r"(?:\A|[,;]\s)\W*(?:In\b[^,]*,\s)?[Aa]n?\s+(?:[\w’'-]+\s+){1,6}?(?:kill|injur|wound|left|hurt)")
_WIDEST = 40


class _Toll(NamedTuple):
    block: Block
    number: Number
    sort: str
    new: bool


@record
class Check:
    """Numbers that a sentence gives as the whole count, alike hedged; a story with more than two of them has several events."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "harm")

    def find(self, story: Story) -> Iterator[Match]:
        by_sort: dict[str, list[_Toll]] = defaultdict(list)
        for block in story.blocks(Part.BODY, Part.LIST, Part.CAPTION):
            for number in story.numbers[block]:
                if toll := _toll(story, block, number):
                    by_sort[toll.sort].append(toll)
        for sort, tolls in by_sort.items():
            first = tolls[0]
            if len({toll.number.value for toll in tolls}) == 2:
                later = next(toll for toll in tolls if toll.number.value != first.number.value)
                if not later.new:
                    yield _match(first, later, sort.split()[0])


def _match(first: _Toll, later: _Toll, harm: str) -> Match:
    here, there = (toll.block.text[slice(*toll.number.span)] for toll in (later, first))
    shown = Evidence(f"{there} {harm} before", first.block, first.number.span)
    return Match(later.block, later.number.span, (), {"match": here, "other": there, "harm": harm}, (shown,))


def _toll(story: Story, block: Block, number: Number) -> _Toll | None:
    """The count of the dead or the hurt that a number is, where its sentence has no sign that it is only a part, or of another event."""
    text, start = block.text, number.span.start
    if number.value < 2 or number.unit < 1 or story.quoted(block, number.span):
        return None
    hedge = _HEDGE.search(text, max(0, start - _WIDEST), start)
    least = hedge is not None and hedge[1].lower() == "at least"
    if hedge and not least:
        return None
    end = hedge.start() if hedge else start
    found = _BEFORE.search(text, max(0, end - _WIDEST), end) or _AFTER.match(text, number.span.end)
    sentence = text[slice(*story.sentence(block, start))]
    if not found or _APART.search(sentence):
        return None
    return _Toll(block, number, f"{'dead' if found['dead'] else 'hurt'}{' at least' * least}", _NEW.search(sentence) is not None)
