"""A misspelled word in; out come the words it may have been meant for, each with how unlikely the slip is.

A slip is one letter inserted, dropped or changed, or two neighbours swapped; `distance` weighs more than one in a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

#: How unlikely each slip is; a step of one is about a factor of three. The order is what matters: a letter written once
#: for twice, a swap, a letter twice for once, a letter dropped, a vowel for a vowel, a letter or a key too many, any other.
_HALVED, _SWAPPED, _DOUBLED, _DROPPED, _VOWEL, _TOUCHED, _INSERTED, _BESIDE, _CHANGED = 0.0, 0.5, 0.5, 0.8, 1.2, 1.4, 1.8, 1.8, 3.0
#: More for the first letter, which the eye seldom misses, and for a short word, which may well be a word of its own.
_FIRST, _SHORT = 1.5, 1.0
_SHORTEST = 6


def _keys() -> dict[str, frozenset[str]]:
    """The neighbours of each key on a keyboard."""
    place = {letter: (x + y / 2, y) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}

    def near(a: str, b: str) -> bool:
        return a != b and abs(place[a][0] - place[b][0]) <= 1 and abs(place[a][1] - place[b][1]) <= 1

    return {a: frozenset(b for b in place if near(a, b)) for a in place}


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
    """How unlikely it is that a hand that meant `right` wrote `wrong`, in small letters; the two are one slip apart."""
    at = next((i for i, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), min(len(wrong), len(right)))
    return _slip(wrong, right, at) + (_FIRST if at == 0 else 0) + (_SHORT if len(wrong) < _SHORTEST else 0)


def _slip(wrong: str, right: str, at: int) -> float:
    """The cost of the slip at the first letter that differs."""
    if len(wrong) < len(right):
        return _HALVED if at and right[at] == right[at - 1] else _DROPPED
    if len(wrong) > len(right):
        return _extra(wrong, at)
    if wrong[at + 1 :] != right[at + 1 :]:
        return _SWAPPED
    if {wrong[at], right[at]} <= _VOWELS:
        return _VOWEL
    return _BESIDE if right[at] in _NEIGHBOURS[wrong[at]] else _CHANGED


def _extra(wrong: str, at: int) -> float:
    """The cost of a letter too many: the one before it again, a key beside one of its neighbours, or any."""
    before, after = wrong[at - 1 : at], wrong[at + 1 : at + 2]
    if wrong[at] == before:
        return _DOUBLED
    return _TOUCHED if any(wrong[at] in _NEIGHBOURS[letter] for letter in before + after) else _INSERTED


#: Each slip after the first costs so much more; letters that sound alike, and a letter for two of its sound.
_FURTHER, _ALIKE, _TWO_FOR_ONE = 0.7, 1.0, 1.0
_SOUNDS = frozenset(map(frozenset, ("ck", "cs", "sz", "gj", "iy", "kq", "fv", "sx")))
_DIGRAPHS = {
    ("f", "ph"),
    ("ph", "f"),
    ("k", "ch"),
    ("k", "ck"),
    ("sh", "ti"),
    ("sh", "ci"),
    ("f", "gh"),
    ("kw", "qu"),
    ("t", "ed"),
    ("s", "ps"),
}


def letters(word: str) -> int:
    """The letters of a word as bits."""
    mask = 0
    for letter in word:
        mask |= 1 << (ord(letter) - 97)
    return mask


def distance(wrong: str, right: str, most: float) -> float:
    """How unlikely it is that a hand that meant `right` wrote `wrong`, by any number of slips; beyond `most` anything above it."""
    before: Sequence[float] = ()
    row, missing = _first_row(right)
    for i, (letter, extra, sounds) in enumerate(_written(wrong), 1):
        older, before = before, row
        others, swapped = _others(letter), i > 1 and f"{letter}{wrong[i - 2]}" in right
        if swapped or any(b in right for b, _ in sounds):
            row = [before[0] + extra]
            heard = [(b, older if two else before) for b, two in sounds]
            for j, wanted in enumerate(right, 1):
                best = before[j - 1] if letter == wanted else before[j - 1] + _FURTHER + others[wanted]
                best = min(best, before[j] + extra, row[j - 1] + missing[j - 1])
                if swapped and j > 1 and letter == right[j - 2] and wrong[i - 2] == wanted:
                    best = min(best, older[j - 2] + _FURTHER + _SWAPPED)
                row.append(min(best, _by_sound(right, j, heard)))
        else:
            row = _next_row(letter, right, (before, missing), extra)
        if min(row) > most + _FURTHER:
            return most + 1
    return row[-1] - _FURTHER + (_FIRST if wrong[:1] != right[:1] else 0) + (_SHORT if len(wrong) < _SHORTEST else 0)


def _next_row(letter: str, right: str, known: tuple[Sequence[float], Sequence[float]], extra: float) -> list[float]:
    """The row of a letter that is in no slip but its own: where most time goes, so there is no call in it."""
    before, missing = known
    others = _others(letter)
    last = before[0]
    best = last + extra
    row = [best]
    for wanted, above, lost in zip(right, before[1:], missing, strict=True):
        best += lost
        here = last if letter == wanted else last + _FURTHER + others[wanted]
        if here < best:
            best = here
        here = above + extra
        if here < best:
            best = here
        row.append(best)
        last = above
    return row


@lru_cache(100)
def _written(wrong: str) -> Sequence[tuple[str, float, Sequence[tuple[str, bool]]]]:
    """Each letter of a word, what it costs as one too many, and what may be meant by the letters that end there, of one letter or two."""
    ends = [[(b, len(a) > 1) for a, b in _DIGRAPHS if wrong.endswith(a, 0, i + 1)] for i in range(len(wrong))]
    return [(letter, _extra_at(wrong, i), ends[i]) for i, letter in enumerate(wrong)]


@lru_cache(10_000)
def _first_row(right: str) -> tuple[list[float], list[float]]:
    """The costs of all letters up to each place left out, and of each letter left out."""
    missing = [_missing_at(right, j) for j in range(len(right))]
    return [*accumulate(missing, initial=0.0)], missing


def _extra_at(wrong: str, at: int) -> float:
    return _FURTHER + _extra(wrong, at)


def _missing_at(right: str, at: int) -> float:
    return _FURTHER + (_HALVED if at and right[at] == right[at - 1] else _DROPPED)


@cache
def _others(letter: str) -> Mapping[str, float]:
    """The cost of one letter for each other."""
    return {wanted: _other(letter, wanted) for wanted in _LETTERS}


def _other(letter: str, wanted: str) -> float:
    pair = frozenset((letter, wanted))
    if pair in _SOUNDS:
        return _ALIKE
    if pair <= _VOWELS:
        return _VOWEL
    return _BESIDE if wanted in _NEIGHBOURS[letter] else _CHANGED


def _by_sound(right: str, j: int, sounds: Sequence[tuple[str, Sequence[float]]]) -> float:
    """The cost up to a place where letters that end there stand for others of their sound, each with the row before it."""
    best = float("inf")
    for b, row in sounds:
        if len(b) <= j and row and right.endswith(b, 0, j):
            best = min(best, row[j - len(b)] + _FURTHER + _TWO_FOR_ONE)
    return best


#: The farthest slip between a word of a name and the one that was meant.
_IN_A_NAME = 3.0


def one_word(name: str, other: str) -> bool:
    """Whether two names are the same but for one word, and that by a slip."""
    one, two = name.lower().split(), other.lower().split()
    differing = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) > 1 and len(differing) == 1 and distance(*differing[0], _IN_A_NAME) <= _IN_A_NAME
