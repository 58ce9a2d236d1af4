"""City and state: a large US city printed with the name of a state that has no town of that name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.days import MONTHS
from lintnews.ledger.states import STATE, like, named, postal
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record
from lintnews.words import fold

_STATE = lazily.pattern(rf"(?<=\p{{L}}), (?P<state>{STATE})")
_BEFORE = lazily.pattern(r"(?<![\p{L}\p{N}’'.-])(?:\p{Lu}[\p{L}’'-]*\.?[ \u00a0]){0,3}\p{Lu}[\p{L}’'-]*\Z")
#: What makes the state one of a list of states, or the first word of another name.
_LIST_AFTER = lazily.pattern(rf"['’]|-\p{{L}}|(?:, {STATE})*,? (?:and|or) (?:the )?{STATE}(?!, {STATE})")
_NAME_AFTER = lazily.pattern(r"(?<!\.)[ \u00a0](?!\p{Lu}\p{L}*day\b)(?=\p{Lu})(?P<word>\p{L}+)")
_MONTHS = frozenset(map(fold, MONTHS))
#: Words that open a sentence or a headline and may stand before a city.
_SMALL = frozenset("In At From Near To Outside Around The And But For With".split())


@record
class Check:
    """`Denver, Utah`: the city is in the list `us-cities` with the states where it is large, then those with a town of its name."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "state", "city")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if ", " in block.text:
                for found in _STATE.finditer(block.text):
                    if match := _match(story.facts, block, found):
                        yield match


def _match(facts: FactBase, block: Block, found: regex.Match[str]) -> Match | None:
    city, large, others = _city(facts, block.text, found.start())
    state = postal(named(found["state"]))
    if not city or state in (*large, *others) or _in_list(block.text, found.end()):
        return None
    fixes = tuple(like(named(short), found["state"]) for short in large)
    words = {"match": found["state"], "fix": fixes[0], "state": named(large[0]), "city": city}
    evidence = Evidence(f"{city} is in {' and '.join(map(named, large))}; no list has one in {named(found['state'])}")
    return Match(block, Span(*found.span("state")), fixes, words, (evidence,))


def _city(facts: FactBase, text: str, end: int) -> tuple[str, list[str], list[str]]:
    """The longest listed city that ends at an offset, the states where it is large, and the others that have a town of its name."""
    before = _BEFORE.search(text, max(0, end - 60), end)
    words = before[0].split(" ") if before else []
    while words and words[0] in _SMALL:
        words = words[1:]
    found = facts.paired("us-cities", "_".join(words)) if words else ()
    if not found:
        return "", [], []
    large, _, others = found[0].partition(" / ")
    return " ".join(words), large.split(), others.split()


def _in_list(text: str, end: int) -> bool:
    """Whether the state is one of a list, or part of another name (`the Utah Jazz`)."""
    after = _NAME_AFTER.match(text, end)
    return _LIST_AFTER.match(text, end) is not None or (after is not None and fold(after["word"]) not in _MONTHS)
