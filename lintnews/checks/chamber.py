"""Chamber: a member of one house of Congress given the title of the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.affiliations import LETTERS, Affiliation, parties, read, seats
from lintnews.ledger.posts import first_day, on
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record

_TITLES = {
    "Sen.": "Rep.", "Senator": "Representative", "U.S. Senator": "U.S. Representative", "Rep.": "Sen.", "Representative": "Senator",
    "U.S. Representative": "U.S. Senator", "Congressman": "Senator", "Congresswoman": "Senator",
}  # fmt: skip
#: Days before the year of the end of a last term whose start is not known, in which it had surely begun.
_SURE = 700


@record
class Check:
    """`Rep.` before a senator, `Sen.` before a representative, where party and state show that it is the listed one.

    The story must be dated. `slack`: days around a term in which both titles will do.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "seat")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for printed in read(story) if story.day else ():
            if story.day and printed.title and (match := self._match(story, printed, story.day)):
                yield match

    def _match(self, story: Story, printed: Affiliation, day: date) -> Match | None:
        held = seats(story.facts, printed.name).get(printed.state, ())
        letters = {LETTERS.get(fact.value) for fact in parties(story.facts, printed.name, day, self.slack)}
        if printed.letter not in letters or any(fact.value.startswith(printed.title) and on(fact, day, self.slack) for fact in held):
            return None
        sure = [fact for fact in held if fact.relation == "represents" and _surely(fact, day, self.slack)]
        if not sure:
            return None
        title = printed.block.text[printed.title_span.start : printed.title_span.end]
        fixes = (_TITLES[title],) if title in _TITLES else ()
        words = {"match": title, "fix": fixes[0] if fixes else sure[0].value, "person": printed.name, "seat": sure[0].value}
        return Match(printed.block, printed.title_span, fixes, words, (Evidence(sure[0].sentence(), fact=sure[0]),))


def _surely(fact: Fact, day: date, slack: int) -> bool:
    """Whether the seat was held that day, as far as its days are known; without a start only the last two years are."""
    if not fact.since:
        ended = first_day(fact.until) if fact.until else 0
        return ended - _SURE <= day.toordinal() <= ended
    return on(fact, day, -slack) and bool(fact.until or day.isoformat() <= fact.as_of)
