"""A document read as Vale reads it and a rule's selectors in, the story that the rule is shown out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Block, Document, Span
from lintnews.vale.document import ScopedBlock, reading_of
from lintnews.vale.scope import Selector, selector


class View(Story):
    """A story over the blocks that a rule is meant for. Nothing of it depends on what newsrooms do."""

    def apostrophe(self, block: Block) -> str:
        """A straight one: a style says itself which it wants."""
        return "'"

    def sentences(self, block: Block) -> list[Span]:
        """The sentences as Vale parts them."""
        from lintnews.english.punkt import sentences

        if block not in self._sentences:
            self._sentences[block] = sentences(block.text)
        return self._sentences[block]


def views(story: Story) -> Views:
    """The views of a story that has been read already, from its source: in all the pieces that a rule may ask for."""
    from lintnews.vale import documents

    reading = reading_of(story.document.source.name, sentences=True, paragraphs=True)
    return Views(documents.read(story.document.source, reading), story.facts, story.vocabulary)


class Views:
    """The views of one document, each made once."""

    def __init__(self, document: Document, facts: FactBase, vocabulary: tuple[str, ...] = ()) -> None:
        self._document, self._facts, self._vocabulary = document, facts, vocabulary
        self._made: dict[tuple[str, ...], View] = {}

    def of(self, selectors: tuple[str, ...]) -> View:
        """The view of these selectors."""
        if selectors not in self._made:
            blocks = tuple(_chosen(self._document.blocks, [selector(text) for text in selectors]))
            self._made[selectors] = View(replace(self._document, blocks=blocks), self._facts, vocabulary=self._vocabulary)
        return self._made[selectors]


def _chosen(blocks: Iterable[Block], selectors: Sequence[Selector]) -> Iterable[Block]:
    for block in blocks:
        if not isinstance(block, ScopedBlock):
            continue
        for asked in selectors:
            if asked.fits(block.scope, block.parent):
                yield _blanked(block, asked.blanked)
                break


def _blanked(block: ScopedBlock, kinds: frozenset[str]) -> ScopedBlock:
    """A block with its inline text of these kinds as blanks, so that nothing else moves."""
    text = block.text
    for kind, span in block.inlines:
        if kind in kinds:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return block if text == block.text else replace(block, text=text)
