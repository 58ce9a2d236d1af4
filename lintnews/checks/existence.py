"""Existence: a story in, every place where text stands that should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lintnews import actions, alternatives, patterns, tokens
from lintnews.alternatives import Alternatives
from lintnews.joint import Sought
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import Block, Match, OptionError, Span
from lintnews.needs import Need
from lintnews.record import field, record


@record
class Check:
    """Vale's existence: `tokens` between word boundaries, `raw` joined to them outside the boundaries.

    `before` and `after` are patterns that must stand right beside each of the tokens.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    templated: ClassVar[bool] = False
    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    exceptions: tuple[str, ...] = ()
    append: bool = False
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    matchcase: bool = False
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if not self.tokens and not self.raw:
            raise OptionError("this kind needs `tokens` or `raw`")
        items = tokens.paths("tokens", self.tokens) | tokens.paths("raw", self.raw)
        tokens.validate_beside(self.before, self.after)
        if self._whole:
            tokens.validate(self._composed, items)
        else:
            tokens.validate_all(items)
        tokens.validate_exceptions(self.exceptions)
        actions.validate(self.action)

    @cached_property
    def _composed(self) -> str:
        return tokens.compose(self._tokens, self.raw, nonword=self.nonword, ignorecase=self.ignorecase, append=self.append)

    @cached_property
    def _tokens(self) -> tuple[str, ...]:
        return tuple(tokens.between(self.before, token, self.after) for token in self.tokens)

    def find(self, story: Story) -> Iterator[Match]:
        """Every match that no exception excuses."""
        vocabulary = story.vocabulary if self.vocab and (self.templated or not self.nonword) else ()
        excepted = tokens.exceptions((*self.exceptions, *vocabulary))
        for block, found in self._found(story):
            if not excepted.excuse(block.text, *found.span()):
                yield self._match(block, found)

    def _found(self, story: Story) -> Iterator[tuple[Block, patterns.Found]]:
        """Every match of the tokens, one by one, unless they lean on one another or on what stands outside them."""
        if self._whole:
            return alternatives.found(self._composed, self.need, story)
        return ((block, found) for block, _, found in self._alternatives.found(story))

    @cached_property
    def _whole(self) -> bool:
        return bool(self.raw) or not tokens.stand_alone(self._tokens)

    @cached_property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return needed(self._composed) if self._whole else self._alternatives.need

    @property
    def sought(self) -> Sought:
        """What it looks for, see `joint`."""
        return alternatives.whole(self._composed, self.need) if self._whole else self._alternatives.sought

    @cached_property
    def _alternatives(self) -> Alternatives:
        return Alternatives(self._tokens, nonword=self.nonword, ignorecase=self.ignorecase)

    def _match(self, block: Block, found: patterns.Found) -> Match:
        fixes = actions.fixes(self.action, found)
        if self.matchcase:
            fixes = tuple(actions.recased(fix, found[0]) for fix in fixes)
        return Match(block, Span(*found.span()), fixes, {"match": tokens.collapsed(found[0]), **actions.words("fix", fixes)})
