"""Frames in, the places in a sentence that they fit out: words in a row, told by what they are and may be.

A frame is words with blanks between. `a|b` are words, `{modal}` a set of them, `%VBD|VBN` a word that can be nothing else than these,
`~VB` one that can be this, `/NN|NNS/` one that the tagger takes for one of these here; `a|%RB` a word or one that can be nothing else;
`&` joins two that must both hold, `!` turns one round. `?` behind a word: it may be missing; `*`: it may stand several times or not at
all. `<` and `>` are around what is meant. `^` and `$$` stand before the first word and behind the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from lintnews.english import forms, neighbours, phrases
from lintnews.english.sets import SETS
from lintnews.model import OptionError, Span, did_you_mean
from lintnews.record import entity, record

_TOKEN = re.compile(r"[^\W_]+(?:['’&./\u00ad-][^\W_]+)*|\.{2,}|[^\w\s]")
_MANY = 3
#: How common the edges of sentences are, as words are counted.
_EDGE = 21
#: What a sign before names of tags makes of them; where one thing or another is meant.
_KEYS = {"%": "only", "~": "may", "/": "tags"}
_OR = re.compile(r"(?<=.)[|,](?=[%~])|(?<=[A-Z$]),(?=[a-z{])")
_PLACE = tuple[int, "Slot"]


@record
class Test:
    """One thing that a word must be: one of `words`, `only` or at least also (`may`) of some tags, or tagged so here."""

    words: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    negate: bool = False

    def holds(self, sentence: Sentence, at: int) -> bool:
        """Whether the word at a place is so."""
        if self.words:
            known = sentence.words[at] in self.words
            if known or not (self.only or self.may):
                return known is not self.negate
        if self.tags:
            return (sentence.tag(at) in self.tags) is not self.negate
        kinds = sentence.kinds(at)
        return (bool(kinds) and (kinds <= self.only if self.only else not kinds.isdisjoint(self.may))) is not self.negate


@record
class Slot:
    """One word of a frame: by its text and what it may be, then by its tag, which is asked for last."""

    tests: tuple[Test, ...]
    tagged: tuple[Test, ...] = ()
    optional: bool = False
    many: int = 1
    target: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words that alone can stand here, where they are told."""
        sure = (test for test in self.tests if test.words and not (test.negate or test.only or test.may))
        return next((test.words for test in sure), frozenset())


