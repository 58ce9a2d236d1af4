"""Conditional: a story in, every text that wants another to stand by it and has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import patterns, tokens
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import COPY, Match, Span
from lintnews.record import record


@record
class Check:
    """Vale's conditional: where `first` matches, `second` must have said it.

    With a group in `second`, what it captured, in this block or above, is what `first` may match; without a group, any
    match of `second` in the block satisfies every `first` in it. `ignorecase` is accepted and, as in Vale, has no effect.
    With a `view_scope` (a style's `in`), `second` is looked for in the texts of that scope of the file's view.
    """

    slots: ClassVar[tuple[str, ...]] = ("match",)
    first: str
    second: str
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    vocab: bool = True
    view_scope: str = ""

    def validate(self) -> None:
        """Raise OptionError for a pattern that does not compile."""
        tokens.validate_one(self.first, "first")
        tokens.validate_one(self.second, "second")
        tokens.validate_exceptions(self.exceptions)

    def find(self, story: Story) -> Iterator[Match]:
        """Every match of `first` that nothing satisfies and no exception excuses."""
        first = patterns.compile(self.first)
        excepted = tokens.exceptions((*self.exceptions, *(story.vocabulary if self.vocab else ())))
        said: set[str] = set()
        elsewhere = getattr(story.document, "scoped", {}).get(self.view_scope, ()) if self.view_scope else ()
        if any(self._satisfied(text, said) for text in elsewhere):
            return
        saying = set() if self.view_scope else set(story.text.holding(needed(self.second)))
        for at, block in enumerate(story.document.blocks):
            if block.part not in COPY or (at in saying and self._satisfied(block.text, said)):
                continue
            for found in patterns.find(first, block.text):
                if found[0] not in said and not excepted.excuse(block.text, *found.span()):
                    yield Match(block, Span(*found.span()), words={"match": tokens.collapsed(found[0])})

    def _satisfied(self, text: str, said: set[str]) -> bool:
        """Note what `second` says in a text; without a group in it, whether it stands there at all."""
        second = patterns.compile(self.second)
        if not second.groups:
            return patterns.search(second, text) is not None
        for found in patterns.find(second, text):
            said.update(filter(None, found.groups()))
        return False
