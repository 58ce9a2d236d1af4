"""Company: a story in, every text out that stands without what should stand near it, in the stories that are about something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import ClassVar, Literal

from lintnews import alternatives, patterns, tokens
from lintnews.alternatives import Alternatives
from lintnews.joint import Sought
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import PROSE, Block, Match, OptionError, Part, Span
from lintnews.needs import ANYTHING, Need
from lintnews.patterns import Found, Pattern
from lintnews.record import record

#: How far around a match its company may stand.
_OPENING = 3


@record
class Check:
    """`tokens` are reported unless one of `beside` stands `within` reach, and where `about` is given only if the story holds one of it."""

    slots: ClassVar[tuple[str, ...]] = ("match",)
    tokens: tuple[str, ...]
    beside: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    within: Literal["sentence", "near", "paragraph", "neighbours", "opening", "body", "story"] = "near"
    ignorecase: bool = False
    nonword: bool = False

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if not self.tokens:
            raise OptionError("this kind needs `tokens`", "tokens")
        for key, items in (("tokens", self.tokens), ("beside", self.beside), ("about", self.about)):
            tokens.validate_all(tokens.paths(key, items))

    @property
    def local(self) -> bool:
        """Whether all that counts stands in the paragraph of a match."""
        return not self.about and self.within in ("sentence", "near", "paragraph")

    @cached_property
    def _composed(self) -> str:
        return tokens.compose(self.tokens, nonword=self.nonword, ignorecase=self.ignorecase)

    @cached_property
    def need(self) -> Need:
        """What a story must hold for this check to find anything: one of the tokens, or of what it is about, whichever are fewer."""
        told = [need for need in (self._wanted, self._needed) if need.texts and "" not in need.by_key]
        return min(told, key=lambda need: len(need.by_key), default=ANYTHING)

    @cached_property
    def _needed(self) -> Need:
        return self._alternatives.need if self._alternatives else needed(self._composed)

    @cached_property
    def _wanted(self) -> Need:
        return Alternatives(self.about, ignorecase=True).need if self.about and tokens.stand_alone(self.about) else ANYTHING

    @cached_property
    def _alternatives(self) -> Alternatives | None:
        """The tokens one by one, where they do not lean on one another."""
        alone = tokens.stand_alone(self.tokens)
        return Alternatives(self.tokens, nonword=self.nonword, ignorecase=self.ignorecase) if alone else None

    @property
    def sought(self) -> Sought:
        """What it looks for, see `joint`."""
        return alternatives.whole(self._composed, self.need)

    @cached_property
    def _beside(self) -> Pattern | None:
        return _any(self.beside)

    def find(self, story: Story) -> Iterator[Match]:
        """Every match that keeps no company, in a story that is about what the rule is about."""
        found = list(self._found(story)) if all(map(story.text.may_hold, (self._wanted, self._needed))) else []
        if not found or not self._concerns(story):
            return
        for block, match in found:
            span = Span(*match.span())
            if not (self._beside and any(patterns.search(self._beside, text) for text in self._around(story, block, span))):
                yield Match(block, span, (), {"match": tokens.collapsed(match[0])})

    def _found(self, story: Story) -> Iterator[tuple[Block, Found]]:
        if self._alternatives:
            return ((block, match) for block, _, match in self._alternatives.found(story))
        return alternatives.found(self._composed, self._needed, story)

    def _concerns(self, story: Story) -> bool:
        about = _any(self.about)
        return about is None or any(patterns.search(about, block.text) for block in story.document.blocks)

    def _around(self, story: Story, block: Block, span: Span) -> Iterator[str]:
        """The texts in which the company of a match may stand."""
        if self.within in ("sentence", "near"):
            yield _sentences(story, block, span, int(self.within == "near"))
        elif self.within == "paragraph":
            yield block.text
        else:
            yield from (other.text for other in self._blocks(story, block))

    def _blocks(self, story: Story, block: Block) -> Sequence[Block]:
        if self.within == "neighbours":
            every = story.document.blocks
            at = every.index(block)
            return every[max(0, at - 1) : at + 2]
        if self.within == "opening":
            return [*story.blocks(Part.HEADLINE, Part.DECK), *list(story.blocks(Part.BODY))[:_OPENING]]
        return list(story.blocks(*PROSE)) if self.within == "body" else story.document.blocks


def _any(items: tuple[str, ...]) -> Pattern | None:
    return patterns.compile(tokens.compose(items, ignorecase=True)) if items else None


def _sentences(story: Story, block: Block, span: Span, more: int) -> str:
    """The sentence of a span, and as many more before and behind it."""
    every = story.sentences(block)
    here = next((i for i in range(len(every) - 1, -1, -1) if every[i].start <= span.start), 0)
    around = every[max(0, here - more) : here + more + 1]
    return block.text[around[0].start : around[-1].end] if around else block.text
