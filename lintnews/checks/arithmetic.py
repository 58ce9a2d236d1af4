"""Arithmetic: a share or a margin printed beside the two figures that it is worked out from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, rounding
from lintnews.ledger.hinted import Hinted
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, LintNewsError, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_N = numbers.PATTERN
_PERCENT, _HEDGE = rounding.PERCENT, rounding.HEDGE
_SHARE = lazily.pattern(
    rf"(?<![\d.,$£€])(?P<part>{_N})\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|every|all|about|nearly|some)\s+)?"
    rf"(?:(?:last|past|first|more|than|country's|state's|nation's)\s+){{0,2}}(?P<whole>{_N})(?![\d.,]*\d|\s?%|\spercent)"
    rf"(?P<gap>[^.;:!?()\"“”\d]{{0,60}}?)(?:,?\s+or\s+|\s*\(\s*){_HEDGE}(?P<share>{_N}){_PERCENT}"
    r"(?!\s+(?:of|in|more|less|fewer|higher|lower|above|below|between)\b)",
    lazily.IGNORECASE,
)
_NEITHER = r"[^.;:!?()\"“”\d£$€]"
_OR_SHARE = rf"(?:,?\s+or\s+|\s*\(\s*){_HEDGE}(?P<share>{_N}){_PERCENT}(?!\s+(?:of|in|more|less|fewer|higher|lower|above|below|between)\b)"
_SHARES = (
    _SHARE,
    lazily.pattern(
        rf"\bof\s+(?:(?:the|its|their|all|about|some|those)\s+)*(?P<whole>(?<![\d.,$£€])\d[\d,]*)"
        rf"{_NEITHER}{{1,70}}?\b(?P<part>\d[\d,]*)\b(?!\s?%|\spercent|\sper\s?cent){_NEITHER}{{0,50}}?{_OR_SHARE}",
        lazily.IGNORECASE,
    ),
    lazily.pattern(
        rf"(?<![\d.,])(?P<money>[£$€]?)(?P<whole>\d[\d,]*){_NEITHER}{{1,50}}?,?\s+of\s+(?:whom|which)\s+{_NEITHER}{{0,40}}?(?P=money)"
        rf"(?P<part>\d[\d,]*)\b(?!\s?%|\spercent|\sper\s?cent){_NEITHER}{{0,40}}?{_OR_SHARE}",
        lazily.IGNORECASE,
    ),
)
_YEAR = lazily.pattern(r"(?:19|20)\d\d")
_GAP_NOUN = r"(?:margin|lead|gap|edge|advantage|spread|difference|deficit|majority)"
_POINTS = r"(?:-|\s)(?:percentage(?:-|\s))?points?\b"
_PAIR = rf"(?<![\d.,$£€-])(?P<one>{_N})(?:{_PERCENT})?\s*(?:to|-|–|—)\s*(?P<other>{_N})(?P<percent>{_PERCENT})?"
_LINK = r"(?:,|\s|—|–|\()*(?:(?:or|with|for|by)\s+)?(?:a|an|her|his|its|their)\s+"
_MARGINS = (
    lazily.pattern(rf"{_PAIR}{_LINK}{_GAP_NOUN}\s+of\s+{_HEDGE}(?P<margin>{_N})(?:{_POINTS}|{_PERCENT})", lazily.IGNORECASE),
    lazily.pattern(rf"{_PAIR}{_LINK}{_HEDGE}(?P<margin>{_N}){_POINTS}\s+{_GAP_NOUN}", lazily.IGNORECASE),
    lazily.pattern(rf"\b(?:by|of)\s+{_HEDGE}(?P<margin>{_N}){_POINTS}(?:,|:|\s*\(|\s*—|\s*–)\s*{_PAIR}(?=\s*[,.;)—])", lazily.IGNORECASE),
    lazily.pattern(rf"\bby\s+{_HEDGE}(?P<margin>{_N})(?P<votes>\s+votes?)(?:[,:]|\s*[(—–])\s*{_PAIR}(?=\s*[,.;)—])", lazily.IGNORECASE),
    lazily.pattern(rf"{_PAIR}{_LINK}{_GAP_NOUN}\s+of\s+{_HEDGE}(?P<margin>{_N})(?P<votes>\s+votes?)\b", lazily.IGNORECASE),
)  # fmt: skip
_LEAD = lazily.pattern(
    rf"(?:,?\s+or\s+|,\s+|\s*\(\s*)(?:(?:or|with|for|by)\s+)?(?:(?:a|an|her|his|its|their)\s+(?:{_GAP_NOUN}\s+of\s+)?)?{_HEDGE}\Z",
    lazily.IGNORECASE,
)
_UNIT = lazily.pattern(rf"(?:{_PERCENT}|{_POINTS})(?:\s+{_GAP_NOUN}\b)?", lazily.IGNORECASE)

_HINTED = {
    "share": Hinted((*rounding.PERCENTS, "pct"), _SHARES), "margin": Hinted(("point", "margin", "lead of", "votes"), _MARGINS),
}  # fmt: skip


@record
class Check:
    """`sum` is what to work out: a `share` (19 of 23, or 83 percent) or a `margin` (58 to 42, a margin of 16 points)."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    sum: str

    def __post_init__(self) -> None:
        if self.sum not in ("share", "margin"):
            raise LintNewsError(f"`sum` must be share or margin, not `{self.sum}`")

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return _HINTED[self.sum].need

    def find(self, story: Story) -> Iterator[Match]:
        work = _share if self.sum == "share" else _margin
        for block, found in _HINTED[self.sum].found(story):
            if match := work(block, found):
                yield match


