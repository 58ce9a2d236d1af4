"""Home state: a listed member of Congress called by another state, or by another party, in words: `the Vermont senator`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.affiliations import LETTERS, NAME, TITLE, listed, parties, seat_of, seats
from lintnews.ledger.posts import on
from lintnews.ledger.states import STATE, like, named
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_ROLE = r"(?P<role>senator|congress(?:wo)?man|representative|lawmaker)"
_PARTY = r"(?P<party>Republican|Democratic|Democrat)"
_OF_PARTY = "(?:Republican|Democratic)"
_CLOSE = r"(?=[,.;:)]|\s+(?:who|and|said)\b|\s*\Z)"
#: Before the name: `Sen. Ann Roe of Ohio`, `Ohio Sen. Ann Roe`. Washington is a town too.
_OPENING = (
    lazily.pattern(rf"(?<![\p{{L}}’'.-])(?<![Ss]tate )(?P<title>{TITLE})[ \u00a0](?P<name>{NAME}),? of (?P<state>{STATE})"),
    lazily.pattern(rf"(?<![\p{{L}}’'.-])(?!Wash)(?P<state>{STATE})(?:['’]s)? (?:{_OF_PARTY} )?(?P<title>{TITLE})[ \u00a0](?P<name>{NAME})"),
)
#: Behind it: `Ann Roe, the Ohio senator`, `Ann Roe, a Democrat from Ohio`, `Ann Roe, Democrat of Ohio`.
_CLOSING = (
    lazily.pattern(rf"(?P<name>{NAME}), (?:the|an?) (?!Wash)(?P<state>{STATE}) (?:(?:{_PARTY} )?{_ROLE}|{_PARTY}){_CLOSE}"),
    lazily.pattern(
        rf"(?P<name>{NAME}), (?:the|an?) (?:\p{{Ll}}+ )?(?:(?:{_PARTY} )?{_ROLE}|{_PARTY}) (?:from|of|for|representing) (?P<state>{STATE})"
    ),
    lazily.pattern(rf"(?P<name>{NAME}), {_PARTY} (?:from|of) (?P<state>{STATE})"),
)
_HINTS = ("Sen", "Rep", "Congress", "senator", "congress", "representative", "lawmaker", "Democrat")


@record
class Check:
    """A state or a party in words beside a member of Congress who, by dated facts, was of another on the story's day.

    One of the two must be right where both are printed: else it is a namesake. Of those of the House there are more in the states'
    own chambers, and a match is one step lower. `slack`: days around a term.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "record")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if any(map(block.text.__contains__, _HINTS)):
                for patterns, last in ((_OPENING, False), (_CLOSING, True)):
                    for found in (found for pattern in patterns for found in pattern.finditer(block.text)):
                        if match := self._match(story, block, found, listed(found["name"], story.facts, last=last)):
                            yield match

    def _match(self, story: Story, block: Block, found: regex.Match[str], person: str) -> Match | None:
        held = seats(story.facts, person) if person else {}
        groups = found.groupdict()
        seat = seat_of(groups.get("title") or groups.get("role") or "")
        facts = [fact for told in held.values() for fact in told if fact.value.startswith(seat)]
        now = [fact for fact in facts if story.day is None or on(fact, story.day, self.slack)]
        states = {fact.value.partition(" from ")[2] for fact in now}
        if len(states) != 1:
            return None
        told = parties(story.facts, person, story.day, self.slack)
        right_state, letters = named(found["state"]) in held, {LETTERS.get(fact.value, "") for fact in told}
        right_party = not groups.get("party") or groups["party"][0] in letters
        if right_state == right_party:
            return None
        doubt = int(seat != "senator")
        if right_state:
            name = told[0].value if groups.get("role") is None or told[0].value != "Democrat" else "Democratic"
            fixes, what, fact = (name,) if len(letters) == 1 else (), "party", told[0]
        else:
            fixes, what, fact = (like(states.pop(), found["state"]),), "state", now[0]
        words = {"match": found[what], "fix": fixes[0] if fixes else "", "person": person, "record": fact.value}
        return Match(block, Span(*found.span(what)), fixes, words, (Evidence(fact.sentence(), fact=fact),), doubt)
