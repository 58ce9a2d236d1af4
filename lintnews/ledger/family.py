"""A mention in; out comes whether its sentence speaks of a family, where two people may share a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from lintnews.ledger.people import Mention

if TYPE_CHECKING:
    from lintnews.ledger import Story

_FAMILY = regex.compile(
    r"\b(?:wife|husband|widow|widower|son|sons|daughter|daughters|father|mother|parents|brother|brothers|sister|sisters|uncle|aunt|cousin|nephew|"
    r"niece|grand\p{L}+|family|families|twins?|married|couple|siblings?|relatives?|no relation|related to|stepson|stepdaughter|half-\p{L}+|"
    r"in-law|namesake|Mr\.? and Mrs)\b",
    regex.I,
)


def speaks_of_family(story: Story, mention: Mention) -> bool:
    """Whether the sentence of a mention has a word for a relation."""
    span = story.sentence(mention.block, mention.span.start)
    return _FAMILY.search(mention.block.text, span.start, span.end) is not None
