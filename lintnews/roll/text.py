"""Rolls in, aligned lines for a terminal out: each name with what is known of it under it, the sources as notes at the end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from lintnews.reporters import Page, Style
from lintnews.roll.nouns import Entry, How, Roll, Sort
from lintnews.roll.wording import HEADINGS, HOW, lines, summary

_LOOKS = {How.FACT: Style.NEW, How.LISTED: Style.NEW, How.STORY: Style.SUGGESTION, How.UNKNOWN: Style.WARNING}
#: Widths of the columns: where it stands, how often, how it was checked.
_PLACE, _COUNT, _HOW = 7, 4, 7
_INDENT = 2 + _PLACE + 1 + _COUNT + 1 + _HOW + 1
_LEAST = 36


def write(rolls: Iterable[Roll], page: Page) -> None:
    """Write every roll as it comes, and at the end what the words in the third column mean."""
    seen: set[How] = set()
    for roll in rolls:
        seen |= {entry.how for entry in roll.entries}
        page.put("\n".join(_roll(roll, page)) + "\n\n")
    for how in (how for how in How if how in seen):
        page.put(page.paint(f"{how:<{_HOW}}  {HOW[how]}", Style.DIM) + "\n")


def _roll(roll: Roll, page: Page) -> Iterator[str]:
    day = f"story of {roll.day}" if roll.day else "a story without a day"
    yield f"{page.paint(roll.source.name, Style.BOLD)}  {day}; {summary(roll)}"
    sources: dict[str, int] = {}
    for sort in Sort:
        entries = [entry for entry in roll.entries if entry.sort is sort]
        if entries:
            yield f"\n{page.paint(HEADINGS[sort], Style.BOLD)}"
        for entry in entries:
            yield from _entry(entry, roll, sources, page)
    if sources:
        yield f"\n{page.paint('Sources', Style.BOLD)}"
    for source, number in sources.items():
        yield from _noted(source, f"[{number}]", page)


def _entry(entry: Entry, roll: Roll, sources: dict[str, int], page: Page) -> Iterator[str]:
    """The name's line, and under the name a line for each thing known; a source is a number."""
    place = "{}:{}".format(*roll.place(entry))
    mark = page.paint("!", Style.ERROR) if entry.doubtful else " "
    how = page.paint(f"{entry.how:<{_HOW}}", _LOOKS[entry.how])
    yield f"{mark} {place:<{_PLACE}} {f'×{entry.count}':<{_COUNT}} {how} {page.paint(entry.name, Style.BOLD)}"
    for told in lines(entry, roll):
        note = f" [{sources.setdefault(told.source, len(sources) + 1)}]" if told.source else ""
        for line in textwrap.wrap(told.words + note, max(_LEAST, page.width - _INDENT)):
            yield " " * _INDENT + page.paint(line, Style.ERROR if told.alarm else Style.DIM)


def _noted(source: str, number: str, page: Page) -> Iterator[str]:
    room = max(_LEAST, page.width - 6)
    for i, line in enumerate(textwrap.wrap(source, room, break_long_words=False, break_on_hyphens=False)):
        yield page.paint(f"{number if not i else '':<5} {line}", Style.DIM)
