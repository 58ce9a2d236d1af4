"""One age: a person whose age a story gives twice, and not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.model import Evidence, Match, Span
from lintnews.record import record

_AFTER = lazily.pattern(r",? \(?(?:aged? )?(?P<age>\d{1,3})(?=[,.;)—–]| ?(?:—|–|years old))(?!,\d)")
_IS = lazily.pattern(r"(?:,[^,.;:]{3,60},)? (?:is|was|turned|turns) (?P<age>\d{1,3})(?= ?(?:[,.;)—–]|years old|and\b))(?!,\d)")
_BEFORE = lazily.pattern(r"\b(?P<age>\d{1,3})-year-old (?:\p{Ll}+ )?\Z")
_THEN = lazily.pattern(r"(?i)\b(?:then|when|as|was|turned|at the time|in (?:19|20)\d\d|until|since|ago|before|by|at age)\b")
_THEN_AFTER = lazily.pattern(r"[, ]*(?:years old)?[, ]*(?:then|when|at the time|in (?:19|20)\d\d)\b")


class _Age(NamedTuple):
    mention: Mention
    span: Span
    value: int


@record
class Check:
    """Ages right behind a name, right before it (`the 41-year-old Roe`), or told with `is`. Ages of another time are left out."""

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "other")

    def find(self, story: Story) -> Iterator[Match]:
        ages: dict[int, list[_Age]] = defaultdict(list)
        people: dict[int, Person] = {}
        for mention in story.people.mentions:
            person = story.people.of(mention)
            people[id(person)] = person
            if (age := _age(story, mention)) and 0 < age.value < 120:
                ages[id(person)].append(age)
        for key, told in ages.items():
            values = [age.value for age in told]
            if len(set(values)) == 2:
                odd = min(told[1:], key=lambda age: (values.count(age.value) > 1, age.value == values[0]))
                yield _match(people[key], odd, next(age for age in told if age.value != odd.value))


def _match(person: Person, odd: _Age, usual: _Age) -> Match:
    names = {"match": str(odd.value), "person": odd.mention.surname, "other": str(usual.value)}
    shown = Evidence(f"{usual.value} here", usual.mention.block, usual.span)
    return Match(odd.mention.block, odd.span, (str(usual.value),), names, (shown,))


def _age(story: Story, mention: Mention) -> _Age | None:
    """The age that stands with a name, unless the sentence speaks of another time."""
    text, at = mention.block.text, mention.span
    start = mention.chain.span(mention.titles[0].start, mention.end).start if mention.titles else at.start
    found = _AFTER.match(text, at.end) or _BEFORE.search(text, max(0, start - 30), start) or _IS.match(text, at.end)
    if not found or story.quoted(mention.block, Span(*found.span("age"))):
        return None
    lead = Span(max(story.sentence(mention.block, at.start).start, at.start - 60), start)
    if _THEN.search(text, *lead) or _THEN_AFTER.match(text, found.end()):
        return None
    return _Age(mention, Span(*found.span("age")), int(found["age"]))
