"""Story tense: what `will` happen on a day before the story's own, and what `happened` on a day after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, days
from lintnews.ledger.days import Day
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_LEAD = r"(?:(?:(?!\band\b)[^.;:!?()\"“”,\d]){0,50}?\s(?:on|by|until|before)|(?:\s+\p{Ll}+)?)\s+\Z"
_WILL = lazily.pattern(
    rf"\b(?P<verb>will|is\s+(?:scheduled|set|due|expected)\s+to|are\s+(?:scheduled|set|due|expected)\s+to)\s+(?:be\s+)?\p{{Ll}}+{_LEAD}"
)
_DID = lazily.pattern(
    r"(?<!\b(?:be|is|are|get|gets|stay|remain|not)\s)\b(?P<verb>met|died|voted|opened|closed|began|started|ended|resigned|crashed|won|lost|arrived|left|testified|appeared|happened|occurred"
    r"|took\s+place|was\s+(?:arrested|charged|killed|born|released|published|sworn\s+in|shot|found|buried|elected|sentenced|convicted|held|signed)"
    r"|were\s+(?:arrested|charged|killed|released|published|shot|found|elected|sentenced|convicted|held))\s+(?:\p{L}+\s+){0,3}?(?:on\s+)?\Z"
)
_NOT_IT = lazily.pattern(
    r"(?i)\b(?:since|after|from|in\s+effect|would|said|says|that|who|which|if|whether|between|anniversary|scheduled|set|planned|due|expected|until|"
    r"ahead|announced|as|for|before|by|how|old|when)\b"
)


@record
class Check:
    """The day stands in the same clause as the verb. The story must be dated.

    `within` is how many days from the story's day a date without a year may lie for its year to be taken as known; `slack` how many
    days a story may be dated before or after it was written.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "verb", "day", "story_day")
    within: int = 60
    slack: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(Part.BODY, Part.DECK, Part.LIST) if story.day else ():
            for day in days.named(block):
                if match := self._match(story, block, day):
                    yield match

    def _match(self, story: Story, block: Block, day: Day) -> Match | None:
        meant = day.nearest(story.day) if story.day else None
        if not meant or not story.day or story.quoted(block, day.span):
            return None
        away = (meant - story.day).days
        if abs(away) <= self.slack or (not day.year and abs(away) > self.within) or abs(away) > 3650:
            return None
        start = story.sentence(block, day.span.start).start
        found = (_WILL if away < 0 else _DID).search(block.text, start, day.span.start)
        if found is None or story.quoted(block, Span(*found.span("verb"))):
            return None
        if _NOT_IT.search(block.text, found.end("verb"), day.span.start) and away > 0:
            return None
        if away < 0 and _SINCE.search(block.text, found.end("verb"), day.span.start):
            return None
        shown = Evidence(f"the story is dated {story.day.isoformat()}")
        match = block.text[found.start("verb") : day.span.end]
        names = {"match": match, "verb": found["verb"], "day": meant.isoformat(), "story_day": story.day.isoformat()}
        return Match(block, Span(found.start("verb"), day.span.end), (), names, (shown,), 0 if day.year or abs(away) <= 31 else 1)


_SINCE = lazily.pattern(r"(?i)\b(?:since|from|after|of|about|over|against|for|involving|during|that|which|who|than)\b")
