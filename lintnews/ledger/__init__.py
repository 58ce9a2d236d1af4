"""A document in, what the story says out: each reading is made once, when a check first asks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from re import Pattern
from typing import TYPE_CHECKING, NamedTuple

from lintnews.facts import FactBase
from lintnews.model import COPY, PROSE, Block, Document, Part, Span
from lintnews.scanner import Text
from lintnews.words import sentences

_WORD = re.compile(r"\S+")
#: What the blocks of a story are to a formula.
_KINDS = {Part.LIST: "list", Part.QUOTE_BLOCK: "blockquote", Part.HEADLINE: "heading_h1", Part.HEADING: "heading_h2"}

if TYPE_CHECKING:
    from lintnews.ledger.acronyms import Acronyms
    from lintnews.ledger.chains import Chain
    from lintnews.ledger.chances import Chances
    from lintnews.ledger.era import Era
    from lintnews.ledger.figures import Lines
    from lintnews.ledger.framed import Framed
    from lintnews.ledger.links import Link
    from lintnews.ledger.numbers import Number
    from lintnews.ledger.people import People
    from lintnews.ledger.prose import Sentence
    from lintnews.ledger.quotations import Quotation
    from lintnews.ledger.sites import Named
    from lintnews.ledger.sources import Cited


class Stretch(NamedTuple):
    """Copy that is measured as one: the paragraphs it has, how many blocks of other kinds, the place where a word of it is said."""

    paragraphs: Sequence[str]
    counts: Mapping[str, int]
    block: Block
    span: Span


class Story:
    """One story and the facts it is read against; `day` is the day it is dated, where that is known.

    `vocabulary` holds the words the house accepts, as patterns: exceptions to every rule that heeds it. `cited` reads the texts that
    the story quotes from; without it only those in its head are known.
    """

    def __init__(
        self,
        document: Document,
        facts: FactBase,
        day: date | None = None,
        vocabulary: tuple[str, ...] = (),
        cited: Callable[[Document], Sequence[Cited]] | None = None,
    ) -> None:
        self.document = document
        self.facts = facts
        self.vocabulary = vocabulary
        self._day = day
        self._cited = cited

    @cached_property
    def day(self) -> date | None:
        from lintnews.ledger.days import story_day

        return self._day or story_day(self.document)

    @cached_property
    def language(self) -> str:
        """The tag of the story's language or the name of its script; empty where neither copy nor head tells."""
        from lintnews.ledger.language import of

        return of(self)

    @cached_property
    def sources(self) -> Sequence[Cited]:
        """The texts that the story says it quotes from; raises LintNewsError for one that cannot be read."""
        from lintnews.ledger.sources import inline

        return (self._cited or inline)(self.document)

    def blocks(self, *parts: Part) -> Iterator[Block]:
        """The blocks of these parts, or all that are copy, in reading order."""
        wanted = parts or COPY
        return (block for block in self.document.blocks if block.part in wanted)

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks of running text."""
        return tuple(self.blocks(*PROSE))

    @property
    def wholes(self) -> Sequence[Block]:
        """The blocks that are no pieces of others: all of them."""
        return self.document.blocks

    def stretches(self) -> Iterator[Stretch]:
        """What is measured as one: all running text; what is found of it is said at its first word."""
        if blocks := self.prose:
            kinds = Counter(_KINDS.get(block.part, "paragraphs") for block in self.blocks())
            word = _WORD.search(blocks[0].text)
            yield Stretch([block.text for block in blocks], kinds, blocks[0], Span(*word.span()) if word else Span(0, 0))

    @cached_property
    def text(self) -> Text:
        """The text of all blocks, laid out for searching."""
        return Text([block.text for block in self.document.blocks])

    def distinct(self, pattern: Pattern[str]) -> frozenset[str]:
        """The different texts that a pattern finds in the copy."""
        if id(pattern) not in self._distinct:
            self._distinct[id(pattern)] = frozenset(found for block in self.blocks() for found in pattern.findall(block.text))
        return self._distinct[id(pattern)]

    @cached_property
    def _distinct(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def folded(self) -> str:
        """All the text, casefolded and with single blanks: what has not the words of a pattern in it cannot hold its match."""
        return " ".join(" ".join(block.text for block in self.document.blocks).casefold().split())

    def apostrophe(self, block: Block) -> str:
        """The apostrophe this block is set with, or the story where the block has none: curly or straight."""
        return _apostrophe([block.text]) or self.usual_apostrophe

    @cached_property
    def usual_apostrophe(self) -> str:
        """The apostrophe that the story is set with."""
        return _apostrophe([block.text for block in self.prose]) or "'"

    def of_blocks(self, blocks: tuple[Block, ...]) -> Story:
        """The same story with these of its blocks alone, set with the same apostrophe and of the same day."""
        document = Document(self.document.source, self.document.meta, blocks)
        made = Story(document, self.facts, self._day, self.vocabulary, self._cited)
        made.usual_apostrophe, made.day = self.usual_apostrophe, self.day
        return made

    def sentences(self, block: Block) -> list[Span]:
        """The sentences of a block."""
        if block not in self._sentences:
            self._sentences[block] = sentences(block.text)
        return self._sentences[block]

    @cached_property
    def told(self) -> Sequence[Sentence]:
        """The sentences of the body, with their lengths."""
        from lintnews.ledger.prose import sentences

        return tuple(sentences(self))

    def sentence(self, block: Block, at: int) -> Span:
        """The sentence of a block that holds an offset."""
        spans = self.sentences(block)
        before = bisect_right(spans, at, key=lambda span: span.start)
        return spans[before - 1] if before else Span(0, len(block.text))

    @cached_property
    def _sentences(self) -> dict[Block, list[Span]]:
        return {}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        from lintnews.ledger.quotations import read

        return read(self)

    def quoted(self, block: Block, span: Span) -> bool:
        """Whether a span stands in a quotation, or in a block that is one."""
        if block.part is Part.QUOTE_BLOCK:
            return True
        starts, ends = self._quoted.get(block, ((), ()))
        before = bisect_right(starts, span.start)
        return before > 0 and ends[before - 1] >= span.end

    @cached_property
    def _quoted(self) -> dict[Block, tuple[Sequence[int], Sequence[int]]]:
        """Where the quotations of each block begin, in order, and the farthest that any up to each of them reaches."""
        inside: dict[Block, list[Span]] = {}
        for quotation in self.quotations:
            inside.setdefault(quotation.block, []).append(quotation.inside)
        spans = {block: sorted(found) for block, found in inside.items()}
        return {block: ([s.start for s in found], list(accumulate((s.end for s in found), max))) for block, found in spans.items()}

    @cached_property
    def numbers(self) -> Mapping[Block, Sequence[Number]]:
        """The numbers of each block of copy."""
        from lintnews.ledger.counted import read

        return read(self)

    @cached_property
    def lines(self) -> Lines:
        """The blocks of two figures and more, with a sign for each figure."""
        from lintnews.ledger.figures import read

        return read(self)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The runs of capitalised words of all copy, headlines too, in reading order."""
        from lintnews.ledger.chains import chains

        return tuple(
            chain
            for block in self.blocks(*COPY, Part.DATELINE)
            for chain in chains(block, frozenset(span.start for span in self.sentences(block)))
        )

    @cached_property
    def words_of_names(self) -> Mapping[str, Sequence[tuple[Chain, int]]]:
        """Where each word of the chains stands, in reading order, by its folded form: the chain and its place in it."""
        out: dict[str, list[tuple[Chain, int]]] = {}
        for chain in self.chains:
            for i, word in enumerate(chain.phrase.folded):
                out.setdefault(word, []).append((chain, i))
        return out

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The addresses that readers can follow, in the order of the source."""
        from lintnews.ledger.links import links

        return tuple(links(self.document))

    @cached_property
    def chances(self) -> Chances:
        """The sentences of the copy as rows of words, and how likely each word is in its place."""
        from lintnews.ledger.chances import read

        return read(self)

    @cached_property
    def framed(self) -> Framed:
        """The sentences of the copy as frames see them."""
        from lintnews.ledger.framed import read

        return read(self)

    @cached_property
    def sites(self) -> Sequence[Named]:
        """The listed sites that the copy names."""
        from lintnews.ledger.sites import read

        return read(self)

    @cached_property
    def people(self) -> People:
        from lintnews.ledger.people import read

        return read(self)

    @cached_property
    def guarded(self) -> Mapping[Block, Sequence[Span]]:
        """The names of each block, in which other programs have no say."""
        from lintnews.ledger.guarded import names

        return names(self)

    @cached_property
    def era(self) -> Era:
        from lintnews.ledger.era import read

        return read(self)

    @cached_property
    def acronyms(self) -> Acronyms:
        from lintnews.ledger.acronyms import read

        return read(self)


def _apostrophe(texts: Sequence[str]) -> str:
    """The apostrophe that stands most often in texts, the straight one of as many; empty where none does."""
    curly, straight = (sum(text.count(mark) for text in texts) for mark in "’'")
    return "" if not curly and not straight else "’" if curly > straight else "'"
