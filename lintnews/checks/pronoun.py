"""Pronoun: `he` and `she` of the only person whom a story names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Evidence, Match, Part, Span
from lintnews.record import record

_PRONOUN = lazily.pattern(
    r"(?<![\p{L}’'-])(?:(?P<he>[Hh]e|[Hh]is|[Hh]im|[Hh]imself)|(?P<she>[Ss]he|[Hh]er|[Hh]ers|[Hh]erself))(?![\p{L}-])"
)
#: Words for somebody else of whom a pronoun may be.
_OTHERS = lazily.pattern(
    r"(?i)\b(?:mothers?|fathers?|wife|husband|daughters?|sons?|sisters?|brothers?|wom[ae]n|m[ae]n|girls?|boys?|partner|boyfriend|girlfriend|"
    r"widow|widower|actress|actor|mr|mrs|ms|king|queen|coach|teacher|colleague|lawyer|attorney|spokes\p{L}+|mayor|president|governor|minister|"
    r"judge|officer|driver|victim|suspect|patient|friend|child|baby|aunt|uncle|grand\p{L}+|niece|nephew|cousin|chief|director|manager|captain|"
    r"doctor|nurse|student|neighbou?r|owner|boss|rival|opponent|singer|author|professor|senator|resident|reporter|parents?|everyone|person|"
    r"cat|dog|horse|ship|mum|mom|dad|lady|guy|one|who|(?:work|play|farm|teach|speak|lead|riv|fight|lawy|offic|sing|danc|writ|bank|train|prison|soldi|strang|own)er|\p{L}+ist)\b"
)


@record
class Check:
    """Where the story names one person in full and nobody else, by name or by a word for a person. Quotations count for nothing."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "person")

    def find(self, story: Story) -> Iterator[Match]:
        named = [person for person in story.people.persons if " " in person.name]
        if len(named) != 1 or len(story.people.persons) != 1:
            return
        first: dict[str, Match] = {}
        for block in story.blocks(Part.BODY):
            for found in _PRONOUN.finditer(block.text):
                span = Span(*found.span())
                if story.quoted(block, span):
                    continue
                sex = "he" if found["he"] else "she"
                other = next((match for key, match in first.items() if key != sex), None)
                first.setdefault(sex, Match(block, span))
                if other and not self._others(story):
                    there = other.block.text[slice(*other.span)]
                    shown = Evidence(f"“{there}” before", other.block, other.span)
                    yield Match(block, span, (), {"match": found[0], "other": there, "person": named[0].name}, (shown,))
                    return

    def _others(self, story: Story) -> bool:
        return any(
            not story.quoted(block, Span(*found.span())) for block in story.blocks(Part.BODY) for found in _OTHERS.finditer(block.text)
        )
