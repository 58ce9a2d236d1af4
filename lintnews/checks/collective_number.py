"""Collective number: a body that takes a singular verb and then, in the same line, a plural pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record

_ADVERB = r"(?:\s+(?:[Aa]gain|[Aa]lso|[Ss]till|[Nn]ow|[Jj]ust|[Ff]inally|[Qq]uietly))?"
_SINGULAR = rf"{_ADVERB}\s+(?P<verb>(?:[Ii]s|[Ww]as|[Hh]as|\p{{L}}{{2,}}(?<![sui])s))\b"
_PRONOUN = r"\b(?P<pronoun>[Tt]hey(?:['’]re|['’]ve|['’]ll)?|[Tt]heir|[Tt]hem)\b"
_PLURAL = lazily.pattern(
    r"\b(?:\p{L}{3,}(?<![sui'’])s|\p{L}*(?:people|men|women)|[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren|[Pp]olice|and|[Aa]nd|&)\b"
)
_POSSESSIVE = lazily.pattern(r"['’]s\b")


@record
class Check:
    """`bodies` are the words for bodies that are singular to their verb; a plural noun in between is what the pronoun may mean."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "body", "verb")
    bodies: tuple[str, ...]

    def find(self, story: Story) -> Iterator[Match]:
        pattern = _pattern(self.bodies)
        for block in story.blocks(Part.HEADLINE, Part.DECK, Part.HEADING):
            for found in pattern.finditer(block.text):
                if not _PLURAL.search(_POSSESSIVE.sub("", found["between"])) and not _names_others(block, found):
                    yield _match(block, found)


@lru_cache(maxsize=32)
def _pattern(bodies: tuple[str, ...]) -> regex.Pattern[str]:
    names = "|".join(bodies)
    return lazily.compile(rf"\b(?P<body>(?i:{names}))\b{_SINGULAR}(?P<between>[^.;:!?]{{0,60}}?){_PRONOUN}")


def _names_others(block: Block, found: regex.Match[str]) -> bool:
    """Whether something plural stands before the body in the line, which the pronoun may mean."""
    return bool(_PLURAL.search(_POSSESSIVE.sub("", block.text[: found.start()])))


def _match(block: Block, found: regex.Match[str]) -> Match:
    names = {"match": found["pronoun"], "body": found["body"], "verb": found["verb"]}
    fix = {"their": "its", "them": "it", "they": "it"}.get(found["pronoun"].lower())
    fixes = (fix.capitalize() if found["pronoun"][0].isupper() else fix,) if fix and found["pronoun"].lower() == "their" else ()
    shown = Evidence("the body, with a singular verb", block, Span(found.start("body"), found.end("verb")))
    return Match(block, Span(*found.span("pronoun")), fixes, names, (shown,))
