"""City and country: a large city printed with the name of a country that has no place of that name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, cities
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

_NAME = r"\p{Lu}[\p{L}’'-]*\p{L}(?:[ \u00a0]\p{Lu}[\p{L}’'-]*\p{L}){0,2}"
#: Up to a mark that closes it: `In Munich, Austria won` is none.
_COUNTRY = lazily.pattern(rf"(?<=\p{{L}}), (?P<country>{_NAME})(?=[.;:)]|,(?!\s(?:and|or)\b|\s\p{{Lu}}|\swho\b|\swhich\b)|\s[—–]\s|\s*\Z)")
#: Behind a small word that a place follows.
_CITY = lazily.pattern(
    rf"\b(?:[Ii]n|[Tt]o|[Ff]rom|[Aa]t|[Nn]ear|[Oo]f|[Oo]utside|[Aa]round|for|through|via|visited|left|reached)[ \u00a0](?P<city>{_NAME})\Z"
)
_BEFORE = 60
#: One country under another's name; of the last two the first is a state as well.
_PARTS = {"England": "United Kingdom", "Scotland": "United Kingdom", "Wales": "United Kingdom", "Northern Ireland": "United Kingdom"}
_NOT_ALONE = frozenset({"Georgia", "Jordan", "Chad"})


@record
class Check:
    """`Munich, Austria`: the city is in the list `world-cities` with its country, then those with a place of its name."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "city")

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if ", " in block.text:
                for found in _COUNTRY.finditer(block.text):
                    if match := _match(story, block, found):
                        yield match


def _match(story: Story, block: Block, found: regex.Match[str]) -> Match | None:
    printed = found["country"]
    country = _country(story, printed)
    named = _CITY.search(block.text, max(0, found.start() - _BEFORE), found.start()) if country else None
    city = cities.city(story.facts, named["city"].replace("\u00a0", " ")) if named else None
    if not city or country in (city.country, *city.others):
        return None
    words = {"match": printed, "fix": city.country, "city": city.name}
    shown = Evidence(f"{city.name} is in {city.country}; no list has one in {country}")
    return Match(block, Span(*found.span("country")), (city.country,), words, (shown,))


def _country(story: Story, printed: str) -> str:
    """The country as the fact base names it; of one that is a state or a person's name too, none."""
    if printed in _NOT_ALONE:
        return ""
    found = story.facts.about(_PARTS.get(printed, printed), "capital")
    return found[0].subject if found else ""
