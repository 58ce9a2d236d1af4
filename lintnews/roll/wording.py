"""An entry of the roll in, what is said of it out: a line for each thing known, in the words of every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Fact
from lintnews.roll.nouns import Claim, Entry, How, Near, Roll, Sort, Standing

HEADINGS = {
    Sort.PERSON: "People", Sort.BODY: "Bodies", Sort.PLACE: "Places", Sort.POST: "Posts", Sort.NAME: "Other names",
}  # fmt: skip
#: How a name was checked, in a word and in a sentence.
HOW = {
    How.FACT: "a dated fact with its source speaks of it",
    How.LISTED: "a list of names has it, spelled so",
    How.STORY: "no list has it; it stands more than once, always so",
    How.UNKNOWN: "no list has it, and it stands once",
}


class Line(NamedTuple):
    """One thing said of a name; `source` is told apart so that it can be a link; `alarm` where it speaks against the name."""

    words: str
    source: str = ""
    alarm: bool = False


def lines(entry: Entry, roll: Roll) -> Iterator[Line]:
    """What is said of an entry, the weightiest first."""
    yield from (Line(_near(near), alarm=True) for near in entry.near)
    for claim in entry.claims:
        yield from _claim(claim, roll)
    for fact in entry.facts:
        yield Line(_listing(fact, entry), _source(fact))
    if entry.sort is Sort.POST:
        yield from _post(entry, roll)
    if entry.how is How.LISTED and not entry.facts:
        yield Line("a word of the dictionary")
    if entry.forms:
        yield Line(f"also printed: {', '.join(entry.forms)}")


def _near(near: Near) -> str:
    return f"near “{near.name}”, {'a name of this story' if near.in_story else near.what}"


def _claim(claim: Claim, roll: Roll) -> Iterator[Line]:
    printed = f"former {claim.printed}" if claim.former else claim.printed
    if not claim.facts:
        yield Line(f"{printed}: not known")
    for fact in claim.facts:
        said = _standing(claim, fact, roll)
        post = "" if fact.value.lower() == claim.printed.lower() else f"{fact.value}, "
        yield Line(f"{printed}: {said}; {post}{days(fact)}", _source(fact), claim.standing is Standing.OTHER_TIME)


def _standing(claim: Claim, fact: Fact, roll: Roll) -> str:
    return {
        Standing.AGREES: "agrees" if claim.former else f"agrees on {roll.day}",
        Standing.OPEN: f"held on {fact.as_of}, when last looked up; the story is of {roll.day}",
        Standing.UNDATED: "held; the story has no day",
        Standing.OTHER_TIME: f"still held on {roll.day}" if claim.former else f"held at another time than {roll.day}",
        Standing.NOT_KNOWN: "not known",
    }[claim.standing]


def days(fact: Fact) -> str:
    """From when to when, as far as it is known."""
    if not fact.since and not fact.until:
        return "days not known"
    return fact.since if fact.since == fact.until else f"{fact.since or '…'} to {fact.until or '…'}"


def _listing(fact: Fact, entry: Entry) -> str:
    if fact.relation == "named":
        return f"{fact.value}, listed as {fact.subject}" if fact.subject != entry.name else fact.value
    if fact.relation == "head":
        return f"its leader is {'an' if fact.value[0] in 'AEIOU' else 'a'} {fact.value}"
    if fact.relation == "post":
        return f"{fact.subject}; {fact.value}" if fact.subject != entry.name else fact.value
    if fact.relation == "capital":
        return f"its capital is {fact.value}" if fact.subject == entry.name else f"capital of {fact.subject}"
    if fact.relation == "party":
        return fact.value + (f", {days(fact)}" if fact.since or fact.until else "")
    return f"{fact.value}, {days(fact)}"


def _post(entry: Entry, roll: Roll) -> Iterator[Line]:
    if entry.people:
        yield Line(f"given here to {', '.join(entry.people)}")
    for fact in entry.holders:
        acting = "acting, " if fact.value.startswith("Acting ") else ""
        yield Line(f"held on {roll.day} by {fact.subject} ({acting}{days(fact)})", _source(fact))


def _source(fact: Fact) -> str:
    return f"{fact.source} (as of {fact.as_of})"


def summary(roll: Roll) -> str:
    """How many names there are, and of each sort of check how many."""
    counts = [(how, sum(entry.how is how for entry in roll.entries)) for how in How]
    doubtful = sum(entry.doubtful for entry in roll.entries)
    told = ", ".join(f"{number} {how}" for how, number in counts if number)
    names = f"{len(roll.entries)} name{'s' * (len(roll.entries) != 1)}"
    return names + (f": {told}" if told else "") + (f"; {doubtful} to look at first" if doubtful else "")
