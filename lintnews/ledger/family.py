"""A mention in; out comes whether the story speaks of a family there, where two people may share a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from lintnews import lazily
from lintnews.ledger.people import Mention

if TYPE_CHECKING:
    from lintnews.ledger import Story

_FAMILY = lazily.pattern(
    r"\b(?:wife|husband|widow|widower|son|sons|daughter|daughters|father|mother|parents|brother|brothers|sister|sisters|uncle|aunt|"
    r"cousin|nephew|niece|grand\p{L}+|family|families|twins?|married|couple|siblings?|relatives?|no relation|related to|(?:not |un)related|"
    r"step(?:son|daughter|father|mother|brother|sister|child(?:ren)?)|half-\p{L}+|in-law|namesake|heirs?|clan|spouses?|divorce\p{L}*|"
    r"Mr\.? and Mrs)\b",
    regex.I,
)
_SPOUSE = lazily.pattern(r"\b(?:wife|husband|widow|widower|married|marriage|couple|spouses?|divorce\p{L}*)\b", regex.I)


def speaks_of_family(story: Story, mention: Mention) -> bool:
    """Whether the sentence of a mention, or the one after it in the block, has a word for a relation."""
    after = [span for span in story.sentences(mention.block) if span.end > mention.span.start][:2]
    return bool(after) and _FAMILY.search(mention.block.text, after[0].start, after[-1].end) is not None


def speaks_of_marriage(story: Story) -> bool:
    """Whether the story has a word for a spouse, so that a man and a woman in it may share a surname."""
    return any(_SPOUSE.search(block.text) for block in story.prose)
