"""A story in; out come the sentences of its copy as rows of numbered words, and how likely each word is behind the two before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from lintnews.english import likelihood
from lintnews.english.frames import Sentence
from lintnews.english.likelihood import Context
from lintnews.english.neighbours import shape
from lintnews.english.trigrams import CLOSES, OPENS, UNKNOWN, alone, between, chances, number, seen
from lintnews.ledger import Story
from lintnews.model import Block, Span
from lintnews.record import entity

#: Marks where a new row of words begins.
_BREAKS = frozenset('.!?;:()[]“”"—–…') | {"...", "..", "…"}
#: A word that is likelier than this, and one that with the two behind it fits so much better than chance, is right;
#: before one that is likelier than this behind its two none is missing.
_SURE, _WELL, _GAP = -4.6, 5.0, -11.0
#: What a row must say by itself; and how much pairs of words count as they are counted in books and news, the words' own commonness, threes
#: of words that were seen, the end of a row, a neighbour that is not known, and a comma.
_LEAST, _BESIDE, _RARER, _THREES, _ENDS, _UNKNOWN, _COMMA = 3.3, 0.5, 1.0, 1.85, 1.4, 1.6, 2.0
#: The same for a word that is missing: its own commonness, and threes of words with it that were seen.
_MISSED, _THREES_MISSED = 0.3, 1.4
_OPENS, _CLOSES = number(OPENS), number(CLOSES)
_HEAD = (UNKNOWN, _OPENS)
#: Sentences that are remembered with what was worked out of them: who writes changes one of a story at a time.
_KEPT = 1_000
#: What a word in small letters is joined to, before it and behind, where it is part of an address or a handle.
_JOINED = frozenset("@#/\\&_’'-\xad[]")
#: Quotation marks between two words are passed over as commas are: he called it “a plan” for all.
_QUOTES = frozenset('"“”')
_PARTING = _QUOTES | {","}


class Line:
    """The words of a sentence: their numbers and the places of each in it, with what opens and closes between marks.

    Commas and signs are not counted. `chances` says how likely each is behind the two before it.
    """

    def __init__(self, sentence: Sentence, numbers: Sequence[int], places: Sequence[int], chances: Sequence[float]) -> None:
        self.sentence, self.numbers, self.places, self.chances = sentence, numbers, places, chances
        self._weighed: dict[tuple[int, str], float] = {}
        self._missed: dict[tuple[int, Sequence[int], float], tuple[float, int]] = {}

    @cached_property
    def words(self) -> Sequence[tuple[int, str]]:
        """Each word that may be another, by its place in the row: no name, no figure, nothing unknown, nothing that fits well."""
        words, numbers, chances = self.sentence.words, self.numbers, self.chances
        return [
            (i, words[place])
            for i, place in enumerate(self.places)
            if place and chances[i] < _SURE and numbers[i] >= 0 and words[place][0].islower() and self._fit(i) < _WELL
        ]

    @cached_property
    def gaps(self) -> Sequence[int]:
        """The places of words before which another may be missing: both they and the word before in small letters, a blank between."""
        return list(self._gaps())

    def _gaps(self) -> Iterator[int]:
        words, numbers, chances, places = self.sentence.words, self.numbers, self.chances, self.places
        for i, place in enumerate(places):
            if place and places[i - 1] == place - 1 > 0 and chances[i] < _GAP and numbers[i] >= 0 <= numbers[i - 1]:
                spans, text = self.sentence.spans, self.sentence.text
                start, end = spans[place - 1].end, spans[place].start
                if words[place][0].islower() and words[place - 1][0].islower() and text[start:end] == " ":
                    yield i

    def _fit(self, at: int) -> float:
        """How much likelier a word and the two behind it are than by themselves."""
        numbers, chances, out = self.numbers, self.chances, 0.0
        for i in range(at, at + 3):
            if numbers[i] >= 0:
                out += chances[i] - alone(numbers[i])
            if numbers[i] == _CLOSES:
                break
        return out

    def gain(self, at: int, instead: Sequence[int], taken: int = 1) -> float:
        """How much likelier the row is with other words in the place of so many; where that is less than counts, nothing more is said."""
        numbers, end = self.numbers, at + taken
        after = 1 if numbers[end] == _CLOSES else 2
        least = _LEAST + sum(self.chances[at : end + after])
        more = sum(chances((*numbers[at - 2 : at], *instead, *numbers[end : end + after]), least)) - least
        return more + _LEAST if more >= 0 else 0.0

    def likely(self, at: int, others: Iterable[int]) -> Sequence[int]:
        """Those of other words that were seen beside both neighbours of a word."""
        return between(self.numbers[at - 1], others, self.numbers[at + 1])

    def weigh(self, at: int, other: str) -> float:
        """How much speaks for another word in the place of one, in doublings; what their own commonness says is taken away.

        The weights are those of a logistic regression over slips that were found in examples of others and over edited news.
        """
        if (at, other) not in self._weighed:
            self._weighed[at, other] = self._weight(at, other)
        return self._weighed[at, other]

    def _weight(self, at: int, other: str) -> float:
        here, numbers, word = number(other), self.numbers, self.word(at)
        if here < 0 or not (gain := self.gain(at, [here])):
            return 0.0
        rows = ((numbers[at - 2], numbers[at - 1], here), (numbers[at - 1], here, numbers[at + 1]), (here, *numbers[at + 1 : at + 3]))
        beside = likelihood.gain(likelihood.of(other), likelihood.of(word), self.context(at))
        ends, unknown = numbers[at + 1] == _CLOSES, (numbers[at - 1] < 0) + (numbers[at + 1] < 0)
        return (
            gain
            + _BESIDE * beside
            + _RARER * (alone(numbers[at]) - alone(here))
            + _THREES * sum(seen(*row) for row in rows)
            + _ENDS * ends
            + _UNKNOWN * unknown
            - _COMMA * self._beside_comma(at)
        )

    def missed(self, at: int, others: Sequence[int], least: float) -> tuple[float, int]:
        """How much speaks for a word that is missing before one, in doublings, if as much as `least`, and its number."""
        asked = at, others, least
        if asked not in self._missed:
            self._missed[asked] = self._lack(*asked)
        return self._missed[asked]

    def _lack(self, at: int, others: Sequence[int], least: float) -> tuple[float, int]:
        numbers, best = self.numbers, (0.0, -1)
        further, before = numbers[at - 2], numbers[at - 1]
        for here in between(before, others, numbers[at]):
            rows = ((further, before, here), (before, here, numbers[at]), (here, *numbers[at : at + 2]))
            if more := self.gain(at, [here], 0):
                more += _THREES_MISSED * sum(seen(*row) for row in rows) - _MISSED * alone(here)
                if more >= max(least, best[0]):
                    best = more, here
        return best

    def _beside_comma(self, at: int) -> bool:
        """Whether a word stands beside a comma or a quotation mark, over which words say less of one another."""
        words, place = self.sentence.words, self.places[at]
        return not _PARTING.isdisjoint((words[place - 1], words[place + 1]))

    def word(self, at: int) -> str:
        """The word at a place."""
        return self.sentence.words[self.places[at]]

    def before(self, at: int, far: int = 1) -> str:
        """The word or the mark so far before one, in small letters; nothing beyond the edge."""
        place = self.places[at] - far
        return self.sentence.words[place].lower() if place > 0 else ""

    def short(self, at: int) -> bool:
        """Whether fewer than three words stand between the marks about a word."""
        further, before, _, after, beyond = self.numbers[at - 2 : at + 3]
        return (before == _OPENS and _CLOSES in (after, beyond)) or (further == _OPENS and after == _CLOSES)

    def context(self, at: int) -> Context:
        """The two words on either side of a word, as neighbours are counted."""
        words, place = self.sentence.words, self.places[at]
        around = [_shape(words[i]) if 0 < i < len(words) - 1 else "." for i in (place - 2, place - 1, place + 1, place + 2)]
        further, before, after, beyond = around
        return Context(before, after, further if before != "." else ".", beyond if after != "." else ".")


@entity
class Row:
    """A line where it stands."""

    block: Block
    span: Span
    line: Line

    def where(self, at: int) -> Span:
        """Where a word is in its block."""
        start, end = self.line.sentence.spans[self.line.places[at]]
        return Span(self.span.start + start, self.span.start + end)

    def joined(self, at: int) -> bool:
        """Whether a word is part of an address, a handle or a compound."""
        start, end = self.where(at)
        text = self.block.text
        return text[start - 1 : start] in _JOINED or text[end : end + 1] in _JOINED


def _shape(word: str) -> str:
    return shape(word) if word[0].isalnum() else "."


class Chances:
    """The rows of all sentences."""

    def __init__(self, story: Story) -> None:
        self.rows: Sequence[Row] = [Row(block, span, _line(sentence)) for block, span, sentence in story.framed.sentences]

    @cached_property
    def doubtful(self) -> Mapping[str, Sequence[tuple[Row, int]]]:
        """Every word that may be another, with its rows and its places there."""
        out: dict[str, list[tuple[Row, int]]] = {}
        for row in self.rows:
            for at, word in row.line.words:
                out.setdefault(word, []).append((row, at))
        return out


@lru_cache(_KEPT)
def _line(sentence: Sentence) -> Line:
    words, numbers, places, before = sentence.words, [*_HEAD], [0, 0], _OPENS
    for place, word in enumerate(words[1:-1], 1):
        if word[0].isalnum():
            before = number(word.lower())
            numbers.append(before)
            places.append(place)
        elif word in _BREAKS and before != _OPENS and not (word in _QUOTES and _inside(words, place)):
            numbers += _CLOSES, *_HEAD
            places += 0, 0, 0
            before = _OPENS
    if before != _OPENS:
        numbers.append(_CLOSES)
        places.append(0)
    numbers.append(_CLOSES)
    places.append(0)
    return Line(sentence, numbers, places, [0.0, 0.0, *chances(numbers)])


def _inside(words: Sequence[str], place: int) -> bool:
    """Whether a mark stands between two words."""
    return words[place - 1][0].isalnum() and words[place + 1][0].isalnum()


def read(story: Story) -> Chances:
    """All rows of the copy."""
    return Chances(story)
