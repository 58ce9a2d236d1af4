"""Grammar: a story in; out come words whose form or kind does not go with the words about them, as frames say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from typing import ClassVar

from lintnews import lazily, tokens
from lintnews.english import forms, frames
from lintnews.english.frames import Sentence
from lintnews.english.sought import Sought, by_word
from lintnews.ledger import Story
from lintnews.model import Block, Match, OptionError, Span
from lintnews.record import record
from lintnews.words import like

#: What a fix may name instead of words: a form of what was written, or that it should go.
_FORMS = frozenset(forms.ALL)
_NOTHING = "nothing"


@record
class Check:
    """`frames`, each a row of words, with what should stand in the place of those that are meant.

    That is words, several ways parted by `|`, or the name of a form: base, third, past, participle, ing, singular, plural, adverb,
    agreeing, case, capital; `nothing` where they should go; an empty text where there is no one fix. A match in which one of `exceptions`
    is found, or that lies within one, is none.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix")
    frames: Mapping[str, str]
    exceptions: tuple[str, ...] = ()

    def validate(self) -> None:
        """Raise OptionError for a frame that cannot be read."""
        for text in self.frames:
            try:
                frames.parse(text)
            except OptionError as error:
                raise OptionError(str(error), "frames", text) from None
        tokens.validate_exceptions(self.exceptions)

    @cached_property
    def _sought(self) -> Sought:
        """The frames by each word from which they are sought."""
        return Sought(lazily.recall(f"frames {chr(0).join(self.frames)}", partial(by_word, self.frames)))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {text: number for number, text in enumerate(self.frames)}

    def find(self, story: Story) -> Iterator[Match]:
        """Every place that fits a frame, the first of each stretch of text."""
        fitting, order = story.framed.fitting(self._sought), self._order
        found = sorted((number, fit.at, order[text], fit, text) for text in order.keys() & fitting.keys() for number, fit in fitting[text])
        excepted, taken = tokens.exceptions(self.exceptions), (-1, -1)
        for number, _, _, fit, text in found:
            block, span, sentence = story.framed.sentences[number]
            if taken[0] == number and fit.first <= taken[1]:
                continue
            if match := self._match(block, span, story, (sentence, fit.first, fit.last), self.frames[text]):
                taken = number, fit.last
                if not excepted.excuse(match.block.text, *match.span):
                    yield match

    def _match(self, block: Block, span: Span, story: Story, meant: tuple[Sentence, int, int], fix: str) -> Match | None:
        sentence, first, last = meant
        where = Span(span.start + sentence.spans[first].start, span.start + sentence.spans[last].end)
        if fix == _NOTHING:
            return _superfluous(block, where)
        written = block.text[where.start : where.end]
        fixes = tuple(self._fixes(sentence, first, fix, story.apostrophe(block), written))
        if (fix in _FORMS and not fixes) or (fixes and fixes[0].replace("’", "'") == written.replace("’", "'")):
            return None
        return Match(block, where, fixes, {"match": written, "fix": fixes[0] if fixes else ""})

    def _fixes(self, sentence: Sentence, first: int, fix: str, apostrophe: str, written: str) -> Iterator[str]:
        ways = forms.form(sentence.words[first], fix) if fix in _FORMS else fix
        for one in ways.split("|") if ways else ():
            made = one.replace("$0", written)
            yield (made if written == "I" else like(made, written)).replace("'", apostrophe)


def _superfluous(block: Block, span: Span) -> Match:
    """What should go, with the blank behind it."""
    written = block.text[span.start : span.end]
    end = span.end + len(block.text[span.end :]) - len(block.text[span.end :].lstrip(" "))
    return Match(block, Span(span.start, end), ("",), {"match": written, "fix": ""})
