"""Distance: so many miles or kilometers between two large cities that lie much closer together, or much farther apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, cities, numbers
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_NAME = r"\p{Lu}[\p{L}’'-]*\p{L}(?:[ \u00a0]\p{Lu}[\p{L}’'-]*\p{L}){0,2}"
_FIGURE = lazily.pattern(rf"(?i)(?<![\d.,$£€-])(?P<n>{numbers.PATTERN})[ -](?P<unit>miles?|kms?|kilomet(?:er|re)s?)\b")
_HEDGE = r"(?:[ ](?:just|only|about|some|around|roughly|nearly|almost|located|more|less|than|over|a|an))*"
_LAST = r"(?!,?[ ](?:and|or)[ ]\p{Lu})"
#: Behind the figure: `40 miles from A to B`, `40 miles south of B`; before it: `A is`, `in A,`, `from A to B, a trip of`, `A and B are`.
_BOTH = lazily.pattern(rf"(?:[ ]\p{{Ll}}+){{0,3}}?[ ](?:from|between)[ ](?P<a>{_NAME})[ ](?:to|and)[ ](?P<b>{_NAME}){_LAST}")
_SIDE = r"(?:(?:due[ ])?(?:north|south|east|west|-)+(?:ern)?[ ])?"
_FROM = lazily.pattern(rf"[ ]{_SIDE}(?:from|of|away[ ]from)[ ](?P<b>{_NAME})(?![ ]to\b){_LAST}")
_APART = lazily.pattern(r"[ ]apart\b")
_NEAR = lazily.pattern(rf"(?P<a>{_NAME})(?:[ ](?:is|lies|sits|stands)|,){_HEDGE}[ ]\Z")
_WAY = lazily.pattern(rf"\b(?:from|between)[ ](?P<a>{_NAME})[ ](?:to|and)[ ](?P<b>{_NAME})(?:,|[ ]is)(?:[ ]\p{{Ll}}+){{0,5}}[ ]\Z")
_PAIR = lazily.pattern(rf"(?P<a>{_NAME})[ ]and[ ](?P<b>{_NAME})(?:,|[ ]are|[ ]lie){_HEDGE}[ ]\Z")
_BEFORE = 90
_MILE = 1.609344
#: A road is longer than a line, and cities are wide: what is within these shares of the line, and so many kilometers, may be right.
_SHORTEST, _LONGEST, _WIDE = 0.75, 2.0, 40.0


@record
class Check:
    """Both must be in the list `world-cities`; a road may be twice the line."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "first", "second", "right")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if " from " in block.text or " of " in block.text or " apart" in block.text:
                for unit in ("mile", "kilomet", " km"):
                    if unit in block.text:
                        yield from _in_block(story, block, unit)


def _in_block(story: Story, block: Block, unit: str) -> Iterator[Match]:
    """The figures before each place of a unit's name."""
    text, at = block.text, block.text.find(unit)
    while at >= 0:
        found = next((m for m in _FIGURE.finditer(text, max(0, at - 30), at + 12) if m.start("unit") == at + unit.count(" ")), None)
        if found and (ends := _ends(text, found)) and (match := _match(story, block, found, *ends)):
            yield match
        at = text.find(unit, at + 1)


def _ends(text: str, found: regex.Match[str]) -> tuple[str, str] | None:
    """The names between which a distance lies."""
    start, low = found.start("n"), max(0, found.start("n") - _BEFORE)
    if both := _BOTH.match(text, found.end()) or _WAY.search(text, low, start):
        return both["a"], both["b"]
    if (pair := _PAIR.search(text, low, start)) and _APART.match(text, found.end()):
        return pair["a"], pair["b"]
    end = _FROM.match(text, found.end())
    near = _NEAR.search(text, low, start) if end else None
    return (near["a"], end["b"]) if near and end else None


def _match(story: Story, block: Block, found: regex.Match[str], a: str, b: str) -> Match | None:
    one, other = (cities.city(story.facts, name.replace("\u00a0", " ")) for name in (a, b))
    if one is None or other is None or one.name == other.name:
        return None
    unit = _MILE if found["unit"].startswith("mile") else 1.0
    given = float(numbers.number(found["n"]).value) * unit
    apart = cities.kilometers(one.places, other.places)
    if any(_SHORTEST * line - _WIDE <= given <= _LONGEST * line + _WIDE for line in apart):
        return None
    right = f"{round(min(apart, key=lambda line: abs(line - given)) / unit, -1):,.0f} {'miles' if unit == _MILE else 'kilometers'}"
    span = Span(found.start("n"), found.end("unit"))
    words = {"match": block.text[slice(*span)], "first": one.name, "second": other.name, "right": right}
    shown = Evidence(f"in a straight line it is about {right}", block, span)
    return Match(block, span, (), words, (shown,))
