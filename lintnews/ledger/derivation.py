"""A word in no list in; out comes whether English makes it regularly of words that are: compounds, prefixes, suffixes."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.facts import FactBase

#: Put before any word; the rest must be a word of four letters or more.
PREFIXES = tuple(
    "aero after agro air all anti astro audio auto back bio cardio chemo co counter cross crypto cyber de demi dis down electro ethno euro ever "
    "extra fore geo hand handi hyper immuno in infra inter intra kilo macro mal mega meta micro mid milli mini mis mono multi nano narco neo neuro "
    "non off on osteo out over para petro pharma photo poly post pre pro proto pseudo psycho quasi radio re retro self semi side "
    "socio step sub super sur techno tele theo thermo trans tri turbo ultra un under up uni vice video".split()
)
#: Put after a word as it stands.
_PLAIN = tuple(
    "like less ness wide proof ship ships hood dom ful ward wards wise free maker makers making goer goers holder holders worthy able ly "
    "led based style type ware gate fest speak shaming splaining phobia phobic phile cracy cide s".split()
)
#: Put after a word that loses its last vowel before it (`privatize`, `ageism`).
_VOWEL = tuple(
    "ism isms ist ists istic ize izes ized izing ise ises ised ising ization izations isation isations ish ite ites ian ians ify ifies ified ifying esque "
    "ville nomics ati ocracy".split()
)
#: Shortest part of a compound, and shortest compound.
_PART, _COMPOUND = 3, 8


def derived(word: str, lists: tuple[str, ...], everyday: tuple[str, ...], facts: FactBase) -> bool:
    """Whether a word is regularly made: `hotline` of two everyday words, `reopen`, `statewide`, `Thatcherism` in small letters."""
    stems = {stem for stem in (*_after_prefix(word), *_before_suffix(word)) if len(stem) > 3}
    if stems - facts.unlisted(lists, stems):
        return True
    return _compound(word, everyday, facts)


def _after_prefix(word: str) -> Iterable[str]:
    return (word[len(p) :] for p in PREFIXES if word.startswith(p))


def _before_suffix(word: str) -> Iterable[str]:
    for suffix in _PLAIN:
        if word.endswith(suffix):
            yield word[: -len(suffix)]
    for suffix in _VOWEL:
        if word.endswith(suffix):
            stem = word[: -len(suffix)]
            yield from (stem, *(stem + vowel for vowel in "aeoy"))


def _compound(word: str, everyday: tuple[str, ...], facts: FactBase) -> bool:
    """Whether two everyday words make it, one of them of four letters at least."""
    if len(word) < _COMPOUND:
        return False
    halves = [(word[:i], word[i:]) for i in range(_PART, len(word) - _PART + 1)]
    parts = {part for pair in halves for part in pair}
    strange = facts.unlisted(everyday, parts)
    return any(not {a, b} & strange for a, b in halves)
