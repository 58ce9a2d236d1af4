"""Sorted words, one a line, in; whether a word is among them out, without reading more of them than it takes.

A line that ends in an apostrophe stands for two words, the one before it and that one with 's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from lintnews.hunspell.cases import forms, inner_capitals

#: After so many words the whole list is taken in: each further word is then looked up at once.
_MANY = 1_000


class WordList:
    """A list in a file, sorted by its bytes, that begins and ends with a line break."""

    def __init__(self, data: bytes) -> None:
        self._data, self._asked = data, 0

    def __contains__(self, word: str) -> bool:
        """Whether a word is in the list, in the capitals that it may have."""
        return any(map(self._has, forms(word))) or (word.isupper() and len(word) > 1 and word.lower() in self.recased)

    def _has(self, word: str) -> bool:
        self._asked += 1
        if self._asked > _MANY:
            return word in self._whole
        line = word.encode()
        if line.endswith(b"'"):
            return False
        return self._line(line) or self._line(line + b"'") or (line.endswith(b"'s") and self._line(line[:-1]))

    def _line(self, line: bytes) -> bool:
        """Whether a line is there: halving what is left of the file."""
        low, high = 0, len(self._data) - 1
        while low < high:
            start = self._data.rfind(b"\n", low, (low + high) // 2 + 1)
            start = low if start < 0 else start
            end = self._data.find(b"\n", start + 1)
            found = self._data[start + 1 : end]
            if found == line:
                return True
            if found < line:
                low = end
            else:
                high = start
        return False

    @cached_property
    def _whole(self) -> frozenset[str]:
        lines = self._data.decode().split("\n")[1:-1]
        plain = {line.removesuffix("'") for line in lines}
        return frozenset(plain | {f"{line}s" for line in lines if line.endswith("'")})

    @cached_property
    def recased(self) -> dict[str, str]:
        """The words with capitals inside, by their small letters."""
        found = re.findall(r"(?m)^[A-Za-z']+[A-Z].*$", self._data.decode())
        words = (word.removesuffix("'") for word in found)
        return {word.lower(): word for word in words if inner_capitals(word)}


class Words:
    """A short list in memory: the words of an `ignore` file."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    def __contains__(self, word: str) -> bool:
        """Whether a word is in the list, in the capitals that it may have; words in the list's small letters may have any."""
        return any(form in self._words for form in (*forms(word), word.lower()))

    @cached_property
    def recased(self) -> dict[str, str]:
        """The words with capitals inside, by their small letters."""
        return {word.lower(): word for word in self._words if inner_capitals(word)}


@cache
def english() -> tuple[WordList, ...]:
    """The English words that LintNews brings along; see words/SOURCES.md."""
    home = Path(__file__).parent / "words"
    return tuple(WordList((home / name).read_bytes()) for name in ("english.txt", "own.txt"))
