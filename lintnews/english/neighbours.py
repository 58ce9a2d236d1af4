"""Words in, how common they are, of what class, and how often they stand together out.

How common is a class of its own: each is twice as much as the one before. What is counted is in neighbours.txt; see SOURCES.md and
scripts/neighbours.py. `#` stands for a figure, `@` for a word with a capital, `.` for a stop or a mark.
"""

from __future__ import annotations

from pathlib import Path

from lintnews.english.lines import Lines

#: The class of what was too rare to be counted.
NONE = 0
#: Questions after which all that follows a word is read, one more for so many characters; and the most words for which it is kept.
_OFTEN, _LONG, _KEPT = 12, 100, 2_000

LINES = Lines(Path(__file__).parent / "neighbours.txt")
_read: dict[str, dict[str, int]] = {}
_asked: dict[str, int] = {}


def common(word: str) -> int:
    """How common a word is: 1 and more, `NONE` where it is not listed."""
    line = LINES.of(word)
    return _level(line[0]) if line else NONE


def kind(word: str) -> str:
    """The code of a word's class, by the parts of speech that it may be; empty where it is not listed."""
    return LINES.of(word)[1:3].strip()


def together(first: str, second: str) -> int:
    """How common two words in a row are: 1 and more, `NONE` where they were hardly seen."""
    if (read := _read.get(first)) is not None:
        return read.get(second, NONE)
    if not (line := LINES.of(first)):
        return NONE
    _asked[first] = asked = _asked.get(first, 0) + 1
    if asked > _OFTEN + len(line) // _LONG:
        _keep(first, line)
    at = line.find(f" {second} ")
    return _level(line[line.rfind("\t", 0, at) + 1]) if at >= 0 else NONE


def _keep(first: str, line: str) -> None:
    """Read all that follows a word, which was asked for so often that searching its line each time costs more."""
    if len(_read) >= _KEPT:
        _read.clear()
        _asked.clear()
    levels = (part for part in line.split("\t")[1:] if part)
    _read[first] = {second: _level(part[0]) for part in levels for second in part[1:].split()}


def shape(word: str) -> str:
    """What counts of a word."""
    if word[0].islower():
        return word.replace("’", "'")
    return "@" if word[0].isupper() else "#"


def _level(letter: str) -> int:
    return ord(letter) - ord("a") + 1
