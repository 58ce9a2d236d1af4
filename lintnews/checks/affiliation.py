"""Affiliation: a party letter or a state beside a politician's name that, by dated facts, are another's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.affiliations import LETTERS, Affiliation, parties, read, seats
from lintnews.ledger.posts import on
from lintnews.ledger.states import like
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record

#: What stands before the state in `D-R.I.` and `D., Calif.`
_STATE = lazily.pattern(r"\A\p{Lu}+(?:\.?[-–‑‐]|\., )")
_ADJECTIVES = {"D": "Democratic", "R": "Republican", "I": "Independent"}
_NOUNS = {"D": "Democrat", "R": "Republican"}


@record
class Check:
    """A party or state printed with a listed politician who was of another on the story's day, or ever where it has none.

    One of the two must be right: where both are wrong it is a namesake. `slack`: days around a change of party in which
    both will do.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "record")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for affiliation in read(story):
            if match := self._match(story, affiliation):
                yield match

    def _match(self, story: Story, printed: Affiliation) -> Match | None:
        held = seats(story.facts, printed.name)
        told = parties(story.facts, printed.name, story.day, self.slack)
        right_party = printed.letter in {LETTERS.get(fact.value, "") for fact in told}
        right_state = not printed.state or not held or printed.state in held
        if right_party == right_state or (not printed.state and not printed.title):
            return None
        if not right_party:
            return _wrong_party(printed, told, story.day)
        return _wrong_state(printed, held, story.day, self.slack)


def _wrong_party(printed: Affiliation, told: tuple[Fact, ...], day: date | None) -> Match | None:
    letters = {LETTERS.get(fact.value, "") for fact in told}
    if len(letters) > 1 or not all(letters):
        return None
    letter = letters.pop()
    if printed.is_noun:
        fix = _NOUNS.get(letter, "")
    elif len(printed.printed) > 2 and printed.printed in ("Democratic", "Democrat", "Republican", "GOP", "Independent"):
        fix = _ADJECTIVES.get(letter, "")
    else:
        fix = letter + printed.printed[2 if printed.printed.startswith("ID") else 1 :]
    doubt = int(letter not in "DR" or printed.letter not in "DR" or not (day is None or on(told[0], day)))
    return _made(printed, fix, told[0], doubt) if fix else None


def _wrong_state(printed: Affiliation, held: dict[str, tuple[Fact, ...]], day: date | None, slack: int) -> Match | None:
    """The state of the seat held that day; legislators of the states have the names of those of the House more often."""
    facts = [fact for fact in sum(held.values(), ()) if fact.value.startswith(printed.title) and (day is None or on(fact, day, slack))]
    states = {state for state, told in held.items() if any(fact in facts for fact in told)}
    if len(states) != 1:
        return None
    short = _STATE.sub("", printed.printed)
    if short == printed.printed:  # the state stands elsewhere
        return None
    fix = printed.printed.removesuffix(short) + like(states.pop(), short)
    return _made(printed, fix, facts[0], int(printed.title != "senator"))


def _made(printed: Affiliation, fix: str, fact: Fact, doubt: int) -> Match:
    words = {"match": printed.printed, "fix": fix, "person": printed.name, "record": fact.value}
    return Match(printed.block, printed.span, (fix,), words, (Evidence(fact.sentence(), fact=fact),), doubt)
