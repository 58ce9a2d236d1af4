"""A whole number in figures in, the same in words out, and the other way round."""

from __future__ import annotations

import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ("", "thousand", "million", "billion", "trillion")
_VALUES = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_LONGEST = 15


def words(text: str) -> str:
    """A number in figures as words (`121`: one hundred twenty-one); any other text, or too long a number, as it is."""
    digits = text.replace(",", "")
    if not _FIGURES.fullmatch(text) or len(digits) > _LONGEST:
        return text
    return _worded(int(digits)) or "zero"


def _worded(number: int) -> str:
    groups = []
    for scale in _SCALES:
        number, rest = divmod(number, 1000)
        if rest:
            groups.append(f"{_under_thousand(rest)} {scale}".rstrip())
    return " ".join(reversed(groups))


def _under_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    out = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        out.append(_TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else ""))
    elif rest:
        out.append(_SMALL[rest])
    return " ".join(out)


def digits(text: str) -> str:
    """A number in words as figures (`one hundred and five`: 105); any other text as it is."""
    total = group = 0
    for word in text.lower().replace("-", " ").split():
        if word in _VALUES:
            group += _VALUES[word]
        elif word == "hundred" and group:
            group *= 100
        elif word in _SCALES and word and group:
            total, group = total + group * 1000 ** _SCALES.index(word), 0
        elif word != "and" or not (total or group):
            return text
    return str(total + group) if text.split() else text
