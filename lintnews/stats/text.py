"""Measured stories in, a table of each out, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.ledger.prose import NAMES
from lintnews.reporters import Page, Style
from lintnews.stats import Measured, Spread

#: Where a story stands outside the middle eight tenths of the archive, it is marked.
LOW, HIGH = 10, 90


def write(stories: Iterable[Measured], against: Spread | None, page: Page) -> None:
    """Write a table for each story: the measure, its value, and with an archive the median there and the share below."""
    for number, story in enumerate(stories):
        page.put("\n" * bool(number) + page.paint(story.name, Style.BOLD) + "\n")
        if not story.values:
            page.put("  no body to measure\n")
        for name, value in story.values.items():
            page.put(f"  {value:7.1f}  {NAMES[name]:<48}{_beside(name, value, against, page)}".rstrip() + "\n")
    if against:
        page.put(f"\nBeside {against.stories} stories: the median, and the percentage of stories that have less.\n")


def _beside(name: str, value: float, against: Spread | None, page: Page) -> str:
    if against is None:
        return ""
    below = against.percent(name, value)
    mark = " high" if below >= HIGH else " low" if below <= LOW else ""
    return f"  median {against.at(name, 50):7.1f}  {below:3d} %" + (page.paint(mark, Style.BOLD) if mark else "")
