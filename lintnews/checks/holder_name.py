"""Holder's name: a post before a full name whose surname is the holder's, and whose first name is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.era import during
from lintnews.ledger.names import same_first_name
from lintnews.ledger.people import Mention
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.words import fold


@dataclass(frozen=True)
class Check:
    """A listed post of one holder before a name that only the first name keeps from being the holder's.

    The holder is the one of the story's day or, without a day, of the time that the posts in it leave open. A name that
    any fact knows is left alone, and so are nicknames and initials.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "post")
    slack: int = 30

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            title = mention.title
            if not (mention.full and title and title.sort is Sort.POST) or story.facts.about(mention.name):
                continue
            printed = mention.chain.text(title.start, title.end)
            holders = list(self._holders(story, printed, mention))
            if len({fact.subject for fact in holders}) == 1 and not _known(story, holders[0], mention):
                yield _match(mention, printed, holders[0])

    def _holders(self, story: Story, printed: str, mention: Mention) -> Iterator[Fact]:
        """The holders of the post, in the story's time, who have the surname."""
        for post in dict.fromkeys(fact.subject for fact in story.facts.about(printed, "post")):
            if not any(fact.value == "one" for fact in story.facts.about(post, "holders")):
                continue
            for fact in story.facts.where("holds", post):
                if during(fact, story.era, self.slack) and fold(fact.subject).split()[-1] == fold(mention.surname):
                    yield fact


def _known(story: Story, fact: Fact, mention: Mention) -> bool:
    """Whether the first name is one of the holder's, in any form of the name."""
    given = mention.words[0]
    return any(same_first_name(given, word, story.facts) for form in (fact.subject, *fact.aliases) for word in form.split()[:-1])


def _match(mention: Mention, printed: str, fact: Fact) -> Match:
    given = mention.chain.tokens[mention.start]
    fix = fact.subject.split()[0]
    words = {"match": given.text, "fix": fix, "surname": mention.surname, "post": printed}
    return Match(mention.block, Span(*given.span), (fix,), words, (Evidence(fact.sentence(), fact=fact),))
