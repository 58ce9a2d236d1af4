"""A mention in; out comes whether the story speaks of a family there, where two people may share a surname."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from lintnews import lazily
from lintnews.ledger.people import Mention

if TYPE_CHECKING:
    from lintnews.ledger import Story

_KIN = (
    r"(?:wife|husband|widow|widower|sons?|daughters?|father|mother|parents|brothers?|sisters?|uncle|aunt|cousin|nephew|niece|grand\p{L}+|"
    r"family|siblings?|relatives?|step\p{L}+|half-\p{L}+|in-laws?|spouse|children)\b"
)
_HIS = rf"(?:[Hh]is|[Hh]er|[Tt]heir)(?: [\p{{L}}-]+){{0,2}} {_KIN}"
_FAMILY = lazily.pattern(
    r"\b(?:wife|husband|widow|widower|son|sons|daughter|daughters|father|mother|parents|brother|brothers|sister|sisters|uncle|aunt|"
    r"cousin|nephew|niece|grand\p{L}+|famil(?:y|ies)(?! members)|twins?|married|couple|siblings?|relatives?|"
    r"no relation|related to|(?:not |un)related|"
    r"step(?:son|daughter|father|mother|brother|sister|child(?:ren)?)|half-\p{L}+|in-law|namesake|heirs?|clan|spouses?|divorce\p{L}*|"
    r"Mr\.? and Mrs)\b",
    lazily.IGNORECASE,
)
#: Letters within which a word for a relation is said of a name.
_BESIDE = 60
_SPOUSE = lazily.pattern(r"\b(?:wife|husband|widow|widower|married|marriage|couple|spouses?|divorce\p{L}*)\b", lazily.IGNORECASE)


def speaks_of_family(story: Story, mention: Mention) -> bool:
    """Whether the sentence of a mention, or the one after it in the block, has a word for a relation."""
    after = [span for span in story.sentences(mention.block) if span.end > mention.span.start][:2]
    return bool(after) and _FAMILY.search(mention.block.text, after[0].start, after[-1].end) is not None


def kin_beside(story: Story, mention: Mention) -> bool:
    """Whether a word for a relation stands near a mention, before it in its sentence: `her brother, the painter Karl Vance`."""
    sentence, (start, end) = story.sentence(mention.block, mention.span.start), mention.span
    text = mention.block.text
    return any(_FAMILY.search(text, a, b) for a, b in ((max(sentence.start, start - _BESIDE), start), (end, end + _BESIDE)))


def speaks_of_kin(story: Story, mention: Mention) -> bool:
    """Whether the sentence of a mention speaks of a relation of that person: `her brother`, `Vance’s son`, `father of Ada Vance`."""
    sentence = story.sentence(mention.block, mention.span.start)
    text = mention.block.text[sentence.start : sentence.end]
    if not _FAMILY.search(text):
        return False
    name = lazily.escape(mention.surname)
    return regex.search(rf"\b(?:{_HIS}|{name}[’']s?(?: [\p{{L}}-]+){{0,2}} {_KIN}|{_KIN} of (?:[\p{{L}}.-]+ )?{name})", text) is not None


def speaks_of_marriage(story: Story) -> bool:
    """Whether the story has a word for a spouse, so that a man and a woman in it may share a surname."""
    return any(_SPOUSE.search(block.text) for block in story.prose)