class Sentence:
    """A sentence: its words without their capitals where these say nothing, and what is known of each."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [match.span() for match in _TOKEN.finditer(text)]
        self.spans = [Span(0, 0), *(Span(*span) for span in found), Span(len(text), len(text))]
        self.raw = ["^", *(text[start:end] for start, end in found), "$$"]
        self.words = [*self.raw]
        first = next((i for i, word in enumerate(self.raw) if word[0].isalnum()), 0)
        for i, word in enumerate(self.raw):
            if i == first or word in _LOW or word.startswith(("I'", "I’")):
                self.words[i] = word.lower().replace("’", "'")
            elif "’" in word:
                self.words[i] = word.replace("’", "'")

    def kinds(self, at: int) -> frozenset[str]:
        """The tags that a word may have."""
        word = self.words[at]
        if word[0].isdigit():
            return _FIGURE
        if word[0].isupper():
            return _NAME
        return forms.kinds(word)

    def tag(self, at: int) -> str:
        """The tag that the tagger gives a word here; of a contraction that of its head."""
        return self._tags.get(self.spans[at].start, "")

    @cached_property
    def _tags(self) -> dict[int, str]:
        parsed = phrases.Sentence(self.text)
        return {span.start: tag for span, tag in zip(parsed.spans, parsed.tags, strict=True)}


_LOW = frozenset(["I"])
_FIGURE, _NAME = frozenset(["CD"]), frozenset(["NNP"])


@lru_cache(maxsize=500)
def sentence(text: str) -> Sentence:
    """A sentence, kept for the next rule."""
    return Sentence(text)


@entity
class Frame:
    """A row of slots. It is sought from its anchor, the slot whose words are the rarest."""

    slots: Sequence[Slot]

    @cached_property
    def anchor(self) -> int:
        """The place of the slot that is sought."""
        sure = [i for i, slot in enumerate(self.slots) if slot.words and not slot.optional]
        if len(sure) == 1:
            return sure[0]
        return min(sure, key=lambda i: sum(2 ** (_EDGE if word in "^$$" else neighbours.common(word)) for word in self.slots[i].words))

    @cached_property
    def _sure(self) -> Sequence[tuple[int, tuple[Test, ...]]]:
        """What must hold of the anchor, and of the words beside it up to one that may be missing or stand several times."""
        out: list[tuple[int, tuple[Test, ...]]] = []
        for step, slots in ((1, self.slots[self.anchor :]), (-1, self.slots[: self.anchor][::-1])):
            for far, slot in enumerate(slots, 0 if step > 0 else 1):
                if not slot.optional:
                    out.append((far * step, slot.tests))
                if slot.optional or slot.many > 1:
                    break
        return out

    def _begun(self, sentence: Sentence, at: int) -> bool:
        """Whether that holds: most places fail here, which costs less than trying the ways in which the slots can stand."""
        last = len(sentence.words) - 1
        for far, tests in self._sure:
            place = at + far
            if place < 0 or place > last:
                return False
            for test in tests:
                if not test.holds(sentence, place):
                    return False
        return True

    def find(self, sentence: Sentence, at: int) -> tuple[int, int] | None:
        """The first and last word that are meant, where the frame fits with its anchor at a place."""
        if not self._begun(sentence, at):
            return None
        before, after = self.slots[: self.anchor][::-1], self.slots[self.anchor :]
        for ahead in _rows(sentence, after, at, 1):
            for behind in _rows(sentence, before, at - 1, -1):
                places = [*behind, *ahead]
                if all(test.holds(sentence, place) for place, slot in places for test in slot.tagged):
                    meant = [place for place, slot in places if slot.target]
                    return min(meant), max(meant)
        return None


def _rows(sentence: Sentence, slots: Sequence[Slot], at: int, step: int, taken: int = 0) -> Iterator[list[_PLACE]]:
    """The ways in which slots can stand in a row from a place on, each with its word; the longest first."""
    if not slots:
        yield []
        return
    slot = slots[0]
    if taken < slot.many and 0 <= at < len(sentence.words) and all(test.holds(sentence, at) for test in slot.tests):
        rest = slots if slot.many > 1 else slots[1:]
        for row in _rows(sentence, rest, at + step, step, taken + 1 if slot.many > 1 else 0):
            yield [(at, slot), *row]
    if slot.optional or (slot.many > 1 and taken):
        yield from _rows(sentence, slots[1:], at, step)


@cache
def parse(text: str) -> Frame:
    """A frame; raises OptionError where it cannot be read."""
    slots, inside = [], False
    for word in text.split():
        inside = inside or word.startswith("<")
        whole = "<" not in text
        tests, tagged = _tests(word.removeprefix("<").rstrip(">?*"))
        slots.append(Slot(tests, tagged, word.endswith(("?", "*")), _MANY if word.endswith("*") else 1, inside or whole))
        inside = inside and ">" not in word
    if not any(slot.words and not slot.optional for slot in slots):
        raise OptionError(f"`{text}` must hold a word, or a set of words, that cannot be missing")
    return Frame(slots)


@cache
def _tests(word: str) -> tuple[tuple[Test, ...], tuple[Test, ...]]:
    tests = [_test(part) for part in word.split("&")]
    return tuple(test for test in tests if not test.tags), tuple(test for test in tests if test.tags)


def _test(part: str) -> Test:
    text = part.removeprefix("!")
    negate = text != part
    if not text:
        raise OptionError("a word of a frame is empty")
    named: dict[str, frozenset[str]] = {}
    for one in _OR.split(text):
        named[_KEYS.get(one[0], "words")] = frozenset(one.strip("%~/").split("|"))
    words = frozenset(_words(named.get("words", ())))
    only = named.get("only", frozenset())
    return Test(words, only | {"VBD"} if "VBN" in only else only, named.get("may", frozenset()), named.get("tags", frozenset()), negate)


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if not name.startswith("{"):
            yield name
        elif (plain := name.strip("{}")) in SETS:
            yield from SETS[plain]
        else:
            known = ", ".join(SETS)
            raise OptionError(f"there is no set of words `{plain}`{did_you_mean(plain, SETS)}; known: {known}")
