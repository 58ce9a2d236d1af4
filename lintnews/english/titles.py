"""A line of text in, the same in the capitals of a title or of a sentence out, and how much of it has them already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from lintnews import lazily, patterns
from lintnews.patterns import Found

_AP = frozenset("a an and as at but by en for if in nor of on or per the to v v. via vs vs.".split())
_CHICAGO = _AP | frozenset(
    "about above across after against along among around before between beyond concerning despite down during following from"
    " including into near over since through throughout towards under until upon with within without".split()
)
_WORD = r"[\p{N}\p{L}*]+[^\s]*"
_PART = lazily.pattern(r"[\p{N}\p{L}*]+[^ \t\n\f\r/-]*")
#: Where a part of a word begins.
_CAPITAL = lazily.pattern(r"(?<![\p{L}\p{N}_\P{ASCII}])\p{L}|(?<=\s)\p{L}")
#: A first word that numbers the line: what follows it begins anew.
_NUMBERED = lazily.pattern(r"[0-9]+\.")


class Kept:
    """Terms that keep the capitals they have."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._terms = "|".join(sorted(terms, key=len, reverse=True))

    @cached_property
    def words(self) -> patterns.Pattern:
        """What counts as a word: a kept term as a whole, or anything up to white space."""
        kept = rf"\b(?:{self._terms})\b|" if self._terms else ""
        return patterns.compile(f"(?m){kept}{_WORD}")

    @cached_property
    def _inside(self) -> patterns.Pattern | None:
        return patterns.compile(self._terms) if self._terms else None

    def holds(self, word: str) -> bool:
        """Whether a word has a kept term in it."""
        return self._inside is not None and patterns.search(self._inside, word) is not None


def title(text: str, style: str, kept: Kept) -> str:
    """Text in the capitals of a title, in the way of AP or of Chicago: no letter but the first of a word changes.

    AP has a capital `To` unless a noun follows.
    """
    small, infinitives = (_CHICAGO, _Infinitives("")) if style == "Chicago" else (_AP, _Infinitives(text))

    def changed(found: Found) -> str:
        word = found[0]
        if kept.holds(word):
            return word
        if lower(word) not in small or not _is_inside(text, found):
            return capital(word[0]) + word[1:]
        return "To" if lower(word) == "to" and found.start() in infinitives else lower(word)

    return _PART.sub(changed, text)


class _Infinitives:
    """Where a `to` of a text stands that no noun follows; the text is tagged when the first is met."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, at: int) -> bool:
        return bool(self._text) and not self._noun_behind(at)

    def _noun_behind(self, at: int) -> bool:
        i = bisect_left(self._tagged, (at, "")) + 1
        return i < len(self._tagged) and self._tagged[i][1].startswith("NN")

    @cached_property
    def _tagged(self) -> list[tuple[int, str]]:
        from lintnews.english import tagger
        from lintnews.english.tokens import tokens

        spans = tokens(self._text)
        tags = tagger.tag([*(self._text[slice(*span)] for span in spans), "."])
        return list(zip([span.start for span in spans], tags, strict=False))


def _is_inside(text: str, found: Found) -> bool:
    """Whether a word stands neither at an end of the text nor where something begins anew."""
    start, end = found.span()
    if start == 0 or end == len(text) or (text[end] == "-" and text[start - 1] != "-"):
        return False
    return text[start - 1] in " -/–—" and text[max(0, start - 2) : start - 1] not in tuple(":-–—")


def sentence(text: str, indicators: Sequence[str], kept: Kept) -> str:
    """Text in the capitals of a sentence; a word behind one that ends in an indicator begins another."""
    out, end, before = [], 0, ""
    for i, found in enumerate(patterns.find(kept.words, text)):
        anew = i == 0 or before.endswith(tuple(indicators)) or (i == 1 and _NUMBERED.search(before) is not None)
        out += [text[end : found.start()], _sentence_word(found[0], kept, anew=anew)]
        end, before = found.end(), found[0]
    return "".join([*out, text[end:]])


def _sentence_word(word: str, kept: Kept, *, anew: bool) -> str:
    if kept.holds(word):
        return word
    return capital(word[0]) + lower(word[1:]) if anew else lower(word)


def lower(text: str) -> str:
    """Text in small letters, letter for letter."""
    return text.lower() if text.isascii() else "".join(_one(c, c.lower()) for c in text)


def upper(text: str) -> str:
    """Text in capitals, letter for letter: what has no capital of its own stays."""
    return text.upper() if text.isascii() else "".join(_one(c, c.upper()) for c in text)


def capital(letter: str) -> str:
    """A letter as it begins a title."""
    return _one(letter, letter.title())


def _one(before: str, after: str) -> str:
    return after if len(after) == 1 else before


def share(text: str, wanted: str, kept: Kept, right: Callable[[str], bool]) -> float:
    """How much of a text's words read as they should, from 0 to 1; `right` says which do whatever stands in their place."""
    words, models = _words(text, kept), _words(wanted, kept)
    fitting = sum(i >= len(models) or word == models[i] or right(word) for i, word in enumerate(words))
    return fitting / len(words) if words else 1.0


def begins_a_sentence(text: str, wanted: str, kept: Kept) -> bool:
    """Whether the first word of a text reads as it should, or begins each of its parts, as `O'Leary` does, with a capital."""
    words, models = _words(text, kept)[:1], _words(wanted, kept)[:1]
    return words == models or all(word == _CAPITAL.sub(lambda found: capital(found[0]), lower(word)) for word in words)


def _words(text: str, kept: Kept) -> list[str]:
    return [found[0] for found in patterns.find(kept.words, text)]
