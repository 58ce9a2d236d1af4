"""Without post: a listed holder of an office, named in full, in a story that nowhere says what the office is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.era import during
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import held
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Part
from lintnews.record import record
from lintnews.words import fold

_WORD = lazily.pattern(r"\p{L}{4,}")


@record
class Check:
    """The first mention in the body, where no word of the post stands anywhere in the story. `famous`: names that need no office."""

    slots: ClassVar[tuple[str, ...]] = ("match", "post")
    famous: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            return
        text = fold(" ".join(block.text for block in story.document.blocks))
        for person in story.people.persons:
            first = next((m for m in person.mentions if m.full), None)
            if first is None or first.block.part is not Part.BODY or first.name in self.famous or person.name in self.famous:
                continue
            if _titled(person) or story.quoted(first.block, first.span):
                continue
            if fact := self._missing(story, first, text):
                yield Match(first.block, first.span, (), {"match": first.name, "post": fact.value}, (Evidence(fact.sentence(), fact=fact),))

    def _missing(self, story: Story, mention: Mention, text: str) -> Fact | None:
        """The post of that day of which the story has no word; none where it has a word of any post the person ever held."""
        posts = held(story, mention)
        now = [fact for fact in posts if during(fact, story.era)]
        words = {fold(word[0]) for fact in posts for word in _WORD.finditer(fact.value)}
        return now[0] if now and not any(word in text for word in words) else None


def _titled(person: Person) -> bool:
    """Whether the story gives a person a post."""
    return any(title.sort in (Sort.POST, Sort.NOUN) for mention in person.mentions for title in mention.titles)
