"""A story's entry and an index in, the earlier stories on the same matter out: those that share names which few stories have."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import NamedTuple

from lintnews.archive import prints
from lintnews.archive.extract import words
from lintnews.archive.nouns import Entry, Kept
from lintnews.archive.store import Index

#: A name that more stories have tells nothing of the matter.
_COMMON = 150
#: How much of a whole rare name counts as one.
_ENOUGH, _CLOSE = 1.6, 3.2
_MOST = 25
#: Stories that an archive is taken to have at least: in a small one every name is rare.
_LEAST = 1000
#: Rows of names, runs and paragraphs that are looked at.
_BATCH = 500


class Related(NamedTuple):
    """An earlier story: `close` where it is surely on the same matter; `alike`, the share of the new story's text that it has."""

    story: Kept
    weight: float
    alike: float

    @property
    def close(self) -> bool:
        return self.weight >= _CLOSE or self.alike > 0.15


def related(entry: Entry, index: Index, name: str, *, told: bool = False) -> list[Related]:
    """The nearest first; the story itself, by its name in the index, is left out. `told`: all are of its matter."""
    weights, rare = _by_names(entry, index) if not told else (dict.fromkeys(range(1, index.size + 1), _CLOSE), Counter[int]())
    runs = {run for line in entry.text.split("\n") for run in prints.of_words(words(line))}
    shared = _counted(index, "print", sorted(runs))
    found = []
    numbers = sorted(weights, key=weights.__getitem__, reverse=True)[: 4 * _MOST] + [
        n for n, count in shared.most_common(_MOST) if count > 1
    ]
    for number in dict.fromkeys(numbers):
        weight, alike = weights.get(number, 0.0), shared[number] / max(8, len(runs))
        if told or (weight >= _ENOUGH and rare[number] > 1) or alike > 0.1:
            kept = index.story(number)
            if kept and kept.path != name:
                found.append(Related(kept, weight, alike))
    return sorted(found, key=lambda each: (-each.alike - each.weight / 4, each.story.path))[:_MOST]


def _by_names(entry: Entry, index: Index) -> tuple[dict[int, float], Counter[int]]:
    """How much stories share of the names, each weighed by how few have it, and how many they share."""
    weights: dict[int, float] = {}
    rare: Counter[int] = Counter()
    size = max(index.size, _LEAST) + 2
    common = _common(index)
    for key in prints.keys(entry.keys):
        rows = index.db.execute("select story from key where hash = ? limit ?", (key, common + 1)).fetchall()
        if len(rows) <= common:
            weight = log(size / (len(rows) + 1)) / log(size)
            for (number,) in rows:
                weights[number] = weights.get(number, 0.0) + weight
                rare[number] += 1
    return weights, rare


def shares_rare(index: Index, hashes: list[int], number: int) -> bool:
    """Whether a story has one of these names that few stories have."""
    for i in range(0, len(hashes), _BATCH):
        some = hashes[i : i + _BATCH]
        marks = ",".join("?" * len(some))
        rows = index.db.execute(f"select hash from key where story = ? and hash in ({marks})", (number, *some))
        if any(_few(index, key) for (key,) in rows):
            return True
    return False


def _few(index: Index, key: int) -> bool:
    most = _common(index)
    return len(index.db.execute("select 1 from key where hash = ? limit ?", (key, most + 1)).fetchall()) <= most


def _common(index: Index) -> int:
    share: int = index.size // 25
    return min(_COMMON, max(6, share))


def _counted(index: Index, table: str, hashes: list[int]) -> Counter[int]:
    """How many of these each story has."""
    out: Counter[int] = Counter()
    for i in range(0, len(hashes), _BATCH):
        some = hashes[i : i + _BATCH]
        marks = ",".join("?" * len(some))
        out.update(n for (n,) in index.db.execute(f"select story from {table} where hash in ({marks})", some))
    return out
