"""Measured stories in, a list of records out: each measure with its value and, with an archive, where it stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lintnews.reporters import Page
from lintnews.stats import Measured, Spread


def write(stories: Iterable[Measured], against: Spread | None, page: Page) -> None:
    """Write the list; `below` is the percentage of the archive's stories that have less."""
    told = [
        {"file": story.name, "measures": {name: _one(name, value, against) for name, value in story.values.items()}} for story in stories
    ]
    page.put(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _one(name: str, value: float, against: Spread | None) -> dict[str, float]:
    if against is None:
        return {"value": round(value, 2)}
    return {"value": round(value, 2), "median": against.at(name, 50), "below": against.percent(name, value)}
