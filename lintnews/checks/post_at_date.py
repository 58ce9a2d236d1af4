"""Post at date: a person given a post which, by dated facts, that person did not hold on the story's day.

A naive reading is nearly always wrong: history, nominees, namesakes, other countries' posts. So the story must be
dated, the post held by one person at a time, the sentence free of any sign of another time, and someone else must be
known to have held the post that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import regex

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import first_day, held, on
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.words import fold

_OTHER_TIME = regex.compile(
    r"\b(?:former|formerly|then|ex|late|elect|nominee|nominees|nominated|nomination|nominate|nominating|designate|acting|under|during|era|eras|presidency|presidencies|"
    r"administrations?|administration’s|years?|decades?|century|ago|since|history|historic|historical|historically|once|predecessors?|successors?|succeed\w*|replac\w+|appoint\w*|"
    r"served|serving|campaign\w*|candidates?|elected|election|inaugurat\w+|memoir|biograph\w+|book|film|movie|legacy|died|death|funeral|born|"
    r"like|from|wars?|invasion|attacks?|crisis|earlier|previous|previously|past|first|last|recall\w*|remember\w*|signed|vetoed|(?:1[89]|20)\d\d(?:s)?)\b|’s time\b",
    regex.I,
)
_FORMER = r"\b(?:former|ex-|then-|late)[\p{L} .,’'-]{0,60}"


@dataclass(frozen=True)
class Check:
    """A listed post before the full name of a listed person who did not hold it on the story's day.

    `slack`: days around a term within which nothing is said.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "person", "post", "day", "holder")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            return
        for mention in story.people.mentions:
            title = mention.title
            if mention.full and title and title.sort is Sort.POST and not _qualified(mention):
                yield from self._match(story, mention, story.day)

    def _match(self, story: Story, mention: Mention, day: date) -> Iterator[Match]:
        assert mention.title
        printed = mention.chain.text(mention.title.start, mention.title.end)
        own = held(story.facts, mention)
        posts = _posts(story.facts, printed)
        if not own or not posts or any(on(f, day, self.slack) for f in own if _bare(f.value) in posts):
            return
        holders = [f for post in posts for f in story.facts.where("holds", post) if on(f, day) and f.until]
        ever = [f for f in own if _bare(f.value) in posts]
        others = [f for f in own if on(f, day, -self.slack) and _bare(f.value) not in posts and f.until]
        if len(holders) != 1 or not (ever or others) or not _settled(own, day) or _other_time(story, mention):
            return
        shown = others[:1] or ever[-1:]
        fix = _fix(story, mention, others, holders[0])
        words = {"match": printed, "person": mention.name, "post": posts[0], "day": day.isoformat(), "holder": holders[0].subject}
        span = mention.chain.span(mention.title.start, mention.end)
        evidence = tuple(Evidence(f.sentence(), fact=f) for f in (*shown, holders[0]))
        yield Match(mention.block, span, fix, words, evidence, doubt=0 if others else 1)


def _bare(post: str) -> str:
    return post.removeprefix("Acting ")


def _posts(facts: FactBase, printed: str) -> list[str]:
    """The one-holder posts that a printed title may name."""
    subjects = dict.fromkeys(fact.subject for fact in facts.about(printed, "post"))
    return [post for post in subjects if any(f.value == "one" for f in facts.about(post, "holders"))]


def _qualified(mention: Mention) -> bool:
    """Whether more of a title stands before it: another country's, a deputy's, a former holder's."""
    assert mention.title
    start = mention.title.start
    if len(mention.titles) > 1 or (start and mention.chain.tokens[start - 1].capital):
        return True
    before = mention.block.text[: mention.chain.tokens[start].span.start].rstrip()[-24:].lower()
    return bool(
        regex.search(
            r"(?:\b(?:former|then|ex|late|acting|incoming|outgoing|deputy|vice|assistant|onetime|interim|future|shadow)|\bthe|\p{L}’s|\p{L}'s)\s*-?\Z",
            before,
        )
    ) or before.endswith("-")


def _settled(own: tuple[Fact, ...], day: date) -> bool:
    """Whether the story's day lies inside what the facts know of the person, or after the end of it."""
    return all(fact.until or first_day(fact.since or "0001") > day.toordinal() or day.isoformat() <= fact.as_of for fact in own)


def _other_time(story: Story, mention: Mention) -> bool:
    """Whether the sentence, or another mention, speaks of another time; or the person is a subject of the story."""
    sentence = story.sentence(mention.block, mention.span.start)
    text = mention.block.text[sentence.start : sentence.end]
    around = text.replace(mention.title_text(), "")
    person = story.people.of(mention)
    if _OTHER_TIME.search(around) or story.quoted(mention.block, mention.span) or len(person.mentions) > 1:
        return True
    pattern = regex.compile(_FORMER + regex.escape(mention.surname), regex.I)
    return any(pattern.search(block.text) for block in story.prose)


def _fix(story: Story, mention: Mention, others: list[Fact], holder: Fact) -> tuple[str, ...]:
    """The person with the post held that day, and the post with its holder."""
    assert mention.title
    span = Span(mention.title.start, mention.title.end)
    printed = mention.chain.text(span.start, span.end)
    fixes = [f"{printed} {holder.subject}"]
    fixes += [f"{_bare(fact.value)} {mention.name}" for fact in others[:1] if fold(fact.subject) != fold(holder.subject)]
    return tuple(fixes)
