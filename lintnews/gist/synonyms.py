"""A word in lower case in, the word that stands for it and all that say the same out; phrases likewise. The rows are in synonyms.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lintnews import lazily

_HERE = Path(__file__).parent
#: Irregular verbs and nouns, the same that the tagger’s room has.
_IRREGULAR = _HERE.parent / "english" / "irregular.txt"
_VOWELS = frozenset("aeiou")


@cache
def heads() -> Mapping[str, str]:
    """Each word of a row, in all its forms, with the first of the row; irregular forms of others with their base."""
    out = dict[str, str]()
    forms = dict(_irregular())
    for row in _rows():
        for word in row:
            if "_" not in word:
                for form in (word, *forms.get(word, ())) if word in forms else _forms(word):
                    out.setdefault(form, row[0])
        out[row[0]] = row[0]
    explicit = {word: row[0] for row in _rows() for word in row if "_" not in word}
    bases = {form: base for base, others in forms.items() for form in others if form not in out}
    return bases | out | explicit


@cache
def parts() -> Mapping[str, frozenset[str]]:
    """The longest word of each phrase, with what phrases that have it stand for."""
    out = dict[str, set[str]]()
    for row in _rows():
        for phrase in row:
            if "_" in phrase:
                out.setdefault(max(phrase.split("_"), key=len), set()).add(row[0])
    return {word: frozenset(found) for word, found in out.items()}


def joined(sentence: str) -> str:
    """The sentence with the word that stands for it in place of each phrase; its capital stays."""
    return _phrase().sub(_one, _POINTS.sub(lambda found: found[0].replace(".", "").replace(" ", ""), sentence))


_POINTS = re.compile(r"\b(?:U\. ?S\. ?A|U\. ?S|U\. ?K|U\. ?N|E\. ?U)\b\.?")
_ACROSS = r"(?:[\s,-]|\b)+"


@cache
def _heads_of_phrases() -> Mapping[str, str]:
    return {phrase: row[0] for row in _rows() for phrase in row if "_" in phrase}


@cache
def _phrase() -> lazily.Pattern:
    longest = sorted(_heads_of_phrases(), key=len, reverse=True)
    return lazily.pattern(r"(?i:\b(?:" + "|".join(re.escape(phrase).replace("_", r"[\s,-]+") for phrase in longest) + r")s?\b)")


def _one(found: lazily.Found) -> str:
    key = re.sub(r"[\s,-]+", "_", found[0].lower())
    head = _heads_of_phrases().get(key) or _heads_of_phrases().get(key.removesuffix("s"), found[0])
    return head.capitalize() if found[0][0].isupper() else head


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    lines = (_HERE / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line and line[0] != "#")


def _irregular() -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in _IRREGULAR.read_text(encoding="utf-8").splitlines():
        row = line.split()
        if row and row[0] != "#":
            yield row[0], tuple(row[1:])


def _forms(word: str) -> Iterator[str]:
    """A word as a verb and as a noun would be inflected, whichever it is."""
    yield word
    last, before = word[-1], word[-2:-1]
    if last == "e":
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif last == "y" and before not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    else:
        yield word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
        yield from (f"{word}ed", f"{word}ing")
        if last not in "wxy" and last not in _VOWELS and before in _VOWELS and word[-3:-2] not in _VOWELS:
            yield from (f"{word}{last}ed", f"{word}{last}ing")
