"""Statistic: a mean outside its range, growth over years, a p-value, or a lead within the margin of error, that its figures deny."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import ClassVar, Literal

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, significance
from lintnews.ledger.hinted import Hinted
from lintnews.ledger.numbers import Number
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_N = numbers.PATTERN
_PERCENT = r"\s?(?:%|percent|per cent)"
_CLEAR = r"[^.;:!?“”\"]"
_MEAN = lazily.pattern(
    rf"(?i)(?:\b(?:from|between|of)\s+)(?P<money>[$£€])?(?P<a>{_N})(?:{_PERCENT})?(?:\s\p{{L}}+)?\s?(?:to|and|-|–)\s?[$£€]?(?P<b>{_N})(?![\d])"
    rf"{_CLEAR}{{0,70}}?\b(?:average|averages|averaged|averaging|mean|median)\b(?:\s(?!than)\p{{L}}+){{0,3}}?\s(?P<sign>[$£€])?(?P<given>{_N})(?![\d,.]*\d)"
)
_GROWTH = lazily.pattern(
    rf"(?i)(?P<rate>\d+(?:\.\d+)?){_PERCENT}\s(?:an?\s|each\s|every\s|per\s)?(?:year|annually|yearly)\s(?:for|over)\s(?P<years>{_N})\s(?:straight\s)?years"
    rf"(?:,|\s—|\s–|\s\()?\s(?:or\s|by\s|for\s)?(?:a\stotal\sof\s|in\sall\s|altogether\s)?(?P<given>\d+(?:\.\d+)?){_PERCENT}"
)
_TEST = lazily.pattern(
    r"(?<![\p{L}\d])(?P<test>t|F|r|z|chi-?2|χ2|χ²|X2|X²|[Cc]hi-squared?)\s?(?:\((?P<one>\d+)(?:,\s?(?:N\s?=\s?)?(?P<two>\d+))?\))?\s?=\s?"
    r"(?P<value>[-−]?\d*\.?\d+)[,;]\s?[pP]\s?(?P<sign>[<>=])\s?(?P<given>0?\.\d+)"
)
_MARGIN = lazily.pattern(rf"(?i)\bmargins?\s(?:of\s)?(?:sampling\s)?error\s{_CLEAR}{{0,25}}?(?P<margin>\d+(?:\.\d+)?)")
_LEAD = lazily.pattern(r"\b(?:lead|leads|leading|led|ahead|edges|edging)\b")
_SHARES = lazily.pattern(
    rf"(?P<a>\d\d?(?:\.\d)?)(?:{_PERCENT})?\s?(?:to|-|–|over|against|versus)\s?(?:\p{{L}}+(?:[’']s)?\s)?(?P<b>\d\d?(?:\.\d)?)(?:{_PERCENT})?"
)


@record
class Check:
    """`what`: `mean` (from 3 to 9, an average of 11), `growth` (10 percent a year for five years, 50 percent in all), `p-value`

    (t(28) = 1.10, p < .001), `lead` (48 to 46 percent, margin of error 3 points, leads).
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "sum")
    what: Literal["mean", "growth", "p-value", "lead"]

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return _HINTS[self.what].need

    def find(self, story: Story) -> Iterator[Match]:
        for block in _HINTS[self.what].blocks(story):
            yield from _WORK[self.what](block)


def _mean(block: Block) -> Iterator[Match]:
    for found in _MEAN.finditer(block.text):
        a, b, given = (_number(found, name) for name in ("a", "b", "given"))
        same = (found["money"] or "") == (found["sign"] or "") and {a.unit > 1, b.unit > 1, given.unit > 1} != {True, False}
        if same and a.value < b.value and not a.value <= given.value <= b.value:
            yield _match(block, found, (), f"an average lies between {found['a']} and {found['b']}")


def _growth(block: Block) -> Iterator[Match]:
    for found in _GROWTH.finditer(block.text):
        rate, years, given = (_number(found, name) for name in ("rate", "years", "given"))
        if not 1 < years.value <= 60:
            continue
        right = 100 * ((1 + rate.value / 100) ** int(years.value) - 1)
        if abs(right - given.value) > max(Fraction(1), given.unit) and given.value <= rate.value * years.value:
            fix = f"{float(right):.0f}"
            yield _match(block, found, (fix,), f"{found['rate']} percent a year for {found['years']} years is {fix} percent")


def _p_value(block: Block) -> Iterator[Match]:
    for found in _TEST.finditer(block.text):
        value, given = found["value"].replace("−", "-"), float(found["given"])
        room = 0.5 * 10 ** -len(value.partition(".")[2])
        sizes = [int(found[name]) for name in ("one", "two") if found[name]]
        ps = [significance.p(found["test"], max(0.0, abs(float(value)) + step), sizes) for step in (room, -room)]
        if None in ps:
            continue
        low, high = min(p for p in ps if p is not None), max(p for p in ps if p is not None)
        unit = 0.5 * 10 ** -len(found["given"].partition(".")[2])
        wrong = {"<": low / 2 >= given, ">": high <= given, "=": not (low / 2 - unit <= given <= high + unit)}[found["sign"]]
        if wrong and not (found["sign"] == "=" and low / 2 - unit <= given <= high / 2 + unit):
            yield _match(block, found, (), f"the test gives p = {high:.3f}")


def _lead(block: Block) -> Iterator[Match]:
    margin = _MARGIN.search(block.text)
    lead = _LEAD.search(block.text)
    if not (margin and lead):
        return
    for found in _SHARES.finditer(block.text):
        a, b = _number(found, "a").value, _number(found, "b").value
        if 20 <= b <= a <= 80 and a + b <= 100 and a - b <= Fraction(margin["margin"]):
            said = f"{found['a']} and {found['b']} are within {margin['margin']} points of each other"
            words = {"match": lead[0], "given": lead[0], "sum": said}
            yield Match(block, Span(*lead.span()), (), words, (Evidence(said, block, Span(*found.span())),))
            return


def _match(block: Block, found: regex.Match[str], fixes: tuple[str, ...], said: str) -> Match:
    words = {"match": found[0], "given": found["given"], "sum": said}
    return Match(block, Span(*found.span("given")), fixes, words, (Evidence(said, block, Span(*found.span())),))


def _number(found: regex.Match[str], name: str) -> Number:
    return numbers.number(found[name], found.start(name))


_WORK: dict[str, Callable[[Block], Iterator[Match]]] = {"mean": _mean, "growth": _growth, "p-value": _p_value, "lead": _lead}
_HINTS = {
    "mean": Hinted(("verag", "mean", "median")), "growth": Hinted((" years",)), "p-value": Hinted(("p ", "p<", "p=", "P ")),
    "lead": Hinted(("error",)),
}  # fmt: skip
