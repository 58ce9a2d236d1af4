"""Whole texts and their paragraphs in, the matches of a pattern in all of them out: in the paragraphs only where they can differ.

What stands in a paragraph stands in the whole, and a finding is said once for a place. Only a pattern that minds what is not
there, or a match that reaches over the end of a paragraph and so hides another, makes a difference.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from lintnews.lexicon import Lexicon
from lintnews.needs import Need
from lintnews.patterns import Found, Pattern
from lintnews.scanner import Text

_BREAK = "\n\n"
_LINEWISE = re.compile(r"\(\?-f\)(?:\(\?i\))?\(\?m\)")
_MINDS_EDGES = re.compile(r"\\[AZG]|\(\?<?!")


class Pieced(Text):
    """The text of blocks of which those at `pieces` are paragraphs of the others."""

    def __init__(self, blocks: Sequence[str], pieces: Sequence[int], larger: Text | None = None) -> None:
        some = frozenset(pieces)
        self._wholes = [at for at in range(len(blocks)) if at not in some]
        super().__init__([blocks[at] for at in self._wholes], larger)
        self._pieces = pieces
        self._of_pieces = Text([blocks[at] for at in pieces], larger)

    def holding(self, need: Need) -> Sequence[int]:
        """The places of the blocks that hold one of the texts of a need, in order; all blocks where nothing is needed."""
        wholes, pieces = self._held(need), self._of_pieces.holding(need)
        return sorted([*map(self._wholes.__getitem__, wholes), *map(self._pieces.__getitem__, pieces)])

    def places(self, standing: Collection[int]) -> Iterator[tuple[int, int]]:
        """Places of texts that begin with no blank as those of blocks, and where in them."""
        return ((self._wholes[at], start) for at, start in super().places(standing))

    def phrases(self, lexicon: Lexicon) -> Iterator[tuple[int, int, Found]]:
        """Every place of a phrase of a lexicon, as `matches` has it."""
        in_wholes = super().phrases(lexicon)
        whole = [(self._wholes[at], i, found) for at, i, found in in_wholes]
        if any(_BREAK in found[0] for _, _, found in whole):
            yield from ((self._pieces[at], i, found) for at, i, found in self._of_pieces.phrases(lexicon))
        yield from whole

    def matches(self, pattern: Pattern, need: Need, standing: Collection[int] | None = None) -> Iterator[tuple[int, Found]]:
        """Every match of a pattern that has this need, with the place of its block; those that only repeat another may be left out."""
        in_wholes = super().matches(pattern, need, standing)
        whole = [(self._wholes[at], found) for at, found in in_wholes]
        if _minds_edges(pattern.pattern) or any(_BREAK in found[0] for _, found in whole):
            yield from ((self._pieces[at], found) for at, found in self._of_pieces.matches(pattern, need))
        yield from whole


def _minds_edges(pattern: str) -> bool:
    """Whether a pattern may match in a paragraph what it does not match in the whole text."""
    return _MINDS_EDGES.search(pattern) is not None or (not _LINEWISE.match(pattern) and not {"^", "$"}.isdisjoint(pattern))
