"""Holder's name: a post before a full name whose surname is the holder's, and whose first name is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.ledger.era import during
from lintnews.ledger.names import same_first_name
from lintnews.ledger.people import Mention
from lintnews.ledger.posts import of_one
from lintnews.ledger.titles import Sort
from lintnews.model import Evidence, Fact, Match, Span
from lintnews.record import record
from lintnews.words import fold


@record
class Check:
    """A listed post of one holder before a name that only the first name keeps from being the holder's, or only the surname.

    The holder is the one of the story's day or, without a day, of the time that the posts in it leave open. A name that
    a fact gives a post, a seat or a rank is left alone, and so are nicknames and initials. Another surname counts where it is
    another listed person's: `Belarusian President Alexander Poroshenko`.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "surname", "post", "name", "holder")
    slack: int = 30

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            title = mention.title
            if not (mention.full and title and title.sort is Sort.POST) or _held_something(story, mention):
                continue
            printed = mention.chain.text(title.start, title.end)
            holders = self._holders(story, printed)
            named = [fact for fact in holders if fold(fact.subject).split()[-1] == fold(mention.surname)]
            if len({fact.subject for fact in named}) == 1 and not _known(story, named[0], mention):
                yield _match(mention, mention.start, printed, named[0], named[0].subject.split()[0])
            mixed = [] if named else [fact for fact in holders if _mixed(story, fact, mention)]
            if len({fact.subject for fact in mixed}) == 1:
                at = max(i for i in range(mention.start, mention.end) if mention.chain.tokens[i].text == mention.surname)
                yield _match(mention, at, printed, mixed[0], mixed[0].subject.split()[-1])

    def _holders(self, story: Story, printed: str) -> list[Fact]:
        """The holders of the post in the story's time."""
        posts = dict.fromkeys(fact.subject for fact in story.facts.about(printed, "post"))
        single = [post for post in posts if of_one(story.facts, post)]
        return [fact for post in single for fact in story.facts.where("holds", post) if during(fact, story.era, self.slack)]


def _held_something(story: Story, mention: Mention) -> bool:
    """Whether the name is that of one who holds something, or was in public life without: a relative of the holder is no holder."""
    return any(fact.relation != "named" and fact.relation != "born" for fact in story.facts.about(mention.name))


def _known(story: Story, fact: Fact, mention: Mention) -> bool:
    """Whether the first name is one of the holder's, in any form of the name."""
    given = mention.words[0]
    return any(same_first_name(given, word, story.facts) for form in (fact.subject, *fact.aliases) for word in form.split()[:-1])


def _mixed(story: Story, fact: Fact, mention: Mention) -> bool:
    """Whether the name is the holder's first name with the surname of another listed holder of any post."""
    forms = [form.split() for form in (fact.subject, *fact.aliases)]
    own = {fold(word) for form in forms for word in form[1:]}
    first = fold(mention.words[0]) in {fold(form[0]) for form in forms} and len(mention.words[0]) > 2
    return first and fold(mention.surname) not in own and story.facts.ends_name(mention.surname, ("holds",))


def _match(mention: Mention, at: int, printed: str, fact: Fact, fix: str) -> Match:
    token = mention.chain.tokens[at]
    words = {"match": token.text, "fix": fix, "surname": mention.surname, "post": printed, "name": mention.name, "holder": fact.subject}
    return Match(mention.block, Span(*token.span), (fix,), words, (Evidence(fact.sentence(), fact=fact),))
