"""One source: a story all of whose attributions are to one and the same speaker, with nothing else that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.attributions import VERB
from lintnews.model import PROSE, Block, Match, Part, Span
from lintnews.record import record
from lintnews.words import fold

#: What a story may rest on besides somebody's words.
_ELSE = lazily.pattern(
    r"(?i)\b(?:according to|documents?|records?|filings?|data|statistics|figures|census|study|studies|survey|poll|report(?:s|ed)?|"
    r"interview(?:s|ed)?|"
    r"court|witness(?:es)?|officials?|police|spokes\p{L}+|statement|sources?|experts?|critics|researchers|analysts|"
    r"told (?:reporters|the))\b"
)
_SAID = lazily.pattern(
    rf"(?<![\p{{L}}])(?P<name>\p{{Lu}}[\p{{L}}’'-]+(?:\s+\p{{Lu}}[\p{{L}}.’'-]+){{0,3}})(?:,[^,.;]{{2,80}},)?\s+(?:\p{{Ll}}+ly\s+)?{VERB}\b"
    rf"|\b{VERB}\s+(?P<after>\p{{Lu}}[\p{{L}}’'-]+(?:\s+\p{{Lu}}[\p{{L}}.’'-]+){{0,3}})"
)
_PRONOUNS = frozenset("he she they it we i you who that this the but and when as in on at after while if".split())


@record
class Check:
    """Stories of at least `words` words of running text, in which `attributions` or more are all to one surname, and that
    name no document, official, study, link or other source. It is said at the first of them.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "count")
    words: int = 250
    attributions: int = 4

    def find(self, story: Story) -> Iterator[Match]:
        if sum(len(block.text.split()) for block in story.prose) < self.words or story.links:
            return
        if any(_ELSE.search(block.text) for block in story.prose):
            return
        found = [each for block in story.blocks(*PROSE) if block.part is not Part.CAPTION for each in _speakers(block)]
        if len(found) < self.attributions or len({fold(name.split()[-1]) for _, _, name in found}) != 1:
            return
        block, span, name = found[0]
        yield Match(block, span, (), {"match": name, "count": str(len(found))})


def _speakers(block: Block) -> Iterator[tuple[Block, Span, str]]:
    """Who says something in a block, by name."""
    for match in _SAID.finditer(block.text):
        group = "name" if match["name"] else "after"
        name = match[group].removesuffix("’s").removesuffix("'s")
        if fold(name) not in _PRONOUNS:
            yield block, Span(match.start(group), match.start(group) + len(name)), name
