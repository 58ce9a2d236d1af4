"""A story in; out come the sentences of its copy as frames see them, and what the frames of all rules find in them, in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from lintnews.english.frames import Sentence
from lintnews.english.sought import Fit, Sought
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Block, Span

#: The places that fit each frame, as it is written: the number of the sentence, and where in it.
Fitting = Mapping[str, Sequence[tuple[int, Fit]]]


class Framed:
    """Sentences, each with its block and its place there."""

    def __init__(self, story: Story) -> None:
        self.sentences: Sequence[tuple[Block, Span, Sentence]] = [
            (block, span, Sentence(block.text[slice(*span)])) for block in story.blocks() for span in story.sentences(block)
        ]
        self._pool: _Pool = story.facts.kept(_pool)("")
        self._members, self._sought = self._pool.together()

    def fitting(self, sought: Sought) -> Fitting:
        """What fits some frames, and others: those of the rules that earlier stories were read by are sought together."""
        if sought in self._members:
            return self._shared
        self._pool.members[sought] = None
        return self._fitting(sought)

    @cached_property
    def _shared(self) -> Fitting:
        return self._fitting(self._sought)

    def _fitting(self, sought: Sought) -> Fitting:
        out: dict[str, list[tuple[int, Fit]]] = {}
        for number, (_, _, sentence) in enumerate(self.sentences):
            for text, fit in sought.found(sentence):
                out.setdefault(text, []).append((number, fit))
        return out


class _Pool:
    """The frames of the rules that are run against one base."""

    def __init__(self) -> None:
        self.members: dict[Sought, None] = {}
        self._last: tuple[frozenset[Sought], Sought] = (frozenset(), Sought({}))

    def together(self) -> tuple[frozenset[Sought], Sought]:
        """All of them, as they are now."""
        if len(self._last[0]) != len(self.members):
            members, by_word = tuple(self.members), dict[str, dict[str, None]]()
            for sought in members:
                for word, texts in sought.by_word.items():
                    by_word.setdefault(word, {}).update(dict.fromkeys(texts))
            self._last = frozenset(members), Sought({word: tuple(texts) for word, texts in by_word.items()})
        return self._last


def _pool(facts: FactBase, _: str) -> _Pool:
    return _Pool()


def read(story: Story) -> Framed:
    """All sentences of the copy."""
    return Framed(story)
