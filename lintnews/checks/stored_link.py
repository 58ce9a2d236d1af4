"""Stored link: a link that led to nothing, or to a front page, when it was last asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Evidence, Match
from lintnews.record import record

_SAID = {"gone": "led to nothing", "moved": "led to the front page", "alive": "was alive", "unclear": "gave no clear answer"}
_ARCHIVES = frozenset({"web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "perma.cc", "webcitation.org"})


@record
class Check:
    """Links with a `link` fact whose value is one of `values`; copies that an archive keeps are never asked about."""

    slots: ClassVar[tuple[str, ...]] = ("match", "answer", "said", "day")
    values: tuple[str, ...] = ("gone", "moved")

    def find(self, story: Story) -> Iterator[Match]:
        for link in story.links:
            facts = () if link.host in _ARCHIVES else story.facts.about(link.address, "link")
            fact = next((fact for fact in facts if fact.subject == link.address and fact.value in self.values), None)
            if fact:
                said = _SAID.get(fact.value, fact.value)
                words = {"match": link.address, "answer": fact.note, "said": said, "day": fact.since or str(fact.as_of)}
                yield Match(link.block, link.span, (), words, (Evidence(f"it {said} on {words['day']}: {fact.note}", fact=fact),))
