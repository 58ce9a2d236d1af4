"""One rank: an officer who has one rank in the story and another once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention, Person
from lintnews.ledger.posts import shown
from lintnews.ledger.titles import Sort, grade, printed_rank
from lintnews.model import Match
from lintnews.record import record
from lintnews.words import times

#: What makes a rank one of another time.
_THEN = lazily.pattern(
    r"\b(?:[Tt]hen|[Ff]ormer(?:ly)?|[Pp]romot\w+|[Dd]emot\w+|rank of|became|as an?|was an?|ago|when|retired as|posthumous\w*|acting|"
    r"(?:19|20)\d\d)\b"
)


@record
class Check:
    """A rank that stands once before a person's name, where every other mention with a rank has another.

    The short form of a longer rank (`Gen.` for a lieutenant general) is good manners. Nothing is said where two people of the surname
    are named in full, in quotations, and where the sentence speaks of another time. With one other mention it is in doubt by one step.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "times")

    def find(self, story: Story) -> Iterator[Match]:
        for person in story.people.persons:
            ranked = [m for m in person.mentions if _rank(m)] if len(person.mentions) > 1 else []
            if len(ranked) > 1 and (odd := _odd(ranked)) and _one(story, person) and not _of_other_time(story, odd):
                yield _match(person, odd, [m for m in ranked if m is not odd])


def _rank(mention: Mention) -> str:
    """The grade printed right before a name."""
    title = mention.title
    return grade(mention.chain.text(title.start, title.end)) if title and title.sort is Sort.RANK else ""


def _odd(ranked: list[Mention]) -> Mention | None:
    """The one mention whose rank no other has, and is no shorter or longer form of theirs; of two the later."""
    grades = [_rank(m) for m in ranked]
    for mention, own in reversed(list(zip(ranked, grades, strict=True))):
        rest = {each for each in grades if each != own}
        if grades.count(own) == 1 and len(rest) == 1 and not any(_short(own, other) or _short(other, own) for other in rest):
            return mention
    return None


def _short(one: str, other: str) -> bool:
    return other.endswith(f" {one}")


def _one(story: Story, person: Person) -> bool:
    """Whether nobody else of the surname is named in full."""
    return len([p for p in story.people.named(person.mentions[0].surname) if " " in p.name]) < 2


def _of_other_time(story: Story, odd: Mention) -> bool:
    span = story.sentence(odd.block, odd.span.start)
    return story.quoted(odd.block, odd.span) or _THEN.search(odd.block.text, *span) is not None


def _match(person: Person, odd: Mention, others: list[Mention]) -> Match:
    assert odd.title
    span = odd.chain.span(odd.title.start, odd.title.end)
    text, first = odd.block.text[slice(*span)], others[0]
    usual = first.chain.text(first.title.start, first.title.end) if first.title else ""
    fix = usual if usual.endswith(".") == text.endswith(".") else printed_rank(_rank(first), short=text.endswith("."))
    words = {"match": text, "fix": fix, "person": person.name, "times": times(len(others))}
    return Match(odd.block, span, (fix,), words, (shown(first),), int(len(others) < 2))
