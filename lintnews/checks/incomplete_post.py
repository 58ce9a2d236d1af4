"""Incomplete post: the first words of a post before a name, its noun missing (`Prime Silvio Berlusconi`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import elsewhere, forms, held, shown
from lintnews.ledger.titles import RANKS, TITLE_NOUNS, Sort
from lintnews.model import Evidence, Match
from lintnews.words import fold


@dataclass(frozen=True)
class Check:
    """The opening words of a listed post straight before a person's full name.

    `adjectives` can never stand before a name alone; other openings need the full post elsewhere in the story, or a
    fact that gives it to that person.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person")
    adjectives: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            if mention.full:
                yield from self._at(story, mention)

    def _at(self, story: Story, mention: Mention) -> Iterator[Match]:
        for start in range(max(0, mention.start - 4), mention.start):
            opening = mention.chain.text(start, mention.start)
            if not mention.chain.tokens[start].capital or _complete(story, mention, start):
                continue
            if match := self._match(story, mention, start, opening):
                yield match
                return

    def _match(self, story: Story, mention: Mention, start: int, opening: str) -> Match | None:
        full, evidence = _full_form(story, mention, opening)
        adjective = opening.split()[-1] in self.adjectives or opening in self.adjectives
        if not full and adjective:
            listed = story.facts.starting("post", opening)
            full = listed[0] if len(listed) else ""
        if not full or (not adjective and _after_article(mention, start)):
            return None
        fix = opening + full[len(opening) :]
        words = {"match": opening, "fix": fix, "person": mention.name}
        span = mention.chain.span(start, mention.start)
        return Match(mention.block, span, (fix,), words, evidence, doubt=0 if evidence or adjective else 1)


def _complete(story: Story, mention: Mention, start: int) -> bool:
    """Whether the words before the name are a title, a rank or a listed name as they stand."""
    text = mention.chain.text(start, mention.start)
    key = fold(text)
    last = mention.titles[-1] if mention.titles else None
    if key in RANKS or key in TITLE_NOUNS or story.facts.about(text, "post") or story.facts.about(text, "named"):
        return True
    if last and last.end == mention.start and last.sort in (Sort.RANK, Sort.COURTESY, Sort.BODY):
        return True
    return bool(last and last.sort is Sort.POST and last.end - last.start > 1)


def _full_form(story: Story, mention: Mention, opening: str) -> tuple[str, tuple[Evidence, ...]]:
    """The post that begins with the opening, as the story gives it to the person elsewhere, or as a fact does."""
    begins = fold(opening) + " "
    for other in elsewhere(story, mention):
        span = other.title_span()
        for element in other.titles:
            text = other.chain.text(element.start, other.titles[-1].end)
            if span and fold(text).startswith(begins):
                return text, (shown(other),)
    for fact in held(story, mention):
        for form in forms(story.facts, fact.value):
            if fold(form).startswith(begins):
                return form, (Evidence(fact.sentence(), fact=fact),)
    return "", ()


def _after_article(mention: Mention, start: int) -> bool:
    """Whether `the` or `White` stands before the opening, which then is a place or body: `in the House Nancy Pelosi …`."""
    before = mention.block.text[: mention.chain.tokens[start].span.start].rstrip().rsplit(None, 1)
    return bool(before) and before[-1].lower() in ("the", "a", "white", "in")
