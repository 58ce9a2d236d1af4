"""Words in, how common they are, of what class, and how often they stand together out.

How common is a class of its own: each is twice as much as the one before. What is counted is in neighbours.txt; see SOURCES.md and
scripts/neighbours.py. `#` stands for a figure, `@` for a word with a capital, `.` for a stop or a mark.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lintnews.english.lines import Lines

#: The class of what was too rare to be counted.
NONE = 0
#: Pairs that are kept in memory.
_KEPT = 50_000

LINES = Lines(Path(__file__).parent / "neighbours.txt")


def common(word: str) -> int:
    """How common a word is: 1 and more, `NONE` where it is not listed."""
    line = LINES.of(word)
    return _level(line[0]) if line else NONE


def kind(word: str) -> str:
    """The code of a word's class, by the parts of speech that it may be; empty where it is not listed."""
    return LINES.of(word)[1:3].strip()


@lru_cache(_KEPT)
def together(first: str, second: str) -> int:
    """How common two words in a row are: 1 and more, `NONE` where they were hardly seen."""
    line = LINES.of(first)
    at = line.find(f" {second} ")
    return _level(line[line.rfind("\t", 0, at) + 1]) if at >= 0 else NONE


def shape(word: str) -> str:
    """What counts of a word."""
    if word[0].islower():
        return word.replace("’", "'")
    return "@" if word[0].isupper() else "#"


def _level(letter: str) -> int:
    return ord(letter) - ord("a") + 1
