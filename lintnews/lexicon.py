"""Words and phrases in, those of them that stand in a text out: looked up word by word, without a pattern.

Most tokens of a style are plain words between word boundaries. What a look-up cannot tell for certain (letters beyond ASCII, an
underscore at the edge) is left to the pattern.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import add

from lintnews import lazily, needs, patterns

#: A token that stands for itself: words, and single signs between them that mean nothing in a pattern.
_LITERAL = re.compile(r"[A-Za-z0-9]+(?:(?: |['’,-] ?)[A-Za-z0-9]+)*")
_PARTS = re.compile(r"[A-Za-z0-9]+|[^A-Za-z0-9]+")
_BLANK = re.compile(r"[ \t\n\f\r]+")
_RUN = lazily.pattern(r"[\p{L}\p{Nd}]+")
_WORD_CHARACTER = lazily.pattern(r"\w")


#: A word of a text, without case, and from where to where it stands.
Word = tuple[str, int, int]


class Plain:
    """A place where plain words stand: what there is of a match of a pattern without groups."""

    __slots__ = ("_end", "_start", "string")

    def __init__(self, string: str, start: int, end: int) -> None:
        self.string, self._start, self._end = string, start, end

    def start(self) -> int:
        """Where it begins."""
        return self._start

    def end(self) -> int:
        """Where it ends."""
        return self._end

    def span(self) -> tuple[int, int]:
        """From where to where."""
        return self._start, self._end

    def groups(self) -> tuple[str, ...]:
        """None: a word has no groups."""
        return ()

    def __getitem__(self, group: int | str) -> str:
        if group != 0:
            raise IndexError(group)
        return self.string[self._start : self._end]


class Phrase:
    """The words of a phrase and what stands between them; a blank is any white space."""

    __slots__ = ("folded", "gaps", "words")

    def __init__(self, text: str, *, folded: bool) -> None:
        parts = _PARTS.findall(text)
        self.folded = folded
        self.words = [needs.fold(word) if folded else word for word in parts[::2]]
        self.gaps = parts[1::2]

    def found(self, text: str, words: Sequence[Word], at: int) -> tuple[int, int] | None:
        """From where to where the phrase stands in a text, if it begins with the word at this place."""
        mine = words[at : at + len(self.words)]
        if len(mine) < len(self.words):
            return None
        for gap, (_, _, end), (_, start, _) in zip(self.gaps, mine, mine[1:], strict=False):
            if not _fits(gap, text[end:start]):
                return None
        if all(self._is(word, text, there) for word, there in zip(self.words, mine, strict=True)):
            return mine[0][1], mine[-1][2]
        return None

    def _is(self, word: str, text: str, there: Word) -> bool:
        folded, start, end = there
        if not self.folded:
            return text[start:end] == word
        return folded == word and (text[start:end].isascii() or _alike(word, text[start:end]))


def _alike(word: str, other: str) -> bool:
    """Whether a pattern without case takes one word for the other."""
    return patterns.fullmatch(patterns.compile(word, ignorecase=True), other)


def _fits(gap: str, between: str) -> bool:
    if gap == between:
        return True
    sign, blank, _ = gap.partition(" ")
    return bool(blank) and between.startswith(sign) and _BLANK.fullmatch(between, len(sign)) is not None


def phrase(token: str, *, ignorecase: bool) -> Phrase | None:
    """A token as a phrase, None where it is a pattern."""
    return Phrase(token, folded=ignorecase) if _LITERAL.fullmatch(token) else None


class Lexicon:
    """Phrases by their first two words, or the one they have, each with its place in the list that it comes from."""

    def __init__(self, phrases: Sequence[tuple[int, Phrase]]) -> None:
        self._by_key: dict[str, list[tuple[int, Phrase]]] = {}
        for i, each in phrases:
            self._by_key.setdefault(needs.fold(" ".join(each.words[:2])), []).append((i, each))
        self._keys = self._by_key.keys()

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def near(self, words: AbstractSet[str]) -> list[int]:
        """The places in the list of the phrases whose first words are among these."""
        return [i for key in self._keys & words for i, _ in self._by_key[key]]

    def found(self, words: Words) -> Iterator[tuple[int, int, Plain]]:
        """Every place of a phrase: the block, its place in the list, and where; in no order."""
        for key in self._keys & words.places.keys():
            for block, at in words.places[key]:
                text = words.texts[block]
                for i, each in self._by_key[key]:
                    if (span := each.found(text, words.of[block], at)) and _stands_apart(text, *span):
                        yield block, i, Plain(text, *span)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether no letter, figure or underscore stands beside a span."""
    around = text[start - 1 : start] + text[end : end + 1]
    return "_" not in around and (around.isascii() or not any(map(_is_joined, around)))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a word begins at the start of a span of letters and figures, and one ends at its end."""
    return not any(map(_is_joined, text[start - 1 : start] + text[end : end + 1]))


@lru_cache(maxsize=10_000)
def _is_joined(char: str) -> bool:
    return _WORD_CHARACTER.match(char) is not None


class Words:
    """The words of some texts, and where each word, and each two in a row, stands: text and number of the (first) word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.of: list[list[Word]] = []
        self.places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for block, text in enumerate(texts):
            folded = needs.fold(text)
            words = _RUN.findall(folded)
            spans = [found.span() for found in _RUN.finditer(folded)]
            self.of.append([(word, *span) for word, span in zip(words, spans, strict=True)])
            for at, key in enumerate(words):
                self.places[key].append((block, at))
            for at, key in enumerate(map(add, words, [f" {word}" for word in words[1:]])):
                self.places[key].append((block, at))
