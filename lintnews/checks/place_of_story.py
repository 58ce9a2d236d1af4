"""Place of story: a dateline of another place than the story's head tells, and a place of many by its name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from lintnews import lazily
from lintnews.ledger import Story, head
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import field, record
from lintnews.words import fold

_FIELDS = frozenset({"location", "locations", "located", "place", "places", "city", "datelineplace", "region", "state", "province"})
_DATELINE = lazily.pattern(r"\A(?P<city>\p{Lu}[\p{Lu}\p{M}.’' -]{2,40}\p{Lu})(?=,| [—–-]| \()")


@record
class Check:
    """`what`: `dateline` (the city in capitals at the head of the copy is none of the head's places) or `ambiguous` (the head gives

    `London, Ontario`, the copy speaks of London and never of Ontario); `places` are the names that need their country or state, and
    `namesakes` states and countries with a place of a famous name, for heads that give no more than those.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "place")
    asks: ClassVar[str] = "meta"
    what: Literal["dateline", "ambiguous"]
    places: tuple[str, ...] = ()
    namesakes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, story: Story) -> Iterator[Match]:
        known = [f.value for f in head.fields(story.document) if f.name in _FIELDS and f.value] if story.document.meta else []
        if known:
            yield from (self._dateline if self.what == "dateline" else self._ambiguous)(story, known)

    def _dateline(self, story: Story, known: list[str]) -> Iterator[Match]:
        for block in list(story.blocks(Part.DATELINE, Part.BODY))[:2]:
            found = _DATELINE.match(block.text)
            if found and not any(fold(found["city"]) in fold(value) for value in known):
                yield _match(block, Span(*found.span("city")), known[0])
                return

    def _ambiguous(self, story: Story, known: list[str]) -> Iterator[Match]:
        blocks = list(story.blocks(*PROSE, Part.DATELINE))
        for value in known:
            place, _, whole = (part.strip() for part in value.partition(","))
            if place in self.namesakes:
                yield from self._namesake(blocks, place, value)
                continue
            if not whole or place not in self.places or any(whole in block.text for block in blocks):
                continue
            for block in blocks:
                if (at := block.text.find(place)) >= 0:
                    yield _match(block, Span(at, at + len(place)), value)
                    break

    def _namesake(self, blocks: list[Block], region: str, value: str) -> Iterator[Match]:
        """The first place of the region that bears a famous name and stands without the region."""
        if any(region in block.text for block in blocks):
            return
        for block in blocks:
            names = "|".join(map(re.escape, self.namesakes[region]))
            found = re.search(rf"(?<!\bNew )\b(?:{names})\b(?!, \w| [A-Z])", block.text)
            if found:
                yield _match(block, Span(*found.span()), value)
                return


def _match(block: Block, span: Span, place: str) -> Match:
    words = {"match": block.text[slice(*span)], "place": place}
    return Match(block, span, (), words, (Evidence(f"the story's head gives “{place}”"),))
