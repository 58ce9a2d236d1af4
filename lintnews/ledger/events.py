"""A clause in, the dated events it speaks of out: `happened` facts all of whose terms stand in it, and days it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import days
from lintnews.model import Block, Fact, Span
from lintnews.record import record

#: The groups of an alias, of each of which one term must stand in the clause.
_Groups = tuple[tuple[str, ...], ...]
#: An event's fact, its day, and its aliases.
_Known = tuple[Fact, date, tuple[_Groups, ...]]
#: The places of events in their list by a word that a text must hold to name them.
_Index = Mapping[str, Sequence[int]]


@record
class Event:
    """Something dated in a block: `fact` where a fact dates it; without one the text itself names the day."""

    name: str
    day: date
    span: Span
    fact: Fact | None = None


#: By how many days a story, or another event in its sentence, may be away from an event that needs no year to be told.
NEAR = 3 * 366
_WORD = re.compile(r"[^\W_]+")
_YEAR = lazily.pattern(r"\b(?:19|20)\d\d\b")


def listed(facts: FactBase, block: Block, clause: Span) -> list[Event]:
    """The events of the fact base that a clause names; only those dated to the day."""
    return list(_listed(block, clause, *_indexed(facts, loose=False)))


def listed_near(facts: FactBase, block: Block, clause: Span, near: date) -> list[Event]:
    """The event nearest to a day that a clause names but for its year: copy of 2018 calls it `the shutdown`."""
    found = [event for event in _listed(block, clause, *_indexed(facts, loose=True)) if abs((event.day - near).days) <= NEAR]
    return sorted(found, key=lambda event: abs((event.day - near).days))[:1]


def _listed(block: Block, clause: Span, events: Sequence[_Known], index: _Index) -> Iterator[Event]:
    text = block.text[clause.start : clause.end].replace("’", "'")
    words = {"", *_WORD.findall(text), _first_word(_small(text))}
    for i in sorted({i for word in index.keys() & words for i in index[word]}):
        fact, day, aliases = events[i]
        for alias in aliases:
            if alias and (span := _named(text, alias)) is not None:
                yield Event(fact.subject, day, Span(clause.start + span.start, clause.start + span.end), fact)
                break


def _without_year(groups: _Groups) -> _Groups:
    """An alias without the groups that ask for a year; nothing, where fewer than two groups are left."""
    kept = tuple(group for group in groups if not any(_YEAR.search(term) for term in group))
    return kept if len(kept) > 1 else ()


@lru_cache(maxsize=8)
def _indexed(facts: FactBase, *, loose: bool) -> tuple[Sequence[_Known], _Index]:
    """Every event, `loose` without the year in its aliases, and where each word of them leads to."""
    known = _events(facts)
    if loose:
        known = tuple((fact, day, tuple(filter(None, map(_without_year, aliases)))) for fact, day, aliases in known)
    index: dict[str, set[int]] = {}
    for i, (_, _, aliases) in enumerate(known):
        for alias in aliases:
            for term in max(alias, key=lambda group: min(map(len, group))):
                index.setdefault(_first_word(term), set()).add(i)
    return known, {word: sorted(places) for word, places in index.items()}


def _first_word(term: str) -> str:
    found = _WORD.match(term)
    return found[0] if found else ""


def dated(block: Block, clause: Span, today: date | None) -> Iterator[Event]:
    """The days that a clause names, in their own year or the one nearest to `today`."""
    for day in days.named(block, clause):
        meant = day.at(day.year) if day.year else day.nearest(today) if today else None
        if meant:
            yield Event(days.printed(meant), meant, day.span)


@lru_cache(maxsize=8)
def _events(facts: FactBase) -> tuple[_Known, ...]:
    """Every event with its day and, for each alias, the groups of alternatives that must all be there."""
    return tuple(
        (fact, date.fromisoformat(fact.since), tuple(_groups(alias) for alias in fact.aliases))
        for fact in facts.every("happened")
        if len(fact.since) == 10 and fact.since == fact.until
    )


def _groups(alias: str) -> _Groups:
    return tuple(tuple(term.strip() for term in group.split("|")) for group in alias.split("+"))


def _named(text: str, groups: tuple[tuple[str, ...], ...]) -> Span | None:
    """From the first term to the last, when one of every group stands in the text as whole words."""
    spans, small = [], _small(text)
    for group in groups:
        span = next((found for term in group if (found := _whole(text, term) or _whole(small, term))), None)
        if span is None:
            return None
        spans.append(span)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _small(text: str) -> str:
    """The text with a small first letter: a sentence's first word has a capital that the term need not have."""
    return text[:1].lower() + text[1:]


def _whole(text: str, term: str) -> Span | None:
    at = text.find(term)
    while at >= 0:
        end = at + len(term)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return Span(at, end)
        at = text.find(term, at + 1)
    return None
