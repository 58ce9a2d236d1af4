"""One rank: an officer who has one rank in the story and another once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    `titles`: groups of other titles before a name, of which one person has one (`Sheriff`, `Chief`); always in doubt.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "times")
    titles: tuple[tuple[str, ...], ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for person in story.people.persons:
            for told in (_rank, *map(_of_group, self.titles)) if len(person.mentions) > 1 else ():
                ranked = [m for m in person.mentions if told(m)]
                if len(ranked) > 1 and (odd := _odd(ranked, told)) and _one(story, person) and not _of_other_time(story, odd):
                    yield _match(person, odd, [m for m in ranked if m is not odd], int(told is not _rank))


def _rank(mention: Mention) -> str:
    """The grade printed right before a name."""
    title = mention.title
    return grade(mention.chain.text(title.start, title.end)) if title and title.sort is Sort.RANK else ""


def _of_group(group: tuple[str, ...]) -> Callable[[Mention], str]:
    """What tells the title before a name that is one of a group."""

    def told(mention: Mention) -> str:
        title = mention.title_text() if len(mention.titles) == 1 else ""
        return title if title in group else ""

    return told


def _odd(ranked: list[Mention], told: Callable[[Mention], str]) -> Mention | None:
    """The one mention whose rank no other has, and is no shorter or longer form of theirs; of two the later."""
    grades = [told(m) for m in ranked]
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


def _match(person: Person, odd: Mention, others: list[Mention], doubt: int) -> Match:
    assert odd.title
    span = odd.chain.span(odd.title.start, odd.title.end)
    text, first = odd.block.text[slice(*span)], others[0]
    usual = first.chain.text(first.title.start, first.title.end) if first.title else ""
    fix = usual if doubt or usual.endswith(".") == text.endswith(".") else printed_rank(_rank(first), short=text.endswith("."))
    words = {"match": text, "fix": fix, "person": person.name, "times": times(len(others))}
    return Match(odd.block, span, (fix,), words, (shown(first),), max(doubt, int(len(others) < 2)))
