"""Interval: `two days before`, between two events or days whose dates are known, that the dates do not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, NamedTuple

import regex

from lintnews import lazily
from lintnews.ledger import Story, events
from lintnews.ledger.events import Event
from lintnews.ledger.numbers import SMALL, small
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import field, record

_PHRASE = lazily.pattern(
    r"\b(?:(?P<hedge>more than|less than|fewer than|nearly|almost|about|around|roughly|some|over|at least|barely|under|just over|just under"
    r"|a little over|a little more than|up to)\s+)?"
    rf"(?P<number>an?|the(?=\s+day\b)|{'|'.join(SMALL)}|\d{{1,3}})\s+(?P<unit>day|week|month|year)s?"
    r"\s+(?P<way>before|after|prior to|following|later|earlier)\b",
    lazily.IGNORECASE,
)
_HINTS = ("before", "after", "prior to", "following", "later", "earlier")
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_MORE = frozenset({"more than", "over", "at least", "just over", "a little over", "a little more than"})
_LESS = frozenset({"less than", "fewer than", "nearly", "almost", "barely", "under", "just under", "up to"})
_ROUGH = frozenset({"about", "around", "roughly", "some"})
_BOUND = lazily.pattern(r"[;:!?—()]\s|[.!?]\Z")
_COMMA = lazily.pattern(r",\s(?!\d{4}\b)")
_JOIN = lazily.pattern(r"[,;:—]\s(?!\d{4}\b)(?:and |but )?|\s(?:and|but)\s")
#: Words of a clause that tells what may be, or of what came of an event (`the anniversary of`), not of the event.
_IF = lazily.pattern(r"\b(?:would|could|should|must|may|might|shall|if|unless|whenever|any|anniversar(?:y|ies)|memorial|funeral|trial)\b")
_NOW = lazily.pattern(r"\b(?:comes?|coming|arrives?|marks?)\b[^,]{0,30}\Z")


class _Phrase(NamedTuple):
    span: Span
    number: int
    unit: str
    before: bool
    hedge: str
    looks_back: bool


_DAYS = lazily.pattern(r"\Adays?")


@record
class Check:
    """`tolerance`: by how many days each unit may be off (a week is seldom seven days); one day more is doubted.

    So is `two days later`, which looks back to what was told before.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "actual", "first", "first_day", "second", "second_day")
    need: ClassVar[Need] = Need(_HINTS)
    tolerance: Mapping[str, int] = field(default_factory=lambda: {"day": 0, "week": 3, "month": 15, "year": 183})

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            if not any(hint in block.text for hint in _HINTS):
                continue
            found = list(_PHRASE.finditer(block.text))
            for i, match in enumerate(found):
                start = found[i - 1].end() if i else 0
                end = found[i + 1].start() if i + 1 < len(found) else len(block.text)
                yield from self._compared(story, block, _phrase(match), Span(start, end))

    def _compared(self, story: Story, block: Block, phrase: _Phrase, room: Span) -> Iterator[Match]:
        clauses = (_told_before if phrase.looks_back else _clauses)(story, block, phrase.span, room)
        if clauses is None:
            return
        if any(_IF.search(block.text, *clause) for clause in clauses):
            return
        ones, others = _both(story, block, clauses)
        if not ones and phrase.unit in ("month", "year"):
            ones = _today(story, block, clauses[0])
        pairs = [(self._off(phrase, one.day, other.day), one, other) for one in ones for other in others if one.day != other.day]
        same = {one.day for one in ones} & {other.day for other in others}
        if not pairs or same or min(off for off, *_ in pairs) <= 0:
            return
        off, one, other = min(pairs, key=lambda pair: pair[0])
        if one.fact is None and other.fact is None and off > _LENGTH["year"]:
            return
        yield _match(block, phrase, one, other, doubt=int(off <= 1) + phrase.looks_back)

    def _off(self, phrase: _Phrase, one: date, other: date) -> float:
        """By how many days the dates miss what the phrase allows; 0 or less when they agree."""
        actual = (other - one).days if phrase.before else (one - other).days
        length = _LENGTH[phrase.unit]
        slack = self.tolerance.get(phrase.unit, 0)
        said, whole = phrase.number * length, length * max(1, phrase.number // 4)
        low = said - slack - (whole if phrase.hedge in _LESS or phrase.hedge in _ROUGH else 0)
        high = said + slack + (whole if phrase.hedge in _MORE or phrase.hedge in _ROUGH else 0)
        return max(max(low, 0) - actual, actual - high, 0.0)


def _phrase(match: regex.Match[str]) -> _Phrase:
    number, way, hedge = match["number"].lower(), match["way"].lower(), (match["hedge"] or "").lower()
    count = 1 if number in ("a", "an", "the") else small(number)
    before, looks_back = way in ("before", "prior to", "earlier"), way in ("later", "earlier")
    return _Phrase(Span(*match.span()), count, match["unit"].lower(), before, hedge, looks_back)


def _clauses(story: Story, block: Block, phrase: Span, room: Span) -> tuple[Span, Span] | None:
    """The clause whose day the phrase tells and the clause that it is told from.

    `E, which came two days before F`; or, at the head of a sentence, `Two days before F, E`.
    """
    sentence = story.sentence(block, phrase.start)
    left, right = max(sentence.start, room.start), min(sentence.end, room.end)
    bound = _BOUND.search(block.text, phrase.end, right)
    right = bound.start() if bound else right
    if block.text[left : phrase.start].strip(" ,“\"‘'—–-\n"):
        for start in _BOUND.finditer(block.text, left, phrase.start):
            left = start.end()
        comma = _COMMA.search(block.text, phrase.end, right)
        return Span(left, phrase.start), Span(phrase.end, comma.start() if comma else right)
    comma = _COMMA.search(block.text, phrase.end, right)
    return (Span(comma.end(), right), Span(phrase.end, comma.start())) if comma else None


def _told_before(story: Story, block: Block, phrase: Span, room: Span) -> tuple[Span, Span] | None:
    """The clause in which `two days later` stands, and what was told before it: in its sentence or else in the one before."""
    sentence = story.sentence(block, phrase.start)
    left, right = max(sentence.start, room.start), min(sentence.end, room.end)
    for join in _JOIN.finditer(block.text, left, phrase.start):
        left = join.end()
    behind = _COMMA.match(block.text, phrase.end)
    end = _JOIN.search(block.text, behind.end() if behind else phrase.end, right)
    clause = Span(left, end.start() if end else right)
    if left > max(sentence.start, room.start):
        return clause, Span(max(sentence.start, room.start), left)
    earlier = [other for other in story.sentences(block) if other.end <= sentence.start]
    return (clause, earlier[-1]) if earlier else None


def _both(story: Story, block: Block, clauses: tuple[Span, Span]) -> tuple[list[Event], list[Event]]:
    """The events of the two clauses. One that lacks its year is told by the story's day, or by the other event's."""
    ones, others = (_events(story, block, clause) for clause in clauses)
    if story.day:
        ones = ones or events.listed_near(story.facts, block, clauses[0], story.day)
        others = others or events.listed_near(story.facts, block, clauses[1], story.day)
    if others and others[0].fact and not ones:
        ones = events.listed_near(story.facts, block, clauses[0], others[0].day)
    if ones and ones[0].fact and not others:
        others = events.listed_near(story.facts, block, clauses[1], ones[0].day)
    return ones, others


def _events(story: Story, block: Block, clause: Span) -> list[Event]:
    return [*events.listed(story.facts, block, clause), *events.dated(block, clause, story.day)]


def _today(story: Story, block: Block, clause: Span) -> list[Event]:
    """The story's own day, when the clause tells news of it: `The report comes ten years after …`."""
    told = _NOW.search(block.text, clause.start, clause.end)
    return [Event("this story", story.day, Span(*told.span()))] if told and story.day else []


def _match(block: Block, phrase: _Phrase, one: Event, other: Event, doubt: int) -> Match:
    apart = (other.day - one.day).days if phrase.before else (one.day - other.day).days
    text = block.text[slice(*phrase.span)]
    way = ("before", "after") if phrase.before else ("after", "before")
    actual = f"{abs(apart)} day{'s' if abs(apart) != 1 else ''} {way[0 if apart >= 0 else 1]}"
    names = {
        "match": text, "actual": actual, "first": one.name, "first_day": one.day.isoformat(),
        "second": other.name, "second_day": other.day.isoformat(),
    }  # fmt: skip
    shown = tuple(Evidence(e.fact.sentence() if e.fact else e.name, block, e.span, e.fact) for e in (one, other))
    return Match(block, phrase.span, _fix(text, phrase, apart), names, shown, doubt)


def _fix(text: str, phrase: _Phrase, apart: int) -> tuple[str, ...]:
    """The phrase with the right number of days, when it counts days and the order of the events is right."""
    if phrase.unit != "day" or phrase.hedge or not 0 < apart < 100 or text[:4].lower() == "the ":
        return ()
    number, _, rest = text.partition(" ")
    right = SMALL[apart] if apart < 10 and not number.isdigit() else str(apart)
    rest = _DAYS.sub("day" if apart == 1 else "days", rest)
    return (f"{right.capitalize() if number[0].isupper() else right} {rest}",)
