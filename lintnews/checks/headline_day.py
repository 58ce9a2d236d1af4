"""Headline day: a weekday or a month in the headline that the body never names, where it names one other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.patterns import Pattern
from lintnews.record import record

_LEDE = 3
_WEEKDAY = lazily.pattern(
    rf"(?<!\b(?:Super|Black|Good|Ash|Palm|Easter|Cyber|Bloody|Giving|Ruby|Freaky|Holy|Maundy|Fat|Shrove|Sheffield|Last)\s)\b(?:{'|'.join(days.WEEKDAYS)})\b"
    r"(?!['’]s\b|\s+(?:\p{Lu}|Night|night|Times|Mail|Post|Herald|Telegraph|Mirror|Express|Morning))"
)
#: Two months are verbs too: there a word that says when stands before them.
_PLAIN = "|".join(month for month in days.MONTHS if month not in ("March", "May"))
_MONTH = lazily.pattern(rf"\b(?:{_PLAIN})\b|(?<=\b(?:in|by|until|till|since|for|from|of|after|before)\s)(?:March|May)\b")


@record
class Check:
    """The other one stands alone in the first paragraphs, and no date in the body falls on the one of the headline."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other")

    def find(self, story: Story) -> Iterator[Match]:
        body = list(story.blocks(*PROSE))
        for head in story.blocks(Part.HEADLINE, Part.DECK):
            for pattern in (_WEEKDAY, _MONTH):
                told = list(pattern.finditer(head.text))
                if len(told) == 1 and (other := _other(story, body, told[0][0], pattern)):
                    block, span = other
                    there = block.text[slice(*span)]
                    shown = (Evidence(f"the body says {there}", block, span),)
                    yield Match(head, Span(*told[0].span()), (there,), {"match": told[0][0], "other": there}, shown)


def _other(story: Story, body: Sequence[Block], told: str, pattern: Pattern) -> tuple[Block, Span] | None:
    """The one other weekday, or month, of the first paragraphs, where the body never has the one told."""
    if any(told[:3] in block.text for block in body) or _dated(story, body, told):
        return None
    found = [(block, Span(*m.span())) for block in body[:_LEDE] for m in pattern.finditer(block.text)]
    first = [(block, span) for block, span in found if block is body[0] and span.end <= story.sentence(block, 0).end]
    named = first if pattern is _MONTH and first else found
    return named[0] if len({block.text[slice(*span)] for block, span in named}) == 1 else None


def _dated(story: Story, body: Sequence[Block], told: str) -> bool:
    """Whether a date of the body, or the day that it calls today, may be the weekday told."""
    if told not in days.WEEKDAYS:
        return False
    if not story.day:
        return any(True for block in body for _ in days.named(block))
    meant = [day.nearest(story.day) for block in body for day in days.named(block)]
    if any(day and day.weekday() == days.weekday(told) for day in meant):
        return True
    near = abs(days.off(told, story.day)) <= 1
    return near and any(word in block.text.lower() for block in body for word in ("today", "tomorrow", "yesterday", "tonight"))
