"""Year span: a number of years printed beside the year that they are counted from, or the two years that they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, numbers
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.needs import Need
from lintnews.record import record

_Y = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d,.:/–-]*\d|s\b|\s?%)"
_HEDGE = (
    r"(?P<hedge>(?:more than|over|at least|nearly|almost|less than|about|around|roughly|some|just over|just under|the past|the last)\s+)*"
)
_N = numbers.PATTERN
_YEARS = rf"{_HEDGE}(?P<n>(?<![\d.,$£€-]){_N})[\s-]years?"
_MONTH = (
    r"(?:(?:early|late|mid)-?\s?|the\s+(?:spring|summer|fall|autumn|winter)\s+of\s+"
    r"|\p{Lu}\p{Ll}{2,8}\.?\s+(?:\d{1,2},?\s+)?|\d{1,2}\s+\p{Lu}\p{Ll}{2,8}\s+)?"
)
_SINCE = (
    lazily.pattern(rf"(?i)\bfor\s+{_YEARS}(?:,|\s+[—–]|\s+now,)?\s+(?:ever\s+)?since\s+(?-i:{_MONTH}){_Y}"),
    lazily.pattern(rf"(?i)\bsince\s+(?-i:{_MONTH}){_Y}(?:,|\s+[—–]|\s+\()\s*(?:or\s+|for\s+|(?:an?|his|her|its|their)\s+(?:span|spell|stretch|period|reign|run|stint|tenure|career|total)\s+of\s+){{0,2}}{_YEARS}(?!\s+(?:before|after|earlier|later|old))"),
    lazily.pattern(rf"(?i)\b{_YEARS}\s+ago(?:,|\s+[—–]|\s+\()?\s*(?:back\s+)?in\s+(?-i:{_MONTH}){_Y}"),
    lazily.pattern(rf"(?i)\b(?:in|of)\s+(?-i:{_MONTH}){_Y}(?:,|\s+[—–]|\s+\()\s*{_YEARS}\s+ago\b"),
    lazily.pattern(rf"(?i)\bthe\s+{_Y}\s+(?:\p{{L}}[\p{{L}}’'-]*\s*){{1,4}}(?:,|\s+[—–]|\s+\()\s*{_YEARS}\s+ago\b"),
    lazily.pattern(
        rf"(?i)\b(?:founded|established|opened|began|started|set\s+up|launched|joined)\b[^.;:!?()“”\"\d]{{0,40}}?\bin\s+(?-i:{_MONTH}){_Y},"
        rf"[^.;:!?()“”\"\d]{{0,40}}?\b(?:has|have|had)\s+[^.;:!?()“”\"\d]{{0,30}}?\bfor\s+{_YEARS}\b"
    ),
    lazily.pattern(rf"(?i)(?P<n>(?<![\d.,$£€-])\d{{1,3}})[\s-]year[\s-]old\s+(?:\p{{L}}[\p{{L}}’'-]*\s+){{0,2}}\p{{L}}[\p{{L}}’'-]*,?\s+(?:which\s+was\s+|that\s+was\s+)?(?:founded|established|opened|built|created|launched)\s+in\s+{_Y}"),
)  # fmt: skip
_ANNIVERSARY = (
    lazily.pattern(rf"(?i)\b(?P<n>\d{{1,3}}(?=st|nd|rd|th)|{_N}|first|second|third|fourth|fifth|tenth|twentieth|fiftieth)(?:st|nd|rd|th)?\s+(?:anniversary|birthday)\s+of\s+(?:the|its|his|her|their)\s+{_Y}"),
    lazily.pattern(rf"(?i)\b(?P<n>\d{{1,3}}(?=st|nd|rd|th))(?:st|nd|rd|th)\s+anniversary\s+of\s+[^.;:!?()“”\"\d]{{3,60}}?\s+(?:in|on|of)\s+(?-i:{_MONTH}){_Y}"),
)  # fmt: skip
_BEGUN = (
    r"(?:opened|founded|established|built|created|launched|begun|began|started|formed|dedicated|completed|consecrated|incorporated"
    r"|born|wed|married)"
)
_MARKS = r"(?:celebrat|mark|observ|commemorat)(?:es|ed|ing|e|s)?\s+(?:its|their|the|his|her)"
_NTH = (
    r"(?P<n>\d{1,3}(?=st|nd|rd|th)|first|second|third|fourth|fifth|tenth|twentieth|fiftieth)(?:st|nd|rd|th)?"
    r"\s+(?:wedding\s+)?(?:anniversary|birthday)"
)
_ITS_ANNIVERSARY = (
    lazily.pattern(rf"(?i)\b{_BEGUN}\s+in\s+(?-i:{_MONTH}){_Y}[^.;:!?()“”\"]{{0,60}}?\b{_MARKS}\s+{_NTH}"),
    lazily.pattern(rf"(?i)\b{_BEGUN}\s+in\s+(?-i:{_MONTH}){_Y}\.\s+[^.;:!?()“”\"\d]{{0,30}}?\b(?:it|they|he|she)\s+(?:\p{{L}}+\s+)?{_MARKS}\s+{_NTH}"),
    lazily.pattern(rf"(?i)\bthe\s+{_Y}\s+[^.;:!?()“”\"\d]{{3,40}}?,?\s+whose\s+{_NTH}\b"),
    lazily.pattern(rf"(?i)\b{_MARKS}\s+{_NTH}[^.;:!?()“”\"\d]{{0,40}}?\b(?:since|after)\s+(?:it|they)\s+(?:was\s+|were\s+)?{_BEGUN}\s+in\s+(?-i:{_MONTH}){_Y}"),
)  # fmt: skip
_DATED_ANNIVERSARY = (
    lazily.pattern(
        rf"(?i)\b{_BEGUN}\s+(?:in|on)\s+(?-i:{_MONTH})(?P<from>1[5-9]\d\d|20\d\d)\b[^.;:!?()“”\"\d]{{0,70}}?\b{_NTH}\s+(?:in|on)\s+(?-i:{_MONTH}){_Y}"
    ),
)
_DIED = r"[^;:!?()“”\"]{0,40}?\b(?:died|was\s+killed|death)\b[^.;:!?()“”\"\d]{0,30}?\b(?:in|on)\s+"
_LIFE = (
    lazily.pattern(rf"(?i)\bborn\s+(?:in|on)\s+(?-i:{_MONTH})(?P<from>1[5-9]\d\d|20\d\d){_DIED}(?-i:{_MONTH}){_Y}[^.;:!?()“”\"\d]{{0,20}}?(?:\bat\s+(?:the\s+age\s+of\s+)?|\baged?\s+)(?P<n>\d{{1,3}})(?![\d.,:%]*\d|\s?%|\s+\p{{L}}+\s+Street)"),
    lazily.pattern(rf"(?i)\bborn\s+(?:in|on)\s+(?-i:{_MONTH})(?P<from>1[5-9]\d\d|20\d\d){_DIED}(?-i:{_MONTH}){_Y}\.\s+(?:he|she)\s+was\s+(?:just\s+|only\s+)?(?P<n>\d{{1,3}})(?=\.|\s+years\s+old)"),
)  # fmt: skip
_MADE = r"(?:built|put\s+up|founded|made|written|painted|completed|constructed|erected|dating\s+from|dates\s+from|consecrated)"
_CENTURY = (
    lazily.pattern(rf"(?i)\b(?P<n>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\s+(?:\p{{L}}[\p{{L}}’'-]*,?\s+){{1,4}}?(?:which\s+was\s+|that\s+was\s+)?{_MADE}\s+(?:in\s+)?(?-i:{_MONTH}){_Y}"),
    lazily.pattern(rf"(?i)\b{_MADE}\s+(?:in\s+)?(?-i:{_MONTH}){_Y},?\s+(?:is|was|it\s+is|and\s+is)\s+(?:(?:an?|the|one|of|its?|\p{{L}}+[’']s|\p{{L}}+est|only|first|rare|fine|few|last)\s+){{0,5}}?(?P<n>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\b"),
)  # fmt: skip
#: `in 1934, during the boom of the 1920s`
_DECADE = (
    lazily.pattern(rf"(?i)\bin\s+(?-i:{_MONTH}){_Y},?\s+(?:during|amid|in\s+the\s+middle\s+of|at\s+the\s+(?:height|peak|end|start|beginning)\s+of)\s+the\s+(?:\p{{L}}[\p{{L}}’'-]*\s+){{0,4}}?(?:of\s+the\s+)?(?P<n>1[5-9]\d|20\d)0[’']?s\b"),
)  # fmt: skip
_CLAUSE, _FROM = r"[^.;:!?()“”\"\d]{3,50}?", r"(?P<from>(?:1[5-9]|20)\d\d)(?![\d-]|s\b)"
_BETWEEN = (
    lazily.pattern(rf"(?i)\b(?:for\s+|served\s+|spent\s+|lasted\s+){_YEARS}(?:,|\s+[—–]|\s+\()?\s*(?:from|between)\s+(?P<from>(?:1[5-9]|20)\d\d)\s+(?:to|until|and|through)\s+{_Y}"),
    lazily.pattern(rf"(?i)\b(?:from|between)\s+(?P<from>(?:1[5-9]|20)\d\d)\s+(?:to|until|and|through)\s+{_Y}(?:,|\s+[—–]|\s+\()\s*(?:or\s+|for\s+|a\s+(?:total|span|period)\s+of\s+){{0,2}}{_YEARS}\b(?!\s+(?:in\s+all|altogether|in\s+total|all\s+told))"),
    lazily.pattern(rf"(?i)\bin\s+(?-i:{_MONTH}){_Y},?\s+{_YEARS}\s+after\s+{_CLAUSE}\s(?:in|of)\s+(?-i:{_MONTH}){_FROM}"),
    lazily.pattern(rf"(?i)\b{_YEARS}\s+after\s+{_CLAUSE}\s(?:in|of)\s+(?-i:{_MONTH}){_FROM},\s+in\s+(?-i:{_MONTH}){_Y}"),
)  # fmt: skip
_FROM = r"(?P<from>1[5-9]\d\d|20\d\d)(?![\d,.:/–-]*\d|s\b|\s?%)"
_AFTER = (
    lazily.pattern(rf"(?i)\b{_YEARS}\s+after\s+(?:the\s+)?{_FROM}[^.;:!?()“”\"\d]{{0,40}}?,\s+in\s+(?-i:{_MONTH}){_Y}"),
    lazily.pattern(rf"(?i)\b[Ii]n\s+(?-i:{_MONTH}){_Y},\s+{_YEARS}\s+after\s+(?:the\s+)?{_FROM}"),
    lazily.pattern(
        rf"(?i)\b(?:elected|appointed|named|sworn\s+in)\s+in\s+{_FROM}\s+(?:to|for)\s+a\s+(?P<n>{_N})[\s-]year\s+(?:term|stint)\s+(?:that|which)\s+"
        rf"(?:ends|ended|expires|expired|will\s+end|runs\s+out)\s+in\s+{_Y}"
    ),
    lazily.pattern(
        rf"(?i)\b(?P<times>{_N})\s+(?P<n>{_N})[\s-]year\s+terms(?:,|\s+[—–]|\s+\()?\s*(?:from|between)\s+{_FROM}\s+(?:to|until|and|through)\s+{_Y}"
    ),
)
_ENDING = lazily.pattern(r"(?:st|nd|rd|th)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10, "twentieth": 20, "fiftieth": 50}
_UPCOMING = lazily.pattern(r"(?i)\b(?:next|coming|upcoming|last|previous|recent|will|ahead|approach\w*|was|were|had|in\s+(?:19|20)\d\d)\b")

_KINDS = (
    (("year",), _SINCE, "since"),
    (("anniversary", "birthday"), (*_ANNIVERSARY, *_ITS_ANNIVERSARY), "anniversary"),
    (("year",), (*_BETWEEN, *_AFTER), "between"),
    (("anniversary", "birthday"), _DATED_ANNIVERSARY, "dated"),
    (("born", "Born"), _LIFE, "life"),
    (("century",), _CENTURY, "century"),
    (("0s", "0's", "0’s"), _DECADE, "decade"),
)


@record
class Check:
    """`for 12 years, since 2012`, `10 years ago, in 2001`, `the 50th anniversary of the 1971 fire`, `six years, from 2011 to 2015`,

    `born in 1950, he died in 2010, at 60`, `a 16th-century mill, built in 1580`.

    What is counted to the story's own day needs a dated story. One year off may be a month before or after the day, and is one
    step less sure.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "given", "year", "right")
    need: ClassVar[Need] = Need(tuple(dict.fromkeys(word for words, _, _ in _KINDS for word in words)))

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE, Part.HEADLINE):
            for words, patterns, kind in _KINDS:
                for pattern in patterns if any(word in block.text for word in words) else ():
                    for found in pattern.finditer(block.text):
                        if match := self._match(story, block, found, kind):
                            yield match

    def _match(self, story: Story, block: Block, found: regex.Match[str], kind: str) -> Match | None:
        if kind in ("century", "decade"):
            return (_century if kind == "century" else _decade)(block, found)
        spanned = kind in ("between", "life", "dated")
        if not spanned and (story.day is None or story.quoted(block, Span(*found.span()))):
            return None
        until = int(found["year"]) if spanned else story.day.year if story.day else 0
        since = int(found["from"]) if spanned else int(found["year"])
        terms = _given(found["times"]) if "times" in found.re.groupindex else 1
        right, given = (until - since) // (terms or 1), _given(found["n"])
        if given is None or right < 0 or (kind == "anniversary" and right != given and _moved(story, block, found)):
            return None
        off = _off(given, right, (found.groupdict().get("hedge") or "").strip().lower(), exact=kind in ("anniversary", "dated"))
        if off <= 0:
            return None
        worked = f"{since} to {until} is {until - since} years"
        names = {"match": found[0], "given": found["n"], "year": found["year"], "right": str(right)}
        span = Span(*found.span("n"))
        fixes = (_like(right, found["n"]),) if off > 1 and right > 0 and (found["n"].isdigit() or right <= 20) else ()
        if fixes and _ENDING.match(block.text, span.end):
            span, fixes = Span(span.start, span.end + 2), (f"{right}{_ending(right)}",)
        return Match(block, span, fixes, names, (Evidence(worked, block, Span(*found.span("year"))),), int(off == 1))


