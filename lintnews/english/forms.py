"""A word in, its other forms out: base, third person, past, participle, -ing, singular, plural; and what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from lintnews.english import neighbours
from lintnews.english.lines import Lines

#: The forms of a verb, in the order of irregular.txt.
VERB = ("base", "third", "past", "participle", "ing")
NUMBER = ("singular", "plural")
#: All forms that can be asked for.
ALL = (*VERB, *NUMBER, "adverb", "agreeing", "case", "capital")
_VOWELS = frozenset("aeiou")
_KEPT = 20_000
#: The tags of each form.
_TAGS = {
    "base": ("VB", "VBP"), "third": ("VBZ",), "past": ("VBD",), "participle": ("VBN",), "ing": ("VBG",),
    "singular": ("NN",), "plural": ("NNS",),
}  # fmt: skip
#: Past forms that are nouns too.
_NOUNS = frozenset(("thought", "saw", "left", "felt", "wound", "ground", "rose", "bore", "wove", "fell", "dove"))
#: Verbs and pronouns in the other number, and in the other case.
_OTHER = {
    "agreeing": "is are was were has have does do isn't aren't wasn't weren't hasn't haven't doesn't don't",
    "case": "i me he him she her we us they them",
}
_PAST = frozenset(("VBD", "VBN"))


@lru_cache(_KEPT)
def kinds(word: str) -> frozenset[str]:
    """The tags that a word may have, as seen in news; none where it was not seen. Small words are their own kind."""
    found = _classes().get(neighbours.kind(word), frozenset())
    if irregular := _irregular().get(word):
        seen = found - _PAST if "base" in irregular or word in _NOUNS else found - _PAST - {"NN"}
        return seen | {tag for form in irregular for tag in _TAGS[form][:1]}
    return found | _PAST if word.endswith("ed") and found & _PAST else found


@lru_cache(_KEPT)
def form(word: str, wanted: str) -> str:
    """A form of the word, or nothing where none is known."""
    if word in _irregular() and wanted in (*VERB, *NUMBER):
        known = next(iter(_irregular()[word].values()))
        return known.get(wanted, "")
    if wanted == "capital":
        return word.capitalize()
    if wanted in _OTHER:
        return _others(wanted).get(word, "")
    if wanted == "adverb":
        return _adverb(word)
    if wanted in NUMBER:
        return _plural(word) if wanted == "plural" else _singular(word)
    base = word if kinds(word) & {"VB", "VBP"} else next(filter(_verb, _bases(word)), "")
    return regular(base, wanted) if base else ""


@cache
def _others(wanted: str) -> Mapping[str, str]:
    words = _OTHER[wanted].split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    return {a: "I" if b == "i" else b for pair in pairs for a, b in (pair, pair[::-1])}


def _adverb(word: str) -> str:
    made = f"{word[:-1]}ily" if word.endswith("y") else f"{word[:-1]}y" if word.endswith("le") else f"{word}{'al' * word.endswith('ic')}ly"
    return made if "RB" in kinds(made) else ""


def _verb(word: str) -> bool:
    return bool(kinds(word) & {"VB", "VBP"})


def _bases(word: str) -> Iterator[str]:
    """What a regular form may come from."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(stem := word.removesuffix(ending)) > 1:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2:-1]:
                yield stem[:-1]
            if stem[-1] == "i":
                yield f"{stem[:-1]}y"


def regular(base: str, wanted: str) -> str:
    """A form of a regular verb, of those that its last letters allow the one that was seen."""
    if wanted == "base":
        return base
    if wanted == "third":
        return with_s(base)
    ending = "ing" if wanted == "ing" else "ed"
    if base.endswith("e"):
        return base + "d" if ending == "ed" else (base if base.endswith(("ee", "oe", "ye")) else base[:-1]) + ending
    if base.endswith("y") and base[-2:-1] not in _VOWELS and ending == "ed":
        return f"{base[:-1]}ied"
    doubled = base + base[-1] + ending
    return doubled if neighbours.common(doubled) > neighbours.common(base + ending) else base + ending


def with_s(word: str) -> str:
    """A word with the s of the plural, or of the third person."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _plural(word: str) -> str:
    made = with_s(word)
    return made if neighbours.common(made) else ""


def _singular(word: str) -> str:
    stems = [word[:-3] + "y"] if word.endswith("ies") else [word[:-2], word[:-1]] if word.endswith("es") else [word[:-1]]
    return next((stem for stem in stems if word.endswith("s") and "NN" in kinds(stem)), "")


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    """The tags of each class by its code; see likelihood.py."""
    names = Lines(Path(__file__).parent / "classes.txt").of("=names").split(" ")
    return {code: frozenset(name.split("|")) for name, code in zip(names[::2], names[1::2], strict=True)}


@cache
def _irregular() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Each irregular word: what forms it is, each with all forms of the word."""
    out: dict[str, dict[str, Mapping[str, str]]] = {}
    for line in (Path(__file__).parent / "irregular.txt").read_text(encoding="utf-8").splitlines():
        row = line.split()
        if row and row[0] != "#":
            forms = dict(zip(VERB if len(row) == len(VERB) else NUMBER, row, strict=True))
            for name, word in forms.items():
                out.setdefault(word, {})[name] = forms
    return out
