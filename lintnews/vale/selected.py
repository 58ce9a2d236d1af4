"""A document with its tree and what `doc(…)` asks for in, the blocks that stand in the chosen elements out, or these as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from lintnews.model import Block, Document, Part, Piece
from lintnews.vale.document import ScopedBlock, ScopedDocument
from lintnews.vale.documents.thread import Run, Thread, runs_of
from lintnews.vale.scope import Selector
from lintnews.vale.selection import Selection

Blanked = Callable[[ScopedBlock, frozenset[str]], ScopedBlock]


class Selected:
    """What the rules of one document choose of its elements."""

    def __init__(self, document: Document) -> None:
        self._tree = document.tree if isinstance(document, ScopedDocument) else None
        self._blocks = document.blocks

    @cached_property
    def _selection(self) -> Selection | None:
        return Selection(self._tree) if self._tree else None

    def holds(self, asked: Selector, block: ScopedBlock) -> bool:
        """Whether a block stands where every `doc(…)` of a selector says."""
        return all(term.negated is self._chosen(term.css).isdisjoint(block.elements) for term in asked.documents)

    def _chosen(self, css: str) -> set[int]:
        return self._selection.of(css) if self._selection else set()

    def wholes(self, asked: Selector, blanked: Blanked) -> Iterator[ScopedBlock]:
        """The chosen elements as blocks; an empty one where the file begins when there is none."""
        if not asked.whole or not self._tree:
            return
        chosen = [each for each in map(self._tree.elements.__getitem__, self._chosen(asked.documents[0].css)) if not each.inline]
        for element in sorted(chosen, key=lambda each: (each.end, -each.depth, each.number)):
            if inside := self._inside.get(element.number):
                yield _joined((blanked(block, asked.blanked) for block in inside), self._scope)
        if not chosen:
            yield ScopedBlock(Part.BODY, "", (Piece(0, 0, 0),), self._scope)

    @cached_property
    def _scope(self) -> str:
        ending = self._blocks[-1].scope.rpartition(".")[2] if isinstance(self._blocks[-1], ScopedBlock) else ""
        return f"doc.{ending}"

    @cached_property
    def _inside(self) -> dict[int, list[ScopedBlock]]:
        """The blocks of copy in each element that is a block itself."""
        assert self._tree
        out: dict[int, list[ScopedBlock]] = {}
        for block in _copy(self._blocks):
            for number in block.elements:
                if not self._tree.elements[number].inline:
                    out.setdefault(number, []).append(block)
        return out


def _copy(blocks: Iterable[Block]) -> Iterator[ScopedBlock]:
    return (block for block in blocks if isinstance(block, ScopedBlock) and block.scope.startswith("text."))


def _joined(blocks: Iterable[ScopedBlock], scope: str) -> ScopedBlock:
    """Blocks as one, with an empty line between them."""
    thread, end = Thread(), 0
    for block in blocks:
        if thread.length:
            thread.add(Run("\n\n", end, end))
        for run in runs_of(block):
            thread.add(run)
        end = block.pieces[-1].end
    return thread.block(scope)
