"""Sequence: a story in, every run of words out whose texts and parts of speech are as its tokens say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import ClassVar

from lintnews import actions, lazily, patterns, tokens
from lintnews.english import phrases
from lintnews.english.phrases import Phrase, Sentence, Token
from lintnews.ledger import Story
from lintnews.literals import needed
from lintnews.model import Block, LintNewsError, Match, OptionError, Span, did_you_mean
from lintnews.needs import ANYTHING, Need
from lintnews.record import field, record

_KEYS = ("pattern", "tag", "upos", "negate", "skip", "min", "target")
_TRUTHS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False, "": False}
_WHOLE = lazily.pattern(r"(?s).*")
#: The words of a match that a message can show one by one.
_SHOWN = 9


@record
class Check:
    """Vale's sequence: `tokens`, each a pattern of a word, of its tag, or both, one after another in a sentence.

    `model` is taken for the sake of Vale's rules and does nothing.
    """

    slots: ClassVar[tuple[str, ...]] = (*(f"word{i}" for i in range(1, _SHOWN + 1)), "match", "fix")
    tokens: tuple[Mapping[str, str], ...]
    ignorecase: bool = False
    exceptions: tuple[str, ...] = ()
    model: str = ""
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        for i, keys in enumerate(self.tokens):
            try:
                self._token(keys)
            except OptionError as error:
                raise OptionError(str(error), "tokens", i, *error.path) from None
        if not any(not token.negate for token in self._phrase.tokens):
            raise OptionError("`tokens` must hold one at least that is not negated", "tokens")
        for i, term in enumerate(self.exceptions):
            tokens.validate_one(term, "exceptions", i)
        actions.validate(self.action)

    def _token(self, keys: Mapping[str, str]) -> Token:
        """One token; raises OptionError with its key."""
        for key in keys:
            if key not in _KEYS:
                raise OptionError(f"unknown key `{key}` in a token{did_you_mean(key, _KEYS)}", key)
        pattern, tag, upos = (keys.get(key, "") for key in ("pattern", "tag", "upos"))
        if tag and upos:
            raise OptionError("a token cannot have both `tag` and `upos`", "upos")
        if not (pattern or tag or upos):
            raise OptionError("a token needs `pattern`, `tag` or `upos`")
        kinds = tuple(name.strip().upper() for name in upos.split("|")) if upos else ()
        if unknown := [name for name in kinds if name not in phrases.UNIVERSAL]:
            raise OptionError(f"there is no universal tag `{unknown[0]}`; known: {', '.join(phrases.UNIVERSAL)}", "upos")
        return Token(
            self._compiled("pattern", rf"^(?:{pattern})$" if pattern else ""), self._compiled("tag", tag), kinds,
            _truth(keys, "negate"), _number(keys, "skip", 0), max(1, _number(keys, "min", 1)), _truth(keys, "target"),
        )  # fmt: skip

    def _compiled(self, key: str, pattern: str) -> patterns.Pattern | None:
        try:
            return patterns.compile(pattern, ignorecase=self.ignorecase and key == "pattern") if pattern else None
        except LintNewsError as error:
            raise OptionError(str(error), key) from None

    @cached_property
    def _phrase(self) -> Phrase:
        return Phrase([self._token(keys) for keys in self.tokens])

    @cached_property
    def need(self) -> Need:
        """What a story must hold for this check to find anything: what the word does from which a match is sought."""
        pattern = self.tokens[self._phrase.anchor].get("pattern", "")
        return needed(f"(?:{pattern})", ignorecase=self.ignorecase) if pattern else ANYTHING

    def find(self, story: Story) -> Iterator[Match]:
        """Every run of words that fits and begins in no exception."""
        for at in story.text.holding(self.need):
            block = story.document.blocks[at]
            for span in story.sentences(block):
                yield from self._in_sentence(block, span)

    def _in_sentence(self, block: Block, span: Span) -> Iterator[Match]:
        sentence = Sentence(block.text[slice(*span)])
        starts, ends = self._excepted(sentence.text)
        for found in self._phrase.find(sentence):
            before = bisect_right(starts, found.span.start)
            if not before or ends[before - 1] <= found.span.start:
                words = {f"word{i}": word for i, word in enumerate(found.words[:_SHOWN], start=1)}
                yield self._match(block, Span(found.span.start + span.start, found.span.end + span.start), words)

    def _excepted(self, sentence: str) -> tuple[Sequence[int], Sequence[int]]:
        """Where the exceptions begin in a sentence, in order, and the farthest that any up to each of them reaches."""
        spans = sorted(found.span() for term in self.exceptions for found in patterns.find(patterns.compile(term), sentence))
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def _match(self, block: Block, span: Span, words: Mapping[str, str]) -> Match:
        text = block.text[slice(*span)]
        found = _WHOLE.fullmatch(text) if self.action else None
        fixes = actions.fixes(self.action, found) if found else ()
        return Match(block, span, fixes, {**words, "match": tokens.collapsed(text), **actions.words("fix", fixes)})


def _truth(keys: Mapping[str, str], key: str) -> bool:
    value = keys.get(key, "").lower()
    if value not in _TRUTHS:
        raise OptionError(f"`{key}` must be true or false, not `{value}`", key)
    return _TRUTHS[value]


def _number(keys: Mapping[str, str], key: str, default: int) -> int:
    value = keys.get(key, "") or str(default)
    if not value.isdecimal() or len(value) > 3:
        raise OptionError(f"`{key}` must be a whole number from 0 to 999, not `{value}`", key)
    return int(value)
