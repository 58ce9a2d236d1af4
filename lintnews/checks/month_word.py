"""Month word: `this month`, `last month` or `next month` beside a day that is in another, by the story's own date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.days import named, printed
from lintnews.model import Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_WHICH = lazily.pattern(r"\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext) month(?![\p{L}-])(?:[’']s \p{Ll}+)?")
_BETWEEN = lazily.pattern(r"(?: \p{Ll}+){0,2},? (?:on |from |of )?\Z")
_STEPS = {"this": 0, "last": -1, "next": 1}


@record
class Check:
    """The day follows within a few words; it has no year, or the story's."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "day", "story_day")
    need: ClassVar[Need] = Need((" month",), folded=True)

    def find(self, story: Story) -> Iterator[Match]:
        if story.day is None:
            return
        for block in story.blocks():
            for found in _WHICH.finditer(block.text) if " month" in block.text else ():
                day = next(named(block, Span(found.end(), min(len(block.text), found.end() + 45))), None)
                if day is None or not _BETWEEN.fullmatch(block.text, found.end(), day.span.start) or not (there := day.nearest(story.day)):
                    continue
                off = (there.year - story.day.year) * 12 + there.month - story.day.month
                if off == _STEPS[found["which"].lower()] or abs(off) > 2:
                    continue
                right = next((f"{word} month" for word, step in _STEPS.items() if step == off), "")
                span = Span(found.start(), found.start() + len(found["which"]) + 6)
                words = {"match": block.text[slice(*span)], "fix": right, "day": printed(there), "story_day": printed(story.day)}
                shown = Evidence(f"the story is dated {printed(story.day)}", block, day.span)
                yield Match(block, span, (right,) if right else (), words, (shown,))
