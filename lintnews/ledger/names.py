"""Two first names in; out comes whether they may be one person's."""

from __future__ import annotations

from lintnews.facts import FactBase
from lintnews.words import fold, one_edit


def same_first_name(one: str, other: str, facts: FactBase) -> bool:
    """Whether two first names may be one person's: alike, an initial, short for one another, or listed as a nickname."""
    a, b = fold(one), fold(other)
    if a[:3] == b[:3] or one_edit(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    return facts.listed("nicknames", f"{one} {other}") or facts.listed("nicknames", f"{other} {one}")
