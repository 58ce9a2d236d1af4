"""Acronym: an initialism that the story never spells out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.acronyms import Acronym
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record
from lintnews.words import fold

_SHARE = lazily.pattern(r"\.(?:N|O|L|K|A|T|PA|DE|TO|HK|SS|AS|MI|SW|VX)(?=[),;. ]|\Z)")
_MARKET = lazily.pattern(r"\b(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|OTC): ?\Z")
_AIR = lazily.pattern(r"\b(?:affiliates?|stations?|radio|television|TV|channel|FM|AM|anchor|broadcaster)\b")
_STATION = lazily.pattern(r"[KW][A-Z]{3}")
_ROMAN = lazily.pattern(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")


@record
class Check:
    """Initialisms used in running text and never spelled out in the story.

    `known` need no spelling out in this house; nor do those that are listed names of the `kinds`. The match stands at
    the first use. Where a listed name has these initials, it is offered, but never inside a quotation.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "hint")
    known: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def find(self, story: Story) -> Iterator[Match]:
        for acronym in story.acronyms:
            if acronym.expansion is None and not self._needs_none(acronym.text, story) and not _is_sign(acronym):
                yield _match(story, acronym)

    def _needs_none(self, text: str, story: Story) -> bool:
        if text in self.known or text.removesuffix("s") in self.known or _ROMAN.match(text):
            return True
        facts = story.facts.about(text, "named")
        return any(f.value in self.kinds or f.subject == text for f in facts) or _word_in_capitals(story, text)


def _is_sign(acronym: Acronym) -> bool:
    """Whether letters are a share's (`CNC.N`) or a station's (`WTMJ`)."""
    text, span = acronym.block.text, acronym.span
    if _STATION.fullmatch(acronym.text):
        return _AIR.search(text, max(0, span.start - 40), span.end + 25) is not None
    return bool(_SHARE.match(text, span.end) or _MARKET.search(text, max(0, span.start - 12), span.start))


def _word_in_capitals(story: Story, text: str) -> bool:
    """Whether the letters are a word set in capitals for force (`NOT`, `AND`)."""
    return story.facts.listed("english", text.lower()) and (len(text) > 3 or text.lower() in _SHOUTED)


_SHOUTED = frozenset(
    "not and all no yes never now only this that is are was will very more the you we us he she it so but or if in on at to "
    "of do did can must ever also lot one two big new bad his her our any way".split()
)


def _match(story: Story, acronym: Acronym) -> Match:
    names = _expansions(story, acronym.text)
    hint = f"; perhaps “{names[0].subject}”" if names else "; explain it to the reader"
    evidence = tuple(Evidence(f"“{acronym.text}” is {fact.subject}", fact=fact) for fact in names[:1])
    quoted = story.quoted(acronym.block, acronym.span)
    fixes = (f"{names[0].subject} ({acronym.text})",) if names and not quoted else ()
    return Match(acronym.block, acronym.span, fixes, {"match": acronym.text, "hint": hint}, evidence)


def _expansions(story: Story, text: str) -> list[Fact]:
    """The listed names with this short form and longer than it."""
    found = [*story.facts.about(text, "named"), *story.facts.about(text, "head")]
    return [fact for fact in found if len(fact.subject) > len(text) + 3 and fold(fact.subject) != fold(text)]
