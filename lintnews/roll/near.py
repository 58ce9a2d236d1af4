"""The entries of a roll in, the same out with the names that each is one slip of the pen away from."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.fact_tables import NAMES
from lintnews.facts import FactBase
from lintnews.ledger.known import known_word, plural
from lintnews.model import Fact
from lintnews.record import replace
from lintnews.roll.nouns import Entry, How, Near, Sort
from lintnews.words import fold, one_edit

#: Letters that the differing word must have, in a name of several words and in one alone.
_SHORTEST, _ALONE, _ALONE_IN_STORY = 4, 6, 5
_SHOWN = 3
_KNOWN = (How.FACT, How.LISTED)


def marked(entries: list[Entry], facts: FactBase) -> Iterator[Entry]:
    """Every entry; one that no list knows with the listed names and the story's own names that it nearly is."""
    for entry in entries:
        found = [] if entry.how in _KNOWN else [*_listed(entry, facts), *_in_story(entry, entries)]
        near = {each.name: each for each in reversed(found)}
        yield replace(entry, near=tuple(near.values())[::-1][:_SHOWN]) if near else entry


def _listed(entry: Entry, facts: FactBase) -> Iterator[Near]:
    for form in (entry.name, *entry.forms):
        if " " not in form and (entry.sort is Sort.PERSON or known_word(form, facts) or form.isupper()):
            continue
        for name, fact in facts.near(form):
            if _slip(form, name):
                yield Near(name, _what(fact))


def _what(fact: Fact) -> str:
    """What a listed name stands for: its kind, or the person's post."""
    return "body" if NAMES.get(fact.relation) == "body" else fact.value


def _in_story(entry: Entry, entries: list[Entry]) -> Iterator[Near]:
    for other in entries:
        if other is not entry and Sort.POST not in (entry.sort, other.sort) and _slip(entry.name, other.name, _ALONE_IN_STORY):
            yield Near(other.name, other.kind or other.sort.value, in_story=True)


def _slip(one: str, other: str, alone: int = _ALONE) -> bool:
    """Whether two names differ in one word by one letter or two swapped, and not by a plural; `alone`: the letters of a lone word."""
    words, others = fold(one).split(), fold(other).split()
    differing = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(words) != len(others) or len(differing) != 1:
        return False
    a, b = differing[0]
    least = _SHORTEST if len(words) > 1 else alone
    return max(len(a), len(b)) >= least and one_edit(a, b) and not plural(a, b)
