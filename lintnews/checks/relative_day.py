"""Relative day: `yesterday`, `three days ago`, a `five-day` event, beside the date or the weekdays that it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

import regex

from lintnews import lazily
from lintnews.ledger import Story, days, numbers
from lintnews.ledger.days import Day
from lintnews.model import PROSE, Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_SMALL = "|".join(numbers.SMALL[1:21])
_JOIN = r"(?:,\s+(?:on\s+)?|\s+\(|\s+[—–]\s+|\s+on\s+)"
_SAID = lazily.pattern(
    rf"(?i)\b(?:(?P<word>yesterday|today|tomorrow)|(?P<n>{_SMALL}|a|\d{{1,2}})\s+(?P<unit>day|week)s?\s+(?P<way>ago|from\s+now)|in\s+(?P<in>{_SMALL}|\d{{1,2}})\s+"
    rf"(?P<in_unit>day|week)s?){_JOIN}"
)
_AFTER = lazily.pattern(rf"\b(?:on\s+)?(?P<weekday>{'|'.join(days.WEEKDAYS)}),\s+(?P<word>yesterday|today|tomorrow)(?=[,.;])")
_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_SHUT = lazily.pattern(r"\s*(?:[,.;:)—–]|\Z|\s(?:at|in|to|when|and|for|with)\b)")
_WEEKDAY = lazily.pattern("|".join(days.WEEKDAYS))
_LASTS = lazily.pattern(
    rf"(?i)\b(?P<n>{_SMALL}|\d{{1,2}})(?:-(?P<unit>day|week)\b|\s+days(?=,?\s+(?:a\s+week,\s+)?(?:from\s+|between\s+)?(?-i:{'|'.join(days.WEEKDAYS)}|{days.MONTH})\b))"
)
_FROM_TO = lazily.pattern(
    rf"(?i)\b(?:(?:from|between)\s+|(?<=\bdays\s+a\s+week,\s+|\bweek,\s+))(?P<a>{'|'.join(days.WEEKDAYS)})\s+(?:to|through|until|and)\s+"
    rf"(?P<b>{'|'.join(days.WEEKDAYS)})\b(?!\s+(?:morning|night))"
)
_NEAR = 50
#: Days by which a span in words may be off: the first or last day may count or not.
_SLACK = 1
#: Weeks are seldom counted from a Monday to a Sunday: so many days more or less.
_WEEK = 2
_TO = lazily.pattern(
    r"\s*(?:to|through|until|till|[-–—]|and\s+(?:(?:is|was|are)\s+(?:expected|due|to)\s+(?:to\s+)?|will\s+)?"
    r"(?:clos(?:e|es|ed)|end(?:s|ed)?|finish(?:es|ed)?|conclud(?:e|es|ed))(?:\s+on)?)\s*"
)


@record
class Check:
    """Days counted from the story's own day, with the date or the weekday set off by a comma behind; and events of so many days, with

    the two dates, or the two weekdays, between which they run.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right")
    need: ClassVar[Need] = Need(("yesterday", "today", "tomorrow", " ago", "from now", "-day", "-week", " days", " in "), folded=True)

    def find(self, story: Story) -> Iterator[Match]:
        for block in story.blocks(*PROSE):
            if story.day:
                for found in _SAID.finditer(block.text):
                    if not story.quoted(block, Span(*found.span())):
                        yield from _beside(block, found, story.day)
                for found in _AFTER.finditer(block.text):
                    if not story.quoted(block, Span(*found.span())):
                        yield from _behind(block, found, story.day)
            for found in _LASTS.finditer(block.text):
                yield from _lasting(story, block, found)


def _beside(block: Block, found: regex.Match[str], today: date) -> Iterator[Match]:
    shift, weeks = _shift(found)
    meant, end = today + timedelta(shift), min(len(block.text), found.end() + _NEAR)
    day = next((day for day in days.named(block, Span(found.end(), end)) if day.span.start == found.end()), None)
    weekday = _WEEKDAY.match(block.text, found.end())
    said = Span(found.start(), found.start() + len(_bare(found[0])))
    if day and _SHUT.match(block.text, day.span.end):
        there = day.nearest(today)
        off = abs((there - meant).days) if there else 0
        if there and (off > (6 if weeks else _SLACK) or (off and found["word"])):
            yield _match(
                block, day.span, said, meant, f"{today.isoformat()} is the story’s day", "" if weeks else _fix(day, meant), int(off <= 1)
            )
    elif weekday and not day and not weeks and _SHUT.match(block.text, weekday.end()) and meant.weekday() != days.weekday(weekday[0]):
        off = (days.weekday(weekday[0]) - meant.weekday()) % 7
        doubt = int(off in (1, 6))
        yield _match(
            block, Span(*weekday.span()), said, meant, f"{today.isoformat()} is the story’s day", days.WEEKDAYS[meant.weekday()], doubt
        )


