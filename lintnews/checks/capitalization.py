"""Capitalization: a story in, every block whose capitals are not those of a title, of a sentence, or of a pattern out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import ClassVar

from lintnews import actions, patterns, tokens
from lintnews.english import titles
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Span
from lintnews.record import field, record

_FORMS = ("$title", "$sentence", "$lower", "$upper")
_STYLES = ("AP", "Chicago")
#: The share of words that must be right where the rule does not say.
_THRESHOLD = 0.8


@record
class Check:
    """Vale's capitalization: each block as a whole is `$title`, `$sentence`, `$lower`, `$upper`, or holds a match of a pattern."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    match: str
    style: str = "AP"
    exceptions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = _THRESHOLD
    prefix: str = ""
    vocab: bool = True
    action: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for an option that cannot be used."""
        if self.match not in _FORMS:
            tokens.validate_one(self.match, "match")
        if self.style not in _STYLES:
            raise OptionError(f"`style` must be one of {', '.join(_STYLES)}", "style")
        if self.threshold < 0:
            raise OptionError("`threshold` must be a share, as 0.8", "threshold")
        tokens.validate_one(self.prefix, "prefix")
        tokens.validate_exceptions(self.exceptions)
        actions.validate(self.action)

    def find(self, story: Story) -> Iterator[Match]:
        """Each block that is not as it should be, as a whole."""
        terms = (*self.exceptions, *(story.vocabulary if self.vocab else ()))
        for block in story.blocks():
            if block.text.strip() and (wanted := self._wanted(block.text, terms)) is not None:
                yield self._match(block, wanted)

    def _wanted(self, text: str, terms: tuple[str, ...]) -> str | None:
        """What should stand instead of a text, or for a pattern the pattern itself; None where it is right."""
        if self.match in ("$title", "$sentence"):
            wanted = self._converted(text, _kept(terms))
            return None if self._is_right(text, wanted, terms) else wanted
        wanted = self._plain(text)
        return None if wanted == text or tokens.exceptions(terms).excuse(text, 0, len(text)) else wanted

    def _plain(self, text: str) -> str:
        if self.match in _FORMS:
            return titles.lower(text) if self.match == "$lower" else titles.upper(text)
        return text if patterns.search(patterns.compile(self.match), text) else self.match

    def _converted(self, text: str, kept: titles.Kept) -> str:
        """A text in the form that is asked for; its prefix stays as it is."""
        found = patterns.compile(self.prefix).match(text) if self.prefix else None
        head, rest = (found[0], text[found.end() :]) if found else ("", text)
        if self.match == "$sentence":
            return head + titles.sentence(rest, self.indicators, kept)
        return head + titles.title(rest, self.style, kept)

    def _is_right(self, text: str, wanted: str, terms: tuple[str, ...]) -> bool:
        """Whether enough words of a text are right; a sentence that begins small is not, whatever follows."""
        kept, excepted = _kept(terms), tokens.exceptions(terms)
        if self.match == "$sentence" and not titles.begins_a_sentence(text, wanted, kept):
            return False
        title = self.match == "$title"
        share = titles.share(text, wanted, kept, lambda word: excepted.excuse(word, 0, len(word)) or (title and word == titles.upper(word)))
        return share >= (self.threshold or _THRESHOLD)

    def _match(self, block: Block, wanted: str) -> Match:
        fixes = (wanted,) if self.match in _FORMS and actions.name_of(self.action) == "replace" and wanted != block.text else ()
        return Match(block, Span(0, len(block.text)), fixes, {"match": tokens.collapsed(block.text), "fix": wanted})


@lru_cache(maxsize=1_000)
def _kept(terms: tuple[str, ...]) -> titles.Kept:
    return titles.Kept([tokens.own_case(term) for term in terms])
