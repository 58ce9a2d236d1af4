"""Repetition: a story in, every token that stands twice in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from operator import eq
from typing import ClassVar

from lintnews import actions, patterns, tokens
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Piece, Span
from lintnews.record import field, record


@record
class Check:
    """Vale's repetition: each match of `tokens` is held against the one before it; more than `max` hits are reported."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    tokens: tuple[str, ...]
    max: int = 0
    ignorecase: bool = False
    alpha: bool = False
    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if not self.tokens:
            raise OptionError("`tokens` must hold at least one pattern", "tokens")
        tokens.validate(self._composed, tokens.paths("tokens", self.tokens))
        tokens.validate_exceptions(self.exceptions)
        actions.validate(self.action)

    @cached_property
    def _composed(self) -> str:
        return ("(?i)" if self.ignorecase else "") + f"({'|'.join(self.tokens)})"

    def find(self, story: Story) -> Iterator[Match]:
        """Every repetition within a sentence that no exception excuses."""
        excepted = tokens.exceptions((*self.exceptions, *(story.vocabulary if self.vocab else ())))
        for block in story.document.blocks if self.max else story.wholes:
            counts = partial(_counts, story, excepted, block)
            for span, word in self._repeated(block, counts):
                yield self._match(block, span, word)

    def _repeated(self, block: Block, counts: Callable[[Span], bool]) -> Iterator[tuple[Span, str]]:
        """From the previous token to this one where they are alike. Only what is said sets the count back."""
        if not self._may_repeat(block.text):
            return
        count, before, start = 0, "", 0
        for found in patterns.find(patterns.compile(self._composed), block.text):
            word = found[0].strip()
            if word and self._alike(before, word):
                count += 1
                if count > self.max and counts(span := Span(start, found.end())):
                    yield span, word
                    count = 0
            before, start = word, found.start()

    def _may_repeat(self, text: str) -> bool:
        """Whether any two tokens in a row are the same: asked of the whole text at once."""
        words = [word.strip() for word in patterns.texts(patterns.compile(self._composed), text)]
        if self.ignorecase:
            words = list(map(str.lower, words))
        return any(map(eq, words, words[1:]))

    def _alike(self, before: str, word: str) -> bool:
        if self.alpha and not word.isalpha():
            return False
        return before.lower() == word.lower() if self.ignorecase else before == word

    def _match(self, block: Block, span: Span, word: str) -> Match:
        fixes: tuple[str, ...] = ()
        if self.action and (found := patterns.search(_WHOLE, block.text[span.start : span.end])):
            fixes = actions.fixes(self.action, found)
        return Match(block, span, fixes, {"match": word, **actions.words("fix", fixes)})


def _counts(story: Story, excepted: tokens.Exceptions, block: Block, span: Span) -> bool:
    return _is_one_sentence(story, block, span) and not excepted.excuse(block.text, *span)


def _is_one_sentence(story: Story, block: Block, span: Span) -> bool:
    """Whether what stands from one token to the other is one sentence, read by itself."""
    text = block.text[slice(*span)]
    return len(story.sentences(Block(block.part, text, (Piece(0, 0, len(text)),)))) == 1


_WHOLE = patterns.compile(r"(?s)\A.*\Z")
