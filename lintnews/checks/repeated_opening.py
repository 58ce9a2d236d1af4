"""Repeated opening: two sentences of the reporter's that open with the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Part, Span
from lintnews.record import record
from lintnews.words import words

#: Words that make no opening alike on their own.
_SMALL = frozenset(
    "a an the this that these those it its he she they we i you his her their our my who which what when where how why there here in on "
    "at by for from of to with as and or but so if not no is are was were be been has have had do does did will would can could may might "
    "should must said says told according after before during while since than then some other more most any all one few many "
    "also just only about over into out up".split()
)


@record
class Check:
    """`words` is how many words must be the same; fewer, `linked`, when the first is one of the `links`."""

    slots: ClassVar[tuple[str, ...]] = ("match", "count")
    words: int = 5
    linked: int = 3
    links: tuple[str, ...] = ()
    apart: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        links = frozenset(link.lower() for link in self.links)
        seen: dict[tuple[str, ...], list[tuple[int, Block, Span]]] = {}
        whole: set[str] = set()
        for number, (block, sentence) in enumerate(_sentences(story)):
            if block.text[slice(*sentence)] in whole:
                continue  # a sentence printed twice is another kind's finding
            whole.add(block.text[slice(*sentence)])
            tokens = _tokens(block, sentence, max(self.words, self.linked))
            for count in sorted({self.words, self.linked}):
                key = tuple(block.text[slice(*token)].lower() for token in tokens[:count])
                linked = count < self.words
                if len(key) < count or (linked and key[0] not in links) or _own(block, tokens[:count]) < (1 if linked else 2):
                    continue
                seen.setdefault(key, []).append((number, block, Span(tokens[0].start, tokens[count - 1].end)))
                break
        for places in seen.values():
            yield from self._twice(places)

    def _twice(self, places: list[tuple[int, Block, Span]]) -> Iterator[Match]:
        """The second of two like openings. Three or more, or two in a row, are a figure of speech and no slip."""
        if len(places) != 2 or places[1][0] - places[0][0] < self.apart:
            return
        (_, first_block, first), (_, block, span) = places
        shown = Evidence("the same opening stands here", first_block, first)
        yield Match(block, span, (), {"match": block.text[slice(*span)], "count": str(len(places))}, (shown,))


def _sentences(story: Story) -> Iterator[tuple[Block, Span]]:
    """The sentences of the body that the reporter opens: no quotations, no list items."""
    for block in story.blocks(Part.BODY):
        for sentence in story.sentences(block):
            if not story.quoted(block, Span(sentence.start + 1, sentence.start + 2)):
                yield block, sentence


def _tokens(block: Block, sentence: Span, count: int) -> list[Span]:
    found = []
    for span in words(block.text[sentence.start : sentence.end]):
        found.append(Span(span.start + sentence.start, span.end + sentence.start))
        if len(found) == count:
            break
    return found


def _own(block: Block, tokens: list[Span]) -> int:
    """How many words of an opening are its own: neither small words nor names; none when a figure stands in it."""
    texts = [block.text[slice(*token)] for token in tokens]
    if any(text[0].isdigit() for text in texts):
        return 0
    return sum(text.islower() and text.isalpha() and text not in _SMALL for text in texts[1:])
