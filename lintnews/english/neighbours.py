"""Words in, how common they are and how often they stand together out: classes, each of which is twice as much as the one before.

What is counted is in neighbours.txt; see SOURCES.md and scripts/neighbours.py. `#` stands for a figure, `@` for a word with a
capital, `.` for a stop or a mark.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

#: The class of what was too rare to be counted.
NONE = 0
#: Lines of the file that are kept in memory.
_KEPT = 5_000


def common(word: str) -> int:
    """How common a word is: 1 and more, `NONE` where it is not listed."""
    head = _line(word).partition("\t")[0]
    return _class(head[-1:]) if head else NONE


def together(first: str, second: str) -> int:
    """How common two words in a row are: 1 and more, `NONE` where they were hardly seen."""
    return _after(first).get(second, NONE)


@lru_cache(_KEPT)
def _after(word: str) -> dict[str, int]:
    """What stands behind a word, and how often."""
    return {second: _class(group[0]) for group in _line(word).split("\t")[1:] for second in group[1:].split(" ")}


def shape(word: str) -> str:
    """What counts of a word."""
    if word[0].islower():
        return word.replace("’", "'")
    return "#" if word[0].isdigit() else "@"


def _class(letter: str) -> int:
    return ord(letter) - ord("a") + 1


@lru_cache(_KEPT)
def _line(word: str) -> str:
    """The line of a word, empty where there is none: halving what is left of the file."""
    data, wanted = _data(), word.encode()
    low, high = 0, len(data) - 1
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2 + 1)
        start = low if start < 0 else start
        end = data.find(b"\n", start + 1)
        found = data[start + 1 : data.find(b" ", start + 1, end)]
        if found == wanted:
            return data[start + 1 : end].decode()
        if found < wanted:
            low = end
        else:
            high = start
    return ""


@cache
def _data() -> bytes:
    return (Path(__file__).parent / "neighbours.txt").read_bytes()
