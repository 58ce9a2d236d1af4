"""Text in, sentences and words out: boundaries only, no meaning."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import regex

from lintnews import lazily
from lintnews.model import Span

#: Shortened forms whose full point does not end a sentence when a capital follows.
ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof rev hon gov lt col gen maj capt cmdr cpl sgt pvt pfc adm brig sen rep sens reps gens st mt ft jan "
    "feb mar apr jun jul aug sept sep oct nov dec vs v no nos inc ltd corp co cos bros dept univ assn ala ariz ark calif colo "
    "conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo jr sr "
    "messrs supt det insp pres sec atty asst fig art vol ed eds est approx al".split()
)

_WORD = lazily.pattern(r"[\p{L}\p{M}\p{N}]+(?:['’\-‐‑.&][\p{L}\p{M}\p{N}]+)*")
_STOP = lazily.pattern(r"(?P<stop>[.!?…]+)(?P<close>[\"'”’)\]]*)(?=\s+(?:[\"'“‘(\[]*)[\p{Lu}\p{N}]|\s*\Z)")
_BEFORE = lazily.pattern(r"([\p{L}][\p{L}.]*)\Z")
_POINTED = lazily.pattern(r"(?:\p{L}\.)+\p{L}?\Z")
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those in on at but and so if when there his her its their for with as "
    "after before".split()
)


def words(text: str) -> Iterator[Span]:
    """Every word; an inner apostrophe, hyphen or point stays inside (`don't`, `al-Qaida`, `U.S`)."""
    return (Span(*match.span()) for match in _WORD.finditer(text))


def number(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def sentences(text: str) -> list[Span]:
    """Every sentence, without the white space around it."""
    ends = [m.end() for m in _STOP.finditer(text) if _ends_here(text, m)]
    if not ends or text[ends[-1] :].strip():
        ends.append(len(text))
    out, start = [], 0
    for end in ends:
        while start < end and text[start].isspace():
            start += 1
        stop = end
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            out.append(Span(start, stop))
        start = end
    return out


def _ends_here(text: str, match: regex.Match[str]) -> bool:
    if match["stop"] != "." or match["close"]:
        return True
    before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    if not before:
        return True
    word = before[1]
    if word.lower() in ABBREVIATIONS:
        return False
    if (len(word) == 1 and word.isupper()) or _POINTED.search(word):
        follows = _WORD.search(text, match.end())
        return follows is not None and follows[0].lower() in _STARTERS
    return True


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """A key under which spellings of one name meet: no case, accents, points; hyphens are spaces, quotes straight."""
    if text.isascii():
        return " ".join(text.lower().replace("-", " ").replace(".", "").split())
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    for mark in filter(unicodedata.combining, set(plain)):
        plain = plain.replace(mark, "")
    plain = plain.casefold()
    return " ".join(plain.replace("-", " ").replace("‐", " ").replace("–", " ").replace(".", "").split())


def one_edit(a: str, b: str) -> bool:
    """True when one inserted, dropped, changed or swapped letter turns `a` into `b` (and they are not equal)."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return longer[i + 1 :] == shorter[i:]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def edits(a: str, b: str, most: int) -> int:
    """How many letters must be inserted, dropped, changed or swapped with a neighbour to make one word of another; `most` + 1 beyond."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    older, before, row = [0], [0], list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def times(count: int) -> str:
    """How often, in words: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def near_keys(words: Iterable[str]) -> Callable[[str], list[str]]:
    """A look-up for words: those of them that one edit behind the first letter makes of another word, in their order."""
    index: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for i, word in enumerate(words):
        index.setdefault((word[:1], len(word)), []).append((i, word))

    def near(word: str) -> list[str]:
        alike = [entry for length in (-1, 0, 1) for entry in index.get((word[:1], len(word) + length), ())]
        return [other for _, other in sorted(alike) if one_edit(word, other)]

    return near


def word_before(text: str, at: int) -> str:
    """The word right before an offset, up to the white space before it, in lower case; it looks back 200 letters at most."""
    return (text[max(0, at - 200) : at].split() or [""])[-1].lower()


def like(text: str, pattern: str) -> str:
    """`text` with the capitals of `pattern`: all capitals, a first capital, or as it is."""
    if len(pattern) > 1 and pattern.isupper():
        return text.upper()
    if pattern[:1].isupper():
        return text[:1].upper() + text[1:]
    return text
