"""A document read as Vale reads it and a rule's selectors in, the story that the rule is shown out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lintnews.facts import FactBase
from lintnews.ledger import Story, Stretch
from lintnews.model import Block, Document, Piece, Span
from lintnews.record import replace
from lintnews.scanner import Text
from lintnews.vale.document import ScopedBlock, reading_of
from lintnews.vale.pieced import Pieced
from lintnews.vale.scope import Selector, selector
from lintnews.vale.selected import Selected

#: How the scopes begin of copy and of its pieces.
_OF_WHOLE = ("text", "sentence.text", "paragraph.text")


class View(Story):
    """A story over the blocks that a rule is meant for. Nothing of it depends on what newsrooms do."""

    #: The whole text of the file, where all blocks are stretches of it.
    whole: Text | None = None

    @cached_property
    def text(self) -> Text:
        """The text of all blocks; where paragraphs stand beside the text that they are pieces of, it is searched first."""
        texts = [block.text for block in self.document.blocks]
        return Pieced(texts, self._pieces, self.whole) if self._pieces else Text(texts, self.whole)

    @cached_property
    def _pieces(self) -> Sequence[int]:
        pieces = [at for at, block in enumerate(self.document.blocks) if _is_piece(block)]
        return pieces if len(pieces) < len(self.document.blocks) else []

    @property
    def wholes(self) -> Sequence[Block]:
        """The blocks that are no paragraphs of others."""
        some = frozenset(self._pieces)
        return [block for at, block in enumerate(self.document.blocks) if at not in some]

    def stretches(self) -> Iterator[Stretch]:
        """Each block by itself; what is found of it is said at the beginning of its line, or of the file for all its prose."""
        for block in self.wholes:
            if isinstance(block, ScopedBlock):
                parts = [part for part in block.text.split("\n\n") if part.strip()]
                yield Stretch(parts, block.counts or {"paragraphs": len(parts)}, _before(block, self.document.source.text), Span(0, 0))

    def apostrophe(self, block: Block) -> str:
        """A straight one: a style says itself which it wants."""
        return "'"

    def sentences(self, block: Block) -> list[Span]:
        """The sentences as Vale parts them; a block that is one is not parted."""
        from lintnews.english.punkt import sentences

        if block not in self._sentences:
            whole = isinstance(block, ScopedBlock) and block.scope.startswith("sentence")
            self._sentences[block] = [Span(0, len(block.text))] if whole else sentences(block.text)
        return self._sentences[block]


def views(story: Story) -> Views:
    """The views of a story that has been read already, from its source: in all the pieces that a rule may ask for."""
    from lintnews.vale import documents

    reading = reading_of(story.document.source.name, sentences=True, paragraphs=True)
    reading = replace(reading, elements=True)
    if reading.format in (*documents.UNREAD, "rst"):
        reading = replace(reading, format="txt")
    return Views(documents.read(story.document.source, reading), story.facts, story.vocabulary)


class Views:
    """The views of one document, each made once."""

    def __init__(self, document: Document, facts: FactBase, vocabulary: tuple[str, ...] = ()) -> None:
        self._document, self._facts, self._vocabulary = document, facts, vocabulary
        self._made: dict[tuple[str, ...], View] = {}
        self._selected = Selected(document)

    @cached_property
    def _whole(self) -> Text:
        """The text of all blocks that are no pieces of others: what is not in it is in no view that blanks nothing."""
        scoped = (block for block in self._document.blocks if isinstance(block, ScopedBlock))
        return Text([block.text for block in scoped if not block.parent and block.scope.startswith("text")])

    def of(self, selectors: tuple[str, ...]) -> View:
        """The view of these selectors."""
        if selectors not in self._made:
            blocks = tuple(_chosen(self._document.blocks, [selector(text) for text in selectors], self._selected))
            self._made[selectors] = made = View(replace(self._document, blocks=blocks), self._facts, vocabulary=self._vocabulary)
            made.whole = self._whole if all(map(self._is_of_whole, blocks)) else None
        return self._made[selectors]

    def _is_of_whole(self, block: Block) -> bool:
        """Whether all of a block stands in the whole text as it is: one with blanks for words does not."""
        return id(block) in self._own and isinstance(block, ScopedBlock) and block.scope.startswith(_OF_WHOLE)

    @cached_property
    def _own(self) -> frozenset[int]:
        return frozenset(map(id, self._document.blocks))


def _before(block: ScopedBlock, text: str) -> Block:
    """Nothing, at the place where what is measured of a block is said: a sentence's own beginning, or that of its line."""
    start = block.in_source(Span(0, 0)).start
    if block.scope.startswith(("summary", "raw")):
        start = 0
    elif not block.scope.startswith("sentence"):
        start = max(text.rfind(mark, 0, start) for mark in "\r\n") + 1
    return Block(block.part, "", (Piece(0, start, start),))


def _is_piece(block: Block) -> bool:
    """Whether a block is a paragraph of plain text, which is a block as a whole too."""
    return isinstance(block, ScopedBlock) and block.scope.startswith("paragraph.text.txt")


def _chosen(blocks: Iterable[Block], selectors: Sequence[Selector], selected: Selected) -> Iterator[Block]:
    """The blocks that any selector means; of two with the same text at the same place, a paragraph and itself, the second."""
    last: Block | None = None
    for block in _meant(blocks, selectors, selected):
        if last is not None and (last.text != block.text or last.pieces != block.pieces):
            yield last
        last = block
    if last is not None:
        yield last


def _meant(blocks: Iterable[Block], selectors: Sequence[Selector], selected: Selected) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, ScopedBlock):
            continue
        for asked in selectors:
            if asked.fits(block.scope, block.parent) and (not asked.documents or selected.holds(asked, block)):
                yield _blanked(block, asked.blanked)
                break
    for asked in selectors:
        yield from selected.wholes(asked, _blanked)


def _blanked(block: ScopedBlock, kinds: frozenset[str]) -> ScopedBlock:
    """A block with its inline text of these kinds as blanks, so that nothing else moves."""
    text = block.text
    for kind, span in block.inlines:
        if kind in kinds:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return block if text == block.text else replace(block, text=text)
