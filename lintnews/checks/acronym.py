"""Acronym: an initialism that the story never spells out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.acronyms import Acronym
from lintnews.ledger.titles import TITLE_NOUNS
from lintnews.model import Evidence, Fact, Match
from lintnews.record import record
from lintnews.words import fold

_SHARE = lazily.pattern(r"\.(?:N|O|L|K|A|T|PA|DE|TO|HK|SS|AS|MI|SW|VX)(?=[),;. ]|\Z)")
_MARKET = lazily.pattern(r"\b(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|OTC): ?\Z")
_AIR = lazily.pattern(
    r"\b(?:affiliates?|stations?|radio|television|TV|channel|FM|AM|anchor|broadcaster|broadcast|newscast|aired|graphic)\b"
    r"|(?:(?:according to|told|tells|from)(?: local)? )[KW]"
)
_STATION = lazily.pattern(r"[KW][A-Z]{3}")
_ON_AIR = lazily.pattern(r"[KW][A-Z]{2,3}-(?:TV|FM|AM|DT|LP|CD)")
_MOVED = lazily.pattern(r",? ?[+\-−–]\d")
#: `a long name of it (EVALI)`, `(as in “If This Then That”)`: it is explained where it stands.
_BRACKET = lazily.pattern(r"[\p{Ll}\d”\"’] \(\Z")
_CLOSED = lazily.pattern(r"s?\)|s? \((?:as in|short for|which stands for|the) ")
#: A word with a capital that goes on with a name: `LPL Financial`, `ABN Amro`; and the first name before one: `Louis CK`.
_NAMED = lazily.pattern(r" (?P<word>\p{Lu}\p{Ll}+)(?!\p{L})")
_FIRST = lazily.pattern(r"(?<![.!?:”\"] )(?<!\A)\b(?P<word>\p{Lu}\p{Ll}+) \Z")
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
            plain = acronym.expansion or self._needs_none(acronym.text, story) or _is_sign(acronym)
            if not plain and not _explained(acronym) and not _of_a_name(story, acronym):
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
    if _ON_AIR.fullmatch(acronym.text) or _MOVED.match(text, span.end):
        return True
    return bool(_SHARE.match(text, span.end) or _MARKET.search(text, max(0, span.start - 12), span.start))


def _explained(acronym: Acronym) -> bool:
    """Whether letters stand in parentheses behind what they are short for, or before their explanation."""
    text, span = acronym.block.text, acronym.span
    closed = _CLOSED.match(text, span.end)
    return closed is not None and (" (" in closed[0] or _BRACKET.search(text, max(0, span.start - 3), span.start) is not None)


def _of_a_name(story: Story, acronym: Acronym) -> bool:
    """Whether letters are one word of a longer name: `LPL Financial`, and not `HHS Secretary Roe`."""
    text, span = acronym.block.text, acronym.span
    if before := _FIRST.search(text, max(0, span.start - 16), span.start):
        return story.facts.listed("given-names", before["word"])
    after = _NAMED.match(text, span.end)
    word = after["word"] if after else ""
    return bool(word) and fold(word) not in TITLE_NOUNS and word not in _NOT_OF_NAMES and not story.facts.listed("given-names", word)


#: What stands with a capital behind a body's letters and is no part of its name.
_NOT_OF_NAMES = frozenset(
    "Acting Assistant Deputy Executive General Inspector Chief Special Senior Vice Under Associate National Regional".split()
)


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
