"""Two first names in; out comes whether they may be one person's."""

from __future__ import annotations

from lintnews.facts import FactBase
from lintnews.words import fold, one_edit

#: First names that sound alike and are two names, beyond those that a letter tells apart.
_ALIKE = (
    "geoff jeff|geoffrey jeffrey|stephen steven|sean shaun shawn|catherine katherine kathryn katharine|carl karl|christine kristin|"
    "deborah debra|theresa teresa|isabel isobel|alan allan allen|phillip philip|marc mark|eric erik|jon john|sara sarah"
)
#: Last letters in which two transliterations of one name differ.
_ENDINGS = frozenset("eiy")


def spelled_otherwise(one: str, other: str) -> bool:
    """Whether two first names are one name in two spellings, of which a person has one: no short form, no transliteration."""
    a, b = fold(one), fold(other)
    if any({a, b} <= set(group.split()) for group in _ALIKE.split("|")) and a != b:
        return True
    ending = a[:-1] == b[:-1] and {a[-1:], b[-1:]} <= _ENDINGS
    return min(len(a), len(b)) > 1 and a[0] == b[0] and one_edit(a, b) and not ending and f"{a}y" != b and f"{b}y" != a


def same_first_name(one: str, other: str, facts: FactBase) -> bool:
    """Whether two first names may be one person's: alike, an initial, short for one another, or listed as a nickname."""
    a, b = fold(one), fold(other)
    if a[:3] == b[:3] or one_edit(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return facts.listed("nicknames", f"{one} {other}") or facts.listed("nicknames", f"{other} {one}")
