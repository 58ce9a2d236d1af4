"""Measures of many stories in, their spread out, kept as a file; a story's measures in, where each stands in that spread out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from json import dumps, loads
from typing import NamedTuple

from lintnews.ledger.prose import NAMES
from lintnews.model import LintNewsError

#: A spread keeps this many values of each measure, from the least to the greatest.
_STEPS = 101
_FORM = "lintnews-spread-1"


class Spread(NamedTuple):
    """How an archive's stories are: for each measure its values in order, evenly taken."""

    stories: int
    values: Mapping[str, Sequence[float]]

    def percent(self, name: str, value: float) -> int:
        """The share of the archive's stories that have less of a measure, those that have as much by half; from 0 to 100."""
        known = self.values[name]
        return round(100 * (bisect_left(known, value) + bisect_right(known, value)) / 2 / len(known))

    def at(self, name: str, percent: int) -> float:
        """The value that so many percent of the stories have less than."""
        known = self.values[name]
        return known[round(percent * (len(known) - 1) / 100)]


class Measured(NamedTuple):
    """A story with its measures; none where it has no body."""

    name: str
    values: Mapping[str, float]


def spread(stories: Iterable[Mapping[str, float]]) -> Spread:
    """The spread of stories; raises LintNewsError when none has a body."""
    kept = [values for values in stories if values]
    if not kept:
        raise LintNewsError("stats: none of the stories to compare with has a body; name a folder of stories after --against")
    return Spread(len(kept), {name: _evenly(sorted(values[name] for values in kept)) for name in NAMES})


def _evenly(values: Sequence[float]) -> list[float]:
    if len(values) <= _STEPS:
        return [round(value, 2) for value in values]
    return [round(values[round(i * (len(values) - 1) / (_STEPS - 1))], 2) for i in range(_STEPS)]


def dump(made: Spread) -> str:
    """A spread as the text of its file."""
    return dumps({"form": _FORM, "stories": made.stories, "measures": made.values}, indent=1) + "\n"


def load(text: str, name: str) -> Spread:
    """A spread from the text of its file; raises LintNewsError when it is none."""
    remedy = f"{name}: not a file that `lintnews stats --save` writes; make it anew"
    try:
        told = loads(text)
    except ValueError as error:
        raise LintNewsError(f"{remedy} ({error})") from None
    if not isinstance(told, dict) or told.get("form") != _FORM or not isinstance(told.get("measures"), dict):
        raise LintNewsError(remedy)
    values = {}
    for measure in NAMES:
        known = told["measures"].get(measure)
        if not isinstance(known, list) or not known or not all(isinstance(value, int | float) for value in known):
            raise LintNewsError(f"{remedy} (no values of `{measure}`)")
        values[measure] = sorted(map(float, known))
    stories = told.get("stories")
    return Spread(stories if isinstance(stories, int) else 0, values)
