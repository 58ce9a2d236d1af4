"""Near post: a post before the name of one who, by dated facts, has another a word away (`President` for `Vice President`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story, near_posts
from lintnews.model import Evidence, Match
from lintnews.record import record


@record
class Check:
    """A word of grade lost or added (`Vice`, `Deputy`, `Assistant`, `Associate`, `Chief` before `Justice`), or House for Senate,
    majority for minority, in a post before the name of a listed holder who never had the post as printed.

    By surname alone it counts where the story gives no other person of that name, and none ever had the printed post.
    `slack`: days before a term from which its holder may be called by it.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "person", "post")
    slack: int = 60

    def find(self, story: Story) -> Iterator[Match]:
        for mention in story.people.mentions:
            if found := near_posts.near(story, mention, self.slack):
                words = {"match": found.printed, "fix": found.form, "person": found.fact.subject, "post": found.fact.value}
                yield Match(mention.block, found.span, (found.form,), words, (Evidence(found.fact.sentence(), fact=found.fact),))
