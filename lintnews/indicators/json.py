"""Profiles in, one JSON array out; docs/signals.md says what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lintnews.indicators.nouns import FOR_PEOPLE, Observed, Profile
from lintnews.reporters import Page
from lintnews.reporters._forms import array


def write(profiles: Iterable[Profile], page: Page) -> None:
    """Write the array story by story."""
    array(map(plain, profiles), page)


def plain(profile: Profile) -> dict[str, Any]:
    """A profile as plain values."""
    return {
        "path": profile.source.name,
        "day": profile.day.isoformat() if profile.day else None,
        "words": profile.words,
        "present": [{"name": each.name, "there": each.there, "text": each.text} for each in profile.present],
        "indicators": [_observed(each, profile) for each in profile.observed],
        "forPeople": list(FOR_PEOPLE),
    }


def _observed(each: Observed, profile: Profile) -> dict[str, Any]:
    """An indicator; offsets are code points from the start of the file, half-open."""
    rate = round(1000 * len(each.seen) / profile.words, 2) if profile.words else None
    places = [(seen, profile.source.place(seen.span.start)) for seen in each.seen]
    return {
        "name": each.indicator.name,
        "group": each.indicator.group,
        "question": each.indicator.question,
        "count": len(each.seen),
        "per1000Words": rate,
        "seen": [
            {"line": place.line, "column": place.column, "start": seen.span.start, "end": seen.span.end, "text": seen.text}
            for seen, place in places
        ],
    }
