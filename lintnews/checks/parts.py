"""Parts: a whole and what it is made of, in one sentence, that do not agree: counts, shares, a share of a few, what each one gets."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers, rounding
from lintnews.ledger.hinted import Hinted
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_N = rf"(?<![\d.,$£€-])(?:\b){numbers.PATTERN}(?![\d.,]*\d|\s?%|\s+percent\b|[\s-](?:year|day|month|week|hour|minute)s?\b)"
_NOUNS = r"(?:\p{L}[\p{L}’'-]*\s+){0,3}?\p{L}[\p{L}’'-]*"
_PART = rf"{_N}\s+(?:were\s+|are\s+|was\s+|is\s+|of\s+them\s+)?{_NOUNS}"
_TOTAL = lazily.pattern(
    rf"(?i)(?P<total>{_N})\s+(?P<things>{_NOUNS})(?P<gap>(?:\s+\p{{L}}[\p{{L}}’'-]*){{0,6}}?)(?P<mark>\s*:\s*|\s+[—–]\s+|\s*—\s*|\s*\(|,\s+)"
    rf"(?P<parts>{_PART}(?:,\s+{_PART})*,?\s+and\s+{_PART}?)(?=(?P<end>\s*[.;)—–]|,\s))"
)
_FIGURE = lazily.pattern(rf"(?i){_N}")
_LOOSE = lazily.pattern(
    r"(?i)\b(?:includ\w+|among|at\s+least|more\s+than|about|nearly|almost|over|some|around|roughly|up\s+to|fewer|less|other|another|additional"
    r"|besides|plus|with|against|for|from|by|both|half|dozens?|hundreds?|thousands?)\b"
)
_PEOPLE = lazily.pattern(
    r"(?i)\b(?:people|persons?|passengers|victims|members|seats|students|pupils|workers|employees|officers|soldiers|troops|prisoners|detainees|"
    r"suspects|patients|jurors|judges|justices|lawmakers|senators|commissioners|councilors|councillors|directors|delegates|residents|"
    r"civilians|migrants|voters|children|adults|players|dead|deaths|injuries|casualties|fatalities|cases|votes)\b"
)
_KINDS = lazily.pattern(
    r"(?i)\b(?:men|women|boys|girls|child(?:ren)?|adults?|males?|females?|teenagers?|infants?|bab(?:y|ies)|civilians?|soldiers?|police\w*|officers?|"
    r"Democrats?|Republicans?|independents?|Conservatives?|Labour|Liberals?|Americans?|foreigners?|students?|teachers?|passengers?|crew|pilots?|"
    r"drivers?|militants?|rebels?|protesters?|dead|injured|wounded|killed|hurt|missing|in\s+favor|against|wins?|loss(?:es)?|ties|draws?)\b"
)
_MADE_OF = lazily.pattern(r"(?i)\b(?:people|persons|members|seats|victims|jurors|judges|justices|commissioners|councilors|councillors)\b")
_SHARES = lazily.pattern(
    rf"(?i)(?<![\d.,$£€-])(?P<one>{numbers.PATTERN}){rounding.PERCENT}(?P<between>[^.;:!?()“”\"]{{3,80}}?)(?<![\d.,$£€-])(?P<two>{numbers.PATTERN})"
    rf"{rounding.PERCENT}[^.;:!?()“”\"]{{3,80}}?\band\s+(?:the\s+)?(?:(?:another|some|about)\s+)?(?P<three>{numbers.PATTERN}){rounding.PERCENT}\s+"
    r"(?:(?:were|was|are|is|said\s+they\s+were|had|have|did|gave|for|remain\w*|still)\s+)*(?P<rest>undecided|unsure|yet\s+to\s+decide|declin\w+|refused|no\s+preference|not\s+sure|no\s+opinion|not\s+know|"
    r"don[’']t\s+know|didn[’']t\s+know|no\s+answer|neither|others?|somebody\s+else|someone\s+else|the\s+rest)\b"
)
_SHARE = lazily.pattern(rf"\d{rounding.PERCENT}")
_POSSIBLE = lazily.pattern(
    rf"(?i)(?<![\d.,$£€-]){rounding.HEDGE}(?P<share>\d{{1,2}}(?:\.\d+)?){rounding.PERCENT}\s+of\s+(?:(?:the|its|their|his|her|those|these|our|all|that)\s+)+"
    rf"(?P<whole>{_N})\s+(?P<things>{_NOUNS})"
)
#: `Of the 15 jurors, 37 percent`; `a survey of eight schools found that 30 percent`.
_OF_THEM = lazily.pattern(
    rf"(?i)(?:\bof\s+(?:the|its|their|his|her|those|these|our|all)\s+(?P<whole>{_N})\s+(?P<things>{_NOUNS}),\s+(?:only\s+|just\s+)?"
    rf"|\bin\s+(?:a|the|one)\s+(?:class|group|panel|jury|team|squad|crew|sample|village|ward)\s+of\s+(?P<whole>{_N})\s+(?P<things>{_NOUNS}),\s+(?:only\s+|just\s+)?"
    rf"|\b(?:survey|poll|study|sample|test|inspection|check)\s+of\s+(?P<whole>{_N})\s+(?P<things>{_NOUNS})\s+(?:found|showed|shows|finds)\s+(?:that\s+)?)"
    rf"{rounding.HEDGE}(?P<share>\d{{1,2}}(?:\.\d+)?){rounding.PERCENT}(?!\s+of\s+(?!the(?:m|se|ir)\b))"
)
_MEASURED = lazily.pattern(
    r"(?i)(?:hours?|minutes?|days?|weeks?|months?|years?|miles?|acres?|feet|pounds?|tons?|tonnes?|gallons?|barrels?|dollars?|euros?|kilo\w+|hectares?|"
    r"percent\w*|points?|million|billion|trillion|decades?|degrees?|square|or|to|and|in|on|at|by|is|was|biggest|largest|top)\b"
)
_EACH = lazily.pattern(
    rf"(?i)(?P<money>[$£€])(?P<all>{numbers.PATTERN})(?![\d,.]*\d)[^.;:!?()“”\"$£€]{{1,60}}?(?P<count>{_N})\s+(?P<things>{_NOUNS})[^.;:!?()“”\"$£€\d]{{0,20}}?"
    rf"(?:,|\bat|\bor|\bfor)\s+{rounding.HEDGE}(?:(?:a\s+cost|an\s+average)\s+of\s+|an\s+average\s+)?(?P=money)(?P<each>{numbers.PATTERN})\s+"
    r"(?:each|apiece|a\s+head|for\s+(?:each|every)\s+\p{Ll}+|per\s+(?:head|home|unit|person|house|student|pupil|family|household|worker|employee|vehicle|car|bed))\b"
)


@record
class Check:
    """`what`: `total` (12 people: seven men and four women), `whole` (52, 41 and 12 percent undecided), `possible` (37 percent of the 12

    jurors), `each` ($90 million for 300 homes, $30,000 each).
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    what: Literal["total", "whole", "possible", "each"]

    @property
    def need(self) -> Need:
        """What a story must hold for this check to find anything."""
        return _WORK[self.what][0].need

    def find(self, story: Story) -> Iterator[Match]:
        hinted, work = _WORK[self.what]
        for block, found in hinted.found(story):
            yield from work(block, found)


