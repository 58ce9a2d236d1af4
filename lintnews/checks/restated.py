"""Restated: a quantity told twice in a row, in two ways that differ: a ratio and its percent, months and years, a sum and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, rounding
from lintnews.ledger.hinted import Hinted
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_N = rf"(?<![\d.,$£€-])\b{numbers.PATTERN}(?![\d.,]*\d)"
_CLEAR = r"[^.;:!?()\"“”\d$£€%—–]"
_OR = r"(?:,\s+(?:or\s+)?|\s+\(|\s+[—–]\s+|\s*—\s*)"
_RATIO = lazily.pattern(
    rf"(?i)(?P<loose>(?:more|fewer|less)\s+than\s+|nearly\s+|almost\s+|about\s+|roughly\s+|some\s+|over\s+)?\b(?P<part>{_N})\s+(?:out\s+of|in)\s+"
    rf"(?:every\s+)?(?P<whole>{_N})(?=\s|,){_CLEAR}{{0,40}}?{_OR}{rounding.HEDGE}(?P<share>{numbers.PATTERN}){rounding.PERCENT}(?=\s*[,.;)—–]|\s+of\s+(?:them|all)\b)"
)
_SPANS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629746, "year": 31556952, "decade": 315569520}
_UNIT = "|".join(_SPANS)
_TIME = lazily.pattern(
    rf"(?i)(?P<loose>(?:more|less)\s+than\s+|nearly\s+|almost\s+|about\s+|roughly\s+|some\s+|over\s+)?(?P<one>{_N})[\s-](?P<unit>{_UNIT})s?"
    rf"(?:\s+\(|,\s+or\s+|\s+—\s+or\s+){rounding.HEDGE}(?P<other>{_N})[\s-](?P<its_unit>{_UNIT})s?(?=\s*[,.;)—–]|\s+(?:in|of|from|after|before|to)\b)"
)
_LISTED = lazily.pattern(
    rf"(?i)(?P<list>{_N}(?:,\s+{_N})+,?\s+and\s+{_N}){_CLEAR}{{0,40}}?\baverage\s+(?:score\s+|price\s+|age\s+)?of\s+{rounding.HEDGE}(?P<mean>{_N})"
    rf"(?=\s*[,.;)—–])"
)
_FIGURE = lazily.pattern(rf"(?i)(?<![\d.,-]){numbers.PATTERN}(?![\d.,]*\d)")
_MONEY = rf"[$£€]{numbers.PATTERN}(?![\d.,]*\d)"
_PURPOSE = rf"{_MONEY}\s+(?:for|in|on|to|from|toward|towards)\s+{_CLEAR}{{2,60}}?"
_SUM_LAST = lazily.pattern(
    rf"(?i)(?P<list>{_PURPOSE}(?:,\s+{_PURPOSE})*,?\s+and\s+(?:another\s+)?{_PURPOSE}),\s+(?:for|or|making|bringing)\s+(?:a|the|in)\s+"
    rf"(?:grand\s+|combined\s+)?(?:total|all|sum)(?:\s+of|\s+to|,)?\s+{rounding.HEDGE}(?P<total>{_MONEY})"
)
_SUM_FIRST = lazily.pattern(
    rf"(?i)(?P<total>{_MONEY})(?P<between>{_CLEAR}{{0,40}}?)(?::\s+|\s*—\s*|\s+–\s+)(?P<list>{_PURPOSE}(?:,\s+{_PURPOSE})*,?\s+and\s+{_PURPOSE})(?=[.;]|\s+—)"
)
_HEAD = lazily.pattern(
    rf"(?i)\b(?:of|for|serves|has|its|the|by)\s+(?:about\s+|some\s+|nearly\s+)?(?P<count>{_N})(?:\s+(?P<things>\p{{L}}+))?{_CLEAR}{{1,60}}?(?P<all>{_MONEY})"
    rf"{_CLEAR}{{0,30}}?{_OR}{rounding.HEDGE}(?P<each>{_MONEY})\s+(?:per\s+(?:person|head|resident|capita|pupil|student|household|worker|family)|a\s+head|apiece|each)\b"
)
_MORE = lazily.pattern(
    rf"(?i)(?<!\b(?:No\.|day|week|part|page|game|round|step|days?|weeks?|top|first|last)\s)\b(?P<part>{_N})\s+of\s+(?:the|his|her|their|its|our|those|these)\s+(?P<whole>{_N})"
    r"\s+(?P<things>\p{Ll}{3,})(?<!-)"
)
_ROUND = Fraction(1, 10)
_MEASURE = lazily.pattern(
    r"(?i)(?:percent|million|billion|hundred|thousand|dozen|days?|weeks?|months?|years?|hours?|minutes?|miles?|acres?)\b"
)
_PARTLY = lazily.pattern(r"(?i)\b(?:includ\w+|among|mostly|mainly|partly|plus|such as|more|other|rest)\b")


@record
class Check:
    """`what`: `share` (one in five, or 25 percent), `time` (36 months, or four years), `average` (80, 90 and 100, an average of 95),

    `sum` ($40 million for roads and $50 million for schools, for a total of $100 million), `head` (a town of 5,000 spends $1
    million, or $2,000 per person), `more` (four of the three).
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    what: Literal["share", "time", "average", "sum", "more", "head"]

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return _WORK[self.what][0].need

    def find(self, story: Story) -> Iterator[Match]:
        hinted, work = _WORK[self.what]
        for block, found in hinted.found(story):
            yield from work(block, found)


