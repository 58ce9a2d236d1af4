"""A story in; out come the sentences of its copy as frames see them, and what the frames of all rules find in them, in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from lintnews.english.frames import Sentence
from lintnews.english.sought import Fit, Sought
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.together import Together
from lintnews.model import Block, Span

#: How many sentences are remembered.
_KEPT = 1_000
#: The places that fit each frame, as it is written: the number of the sentence, and where in it.
Fitting = Mapping[str, Sequence[tuple[int, Fit]]]


class Framed:
    """Sentences, each with its block and its place there."""

    def __init__(self, story: Story) -> None:
        self.sentences: Sequence[tuple[Block, Span, Sentence]] = [
            (block, span, _sentence(block.text[slice(*span)])) for block in story.blocks() for span in story.sentences(block)
        ]
        self._together = story.facts.kept(_together)("")
        self._rules, self._sought = self._together.whole()

    def fitting(self, sought: Sought) -> Fitting:
        """What fits some frames, and maybe others."""
        return self._shared if sought in self._rules else self._fitting(self._together.add(sought))

    @cached_property
    def _shared(self) -> Fitting:
        return self._fitting(self._sought)

    def _fitting(self, sought: Sought) -> Fitting:
        out: dict[str, list[tuple[int, Fit]]] = {}
        for number, (_, _, sentence) in enumerate(self.sentences):
            for text, fit in sought.found(sentence):
                out.setdefault(text, []).append((number, fit))
        return out


@lru_cache(_KEPT)
def _sentence(text: str) -> Sentence:
    """A sentence, with what was worked out of it before: who writes changes one of a story at a time."""
    return Sentence(text)


def _joined(rules: tuple[Sought, ...]) -> Sought:
    if len(rules) == 1:
        return rules[0]
    by_word = dict[str, dict[str, None]]()
    for sought in rules:
        for word, texts in sought.by_word.items():
            by_word.setdefault(word, {}).update(dict.fromkeys(texts))
    return Sought({word: tuple(texts) for word, texts in by_word.items()})


def _together(facts: FactBase, _: str) -> Together[Sought, Sought]:
    return Together(_joined)


def read(story: Story) -> Framed:
    """All sentences of the copy."""
    return Framed(story)
