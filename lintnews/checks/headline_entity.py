"""Headline entity: a person, a country or a city that the headline or the deck names and the body never does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, cities, states
from lintnews.ledger.chains import Chain
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold

_BODY = (Part.BODY, Part.QUOTE_BLOCK, Part.LIST, Part.HEADING)
_WORD = lazily.pattern(r"[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{N}]+)*")
_OWNED = lazily.pattern(r"(?:'s|')\Z")
#: Behind these stands the outlet, not the story.
_TAIL = lazily.pattern(r"\s(?:\||[–—-]\s(?=(?:[^\s|–—-]+\s?){1,3}\Z))[^|–—-]*\Z")
#: The paragraphs in which the one who is meant is looked for, and how often the body must name whom.
_LEDE, _OFTEN = 4, 2
#: So many letters a body has at the least.
_BRIEF = 60
_SHORTEST = 4
#: Letters of a word, with the blank behind it.
_LETTERS = 5
#: States that share their name with a country, a city, a river or a person.
_OTHERWISE = frozenset({"Washington", "Georgia", "New York", "Delaware", "Virginia", "Guam", "District of Columbia"})


_DATELINE = lazily.pattern(r"(?P<city>\p{Lu}[\p{Lu}\p{M}.’' -]{2,30}\p{Lu})(?=,| [—–-] | \()")
#: The place of a headline, told with `in`, or before what happened there.
_PLACE = lazily.pattern(
    r"\b(?:in|near|outside|at)\s+(?P<city>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?)(?=\s*[,;:.]|\s\p{Ll}|\s*\Z)"
    r"|\b(?P<city>\p{Lu}\p{Ll}+)(?=\s(?:shooting|fire|crash|blast|explosion|bombing|attack|flood|protest|raid|murder|killing|school|mayor|police)\b)"
)


class _Body:
    """What the body names."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.blocks = list(story.blocks(*_BODY))
        self.size = sum(len(block.text) for block in self.blocks)
        self.often = _OFTEN

    def brief(self) -> None:
        """In a brief, who is named is named once."""
        self.often = 1

    @cached_property
    def text(self) -> str:
        return f" {fold(' '.join(block.text for block in self.blocks))} "

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(_bare(m[0]) for block in self.blocks for m in _WORD.finditer(block.text))

    def holds(self, form: str) -> bool:
        """Whether a name stands in the body, whole or as the head of a word: `Obamacare`."""
        key = fold(form)
        at = self.text.find(key)
        while at >= 0:
            if not self.text[at - 1].isalnum() and (len(key) >= _SHORTEST or not self.text[at + len(key)].isalnum()):
                return True
            at = self.text.find(key, at + 1)
        return False

    @cached_property
    def people(self) -> Sequence[tuple[str, Block, Span]]:
        """The surnames of those who are named in full at the head of the body and more than once in all, each with its first place."""
        lede = {id(block) for block in self.blocks[:_LEDE]}
        first = {m.surname: m for m in reversed(self.story.people.mentions) if m.full and id(m.block) in lede}
        return [(name, m.block, m.span) for name, m in first.items() if self.words.get(_bare(name), 0) >= self.often]

    @cached_property
    def countries(self) -> Sequence[tuple[str, Block, Span]]:
        """The countries of the first paragraphs that the body names more than once."""
        lede = {id(block) for block in self.blocks[:_LEDE]}
        out: dict[str, tuple[str, Block, Span]] = {}
        for chain in self.story.chains:
            if id(chain.block) in lede:
                for name, span in _countries(self.story, chain):
                    if sum(self.text.count(f" {fold(form)}") for form in _forms(self.story, name)) >= self.often:
                        out.setdefault(name, (name, chain.block, span))
        return list(out.values())


