"""Headline score: a score or a vote of the headline that the body has otherwise, and a winner whom the body calls the loser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record

_SCORE = lazily.pattern(
    r"(?<![\d.,:/$£€–-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\d%]|[-–/.:]\d|[\s-](?:year|day|month|week|hour|minute|mile|percent|per\scent)|,\d)"
)
_IN_WORDS = lazily.pattern(
    rf"(?i)\b(?P<one>{'|'.join(numbers.SMALL)}|\d{{1,3}})(?:\s+votes?)?(?:-|\s)to(?:-|\s)(?P<other>{'|'.join(numbers.SMALL)}|\d{{1,3}})\b"
)
_BEATS = r"(?:beat|defeat|edge|rout|down|top|thrash|crush|oust|outlast|trounce|stun|upset)(?:s|es)?"
_BEAT = r"(?:beat|defeated|edged|routed|downed|topped|thrashed|crushed|ousted|outlasted|trounced|stunned|upset)"
_NAME = r"\p{Lu}[\p{L}\p{M}’'.-]*"
_WON = lazily.pattern(
    rf"(?:^|\s)(?P<winner>{_NAME})\s+{_BEATS}\s+(?:the\s+)?(?:{_NAME}\s+){{0,2}}?(?P<loser>{_NAME})(?=[\s,;:.]+(?:\d|\p{{Ll}})|,|\Z)"
)
_HINT = lazily.pattern(rf"\d[-–]\d|\s{_BEATS}\s")


@record
class Check:
    """Scores are the same whichever figure comes first; one that differs is shown where the body has just one that shares a figure."""

    slots: ClassVar[tuple[str, ...]] = ("match", "body")

    def find(self, story: Story) -> Iterator[Match]:
        for head in story.blocks(Part.HEADLINE, Part.DECK):
            if _HINT.search(head.text):
                bodies = [block for block in story.blocks(*PROSE) if block is not head]
                yield from _score(head, bodies)
                yield from _winner(head, bodies)


def _score(head: Block, bodies: list[Block]) -> Iterator[Match]:
    for found in _SCORE.finditer(head.text):
        here = _pair(found)
        there = [(block, m) for block in bodies for pattern in (_SCORE, _IN_WORDS) for m in pattern.finditer(block.text)]
        near = {_pair(m): (block, m) for block, m in reversed(there) if _pair(m) & here}
        if here not in near and len(near) == 1:
            block, m = next(iter(near.values()))
            yield _match(head, Span(*found.span()), block, Span(*m.span()), _fix(found, m))


def _pair(found: regex.Match[str]) -> frozenset[int]:
    return frozenset(numbers.small(found[name]) for name in ("one", "other"))


def _fix(head: regex.Match[str], body: regex.Match[str]) -> str:
    """The body's score, with the figure that both have where the headline has it."""
    one, other = (numbers.small(body[name]) for name in ("one", "other"))
    swap = int(head["one"]) == other or int(head["other"]) == one
    return f"{other if swap else one}{head[0][len(head['one'])]}{one if swap else other}"


def _winner(head: Block, bodies: list[Block]) -> Iterator[Match]:
    for found in _WON.finditer(head.text):
        winner, loser = (lazily.escape(found[name].removesuffix("’s").removesuffix("'s")) for name in ("winner", "loser"))
        if _told(bodies, winner, loser):
            continue
        if other := _told(bodies, loser, winner):
            yield _match(head, Span(found.start("winner"), found.end("loser")), *other, "")


def _told(bodies: list[Block], winner: str, loser: str) -> tuple[Block, Span] | None:
    """Where the body says that one beat the other."""
    text = rf"\b{winner}\b[^.;:!?]{{0,30}}?\b{_BEAT}\s+(?:the\s+|[\p{{L}}’'.-]+,?\s+){{0,3}}?{loser}\b"
    for block in bodies:
        if found := regex.search(text, block.text):
            return block, Span(*found.span())
    return None


def _match(head: Block, span: Span, block: Block, there: Span, fix: str) -> Match:
    names = {"match": head.text[slice(*span)], "body": block.text[slice(*there)]}
    return Match(head, span, (fix,) if fix else (), names, (Evidence("the body has", block, there),))
