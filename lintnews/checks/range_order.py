"""Range order: a range whose second end comes before its first: `from 2015 to 2011`, `aged 65 to 18`, `(1950–1940)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_Y = r"(?:1[5-9]\d\d|20\d\d)"
_N = numbers.PATTERN
_P = r"(?:\s?%|\s?percent\b|\s?per\s?cent\b)"
_RANGES = (
    lazily.pattern(rf"(?i)\bfrom\s+(?P<a>{_Y})\s+(?:to|until|till|through)\s+(?P<b>{_Y})\b(?![\d,.:/-]*\d|\s?%)"),
    lazily.pattern(rf"(?i)\bbetween\s+(?P<a>{_Y})\s+and\s+(?P<b>{_Y})\b(?![\d,.:/-]*\d|\s?%)"),
    lazily.pattern(rf"(?<![\d.,/#$£€:–-])(?P<a>{_Y})\s?[-–—]\s?(?P<b>{_Y})(?![\d.,:/–—-]*\d|\p{{L}})"),
    lazily.pattern(
        r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:\p{Ll}{2,6})?\.?\s(?P<a>[12]?\d|3[01])\s?[-–]\s?(?P<b>[12]?\d|3[01])(?![\d:,.-]*\d|\p{L})"
    ),
    lazily.pattern(r"(?i)\bages?d?\s+(?:between\s+|from\s+)?(?P<a>\d{1,3})(?:\s+(?:to|and|through)\s+|\s?[-–]\s?)(?P<b>\d{1,3})\b(?!\s+(?:months|weeks|days)|[\d,.-]*\d)"),
    lazily.pattern(rf"(?i)\bbetween\s+(?P<money>[$£€])(?P<a>{_N})\s+and\s+(?P=money)(?P<b>{_N})(?![\d,.]*\d|\s+(?:million|billion|trillion|thousand)\b)"),
    lazily.pattern(rf"(?i)\bbetween\s+(?P<a>{_N}){_P}?\s+and\s+(?P<b>{_N}){_P}"),
    lazily.pattern(
        r"(?i)\bbetween\s+(?P<a>(?<![\d.,$£€])\d[\d,]*)\s+and\s+(?P<b>\d[\d,]*)(?=\s+(?:people|men|women|members|workers|students|jobs|seats|votes|miles|feet|"
        r"years|months|weeks|days|hours|minutes|times|points|homes|troops|soldiers|voters|children)\b)"
    ),
)  # fmt: skip
_NOT_A_RANGE = lazily.pattern(
    r"(?i)\b(?:gap|difference|differences|choose|choice|distinguish|split|compare\w*|contrast|differ\w*|balance|spread|margin|tie|mid|No\.|Flight|phone|call|tel)\.?\s+\Z"
)
#: So many times greater, a first figure without the scale word of the second is not meant in it.
_FAR = 20
_HINTS = ("from", "between", "Between", "From", "aged", "ages", "Ages", "Aged", "-", "–", "—")


@record
class Check:
    """Years, ages, sums of money, percentages and counts; a figure before a dash that is no year is left alone."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "first", "second", "fix")
    need: ClassVar[Need] = Need(_HINTS)

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if any(hint in block.text for hint in _HINTS):
                for pattern in _RANGES:
                    for found in pattern.finditer(block.text):
                        if match := _match(block, found):
                            yield match


def _match(block: Block, found: regex.Match[str]) -> Match | None:
    first, second = numbers.number(found["a"]), numbers.number(found["b"])
    scale = found["b"].rpartition(" ")[2]
    if found["a"][-1].isdigit() and scale.isalpha():
        first = numbers.number(f"{found['a']} {scale}")
        if first.value > _FAR * second.value:
            return None
    if first.value <= second.value or _NOT_A_RANGE.search(block.text[max(0, found.start() - 20) : found.start()]):
        return None
    swapped = found["b"], found["a"]
    if found["a"][-1].isdigit() and scale.isalpha():
        swapped = found["b"].removesuffix(scale).rstrip(" -"), f"{found['a']} {scale}"
    at = found.start()
    fix = "".join(
        (
            found[0][: found.start("a") - at],
            swapped[0],
            found[0][found.end("a") - at : found.start("b") - at],
            swapped[1],
            found[0][found.end("b") - at :],
        )
    )
    names = {"match": found[0], "first": found["a"], "second": found["b"], "fix": fix}
    return Match(
        block, Span(*found.span()), (fix,), names, (Evidence(f"{found['a']} comes after {found['b']}", block, Span(*found.span())),)
    )