def _total(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    total = numbers.number(found["total"])
    parts = [(numbers.number(m[0], found.start("parts") + m.start()), m) for m in _FIGURE.finditer(found["parts"])]
    values = [number.value for number, _ in parts]
    added = sum(values)
    before = block.text[max(0, found.start() - 20) : found.start()]
    if len(parts) < 2 or total.unit != 1 or any(n.unit != 1 for n, _ in parts) or added == total.value or max(values) >= total.value:
        return
    if _LOOSE.search(before) or _LOOSE.search(found["gap"]) or _LOOSE.search(found["parts"]) or _LOOSE.search(found["things"]):
        return
    told = _KINDS.findall(found["parts"])
    sure = found["mark"].strip() != ","
    listed = not sure and (
        not _PEOPLE.search(found["things"])
        or len(told) < len(parts)
        or (found["end"].strip() == "." and not _MADE_OF.search(found["things"]))
    )
    if not told or listed:
        return
    if abs(added - total.value) * 3 > total.value:
        return
    worked = f"{' and '.join(m[0] for _, m in parts)} make {added}"
    names = {"match": found[0], "given": found["total"], "right": str(added), "sum": worked}
    shown = Evidence(worked, block, Span(*found.span("parts")))
    yield Match(block, Span(found.start(), found.end("parts")), (), names, (shown,), 0 if sure else 1)


def _whole(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    shares = [numbers.number(found[name]) for name in ("one", "two", "three")]
    added = sum(share.value for share in shares)
    if added <= 100 + sum(share.unit for share in shares) / 2 or _SHARE.search(found["between"]):
        return
    worked = f"{found['one']}, {found['two']} and {found['three']} percent make {float(added):g}"
    names = {"match": found[0], "given": found["three"], "right": f"{float(100 - shares[0].value - shares[1].value):g}", "sum": worked}
    fixes = (names["right"],) if shares[0].value + shares[1].value < 100 else ()
    shown = Evidence(worked, block, Span(*found.span()))
    yield Match(block, Span(*found.span("three")), fixes, names, (shown,))


def _possible(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    whole, share = numbers.number(found["whole"]), numbers.number(found["share"])
    if found["hedge"] or whole.unit != 1 or not 2 <= whole.value < 100 or _MEASURED.match(found["things"]):
        return
    count = int(whole.value)
    near = [k for k in range(count + 1) if share.low <= 100 * k / whole.value <= share.high]
    if near:
        return
    best = sorted(range(count + 1), key=lambda k: abs(100 * k / whole.value - share.value))[:2]
    options = " or ".join(f"{k} of {count} is {float(100 * k / whole.value):.0f}" for k in sorted(best))
    names = {"match": found[0], "given": found["share"], "right": options, "sum": f"{options} percent"}
    end = max(found.end("whole"), found.end("share"))
    yield Match(block, Span(found.start("share"), end), (), names, (Evidence(names["sum"], block, Span(*found.span())),))


def _each(block: Block, found: regex.Match[str]) -> Iterator[Match]:
    whole, count, each = (numbers.number(found[name]) for name in ("all", "count", "each"))
    if not count.value or count.value > whole.value:
        return
    right = whole.value / count.value
    low, high = rounding.low(whole) / rounding.high(count), rounding.high(whole) / max(Fraction(1), rounding.low(count))
    room = right / 10 if found["hedge"] or "average" in found[0] else right / 50
    if low - room <= rounding.high(each) and rounding.low(each) <= high + room:
        return
    worked = f"{found['money']}{found['all']} for {found['count']} is {found['money']}{float(right):,.0f} each"
    names = {"match": found[0], "given": found["money"] + found["each"], "right": f"{found['money']}{float(right):,.0f}", "sum": worked}
    span = Span(found.start("each") - 1, found.end("each"))
    yield Match(block, span, (names["right"],), names, (Evidence(worked, block, Span(*found.span())),))


_WORK = {
    "total": (Hinted((" and ",), (_TOTAL,)), _total),
    "whole": (Hinted(rounding.PERCENTS, (_SHARES,)), _whole),
    "possible": (Hinted(rounding.PERCENTS, (_POSSIBLE, _OF_THEM)), _possible),
    "each": (Hinted((" each", " every ", " apiece", " per ", " a head"), (_EACH,)), _each),
}
