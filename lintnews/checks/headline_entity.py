"""Headline entity: a person or a country that the headline or the deck names and the body never does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
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
_SHORTEST = 4


class _Body:
    """What the body names."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.blocks = list(story.blocks(*_BODY))

    @cached_property
    def _words(self) -> Sequence[str]:
        return [word for block in self.blocks for word in _WORD.findall(block.text)]

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self._words)

    @cached_property
    def words(self) -> Mapping[str, int]:
        """How often each word stands in it."""
        return Counter(map(_bare, self._words))

    @cached_property
    def text(self) -> str:
        """Its words, folded, with blanks around each."""
        return f" {' '.join(map(fold, self._words))} "

    def holds(self, form: str) -> bool:
        """Whether a name stands in the body, whole or as the head of a word: `Obamacare`."""
        key = fold(form)
        return f" {key} " in self.text or f" {key}'s " in self.text or (len(key) >= _SHORTEST and f" {key}" in self.text)

    @cached_property
    def people(self) -> Sequence[tuple[str, Block, Span]]:
        """The surnames of those who are named in full at the head of the body and more than once in all, each with its first place."""
        lede = {id(block) for block in self.blocks[:_LEDE]}
        first = {m.surname: m for m in reversed(self.story.people.mentions) if m.full and id(m.block) in lede}
        return [(name, m.block, m.span) for name, m in first.items() if self.words.get(_bare(name), 0) >= _OFTEN]

    @cached_property
    def countries(self) -> Sequence[tuple[str, Block, Span]]:
        """The countries of the first paragraphs that the body names more than once."""
        lede = {id(block) for block in self.blocks[:_LEDE]}
        out: dict[str, tuple[str, Block, Span]] = {}
        for chain in self.story.chains:
            if id(chain.block) in lede:
                for name, span in _countries(self.story, chain):
                    if sum(self.text.count(f" {fold(form)}") for form in _forms(self.story, name)) >= _OFTEN:
                        out.setdefault(name, (name, chain.block, span))
        return list(out.values())


@record
class Check:
    """Surnames that are no everyday words, and countries under any of their names, their people's or their capital's.

    It is less sure by a step where the head of the body names nobody (no country) else in its place. Bodies of fewer than `least`
    words are passed over.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "other")
    least: int = 120

    def find(self, story: Story) -> Iterator[Match]:
        heads = [block for block in story.blocks(Part.HEADLINE, Part.DECK, Part.CAPTION) if any(map(str.islower, block.text))]
        if not heads:
            return
        body = _Body(story)
        if body.size < self.least:
            return
        for chain in (chain for head in heads for chain in story.chains if chain.block is head):
            places = list(_countries(story, chain))
            for name, span in places:
                if not any(map(body.holds, _forms(story, name))) and not _outlet(chain.block, span):
                    yield _match(story, chain.block, span, body.countries)
            yield from self._people(story, chain, body, [span for _, span in places])

    def _people(self, story: Story, chain: Chain, body: _Body, places: Sequence[Span]) -> Iterator[Match]:
        for token in chain.tokens:
            plain = not any(token.span.overlaps(span) for span in places) and _surname(story, token.text)
            if plain and not body.holds(token.text) and not _outlet(chain.block, token.span):
                yield _match(story, chain.block, token.span, body.people)


def _match(story: Story, block: Block, span: Span, others: Sequence[tuple[str, Block, Span]]) -> Match:
    head = fold(" ".join(b.text for b in story.blocks(Part.HEADLINE, Part.DECK)))
    rivals = [other for other in others if not any(fold(form) in head for form in (*_forms(story, other[0]), other[0]))]
    shown = tuple(Evidence(f"the body names {name}", place, at) for name, place, at in rivals[:2])
    names = {"match": block.text[slice(*span)], "other": ", ".join(name for name, *_ in rivals[:2])}
    fixes = (rivals[0][0],) if len(rivals) == 1 else ()
    return Match(block, span, fixes, names, shown, int(not rivals))


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


def _outlet(block: Block, span: Span) -> bool:
    return any(span.overlaps(Span(*found.span())) for found in _TAIL.finditer(block.text))


def _bare(word: str) -> str:
    return _OWNED.sub("", fold(word))
