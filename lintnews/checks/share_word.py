"""Share word: `most`, `half`, `a third` beside a percentage or a count that says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, rounding
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import EDGE, Need
from lintnews.record import record

_WORDS = {
    "most": (Fraction(50), Fraction(100)),
    "majority": (Fraction(50), Fraction(100)),
    "more than half": (Fraction(50), Fraction(100)),
    "over half": (Fraction(50), Fraction(100)),
    "less than half": (Fraction(0), Fraction(50)),
    "fewer than half": (Fraction(0), Fraction(50)),
    "half": (Fraction(45), Fraction(55)),
    "two-thirds": (Fraction(63), Fraction(70)),
    "two thirds": (Fraction(63), Fraction(70)),
    "three-quarters": (Fraction(72), Fraction(78)),
    "three quarters": (Fraction(72), Fraction(78)),
    "third": (Fraction(30), Fraction(36)),
    "quarter": (Fraction(22), Fraction(28)),
    "fifth": (Fraction(17), Fraction(23)),
    "tenth": (Fraction(8), Fraction(12)),
}
_LOOSE = Fraction(4)
_LOOSELY = "about|around|roughly|nearly|almost|more than|over|less than|under|just over|just under|only|some|close to"
_WORD = (
    rf"(?P<loose>(?!(?:more|less|over|fewer)\s+(?:than\s+)?half)(?:{_LOOSELY})\s+(?:an?\s+|one\s*-?\s*)?)?"
    rf"\b(?<!-)(?P<word>{'|'.join(word.replace(' ', chr(92) + 's+') for word in _WORDS)})\b(?!-)"
)
_NEAR = r"(?:(?!\b(?:being|are|were|is|was|who|that)\b)[^.,;:!?()\"“”\d$£€%—–]){0,50}?"
_END = r"(?=\s*[,)—–.;])"
_SHARE = lazily.pattern(
    rf"(?i){_WORD}{_NEAR}(?:,\s+(?:or\s+)?|\s*\(|\s+[—–]\s+|\s*—\s*){rounding.HEDGE}(?P<share>{numbers.PATTERN}){rounding.PERCENT}{_END}"
)
_COUNT = lazily.pattern(
    rf"(?i){_WORD}\s+of\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?(?P<money>[$£€]?)(?P<whole>(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+))(?![\d.,]*\d|\s?%|\s+percent)"
    rf"{_NEAR},\s+or\s+{rounding.HEDGE}(?P=money)(?P<part>(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+|\d+))(?![\d.,]*\d|\s?%|\s+percent|\s+(?:million|billion|thousand))"
)
_PART = r"(?P<part>(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+))"
_WHOLE = r"(?P<whole>(?:\d{1,3}(?:,\d{3})+|\d+))(?![\d.,]*\d|\s?%|\s+percent)"
_PLAIN = (
    lazily.pattern(rf"(?i){_WORD}{_NEAR}(?:,\s+(?:or\s+)?|\s*\(|\s+[—–]\s+){rounding.HEDGE}{_PART}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?{_WHOLE}"),
    lazily.pattern(
        rf"(?i){_WORD}\s+of\s+(?:(?:the|its|their|his|her|those|these|all)\s+)?{_WHOLE}{_NEAR},\s+{rounding.HEDGE}{_PART}(?=,\s+\p{{Ll}})"
    ),
    lazily.pattern(rf"(?i){_PART}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?{_WHOLE}{_NEAR},\s+(?P<hedge>)an?\s+(?P<loose>)(?P<word>majority)\b(?=[,.]|\s+(?:of|who|voted|have|had|are|were))"),
)  # fmt: skip
_NOT_A_SHARE = lazily.pattern(
    r"(?i)\b(?:the|its|their|his|at|one|super|absolute|working|first|second|last|next|our|each|every|this|that)\s+(?:and\s+a\s+)?\Z"
)

#: What every share begins or ends with, to pass over the other texts fast.
_ANY = re.compile(r"(?i)\b(?:most|majority|half|third|quarter|fifth|tenth|thirds|quarters)\b")
_HEADS = frozenset("most majority half third quarter fifth tenth thirds quarters".split())


@record
class Check:
    """A word for a share and, set off by a comma, a dash or parentheses, the percentage or the count that it stands for."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "sum")
    need: ClassVar[Need] = Need(tuple(f"{EDGE}{word}{EDGE}" for word in sorted(_HEADS)), folded=True)

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks():
            if not _ANY.search(block.text):
                continue
            for found in _SHARE.finditer(block.text) if "%" in block.text or "cent" in block.text else ():
                share = numbers.number(found["share"])
                yield from _match(block, found, share.low, share.high, f"{found['share']} percent")
            for found in _COUNT.finditer(block.text) if " of " in block.text and ", or " in block.text else ():
                yield from _counted(block, found)
            for pattern in _PLAIN if " of " in block.text else ():
                for found in pattern.finditer(block.text):
                    yield from _counted(block, found)


def _counted(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    """A word beside a count and the whole that it is of."""
    part, whole = numbers.number(found["part"]), numbers.number(found["whole"])
    if 0 < part.value < whole.value:
        low, high = 100 * rounding.low(part) / rounding.high(whole), 100 * rounding.high(part) / rounding.low(whole)
        worked = f"{found['part']} of {found['whole']} is {float(100 * part.value / whole.value):.0f} percent"
        yield from _match(block, found, low, high, worked)


def _match(block: Block, found: regex.Match[str], low: Fraction, high: Fraction, worked: str) -> Iterator[Match]:
    word = " ".join(found["word"].lower().split())
    least, most = _WORDS[word]
    if found["loose"] or found["hedge"]:
        least, most = least - _LOOSE, most + _LOOSE
    if (word in ("half", "third", "quarter", "fifth", "tenth") and not _alone(block.text, found)) or (low <= most and high >= least):
        return
    figures = [found.span(name) for name in ("share", "part", "whole", "word") if name in found.re.groupindex]
    span = Span(min(start for start, _ in figures), max(end for _, end in figures))
    names = {"match": found[0], "given": found["word"], "sum": worked}
    yield Match(
        block,
        span,
        (),
        names,
        (Evidence(worked, block, Span(*found.span())),),
        int(len(word) > 5 and most < 50 and min(abs(low - most), abs(least - high)) < 2),
    )


def _alone(text: str, found: regex.Match[str]) -> bool:
    """Whether the word is a fraction: `a third of`, `half the`; not `the third`, `first half`, `the fourth quarter`."""
    before = text[max(0, found.start() - 24) : found.start()] + (found["loose"] or "")
    behind = text[found.end("word") : found.end("word") + 5].lstrip()
    if found["word"].lower() == "half":
        return not _NOT_A_SHARE.search(before) and behind.startswith(("of", "the"))
    return _ONE.search(before) is not None and behind.startswith("of")


_ONE = lazily.pattern(r"(?i)\b(?:an?|one)[\s-]+\Z")
