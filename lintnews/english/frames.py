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

from lintnews import lazily
from lintnews.english import forms, neighbours, phrases
from lintnews.english.sets import SETS
from lintnews.model import OptionError, Span, did_you_mean
from lintnews.record import entity, record

_TOKEN = re.compile(r"[^\W_]+(?:['’&./\u00ad-][^\W_]+)*|\.{2,}|[^\w\s]")
_MANY = 3
#: Words and pieces of text that are remembered.
_KEPT = 50_000
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
        if self.tags and not (self.words and (sentence.words[at] in self.words or not (self.only or self.may))):
            return (sentence.tag(at) in self.tags) is not self.negate
        return self.allows(sentence.words[at])

    def allows(self, word: str) -> bool:
        """Whether a word is so, wherever it stands, if that is no matter of its tag."""
        if self.words:
            known = word in self.words
            if known or not (self.only or self.may):
                return known is not self.negate
        found = kinds(word)
        return (bool(found) and (found <= self.only if self.only else not found.isdisjoint(self.may))) is not self.negate


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
        self.words = words = ["^"]
        for piece in text.split():
            words += _piece(piece)
        words.append("$$")
        for i, word in enumerate(words):
            if word[0].isalnum():
                words[i] = word.lower()
                break

    @cached_property
    def spans(self) -> Sequence[Span]:
        """Where each word stands; the edges at the beginning and the end."""
        text = self.text
        return [Span(0, 0), *(Span(*found.span()) for found in _TOKEN.finditer(text)), Span(len(text), len(text))]

    def tag(self, at: int) -> str:
        """The tag that the tagger gives a word here; of a contraction that of its head."""
        return self._tags.get(self.spans[at].start, "")

    @cached_property
    def _tags(self) -> dict[int, str]:
        parsed = phrases.Sentence(self.text)
        return {span.start: tag for span, tag in zip(parsed.spans, parsed.tags, strict=True)}


@lru_cache(_KEPT)
def _piece(piece: str) -> Sequence[str]:
    """The words of a text without blanks, those that are not at the head of a sentence."""
    if piece.isalpha() and piece != "I":
        return (piece,)
    words = [word.replace("’", "'") for word in _TOKEN.findall(piece)]
    return tuple(word.lower() if word == "I" or word.startswith("I'") else word for word in words)


_FIGURE, _NAME = frozenset(["CD"]), frozenset(["NNP"])


@lru_cache(_KEPT)
def kinds(word: str) -> frozenset[str]:
    """The tags that a word may have."""
    if word[0].isdigit():
        return _FIGURE
    if word[0].isupper():
        return _NAME
    return forms.kinds(word)


@entity
class Frame:
    """A row of slots. It is sought from its anchor, the slot whose words are the rarest."""

    slots: Sequence[Slot]
    text: str = ""

    @cached_property
    def anchor(self) -> int:
        """The place of the slot that is sought."""
        sure = [i for i, slot in enumerate(self.slots) if slot.words and not slot.optional]
        if len(sure) == 1:
            return sure[0]
        return self._rarest(sure) if not self.text else int(lazily.recall(f"anchor {self.text}", lambda: self._rarest(sure)))

    def _rarest(self, of: Sequence[int]) -> int:
        return min(of, key=lambda i: sum(2 ** (_EDGE if word in "^$$" else neighbours.common(word)) for word in self.slots[i].words))

    def beside(self, far: int) -> Sequence[tuple[Test, ...]]:
        """What the word so far behind the anchor, or before it, must be: one row of tests or another; none for no word at all."""
        slots = self.slots[self.anchor + 1 :] if far > 0 else self.slots[: self.anchor][::-1]
        reached = _next(slots, -1)
        for _ in range(abs(far) - 1):
            reached = {to for at in reached for to in ([at] if at == len(slots) or slots[at].many > 1 else []) + [*_next(slots, at)]}
        return [slots[at].tests if at < len(slots) else () for at in sorted(reached)]

    @cached_property
    def _second(self) -> Sequence[tuple[Test, ...]]:
        return self.beside(2)

    def find(self, sentence: Sentence, at: int) -> tuple[int, int] | None:
        """The first and last word that are meant, where the frame fits with its anchor at a place."""
        if not allowed(self._second, sentence.words[at + 2] if at + 2 < len(sentence.words) else ""):
            return None
        before, after = self.slots[: self.anchor][::-1], self.slots[self.anchor :]
        for ahead in _rows(sentence, after, at, 1):
            for behind in _rows(sentence, before, at - 1, -1):
                places = [*behind, *ahead]
                if all(test.holds(sentence, place) for place, slot in places for test in slot.tagged):
                    meant = [place for place, slot in places if slot.target]
                    return min(meant), max(meant)
        return None


def allowed(ways: Sequence[tuple[Test, ...]], word: str) -> bool:
    """Whether one row of tests holds of a word, or of none."""
    if not word:
        return () in ways
    for tests in ways:
        for test in tests:
            if not test.allows(word):
                break
        else:
            return True
    return False


def _next(slots: Sequence[Slot], at: int) -> set[int]:
    """The slots that may stand behind one; their number for none."""
    optional = next((i for i in range(at + 1, len(slots)) if not slots[i].optional), len(slots))
    return {*range(at + 1, optional + 1)} or {len(slots)}


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
    return Frame(slots, text)


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
