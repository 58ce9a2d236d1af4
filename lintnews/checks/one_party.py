"""One party: a person who is of one party in one place of the story and of another elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.people import Mention
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_AFTER = lazily.pattern(
    r"(?:,? \((?P<letter>[DR])(?=\)|[-–.,])|, (?P<letter>[DR])(?=[-–]\p{Lu})"
    r"|, (?:an?|the) (?P<word>Democrat|Republican)(?! (?:turned|until|who (?:left|quit)))\b)"
)
_BEFORE = lazily.pattern(
    r"(?<!\b(?:[Ff]ormer|[Ll]ifelong|or|and|to|by|over|beat|against) )\b(?P<word>Democratic|Democrat|Republican|GOP) \Z"
)
_CHANGED = lazily.pattern(
    r"\b(?:switch(?:ed|es|ing)? part|left the (?:party|Republican|Democratic)|turned|former (?:Democrat|Republican)"
    r"|became an? (?:Democrat|Republican|independent))"
)
_LETTERS = {"D": "Democrat", "R": "Republican", "Democratic": "Democrat", "GOP": "Republican"}


class _Told(NamedTuple):
    party: str
    block: Block
    span: Span


@record
class Check:
    """Outside quotations; a story that speaks of a change of party is left alone."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "person")

    def find(self, story: Story) -> Iterator[Match]:
        if any(_CHANGED.search(block.text) for block in story.blocks()):
            return
        for person in story.people.persons:
            told = [party for mention in person.mentions for party in _parties(story, mention)]
            for party in told[1:]:
                if party.party != told[0].party:
                    first = told[0]
                    shown = Evidence(f"“{first.block.text[slice(*first.span)]}” before", first.block, first.span)
                    words = {"match": party.block.text[slice(*party.span)], "other": first.party, "person": person.name}
                    yield Match(party.block, party.span, (), words, (shown,))


def _parties(story: Story, mention: Mention) -> Iterator[_Told]:
    block, start = mention.block, (mention.title_span() or mention.span).start
    if story.quoted(block, mention.span):
        return
    if before := _BEFORE.search(block.text, max(0, start - 30), start):
        yield _told(block, before["word"], Span(*before.span("word")))
    elif title := _BEFORE.search(block.text, max(0, mention.span.start - 30), mention.span.start):
        yield _told(block, title["word"], Span(*title.span("word")))
    if after := _AFTER.match(block.text, mention.span.end):
        name = "letter" if after["letter"] else "word"
        yield _told(block, after[name], Span(*after.span(name)))


def _told(block: Block, word: str, span: Span) -> _Told:
    return _Told(_LETTERS.get(word, word), block, span)
