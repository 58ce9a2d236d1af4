"""Norm: a sentence or a paragraph that is longer, or holds more of something, than news copy should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, Literal

from lintnews.ledger import Story, prose
from lintnews.ledger.prose import Sentence
from lintnews.model import Block, Match, OptionError, Part, Span
from lintnews.record import record
from lintnews.words import words


@record
class Check:
    """`of`: `lede` or `sentence` (words), `paragraph` (words), `figures` or `initials` (of a sentence), `late` (words before an

    attribution), `passive` (1: every passive that names no actor). `max` is the most that passes.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "count", "max")
    of: Literal["lede", "sentence", "passive", "late", "figures", "initials", "paragraph"]
    max: int

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.max < 1:
            raise OptionError("`max` must be 1 or more", "max")

    def find(self, story: Story) -> Iterator[Match]:
        if self.of == "paragraph":
            for block in story.blocks(Part.BODY):
                found = list(words(block.text))
                if len(found) > self.max:
                    yield self._match(block, Span(found[0].start, found[min(4, len(found) - 1)].end), len(found))
            return
        for sentence in story.told:
            for span, count in _SENTENCES[self.of](sentence, self.max):
                yield self._match(sentence.block, span, count)

    def _match(self, block: Block, span: Span, count: int) -> Match:
        return Match(block, span, (), {"match": block.text[slice(*span)], "count": str(count), "max": str(self.max)})


def _long(sentence: Sentence, most: int) -> Iterator[tuple[Span, int]]:
    """The first words of a sentence that is too long."""
    if sentence.words > most:
        found = list(words(sentence.text))
        start = sentence.span.start
        yield Span(start + found[0].start, start + found[min(4, len(found) - 1)].end), sentence.words


def _lede(sentence: Sentence, most: int) -> Iterator[tuple[Span, int]]:
    if sentence.first:
        yield from _long(sentence, most)


def _passive(sentence: Sentence, most: int) -> Iterator[tuple[Span, int]]:
    found = prose.passives(sentence)
    if len(found) >= most:
        yield from ((span, len(found)) for span in found[most - 1 :])


def _late(sentence: Sentence, most: int) -> Iterator[tuple[Span, int]]:
    if span := prose.late(sentence, most + 1):
        yield span, sum(1 for _ in words(sentence.block.text[sentence.span.start : span.start]))


def _many(places: Callable[[Sentence], list[Span]]) -> Callable[[Sentence, int], Iterator[tuple[Span, int]]]:
    def find(sentence: Sentence, most: int) -> Iterator[tuple[Span, int]]:
        found = places(sentence)
        if len(found) > most:
            yield found[most], len(found)

    return find


_SENTENCES: dict[str, Callable[[Sentence, int], Iterator[tuple[Span, int]]]] = {
    "lede": _lede,
    "sentence": _long,
    "passive": _passive,
    "late": _late,
    "figures": _many(prose.figures),
    "initials": _many(prose.initials),
}
