"""A misspelled word in; out come the words it may have been meant for, each with how unlikely the slip is.

A slip is one letter inserted, dropped or changed, or two neighbours swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lintnews.words import one_edit

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

#: How unlikely each slip is: 0 would be certain; a step of one is about a factor of three.
_SWAPPED, _HALVED, _DOUBLED, _DROPPED, _INSERTED, _VOWEL, _BESIDE, _CHANGED = 0.5, 0.0, 0.5, 0.8, 1.8, 1.2, 1.8, 3.0
_FIRST = 1.5


def _keys() -> dict[str, frozenset[str]]:
    """The neighbours of each key on a keyboard."""
    place = {letter: (x + y / 2, y) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}
    return {
        a: frozenset(b for b, (x, y) in place.items() if a != b and abs(x - place[a][0]) <= 1 and abs(y - place[a][1]) <= 1) for a in place
    }


_NEIGHBOURS = _keys()


def one_slip_away(word: str) -> set[str]:
    """Every string of small letters that is one slip away from `word`: some 54 for each of its letters."""
    halves = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    out = {a + b[1:] for a, b in halves if b}
    out |= {a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1}
    out |= {a + letter + b[1:] for a, b in halves if b for letter in _LETTERS}
    out |= {a + letter + b for a, b in halves for letter in _LETTERS}
    return out - {word}


def cost(wrong: str, right: str) -> float:
    """How unlikely it is that a hand that meant `right` wrote `wrong`; the two are one slip apart."""
    at = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    return _letters(wrong, right, at) + (_FIRST if at == 0 else 0)


def _letters(wrong: str, right: str, at: int) -> float:
    if len(wrong) < len(right):
        return _HALVED if at and right[at] == right[at - 1] else _DROPPED
    if len(wrong) > len(right):
        extra = wrong[at]
        if at and extra == wrong[at - 1]:
            return _DOUBLED
        return _INSERTED - (0.4 if extra in _NEIGHBOURS[wrong[at - 1] if at else wrong[1]] else 0)
    if wrong[at + 1 :] != right[at + 1 :]:
        return _SWAPPED
    a, b = wrong[at], right[at]
    if a in _VOWELS and b in _VOWELS:
        return _VOWEL
    return _BESIDE if b in _NEIGHBOURS[a] else _CHANGED


def ranked(wrong: str, known: Callable[[set[str]], Iterable[tuple[str, float]]]) -> list[tuple[float, str]]:
    """The words one slip away from `wrong`, likeliest first, with their costs; `known` tells which strings are words, and how rare."""
    found = known(one_slip_away(wrong))
    return sorted((rare + cost(wrong, word), word) for word, rare in found if one_edit(wrong, word))
