"""Grammar: a story in; out come words whose form or kind does not go with the words about them, as frames say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from lintnews import lazily, tokens
from lintnews.english import forms, frames
from lintnews.english.frames import Sentence
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
    def _by_word(self) -> Mapping[str, Sequence[str]]:
        """The frames by each word from which they are sought."""
        found: Mapping[str, Sequence[str]] = lazily.recall(f"frames {chr(0).join(self.frames)}", self._sought)
        return found

    def _sought(self) -> Mapping[str, Sequence[str]]:
        out: dict[str, list[str]] = {}
        for text in self.frames:
            frame = frames.parse(text)
            for word in frame.slots[frame.anchor].words:
                out.setdefault(word, []).append(text)
        return {word: tuple(texts) for word, texts in out.items()}

    def find(self, story: Story) -> Iterator[Match]:
        """Every place that fits a frame, the first of each stretch of text."""
        excepted = tokens.exceptions(self.exceptions)
        sentences, places = story.framed
        sought = sorted((*place, word) for word in self._by_word.keys() & places.keys() for place in places[word])
        for number, here in groupby(sought, itemgetter(0)):
            block, span, sentence = sentences[number]
            for match in self._in_sentence(story, block, span, sentence, here):
                if not excepted.excuse(match.block.text, *match.span):
                    yield match

    def _in_sentence(
        self, story: Story, block: Block, span: Span, sentence: Sentence, sought: Iterable[tuple[int, int, str]]
    ) -> Iterator[Match]:
        """The matches in a sentence where these words stand, from which frames are sought."""
        taken = -1
        for _, at, word in sought:
            for text in self._by_word[word]:
                place = frames.parse(text).find(sentence, at)
                if place and place[0] > taken and (match := self._match(block, span, story, (sentence, *place), self.frames[text])):
                    taken = place[1]
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