def _century(block: Block, found: regex.Match[str]) -> Match | None:
    """The 17th century has the years 1601 to 1700, and is loosely called by 1600 too."""
    year, given = int(found["year"]), int(found["n"])
    right = (year + 99) // 100
    if given in (right, year // 100 + 1):
        return None
    span = Span(found.start("n"), found.end("n") + 2)
    fix = f"{right}{_ending(right)}"
    names = {"match": found[0], "given": found["n"], "year": found["year"], "right": fix, "message": f"{year} is in the {fix} century"}
    return Match(block, span, (fix,), names, (Evidence(f"{year} is in the {fix} century", block, Span(*found.span("year"))),), 1)


def _ending(number: int) -> str:
    """What makes an ordinal of a figure."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _decade(block: Block, found: regex.Match[str]) -> Match | None:
    """A year in the middle of another decade; its first and its last year are loosely called by the one beside it."""
    year, given = int(found["year"]), int(found["n"])
    if given in ((year - 1) // 10, (year + 1) // 10):
        return None
    fix = f"{year // 10}0s"
    text = f"{found['n']}0s"
    names = {"match": found[0], "given": text, "year": found["year"], "right": fix, "message": f"{year} is in the {fix}, not in the {text}"}
    span = Span(found.start("n"), found.end())
    return Match(block, span, (fix,), names, (Evidence(f"{year} is in the {fix}", block, Span(*found.span("year"))),), 1)


def _given(text: str) -> int | None:
    if text.lower() in _ORDINALS:
        return _ORDINALS[text.lower()]
    number = numbers.number(text)
    return int(number.value) if number.value.denominator == 1 else None


def _off(given: int, right: int, hedge: str, *, exact: bool) -> int:
    """By how many years a figure is wrong; a year begun or not yet full is no fault."""
    low, high = (right, right) if exact else (right - 1, right)
    if hedge in ("more than", "over", "at least", "just over"):
        low = min(low, right - max(2, right // 5))
    elif hedge in ("nearly", "almost", "less than", "just under"):
        low, high = low, right + max(2, right // 5)
    elif hedge:
        low, high = low - max(1, right // 10), high + max(1, right // 10)
    return max(low - given, given - high)


def _like(right: int, printed: str) -> str:
    if printed.isdigit():
        return str(right)
    word = numbers.SMALL[right]
    return word.capitalize() if printed[:1].isupper() else word


def _moved(story: Story, block: Block, found: regex.Match[str]) -> bool:
    """Whether the sentence speaks of an anniversary that is over or yet to come."""
    start, end = story.sentence(block, found.start())
    return _UPCOMING.search(block.text, start, end) is not None and abs((_given(found["n"]) or 0) - _right(story, found)) <= 3


def _right(story: Story, found: regex.Match[str]) -> int:
    return (story.day.year if story.day else 0) - int(found["year"])
