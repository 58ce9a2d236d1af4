"""One home: a person who is of one city in one place of the story and of another elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.facts import FactBase
from lintnews.ledger import Story, cities
from lintnews.ledger.people import Mention
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_PLACE = r"(?P<place>(?:St\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}?)(?=[,.;!?)]|\Z| (?!\p{Lu}))"
_AFTER = lazily.pattern(rf"(?:,? (?:\d\d?,? )?(?:an? |the )?(?:[\p{{Ll}}-]+ ){{0,4}}?[\p{{Ll}}-]+)?,? (?P<way>of|from) {_PLACE}")
_LIVES = lazily.pattern(rf",? who (?P<way>lives|resides) in {_PLACE}")
_MOVED = lazily.pattern(r"\b(?:[Mm]oved|[Ff]ormerly|[Oo]riginally|[Gg]rew up|[Nn]ative|[Bb]orn|[Tt]raded|[Tt]ransfer\w*|[Rr]elocat\w+)\b")


class _Told(NamedTuple):
    way: str
    place: str
    block: Block
    span: Span


@record
class Check:
    """A city behind a person's name, told in the same way: “of”, “from” or “who lives in”. Only large cities that are listed are read.

    A sentence that speaks of a move or of a birth is left alone, and so are quotations.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "person")
    need: ClassVar[Need] = Need((" of ", " from ", " lives in ", " resides in "))

    def find(self, story: Story) -> Iterator[Match]:
        for person in story.people.persons:
            told = [home for mention in person.mentions if (home := _home(story, mention))] if len(person.mentions) > 1 else []
            first = {home.way: home for home in reversed(told)}
            for home in told:
                other = first[home.way]
                if home.place != other.place:
                    shown = Evidence(f"“{other.place}” before", other.block, other.span)
                    yield Match(home.block, home.span, (), {"match": home.place, "other": other.place, "person": person.name}, (shown,))


def _home(story: Story, mention: Mention) -> _Told | None:
    block, end = mention.block, mention.span.end
    found = _AFTER.match(block.text, end) or _LIVES.match(block.text, end)
    if not found or story.quoted(block, mention.span) or not _listed(story.facts, found["place"]):
        return None
    sentence = next((span for span in story.sentences(block) if span.start <= end <= span.end), Span(0, len(block.text)))
    if _MOVED.search(block.text, *sentence):
        return None
    return _Told(found["way"], found["place"], block, Span(*found.span("place")))


def _listed(facts: FactBase, place: str) -> bool:
    return cities.city(facts, place) is not None
