"""A word in no list in; out comes whether English makes it regularly of words that are: compounds, prefixes, suffixes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

#: Those of some words that a set of lists does not hold.
Strangers = Callable[[set[str]], set[str]]

#: Put before any word of five letters or more.
PREFIXES = tuple(
    "aero agro anti astro audio auto bio cardio chemo counter cross crypto cyber de down electro ethno euro extra fore geo "
    "hydro hyper immuno inter intra kilo macro mega meta micro mid mini mis mono multi nano narco neo neuro non osteo out "
    "over para petro pharma photo poly post pre proto pseudo psycho quasi radio re retro self semi socio step sub super "
    "techno tele theo thermo trans turbo ultra un under up video".split()
)
#: Put after a word of four letters or more as it stands.
SUFFIXES = tuple(
    "like less ness wide proof ship ships hood ful ward wards wise free maker makers making goer goers holder holders "
    "worthy ly gate s".split()
)
#: Put after a word that may lose its last vowel before it (`privatize`, `ageism`).
_AFTER_VOWEL = tuple("ism isms ist ists ize izes ized izing ise ises ised ising ization izations isation isations ish esque".split())
#: Letters of the shortest word after a prefix, word before a suffix, part of a compound.
_PREFIXED, _SUFFIXED, _PART = 5, 4, 4


def derived(word: str, strange: Strangers, uncommon: Strangers) -> bool:
    """Whether a word is regularly made: of a known word and an affix (`reopen`, `statewide`), or of two common ones (`birthdates`)."""
    stems = {*_after_prefix(word), *_before_suffix(word)}
    return bool(stems - strange(stems)) or _compound(word, uncommon)


def _after_prefix(word: str) -> Iterator[str]:
    return (word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) >= len(prefix) + _PREFIXED)


def _before_suffix(word: str) -> Iterator[str]:
    for suffix in (*SUFFIXES, *_AFTER_VOWEL):
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < _SUFFIXED or (suffix == "s" and stem.endswith(("s", "x", "z", "ch", "sh"))):
            continue
        yield stem
        if suffix in _AFTER_VOWEL:
            yield from (stem + vowel for vowel in "aeoy")
        elif stem.endswith("i"):  # `greenliness`
            yield stem[:-1] + "y"
        elif suffix == "ly":  # `quantifiably`, `robotically`
            yield from (stem + "le", stem.removesuffix("al"))


def _compound(word: str, uncommon: Strangers) -> bool:
    """Whether two common words make it, of four letters or more each."""
    halves = [(word[:i], word[i:]) for i in range(_PART, len(word) - _PART + 1)]
    strange = uncommon({part for pair in halves for part in pair})
    return any(not {a, b} & strange for a, b in halves)
