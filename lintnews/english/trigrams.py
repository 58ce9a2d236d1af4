"""Words in, how likely each is behind the two before it out, in doublings (binary logarithms).

What was not seen in threes is told by pairs, and what was not seen in pairs by single words (Katz, 1987). What is counted is in
trigrams.bin and the words in trigrams.txt, each with its number; see SOURCES.md and scripts/trigrams.py.

The file is numbers in little-endian order: the counts of words, pairs and triples; where the pairs begin that end with each word;
where the triples begin of every 64th pair; then of each pair its first word and where its triples begin, counted from there; of each
triple its first word; and as bytes how likely each word is and what it leaves to pairs, how likely each pair is and what it leaves to
triples, how likely each triple is.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import inf, log2
from pathlib import Path
from typing import Literal

from lintnews.english.lines import Lines

DATA, WORDS = (Path(__file__).parent / f"trigrams.{ending}" for ending in ("bin", "txt"))
#: The three counts; how many pairs share a beginning; steps of a decimal logarithm, and by how many tens what is left is lifted.
HEAD, APART, STEPS, LIFT = "<3I", 64, 32, 4
#: What no number is, and how likely it is; the words that open and close a sentence.
UNKNOWN, OPENS, CLOSES = -1, "<s>", "</s>"
_SELDOM = -18.0
_KEPT = 100_000
_LIKELY = tuple(-step / STEPS * log2(10) for step in range(256))
_LEFT = tuple((step / STEPS - LIFT) * log2(10) for step in range(256))

_WORDS = Lines(WORDS)


@lru_cache(_KEPT)
def number(word: str) -> int:
    """The number of a word in small letters; of an owner that is not known that of `his`."""
    known = _WORDS.of(word)
    if not known and word.endswith("'s"):
        known = _WORDS.of("his")
    return int(known) if known else UNKNOWN


class _Model:
    """The counts, read where they are asked for."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        words, pairs, triples = struct.unpack_from(HEAD, data)
        self._at, self._data = struct.calcsize(HEAD), data
        self.starts, self.bases = self._next("I", words + 1), self._next("I", -(-pairs // APART) + 1)
        self.firsts, self.offsets, self.befores = self._next("H", pairs), self._next("H", pairs), self._next("H", triples)
        self.own, self.left = self._next("B", words), self._next("B", words)
        self.pair, self.pair_left, self.triple = self._next("B", pairs), self._next("B", pairs), self._next("B", triples)

    def _next(self, kind: Literal["I", "H", "B"], count: int) -> memoryview[int]:
        start, self._at = self._at, self._at + count * struct.calcsize(kind)
        return self._data[start : self._at].cast(kind)

    def place(self, first: int, second: int) -> int:
        """Where a pair is, or -1."""
        end = self.starts[second + 1]
        at = bisect_left(self.firsts, first, self.starts[second], end)
        return at if at < end and self.firsts[at] == first else -1

    def triple_place(self, further: int, pair: int) -> int:
        """Where the triple is that ends with a pair, or -1."""
        end = self.begins(pair + 1)
        at = bisect_left(self.befores, further, self.begins(pair), end)
        return at if at < end and self.befores[at] == further else -1

    def begins(self, pair: int) -> int:
        """Where the triples of a pair begin."""
        return self.bases[pair // APART] + self.offsets[pair] if pair < len(self.offsets) else len(self.befores)


@cache
def _model() -> _Model:
    return _Model(DATA)


def chance(further: int, before: int, word: int) -> float:
    """How likely a word is behind two others, in doublings, 0 for what is certain: all by their numbers."""
    return chances((further, before, word))[0]


def chances(words: Sequence[int], least: float = -inf) -> list[float]:
    """How likely each word of a row is behind the two before it, from the third on, until all together are less likely than `least`.

    The pair that ends with a word is sought once, and opens the next triple.
    """
    model = _model()
    starts, firsts, befores, bases, offsets = model.starts, model.firsts, model.befores, model.bases, model.offsets
    out, further, before = list[float](), words[0], words[1]
    earlier = model.place(further, before) if further >= 0 <= before else -1
    for word in words[2:]:
        pair = -1
        if word < 0:
            likely = _SELDOM
        elif before < 0:
            likely = _LIKELY[model.own[word]]
        else:
            high = starts[word + 1]
            pair = bisect_left(firsts, before, starts[word], high)
            if pair == high or firsts[pair] != before:
                pair = -1
                likely = _LIKELY[model.own[word]] + _LEFT[model.left[before]]
            else:
                likely = _LIKELY[model.pair[pair]]
            if earlier >= 0:
                likely += _LEFT[model.pair_left[earlier]]
            if pair >= 0 <= further:
                low, high = bases[pair // APART] + offsets[pair], model.begins(pair + 1)
                at = bisect_left(befores, further, low, high)
                if at < high and befores[at] == further:
                    likely = _LIKELY[model.triple[at]]
        out.append(likely)
        least -= likely
        if least > 0:
            break
        further, before, earlier = before, word, pair
    return out


def between(before: int, words: Iterable[int], after: int) -> list[int]:
    """Those of some words that were seen behind one word and before another; what is not known stands beside any."""
    model = _model()
    starts, firsts, out = model.starts, model.firsts, list[int]()
    low, high = (starts[after], starts[after + 1]) if after >= 0 else (0, 0)
    for word in words:
        if high:
            at = bisect_left(firsts, word, low, high)
            if at == high or firsts[at] != word:
                continue
        if before >= 0:
            end = starts[word + 1]
            at = bisect_left(firsts, before, starts[word], end)
            if at == end or firsts[at] != before:
                continue
        out.append(word)
    return out


def seen(further: int, before: int, word: int) -> bool:
    """Whether three words were seen in a row."""
    if min(further, before, word) < 0:
        return False
    model = _model()
    pair = model.place(before, word)
    return pair >= 0 and model.triple_place(further, pair) >= 0


def alone(word: int) -> float:
    """How likely a word is by itself, in doublings."""
    return _LIKELY[_model().own[word]]


def fit(further: str, before: str, word: str, after: str) -> float:
    """How much likelier a word is behind two words, and another behind it, than by themselves, in doublings.

    What is not known says nothing.
    """
    here, first, next_ = number(word), number(before), number(after)
    if here < 0:
        return 0.0
    own, then = chances((number(further), first, here, next_))
    return (own - alone(here) if first >= 0 else 0.0) + (then - alone(next_) if next_ >= 0 else 0.0)
