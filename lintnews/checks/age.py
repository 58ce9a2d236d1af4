"""Age: an age and a year of birth, printed side by side, that do not agree on the story's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.ledger.days import MONTH, month
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.needs import Need
from lintnews.record import record

_BORN = (
    r"(?:(?:who\s+)?(?:was|is|were)\s+)?born(?:\s+(?:in|at|near|to)\s+\p{Lu}[\p{L}.,' ’-]{1,40}?)?\s+(?:in|on)?\s*"
    rf"(?:(?P<month>{MONTH})\.?\s+(?:(?P<day>\d{{1,2}}),?\s+)?|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH})\.?\s+)?(?P<year>1[89]\d\d|20\d\d)\b"
)
_PATTERNS = (
    lazily.pattern(rf",\s+(?:aged?\s+)?(?P<age>\d{{1,3}}),\s+(?:and\s+)?{_BORN}"),
    lazily.pattern(rf"\b(?P<age>\d{{1,3}})-year-old\b[^.;:!?\"“”]{{0,60}}?,?\s+{_BORN}"),
    lazily.pattern(
        rf"\b[Bb]orn\s+(?:in|on)\s+(?P<month>{MONTH})?\.?\s*(?:(?P<day>\d{{1,2}}),\s+)?(?P<year>1[89]\d\d|20\d\d)(?:,| and)"
        r"[^.;:!?\"“”]{0,60}?\bis\s+(?:now\s+)?(?P<age>\d{1,3})\b(?!\s+(?:years\s+(?:younger|older)|percent|miles|feet))"
    ),
    lazily.pattern(
        rf"\bBorn\s+(?:(?:in|at|near)\s+\p{{Lu}}[\p{{L}}.,' ’-]{{1,40}}?\s+)?(?:in|on)\s+(?P<month>{MONTH})?\.?\s*"
        r"(?:(?P<day>\d{1,2}),\s+)?(?P<year>1[89]\d\d|20\d\d),\s+(?:the\s+(?:now\s+)?(?P<age>\d{1,3})-year-old\b|\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){0,3},\s+(?P<age>\d{1,3}),)"
    ),
)

#: A life told by its two years, and the age at its end.
_LIVED = lazily.pattern(
    r"\((?P<year>1[89]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[89]\d\d|20\d\d)\)[^.;:!?\"“”\d]{0,40}?\bdied\s+(?:at\s+(?:the\s+age\s+of\s+)?|aged\s+)"
    r"(?P<age>\d{1,3})\b(?!:)"
)
_DIED = lazily.pattern(
    r"\bborn\s+(?:on|in)\s[^.;:!?\"“”]{0,40}?\b(?P<year>1[89]\d\d|20\d\d)\b[^.;:!?\"“”]{0,40}?\bdied\s+(?:on|in)\s(?:[^.;:!?\"“”]|(?<=[A-Z]\p{Ll}{2,3})\.){0,30}?"
    r"\b(?P<died>1[89]\d\d|20\d\d),?\s+(?:at\s+(?:the\s+)?age\s+(?:of\s+)?|aged\s+|at\s+)(?P<age>\d{1,3})\b(?!:)"
)


@record
class Check:
    """`slack` is by how many years the two may differ before the match is sure; one year less is doubted."""

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "age", "year", "right")
    need: ClassVar[Need] = Need(("born", "died"), folded=True)
    slack: int = 1

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE, Part.BOILERPLATE):
            if "born" in block.text.lower() and story.day:
                for pattern in _PATTERNS:
                    for found in pattern.finditer(block.text):
                        yield from self._match(block, found, story.day)
            for pattern in (_LIVED, _DIED) if "died" in block.text else ():
                for found in pattern.finditer(block.text):
                    yield from self._match(block, found, date(int(found["died"]), 12, 31))

    def _match(self, block: Block, found: regex.Match[str], today: date) -> Iterator[Match]:
        ages = _possible(found, today)
        age, year = int(found["age"]), found["year"]
        off = min(abs(age - right) for right in ages)
        if off == 0 or age > 120 or ages[-1] < 0:
            return
        right = " or ".join(map(str, ages))
        names = {"match": found[0].strip(" ,"), "age": found["age"], "year": year, "right": right}
        start = found.start("age") if found.start("age") < found.start("year") else found.start()
        span = Span(start, max(found.end("age"), found.end("year")))
        shown = Evidence(f"born in {year}, the person is {right} on {today.isoformat()}")
        yield Match(block, span, _fixes(block.text, found, span, ages), names, (shown,), int(off <= self.slack))


def _fixes(text: str, found: regex.Match[str], span: Span, ages: tuple[int, ...]) -> tuple[str, ...]:
    """The ages that the birth allows, and the age without the birth where that is an aside behind it."""
    start, end = found.span("age")
    mended = tuple(text[span.start : start] + str(age) + text[end : span.end] for age in ages)
    aside = start == span.start and text[end : end + 1] == "," and text[span.end : span.end + 1] in (",", ".", ";")
    return (*mended, found["age"]) if aside else mended


def _possible(found: regex.Match[str], today: date) -> tuple[int, ...]:
    """The ages that somebody born then can have on a day, or in the year in which a life ended."""
    groups = found.groupdict()
    years = today.year - int(groups["year"])
    name, number = groups.get("month") or groups.get("month2"), groups.get("day") or groups.get("day2")
    if not name or "died" in groups or (month(name) == today.month and not number):
        return (years - 1, years)
    birthday = (month(name), int(number or 1))
    return (years,) if birthday <= (today.month, today.day) else (years - 1,)
