"""Reports in, lines out: one form a module, found by being there; its `write(reports, page)` writes as the reports come.

A stranger's reporter is such a module, an entry point of the group `lintnews.reporters` named like the form.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from lintnews import plugged
from lintnews.model import LintNewsError, Report, Severity, did_you_mean
from lintnews.record import record

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from lintnews.rule import Rule

GROUP = "lintnews.reporters"


class Style(StrEnum):
    """The few looks there are, as terminals write them."""

    BOLD = "1"
    DIM = "2"
    ERROR = "1;31"
    WARNING = "1;33"
    SUGGESTION = "1;36"
    GONE = "31"
    NEW = "32"
    PLACE = "36"
    FRAME = "1;34"
    LINK = "4;2"

    @classmethod
    def of(cls, severity: str) -> Style:
        """The look of a severity."""
        return cls[Severity(severity).name]


@record
class Page:
    """What a report is written on: `put` takes text, `width` is in columns.

    `rules` gives the rules that ran, which are known once all reports have come.
    """

    put: Callable[[str], object]
    width: int = 100
    colour: bool = False
    rules: Callable[[], Iterable[Rule]] = tuple

    def paint(self, words: str, style: Style) -> str:
        """The words in a style, or as they are on a page without colour."""
        return f"\x1b[{style.value}m{words}\x1b[0m" if self.colour and words else words


class Reporter(Protocol):
    """What a module of this package holds."""

    def write(self, reports: Iterable[Report], page: Page) -> None:
        """Write every report, one after another, as they come."""
        ...


def reporter(form: str) -> Reporter:
    """The module of a form; raises LintNewsError for a form that is not there."""
    if form in _own():
        return cast(Reporter, import_module(f"{__name__}.{form}"))
    for entry in _strangers():
        if entry.name == form:
            return cast(Reporter, plugged.module(entry, "write"))
    raise LintNewsError(f"--format: there is no `{form}`{did_you_mean(form, forms())}")


def forms() -> list[str]:
    """The names of all forms."""
    return sorted({*_own(), *(entry.name for entry in _strangers())})


def _own() -> set[str]:
    files = {name.partition(".")[0] for folder in __path__ for name in os.listdir(folder)}
    return {name for name in files if not name.startswith("_")}


def _strangers() -> EntryPoints:
    """The reporters of other packages; looked for only where none of ours is meant."""
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)