@record
class Check:
    """Surnames that are no everyday words, and countries under any of their names, their people's or their capital's.

    It is less sure by a step where the head of the body names nobody (no country) else in its place, and in bodies of fewer than
    `least` words, which are passed over where they name nobody else.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other")
    least: int = 120

    def find(self, story: Story) -> Iterator[Match]:
        heads = [block for block in story.blocks(Part.HEADLINE, Part.DECK, Part.CAPTION) if any(map(str.islower, block.text))]
        if not heads:
            return
        body = _Body(story)
        if body.size < self.least * _LETTERS:
            body.brief()
        if body.size < _BRIEF:
            return
        for chain in (chain for head in heads for chain in story.chains if chain.block is head):
            places = list(_countries(story, chain))
            for name, span in places:
                if not body.holds(chain.block.text[slice(*span)]) and not any(map(body.holds, _forms(story, name))):
                    yield from _match(story, chain.block, span, body.countries, brief=body.often == 1)
            yield from self._people(story, chain, body, [span for _, span in places])
        yield from _cities(story, heads, body)

    def _people(self, story: Story, chain: Chain, body: _Body, places: Sequence[Span]) -> Iterator[Match]:
        for token in chain.tokens:
            plain = not any(token.span.overlaps(span) for span in places) and _surname(story, token.text)
            if plain and not body.holds(_OWNED.sub("", token.text.replace("’", "'"))):
                yield from _match(story, chain.block, token.span, body.people, brief=body.often == 1)


def _cities(story: Story, heads: Sequence[Block], body: _Body) -> Iterator[Match]:
    """A city of the headline where something is, of which the body knows nothing, in a story that has another in its dateline."""
    first = next(iter(story.blocks(Part.DATELINE, Part.BODY)), None)
    line = _DATELINE.match(first.text) if first else None
    for head in heads if first and line else ():
        for found in _PLACE.finditer(head.text):
            name, here = found["city"], line["city"].title() if line else ""
            if first and not body.holds(name) and here not in head.text and fold(name) != fold(here) and cities.city(story.facts, name):
                shown = Evidence(f"the dateline is {here}", first, Span(0, len(here)))
                yield Match(head, Span(*found.span("city")), (here,), {"match": name, "other": here}, (shown,))


def _match(story: Story, block: Block, span: Span, others: Sequence[tuple[str, Block, Span]], *, brief: bool) -> Iterator[Match]:
    if any(span.overlaps(Span(*found.span())) for found in _TAIL.finditer(block.text)):
        return
    head = fold(" ".join(b.text for b in story.blocks(Part.HEADLINE, Part.DECK)))
    rivals = [other for other in others if not any(fold(form) in head for form in (*_forms(story, other[0]), other[0]))]
    if brief and not rivals:
        return
    shown = tuple(Evidence(f"the body names {name}", place, at) for name, place, at in rivals[:2])
    names = {"match": block.text[slice(*span)], "other": ", ".join(name for name, *_ in rivals[:2])}
    fixes = (rivals[0][0],) if len(rivals) == 1 else ()
    yield Match(block, span, fixes, names, shown, int(not rivals or brief))


def _countries(story: Story, chain: Chain) -> Iterator[tuple[str, Span]]:
    """The countries of a chain, by their own names or their people's, the longest name first."""
    size, i = len(chain.tokens), 0
    while i < size:
        for end in range(min(size, i + 4), i, -1):
            if name := _country(story, chain.text(i, end)):
                yield name, chain.span(i, end)
                i = end - 1
                break
        i += 1


def _country(story: Story, text: str) -> str:
    if found := story.facts.about(text, "capital"):
        return found[0].subject
    if states.named(text) == text and text not in _OTHERWISE:
        return text
    return next((fact.value for fact in story.facts.about(text, "demonym")), "")


def _forms(story: Story, country: str) -> Sequence[str]:
    """All that a country may go by: its names, its people's, its capital."""
    facts = story.facts.about(country, "capital")
    forms = [form for fact in facts for form in (fact.subject, *fact.aliases, fact.value)]
    return [country, *forms, *(form for fact in story.facts.where("demonym", country) for form in (fact.subject, *fact.aliases))]


def _surname(story: Story, word: str) -> bool:
    facts, plain = story.facts, _OWNED.sub("", word.replace("’", "'"))
    if len(plain) < _SHORTEST or plain.isupper() or not plain.isalpha() or not facts.listed("surnames", plain):
        return False
    everyday = any(facts.listed("english", form) for form in (plain.lower(), plain.lower().removesuffix("s")))
    return not everyday and not facts.listed("given-names", plain) and not facts.about(plain, "named")


def _bare(word: str) -> str:
    return _OWNED.sub("", fold(word))
