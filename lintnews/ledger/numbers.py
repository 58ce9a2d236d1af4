"""Text in, numbers out: figures and number words with their value, how exactly they are printed, and what they count."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lintnews import lazily
from lintnews.model import Span
from lintnews.record import record

#: The number words from zero to twenty, by value.
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(SMALL[1:10])}))?|{'|'.join(reversed(SMALL))})"
#: A number in figures or words, with a scale word where it has one.
PATTERN = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b{_WORD}\b)(?:[ -](?:{'|'.join(_SCALE)})\b)?"
_NUMBER = lazily.pattern(rf"(?<![\p{{L}}\d.,/:-]){PATTERN}(?![\d]|[.,:/]\d|(?:st|nd|rd|th)\b)", lazily.IGNORECASE)
_PARTS = lazily.pattern(rf"(?P<figures>[\d.,]+)?(?P<word>{_WORD})?(?:[ -](?P<scale>{'|'.join(_SCALE)}))?", lazily.IGNORECASE)


@record
class Number:
    """A number in a text: `value`, and `unit`, the value of its last printed digit (`5.2 million`: 100,000)."""

    span: Span
    value: Fraction
    unit: Fraction

    @property
    def low(self) -> Fraction:
        """The least value that is printed so after rounding."""
        return self.value - self.unit / 2

    @property
    def high(self) -> Fraction:
        """The greatest value that is printed so after rounding."""
        return self.value + self.unit / 2


def found(text: str) -> Iterator[Number]:
    """Every number of a text, ordinals, times and dotted numbers left out."""
    for match in _NUMBER.finditer(text):
        yield number(match[0], match.start())


def at(text: str, start: int) -> Number | None:
    """The number that begins at an offset, if one does."""
    match = _NUMBER.match(text, start)
    return number(match[0], start) if match else None


def number(text: str, at: int = 0) -> Number:
    """The number that a text matching `PATTERN` prints; raises ValueError for any other."""
    parts = _PARTS.fullmatch(text)
    if not parts or not (parts["figures"] or parts["word"]):
        raise ValueError(f"no number: {text!r}")
    scale = Fraction(_SCALE[parts["scale"].lower()] if parts["scale"] else 1)
    figures = (parts["figures"] or "").replace(",", "")
    value = Fraction(figures) if figures else Fraction(_in_words(parts["word"].lower()))
    decimals = len(figures.partition(".")[2])
    return Number(Span(at, at + len(text)), value * scale, scale / 10**decimals)


def small(text: str) -> int:
    """A whole number in figures or words; raises ValueError for any other."""
    return int(text) if text.isdigit() else _in_words(text.lower())


def _in_words(word: str) -> int:
    if word in SMALL:
        return SMALL.index(word)
    tens, _, ones = word.replace(" ", "-").partition("-")
    if tens not in _TENS:
        raise ValueError(f"no number word: {word!r}")
    return _TENS[tens] + (SMALL.index(ones) if ones else 0)
