"""A mention of a person in, the age printed with it out: right behind the name, right before it, or told with `is`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews import lazily
from lintnews.ledger.people import Mention
from lintnews.model import Span

if TYPE_CHECKING:
    from lintnews.ledger import Story

_AFTER = lazily.pattern(r",? \(?(?:aged? )?(?P<age>\d{1,3})(?=[,.;)—–]| ?(?:—|–|years old))(?!,\d)")
_IS = lazily.pattern(r"(?:,[^,.;:]{3,60},|, who)? (?:is|was|turned|turns) (?P<age>\d{1,3})(?= ?(?:[,.;)—–]|years old|and\b))(?!,\d)")
_BEFORE = lazily.pattern(r"\b(?P<age>\d{1,3})-year-old (?:\p{Ll}+ )?\Z")
_THEN = lazily.pattern(r"(?i)\b(?:then|when|as|was|turned|at the time|in (?:19|20)\d\d|until|since|ago|before|by|at age)\b")
_THEN_AFTER = lazily.pattern(r"[, ]*(?:years old)?[, ]*(?:then|when|at the time|in (?:19|20)\d\d)\b")


def printed(story: Story, mention: Mention) -> Span | None:
    """Where the age stands, unless somebody is quoted or the sentence speaks of another time."""
    text, at = mention.block.text, mention.span
    start = mention.chain.span(mention.titles[0].start, mention.end).start if mention.titles else at.start
    found = _AFTER.match(text, at.end) or _BEFORE.search(text, max(0, start - 30), start) or _IS.match(text, at.end)
    if not found or not 0 < int(found["age"]) < 120 or story.quoted(mention.block, Span(*found.span("age"))):
        return None
    lead = Span(max(story.sentence(mention.block, at.start).start, at.start - 60), start)
    if _THEN.search(text, *lead) or _THEN_AFTER.match(text, found.end()):
        return None
    return Span(*found.span("age"))