def _share(block: Block, found: regex.Match[str]) -> Match | None:
    part, whole, share = (_number(found, name) for name in ("part", "whole", "share"))
    plain = _plain(found["whole"]) if found["whole"][-1].isalpha() and found["part"].isdigit() else None
    wholes = [w for w in (whole, plain) if w and w.value >= part.value > 0]
    if not wholes or share.value > 100 or _YEAR.fullmatch(found["whole"]):
        return None
    off = min(
        rounding.off(100 * rounding.low(part) / rounding.high(w), 100 * rounding.high(part) / rounding.low(w), share, found["hedge"])
        for w in wholes
    )
    right = 100 * part.value / wholes[-1].value
    return _match(
        block, found, "share", rounding.printed(right, share), f"{found['part']} of {found['whole']} is {float(right):.1f} percent", off
    )


def _margin(block: Block, found: regex.Match[str]) -> Match | None:
    one, other, margin = (_number(found, name) for name in ("one", "other", "margin"))
    both = one.value + other.value
    points = "votes" not in found.re.groupindex
    if points and (max(one.value, other.value) > 100 or both > 101 or (not found["percent"] and both < 40)):
        return None
    right = abs(one.value - other.value)
    off = rounding.off(right, right, margin, found["hedge"])
    return _match(block, found, "margin", rounding.printed(right, margin), f"{found['one']} less {found['other']} is {float(right):g}", off)


def _match(block: Block, found: regex.Match[str], name: str, right: str, worked: str, off: Fraction) -> Match | None:
    """A match, unless the figures agree; when they are within one of the last printed digit it may be rounding, and is doubted."""
    if off <= 0:
        return None
    given = Span(*found.span(name))
    names = {"match": found[0], "given": found[name], "right": right, "sum": worked}
    doubt = int(off <= _number(found, name).unit)
    clause = _clause(block.text, given)
    mended = block.text[clause.start : given.start] + right + block.text[given.end : clause.end]
    fixes = (mended,) if clause == given else (mended, "", *((",",) if mended.endswith(",") else ()))
    return Match(block, clause, fixes, names, (Evidence(worked, block, Span(*found.span())),), doubt)


def _clause(text: str, given: Span) -> Span:
    """What tells the figure anew, from its comma or parenthesis to the other, so that it can be left out; else the figure alone."""
    lead = _LEAD.search(text, max(0, given.start - 60), given.start)
    end = _UNIT.match(text, given.end)
    if not lead or not end:
        return given
    if "(" in lead[0]:
        return Span(lead.start(), end.end() + 1) if text[end.end() : end.end() + 1] == ")" else given
    return Span(lead.start(), end.end() + (text[end.end() : end.end() + 1] == ","))


def _number(found: regex.Match[str], name: str) -> Number:
    return numbers.number(found[name], found.start(name))


def _plain(text: str) -> Number | None:
    """`48` of `48 million`, for `13 of the 48 million` where both are millions."""
    figures, _, _ = text.partition(" ")
    return numbers.number(figures) if figures[:1].isdigit() else None