def _behind(block: Block, found: regex.Match[str], today: date) -> Iterator[Match]:
    """A weekday with `yesterday`, `today` or `tomorrow` behind it."""
    off = days.off(found["weekday"], today)
    if off != _WORDS[found["word"]]:
        right = {shift: word for word, shift in _WORDS.items()}.get(off, "")
        meant = today + timedelta(_WORDS[found["word"]])
        said, there = Span(*found.span("word")), Span(*found.span("weekday"))
        shown = f"{today.isoformat()}, a {days.WEEKDAYS[today.weekday()]}, is the story’s day"
        names = {"match": found["weekday"], "given": found["word"], "right": days.printed(meant)}
        yield Match(
            block, said, (right,) if right else (), names, (Evidence(shown, block, there),), int(abs(off - _WORDS[found["word"]]) == 1)
        )


def _shift(found: regex.Match[str]) -> tuple[int, bool]:
    """How many days from the story's day are told, and whether in weeks."""
    if found["word"]:
        return _WORDS[found["word"].lower()], False
    n = found["n"] or found["in"]
    count = 1 if n.lower() == "a" else numbers.small(n)
    weeks = (found["unit"] or found["in_unit"]).lower() == "week"
    return count * (7 if weeks else 1) * (-1 if found["way"] and found["way"].lower() == "ago" else 1), weeks


def _lasting(story: Story, block: Block, found: regex.Match[str]) -> Iterator[Match]:
    """An event of so many days or weeks whose first and last day stand in its sentence."""
    n, sentence = numbers.small(found["n"]), story.sentence(block, found.start())
    around = Span(max(sentence.start, found.start() - 2 * _NEAR), min(sentence.end, found.end() + 2 * _NEAR))
    weeks = (found["unit"] or "").lower() == "week"
    lasts, last, slack = _weekdays(block, found, around) if not weeks and n < 7 else (0, Span(0, 0), 0)
    if not last.end:
        lasts, last, slack = _dates(story, block, around)
    least, most = (7 * n - 2 * _WEEK, 7 * n + _WEEK) if weeks else (n, n + slack)
    if lasts > 1 and not least <= lasts <= most:
        right = numbers.SMALL[lasts] if lasts <= 10 and not found["n"].isdigit() else str(lasts)
        names = {"match": found[0], "given": block.text[slice(*last)], "right": f"{right} days" if weeks else right}
        shown = (Evidence(f"{block.text[slice(*last)]}: {lasts} days", block, last),)
        yield Match(block, Span(*found.span("n")), () if weeks else (right,), names, shown, int(abs(lasts - n) < 2))


def _weekdays(block: Block, found: regex.Match[str], around: Span) -> tuple[int, Span, int]:
    """The days from one weekday to another, where no third one stands between them and the event; `through` counts both."""
    between = _FROM_TO.search(block.text, *around)
    if not between or _WEEKDAY.search(block.text, min(between.end(), found.end()), max(between.start(), found.start())):
        return 0, Span(0, 0), 0
    lasts = (days.weekday(between["b"]) - days.weekday(between["a"])) % 7 + 1
    return lasts, Span(*between.span()), 0 if "through" in between[0] or not found["unit"] else _SLACK


def _dates(story: Story, block: Block, around: Span) -> tuple[int, Span, int]:
    """The days from one date to another."""
    dated = sorted(days.named(block, around), key=lambda day: day.span.start)
    if len(dated) != 2 or dated[0].year or not _TO.fullmatch(block.text, dated[0].span.end, dated[1].span.start):
        return 0, Span(0, 0), 0
    first, end = (day.nearest(story.day or date(2020, 6, 1)) for day in dated)
    lasts = (end - first).days + 1 if first and end else 0
    return lasts, Span(dated[0].span.start, dated[1].span.end), _SLACK


def _match(block: Block, there: Span, said: Span, meant: date, shown: str, fix: str, doubt: int) -> Match:
    names = {"match": block.text[slice(*there)], "given": block.text[slice(*said)], "right": days.printed(meant)}
    return Match(block, there, (fix,) if fix else (), names, (Evidence(shown, block, said),), doubt)


def _fix(day: Day, meant: date) -> str:
    return days.printed(meant) if day.year else days.printed(meant).partition(",")[0]


def _bare(text: str) -> str:
    return text.rstrip(" ,(—–").removesuffix(" on").rstrip(" ,")
