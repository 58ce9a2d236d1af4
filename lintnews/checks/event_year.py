"""Event year: a year right beside an event whose day is known, that is not the event's: `the Berlin Wall fell in 1988`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, events
from lintnews.ledger.events import Event
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record

_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d-]|s\b|,\d)"
_HINT = lazily.pattern(r"\b(?:1[89]|20)\d\d\b")
#: The year behind the event, `was killed in 1964`, `the attack of September 2002`, and before it, `the 1964 killing of`.
_BEHIND = lazily.pattern(
    rf"(?:\s+(?:back|here|there|away))?,?\s+(?:in|of|on)\s+(?:(?:early|late|mid|the\s+\p{{Ll}}+\s+of)[\s-]|\p{{Lu}}\p{{Ll}}+\.?\s+(?:\d{{1,2}},\s+)?)?{_YEAR}"
)
_BEFORE = lazily.pattern(rf"\b(?i:the|its|his|her|their|a)\s+{_YEAR}\s+(?:\p{{Ll}}+\s+)?\Z")
#: Words by which a clause tells of what came of an event, or of what may be.
_ABOUT = lazily.pattern(
    r"(?i)\b(?:anniversar\w+|memorial\w*|film|movie|book|novel|documentary|series|play|opera|trial|inquiry|report|probe|investigation|convicted|"
    r"sentenced|hearing|since|after|before|until|follow\w*|if|would|could|another|similar|funeral|survivors?|veterans?|book|plot|attempt\w*|"
    r"foiled|mov(?:ed|ing)|replica|park|hall|museum|visit\w*|remember\w*|commemorat\w*)\b"
)  # fmt: skip
#: The year behind a day that is part of the event's name: `the attacks of Sept. 11, 2002`.
_DATED, _CLOSE = lazily.pattern(rf",?\s+{_YEAR}"), 3
#: A year that is further off is another event of the name.
_FAR = 12


@record
class Check:
    """`far`: how many years the two may be apart for the year to be a slip, and no other event's."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "event", "fix")
    far: int = _FAR

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE, Part.HEADLINE):
            for sentence in story.sentences(block) if _HINT.search(block.text) else ():
                if _HINT.search(block.text, *sentence) and not _ABOUT.search(block.text, *sentence):
                    named = events.listed(story.facts, block, sentence)
                    if len({event.name for event in named}) == 1:
                        yield from self._beside(block, named[0], sentence)

    def _beside(self, block: Block, event: Event, sentence: Span) -> Iterator[Match]:
        behind = _BEHIND.match(block.text, event.span.end, sentence.end)
        before = _BEFORE.search(block.text, sentence.start, event.span.start)
        dated = _DATED.match(block.text, event.span.end, sentence.end) if block.text[event.span.end - 1].isdigit() else None
        for found, far in ((behind, self.far), (before, self.far), (dated, _CLOSE)):
            if found and 0 < abs(int(found["year"]) - event.day.year) <= far:
                right = str(event.day.year)
                evidence = Evidence(event.fact.sentence(), fact=event.fact) if event.fact else Evidence(event.name)
                words = {"match": found["year"], "event": event.name, "fix": right}
                yield Match(block, Span(*found.span("year")), (right,), words, (evidence,))
