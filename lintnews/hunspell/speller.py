"""Dictionaries and a token of a text in; the words of the token that are in none of them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from lintnews import lazily
from lintnews.go_patterns import Pattern

#: What is taken off a word, one by one, until nothing of it is left at the ends.
_BEFORE, _BEHIND = "$(\"['", ",)\"]!;.?:'"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_ABBREVIATION = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_EMOTICON = re.compile(r"[:;=8xX][-o*']?[()\[\]dDpP/\\|{}@*3]|<3|\([-_^;.]+\)")
_ORDINAL = re.compile(r"[0-9]*(?:1[0-9]th|1st|2nd|3rd|[04-9]th)")
#: Words that are not looked at unless the rule says so: with other characters, ending in a capital, of several in one.
_STRANGE = re.compile(r"[^A-Za-z_']|[A-Z]\Z|[A-Z][a-z]+[A-Z]+\w")
_NO_IDENTIFIER = re.compile(r"[^\w'-]")
_PART = lazily.pattern(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")
#: The letters that a part of an identifier must have.
_SHORTEST = 3
#: The most parts between hyphens that are looked up by themselves.
_MOST_PARTS = 8


class Lookup(Protocol):
    """Anything that knows words, in the capitals that they may have."""

    @property
    def recased(self) -> dict[str, str]:
        """The words with capitals inside, by their small letters."""
        ...

    def __contains__(self, word: str) -> bool: ...


class Speller:
    """Checks words by dictionaries. `filters` are patterns of words to leave alone; `standard` adds the usual ones."""

    def __init__(
        self, dictionaries: Sequence[Lookup], filters: Sequence[Pattern] = (), *, standard: bool = True, split: bool = False
    ) -> None:
        self._dictionaries, self._filters, self._standard, self._split = tuple(dictionaries), tuple(filters), standard, split
        self.unknown = lru_cache(maxsize=100_000)(self._unknown)

    def _unknown(self, token: str) -> tuple[tuple[int, int, str], ...]:
        """The words of a token, which has no blanks in it, that no dictionary has: where they begin and end, and how they read."""
        start, end = bounds(token)
        word = token[start:end].translate(_STRAIGHT)
        if not any(map(str.isalpha, word)) or self._passed_over(word) or self.right(word):
            return ()
        if self._split and (parts := list(_parts(word))) != [(0, len(word))]:
            return tuple((start + a, start + b, word[a:b]) for a, b in parts if self._wrong_part(word[a:b]))
        return ((start, end, word),)

    def _passed_over(self, word: str) -> bool:
        if self._standard and (_NO_IDENTIFIER if self._split else _STRANGE).search(word):
            return True
        return any(pattern.search(word, timeout=0.5) for pattern in self._filters)

    def right(self, word: str) -> bool:
        """Whether a dictionary has a word, or, where it has hyphens, each of its parts; numbers are right."""
        if any(word in dictionary for dictionary in self._dictionaries) or _ORDINAL.fullmatch(word):
            return True
        if word.endswith("."):
            return self.right(word[:-1])
        parts = word.strip("-").split("-")
        return "-" in word and len(parts) <= _MOST_PARTS and all(part.isdigit() or (part and self.right(part)) for part in parts)

    def _wrong_part(self, part: str) -> bool:
        return len(part) >= _SHORTEST and not part.isupper() and not self.right(part)

    def recased(self, word: str) -> str:
        """The word with the capitals that the dictionaries have it in, where they differ inside the word; else nothing."""
        return next((d.recased[word.lower()] for d in self._dictionaries if word.lower() in d.recased), "")


def bounds(token: str) -> tuple[int, int]:
    """Where the word in a token begins and ends: without the quotation marks, brackets and stops about it."""
    text = token.translate(_STRAIGHT)
    start, end = 0, len(text)
    while start < end and not _kept(text[start:end]):
        if text[start] in _BEFORE:
            start += 1
        elif text[end - 1] in _BEHIND:
            end -= 1
        else:
            break
    return start, end


def _kept(text: str) -> bool:
    """Whether a token is one with its marks: an abbreviation with its stops, an emoticon."""
    return bool((text[-1] == "." and _ABBREVIATION.fullmatch(text)) or (len(text) < 6 and _EMOTICON.fullmatch(text)))


def _parts(word: str) -> Iterator[tuple[int, int]]:
    """The words that an identifier is made of, by its capitals, digits and underscores."""
    return (found.span() for found in _PART.finditer(word))
