"""A sentence in, the same with its figures in one form out: `3 million`, `three million`, `3m` are 3000000, `a fifth of` is 20 percent."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from lintnews import lazily

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES)} | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTERS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_MONEY = {"$": "dollars", "£": "pounds", "€": "euros"}
_SHARES = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10, "two": 50, "three": 33, "four": 25, "five": 20, "ten": 10}

#: Words that are part of a number, `one` only with others.
NUMBERED = frozenset(_VALUES) - {"one"} | frozenset(_SCALES) | frozenset(_SHARES)

_WORDED = rf"(?:{'|'.join((*_VALUES, 'hundred'))})"
#: A number in figures or in words, its scale, and what money it is of.
_NUMBER = lazily.pattern(
    rf"(?i:(?:([$£€])\s?)?(?:\b(\d[\d,]*(?:\.\d+)?)|\b({_WORDED}(?:[ -](?:and )?{_WORDED})*))"
    r"(?:[ -]?(thousand|million|billion|trillion)|(?<=\d)(k|mn?|bn?|tn))?\b)"
)
_SHARE = lazily.pattern(
    r"(?i:\b(?:(?:an?|one)[ -](half|third|quarter|fifth|tenth)(?= of)|half(?= of)|"
    r"(?:one|1) (?:in|out of)(?: every)? (two|three|four|five|ten)))\b"
)


_ROUND = lazily.pattern(r"(?i:\b(half an?|an?|quarter of an?)( (?:hundred|thousand|million|billion|trillion))\b)")
_ROUNDED = {"half a": "0.5", "half an": "0.5", "a": "1", "an": "1", "quarter of a": "0.25", "quarter of an": "0.25"}


def alike(sentence: str) -> str:
    """The sentence with every figure written one way."""
    with_shares = _SHARE.sub(_percent, _ROUND.sub(lambda found: _ROUNDED[found[1].lower()] + found[2], sentence))
    return _NUMBER.sub(lambda found: _written(found[0], *map(found.group, range(1, 6))), with_shares)


def _percent(found: lazily.Found) -> str:
    return f"{_SHARES[(found[1] or found[2] or 'half').lower()]} percent"


def _written(whole: str, money: str | None, digits: str | None, worded: str | None, scale: str | None, letter: str | None) -> str:
    value = _value(digits, worded)
    if value is None or (worded and worded.lower() == "one" and not scale):
        return whole
    factor = _SCALES.get((scale or _LETTERS.get((letter or "").lower(), "")).lower(), 1)
    number = format((value * factor).normalize(), "f")
    return f"{number} {_MONEY[money]}" if money else number


def _value(digits: str | None, worded: str | None) -> Decimal | None:
    if digits:
        try:
            return Decimal(digits.replace(",", ""))
        except InvalidOperation:
            return None
    total = 0
    for word in (worded or "").lower().replace("-", " ").split():
        total = total * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return Decimal(total)
