"""Rolls in, one JSON array of stories out; docs/names.md says what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lintnews.model import Fact
from lintnews.reporters import Page
from lintnews.reporters._forms import array
from lintnews.roll.nouns import Entry, Roll


def write(rolls: Iterable[Roll], page: Page) -> None:
    """Write the array story by story."""
    array(map(plain, rolls), page)


def plain(roll: Roll) -> dict[str, Any]:
    """A roll as plain values."""
    day = roll.day.isoformat() if roll.day else None
    return {"path": roll.source.name, "day": day, "names": [_entry(entry, roll) for entry in roll.entries]}


def _entry(entry: Entry, roll: Roll) -> dict[str, Any]:
    """A name; offsets are code points from the start of the file, half-open."""
    place, span = roll.place(entry), roll.in_source(entry)
    return {
        "name": entry.name,
        "sort": entry.sort.value,
        "how": entry.how.value,
        "kind": entry.kind,
        "count": entry.count,
        "line": place.line,
        "column": place.column,
        "start": span.start,
        "end": span.end,
        "part": entry.block.part.value,
        "forms": list(entry.forms),
        "doubtful": entry.doubtful,
        "near": [asdict(near) for near in entry.near],
        "claims": [
            {"printed": claim.printed, "former": claim.former, "standing": claim.standing.value, "facts": list(map(_fact, claim.facts))}
            for claim in entry.claims
        ],
        "facts": list(map(_fact, entry.facts)),
        "holders": list(map(_fact, entry.holders)),
        "people": list(entry.people),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    """The keys of a record that are not empty."""
    return {key: value for key, value in asdict(fact).items() if value}
