"""Defined: a story in, every abbreviation out that is given in parentheses after its name for nothing: unused, or given before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import COPY, Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_GIVEN = lazily.pattern(r"(?<=\p{L}[”’\"]?) \((?!(?:R|D|I|L|DFL|LD|Lab|Con)-)(?P<short>\p{Lu}[\p{Lu}&-]{1,6})s?\)")
_WORD = lazily.pattern(r"[\p{L}\p{N}]+")

_Place = tuple[Block, lazily.Found]


@record
class Check:
    """`report` says which: an abbreviation that the story does not use again, or one that it gives a second time."""

    slots: ClassVar[tuple[str, ...]] = ("match", "short")
    need: ClassVar[Need] = Need(("(",))
    report: Literal["unused", "twice"]

    def find(self, story: Story) -> Iterator[Match]:
        """The parentheses with the abbreviation, of which the fix takes them away."""
        given: dict[str, list[_Place]] = {}
        for block in story.blocks():
            for found in _GIVEN.finditer(block.text) if "(" in block.text else ():
                if _stands_for(found["short"], block.text[: found.start()]):
                    given.setdefault(found["short"], []).append((block, found))
        for short, places in given.items():
            if self.report == "twice":
                yield from (_match(place, places[0]) for place in places[1:])
            elif len(places) == 1 and _uses(story, short) == 1:
                yield _match(places[0], None)


def _stands_for(short: str, before: str) -> bool:
    """Whether the first letter of an abbreviation opens one of the words right before it, with a capital or not."""
    words = _WORD.findall(before[-120:])[-len(short) - 3 :]
    return any(word[0].upper() == short[0] for word in words) and not any(word == short for word in words)


def _uses(story: Story, short: str) -> int:
    pattern = lazily.compile(rf"(?<![\p{{L}}\p{{N}}]){lazily.escape(short)}(?:s|(?![\p{{L}}\p{{N}}]))")
    return sum(len(pattern.findall(block.text)) for block in story.blocks(*COPY))


def _match(place: _Place, first: _Place | None) -> Match:
    block, found = place
    evidence = (Evidence(f"“{first[1][0].strip()}”", first[0], Span(*first[1].span())),) if first else ()
    return Match(block, Span(*found.span()), ("",), {"match": found[0].strip(), "short": found["short"]}, evidence)
