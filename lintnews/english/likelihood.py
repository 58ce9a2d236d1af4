"""A word and the two words on either side of it in; out comes how likely it stands there, in doublings, to compare with another.

What was seen of pairs of words decides; where a pair was not seen, how common the words are and how their classes go together. Three
classes in a row, with the word first, in the middle and last, add to that. The counts are in neighbours.txt and classes.txt.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from math import log2
from pathlib import Path
from typing import NamedTuple

from lintnews.english import neighbours
from lintnews.english.lines import Lines
from lintnews.english.neighbours import together

#: A word of which nothing is known, its class, and what chance makes of two words, in doublings.
_UNKNOWN, _NOUN, _CHANCE = 4, "NN", 33
#: How far classes move a weight, apart and together; and how much those of the words further off count.
_APART, _TOGETHER, _THREE, _FURTHER = -7.0, 3.0, 3.0, 0.7
_KEPT = 50_000

_CLASSES = Lines(Path(__file__).parent / "classes.txt")


class Context(NamedTuple):
    """The words before and after a place, as neighbours are counted, nearest first; a stop beyond the edge of a sentence."""

    before: str
    after: str
    further_before: str = "."
    further_after: str = "."


class Word:
    """A word as it stands among others: how common it is, and what each word before and after says for it, in doublings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.own = own = _word(text)
        self.before, self.after = _Before(text, own), _After(text, own)


class _Before(dict[str, float]):
    """What words before a word say for it, remembered."""

    def __init__(self, text: str, own: tuple[int, str]) -> None:
        self.text, self.own = text, own

    def __missing__(self, near: str) -> float:
        found = self[near] = together(near, self.text) or _unseen(_word(near), self.own)
        if not len(self) % _COUNTED:
            _remember()
        return found


class _After(_Before):
    """What words behind a word say for it, remembered."""

    def __missing__(self, near: str) -> float:
        found = self[near] = together(self.text, near) or _unseen(self.own, _word(near))
        if not len(self) % _COUNTED:
            _remember()
        return found


#: So much is remembered, counted by so many, and then all is forgotten.
_MOST_BESIDE, _COUNTED = 300_000, 64
_remembered = count(0, _COUNTED)
_words: dict[str, Word] = {}


def _remember() -> None:
    if next(_remembered) % _MOST_BESIDE >= _MOST_BESIDE - _COUNTED:
        for word in tuple(_words.values()):
            word.before.clear()
            word.after.clear()


def of(text: str) -> Word:
    """A word, kept with what was asked of it."""
    if (known := _words.get(text)) is None:
        if len(_words) > _KEPT:
            _words.clear()
        known = _words[text] = Word(text)
    return known


def weight(word: Word, context: Context) -> float:
    """How likely a word is in a context, in doublings; only differences mean anything."""
    return word.before[context.before] + word.after[context.after] - word.own[0] + _by_classes(word, context)


def gain(other: Word, word: Word, context: Context) -> float:
    """How much likelier another word is in a word's place, in doublings."""
    return weight(other, context) - weight(word, context)


def _by_classes(word: Word, context: Context) -> float:
    left, right, further_left, further_right = [_word(near)[1] for near in context]
    own = word.own[1]
    return _three(left, own, right) + _FURTHER * (_three(further_left, left, own) + _three(own, right, further_right))


@lru_cache(_KEPT)
def _word(word: str) -> tuple[int, str]:
    """How common a word is, and the code of its class."""
    return neighbours.common(word) or _UNKNOWN, neighbours.kind(word) or _codes().get(_NOUN, "")


def _unseen(first: tuple[int, str], second: tuple[int, str]) -> float:
    """How common a pair is that was not seen: as chance and the classes have it."""
    expected = first[0] + second[0] - _CHANCE + _two(first[1], second[1])
    return expected if expected < 0 else 0.0


@lru_cache(_KEPT)
def _two(first: str, second: str) -> float:
    """How much oftener two classes stand in a row than chance has it, in doublings."""
    seen, _ = _counts(first, second)
    return max(_APART, min(_TOGETHER, log2((seen + 0.3) * _alone("") / ((_alone(first) + 1) * (_alone(second) + 1)))))


@lru_cache(_KEPT)
def _three(first: str, second: str, third: str) -> float:
    """How much oftener three classes stand in a row than their pairs have it, in doublings."""
    seen, thirds = _counts(first, second)
    expected = seen * _counts(second, third)[0] / (_alone(second) + 1)
    return max(-_THREE, min(_THREE, log2((thirds.get(third, 0) + 1) / (expected + 1))))


@lru_cache(_KEPT)
def _counts(first: str, second: str) -> tuple[int, dict[str, int]]:
    """How often two classes stand in a row, and each third behind them."""
    count, *thirds = _CLASSES.of(first + second).split(" ")
    return int(count or 0), {third[:2]: int(third[2:]) for third in thirds}


@lru_cache(_KEPT)
def _alone(code: str) -> int:
    """How often a class stands, or all of them together."""
    return int(_CLASSES.of(f"={code}") or 0)


@lru_cache(1)
def _codes() -> dict[str, str]:
    """The codes of the classes by their names."""
    return dict(zip(_CLASSES.of("=names").split(" ")[::2], _CLASSES.of("=names").split(" ")[1::2], strict=True))