def _share(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    part, whole, share = (numbers.number(found[name]) for name in ("part", "whole", "share"))
    if not 0 < part.value < whole.value or whole.value < 2 or share.value > 100:
        return
    right = 100 * part.value / whole.value
    half = Fraction(1, 2)
    ends = (
        [100 / (whole.value + half), 100 / (whole.value - half)]
        if part.value == 1
        else [100 * (part.value + d) / whole.value for d in (-half, half)]
    )
    room = 5 if found["loose"] or found["hedge"] else share.unit
    if not ends[0] - room <= share.value <= ends[1] + room:
        yield _match(
            block, found, "share", rounding.printed(right, share), f"{found['part']} in {found['whole']} is {float(right):.0f} percent"
        )


def _time(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    one, other = numbers.number(found["one"]), numbers.number(found["other"])
    unit, its_unit = _SPANS[found["unit"].lower()], _SPANS[found["its_unit"].lower()]
    if unit == its_unit or not other.value:
        return
    first, second = one.value * unit, other.value * its_unit
    room = max(unit * one.unit, its_unit * other.unit) / 2 + first * (_ROUND * 2 if found["loose"] or found["hedge"] else _ROUND / 2)
    if abs(first - second) > room:
        right = first / its_unit
        worked = f"{found['one']} {found['unit']}s are {float(right):.3g} {found['its_unit']}s"
        fixes = (_like(right, found["other"]),) if right.denominator == 1 or abs(right - round(right)) < Fraction(1, 20) else ()
        yield _match(block, found, "other", fixes[0] if fixes else "", worked)


def _average(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    listed = _numbers(found, "list")
    mean = numbers.number(found["mean"])
    right = sum((number.value for number in listed), Fraction(0)) / len(listed)
    if not found["hedge"] and abs(right - mean.value) > max(mean.unit, Fraction(1, 2)) and min(n.value for n in listed) > 0:
        yield _match(block, found, "mean", rounding.printed(right, mean), f"the average of {found['list']} is {float(right):.4g}")


def _sum(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    listed, total = _numbers(found, "list"), numbers.number(found["total"][1:])
    marks = {mark for mark in found["list"] + found["total"] if mark in "$£€"}
    added = sum((number.value for number in listed), Fraction(0))
    room = (sum((number.unit for number in listed if number.unit > 1), Fraction(0)) + total.unit) / 2
    if len(marks) > 1 or len(listed) < 2 or abs(added - total.value) <= room or _PARTLY.search(found[0]):
        return
    if found.groupdict().get("hedge") and abs(added - total.value) * 10 <= total.value:
        return
    yield _match(block, found, "total", found["total"][0] + _money(added, total), f"{found['list']} make {_money(added, total)}")


def _head(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    count, whole, each = numbers.number(found["count"]), numbers.number(found["all"][1:]), numbers.number(found["each"][1:])
    if count.value < 2 or (count.unit == 1 and 1900 <= count.value <= 2100):
        return
    right = whole.value / count.value
    if abs(right - each.value) > right * (_ROUND * 2 if found["hedge"] else _ROUND) + each.unit:
        printed = f"{found['each'][0]}{float(right):,.0f}"
        yield _match(block, found, "each", printed, f"{found['all']} for {found['count']} is {printed} each")


def _more(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    part, whole = numbers.number(found["part"]), numbers.number(found["whole"])
    if part.unit == whole.unit == 1 and 1 < whole.value < part.value < 1900 and not _MEASURE.match(found["things"]):
        yield _match(block, found, "part", "", f"there are only {found['whole']}")


def _match(block: Block, found: regex.Match[str], name: str, right: str, worked: str) -> Match:
    names = {"match": found[0], "given": found[name], "right": right, "sum": " ".join(worked.split())}
    return Match(block, Span(*found.span(name)), (right,) if right else (), names, (Evidence(names["sum"], block, Span(*found.span())),))


def _numbers(found: regex.Match[str], name: str) -> list[Number]:
    return [numbers.number(m[0]) for m in _FIGURE.finditer(found[name])]


def _like(value: Fraction, printed: str) -> str:
    whole = round(value)
    return numbers.SMALL[whole] if printed[:1].isalpha() and whole <= 10 else f"{whole:,}"


def _money(value: Fraction, like: Number) -> str:
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= size and like.unit > 1:
            return f"{float(value / size):,.10g} {word}"
    return f"{float(value):,.10g}"


_WORK = {
    "share": (Hinted(rounding.PERCENTS, (_RATIO,)), _share),
    "time": (Hinted((", or ", " (", " or "), (_TIME,)), _time),
    "average": (Hinted(("average",), (_LISTED,)), _average),
    "sum": (Hinted(("$", "£", "€"), (_SUM_LAST, _SUM_FIRST)), _sum),
    "more": (Hinted((" of ",), (_MORE,)), _more),
    "head": (Hinted((" per ", " a head", "apiece", " each"), (_HEAD,)), _head),
}
