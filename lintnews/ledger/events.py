"""A clause in, the dated events it speaks of out: `happened` facts all of whose terms stand in it, and days it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lintnews.facts import FactBase
from lintnews.ledger import days
from lintnews.model import Block, Fact, Span


@dataclass(frozen=True)
class Event:
    """Something dated in a block: `fact` where a fact dates it; without one the text itself names the day."""

    name: str
    day: date
    span: Span
    fact: Fact | None = None


def listed(facts: FactBase, block: Block, clause: Span) -> list[Event]:
    """The events of the fact base that a clause names; only those dated to the day."""
    text = block.text[clause.start : clause.end].replace("’", "'")
    found = []
    for fact, day, aliases in _events(facts):
        for alias in aliases:
            if (span := _named(text, alias)) is not None:
                found.append(Event(fact.subject, day, Span(clause.start + span.start, clause.start + span.end), fact))
                break
    return found


def dated(block: Block, clause: Span, today: date | None) -> Iterator[Event]:
    """The days that a clause names, in their own year or the one nearest to `today`."""
    for day in days.named(block, clause):
        meant = day.at(day.year) if day.year else day.nearest(today) if today else None
        if meant:
            yield Event(days.printed(meant), meant, day.span)


@lru_cache(maxsize=8)
def _events(facts: FactBase) -> tuple[tuple[Fact, date, tuple[tuple[tuple[str, ...], ...], ...]], ...]:
    """Every event with its day and, for each alias, the groups of alternatives that must all be there."""
    return tuple(
        (fact, date.fromisoformat(fact.since), tuple(_groups(alias) for alias in fact.aliases))
        for fact in facts.every("happened")
        if len(fact.since) == 10 and fact.since == fact.until
    )


def _groups(alias: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(term.strip() for term in group.split("|")) for group in alias.split("+"))


def _named(text: str, groups: tuple[tuple[str, ...], ...]) -> Span | None:
    """From the first term to the last, when one of every group stands in the text as whole words."""
    spans = []
    for group in groups:
        span = next((found for term in group if (found := _whole(text, term))), None)
        if span is None:
            return None
        spans.append(span)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _whole(text: str, term: str) -> Span | None:
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return Span(at, end)
        at = text.find(term, at + 1)
    return None
