"""One age: a person whose age a story gives twice, and not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews.ledger import Story, ages
from lintnews.ledger.people import Mention, Person
from lintnews.model import Evidence, Match, Span
from lintnews.record import record


class _Age(NamedTuple):
    mention: Mention
    span: Span
    value: int


@record
class Check:
    """Ages right behind a name, right before it (`the 41-year-old Roe`), or told with `is`. Ages of another time are left out."""

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "other")

    def find(self, story: Story) -> Iterator[Match]:
        told_of: dict[int, list[_Age]] = defaultdict(list)
        people: dict[int, Person] = {}
        for mention in story.people.mentions:
            person = story.people.of(mention)
            people[id(person)] = person
            if age := _age(story, mention):
                told_of[id(person)].append(age)
        for key, told in told_of.items():
            values = [age.value for age in told]
            if len(set(values)) == 2:
                odd = min(told[1:], key=lambda age: (values.count(age.value) > 1, age.value == values[0]))
                yield _match(people[key], odd, next(age for age in told if age.value != odd.value))


def _match(person: Person, odd: _Age, usual: _Age) -> Match:
    names = {"match": str(odd.value), "person": odd.mention.surname, "other": str(usual.value)}
    shown = Evidence(f"{usual.value} here", usual.mention.block, usual.span)
    return Match(odd.mention.block, odd.span, (str(usual.value),), names, (shown,))


def _age(story: Story, mention: Mention) -> _Age | None:
    """The age that stands with a name."""
    span = ages.printed(story, mention)
    return _Age(mention, span, int(mention.block.text[slice(*span)])) if span else None
