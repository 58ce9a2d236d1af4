"""Reports in, lines out: one form a module, found by being there; its `write(reports, page)` writes as the reports come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from lintnews.model import LintNewsError, Report
from lintnews.rule import Rule


@dataclass(frozen=True)
class Page:
    """What a report is written on: `put` takes text, `width` is in columns; `rules` are those that ran, known once all reports have come."""

    put: Callable[[str], object]
    width: int = 100
    colour: bool = False
    rules: Callable[[], Iterable[Rule]] = tuple


class Reporter(Protocol):
    """What a module of this package holds."""

    def write(self, reports: Iterable[Report], page: Page) -> None:
        """Write every report, one after another, as they come."""
        ...


def reporter(form: str) -> Reporter:
    """The module of a form; raises LintNewsError for a form that is not there."""
    if form in forms():
        return cast(Reporter, import_module(f"{__name__}.{form}"))
    raise LintNewsError(f"--format: there is no `{form}`; known: {', '.join(forms())}")


def forms() -> list[str]:
    """The names of all forms."""
    import os

    files = {name.partition(".")[0] for folder in __path__ for name in os.listdir(folder)}
    return sorted(name for name in files if not name.startswith("_"))
