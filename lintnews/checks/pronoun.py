"""Pronoun: `he` and `she` of the only person whom a story names, or of one whose first name only the other sex has."""

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


_SEXES = {"he": "m", "himself": "m", "she": "f", "herself": "f"}
_TURNED = {"he": "she", "she": "he", "himself": "herself", "herself": "himself"}
_AFTER = lazily.pattern(
    r" (?:said|says|told reporters|tweeted|wrote|announced|argued|insisted|added|believes|thinks|hopes)"
    r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: that)? (?P<pronoun>s?he)\b| (?P<self>himself|herself)\b"
)


@record
class Check:
    """Where the story names one person in full and nobody else, by name or by a word for a person. Quotations count for nothing.

    With `sexes`, a word list of first names that only one sex has, also the other sex's pronoun right behind a name and a verb of
    speech (`Robert Vance said she`), or `himself` and `herself` behind a name, where nobody of that sex, or of none known, is named before.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "person", "told")
    sexes: str = ""

    def find(self, story: Story) -> Iterator[Match]:
        yield from self._against(story)
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
                    told = f"“{there}” before: the story names only {named[0].name}"
                    yield Match(block, span, (), {"match": found[0], "other": there, "person": named[0].name, "told": told}, (shown,))
                    return

    def _against(self, story: Story) -> Iterator[Match]:
        """The pronouns that gainsay the first name right before them."""
        mentions = story.people.mentions if self.sexes else []
        after = {id(m): found for m in mentions if m.full and (found := _AFTER.match(m.block.text, m.span.end))}
        before: set[str] = set()
        for mention in mentions if after else ():
            person = story.people.of(mention).name
            sex = next(iter(story.facts.paired(self.sexes, person.split()[0])), "") if " " in person else ""
            before.add(sex)
            found = after.get(id(mention)) if before <= {sex} and sex else None
            pronoun = (found["pronoun"] or found["self"]) if found else ""
            if not found or _SEXES[pronoun] == sex or story.quoted(mention.block, mention.span):
                continue
            if found["pronoun"] and _OTHERS.search(mention.block.text, 0, mention.span.start):
                continue
            there = _TURNED[pronoun]
            words = {"match": pronoun, "other": there, "person": mention.name, "told": f"{mention.name} is “{there}” by name"}
            span = Span(*found.span("pronoun" if found["pronoun"] else "self"))
            yield Match(mention.block, span, (there,), words, (Evidence(mention.name, mention.block, mention.span),))

    def _others(self, story: Story) -> bool:
        return any(
            not story.quoted(block, Span(*found.span())) for block in story.blocks(Part.BODY) for found in _OTHERS.finditer(block.text)
        )
