"""A story's quotations and an index in, those that an earlier story has in other words out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lintnews.archive import prints
from lintnews.archive.extract import words
from lintnews.archive.nouns import Earlier, Entry, Kept
from lintnews.archive.passages import earlier
from lintnews.archive.store import Index
from lintnews.differ import matcher

_FEWEST, _MOST = 6, 80
#: How much of the shorter quotation both have, and how many words may differ.
_ALIKE, _APART = 0.7, 3
_CANDIDATES = 8
_CUT = ("[", "...", "…", ". . .")


def differing(entry: Entry, index: Index, name: str) -> Iterator[tuple[str, tuple[int, int], str, list[Earlier]]]:
    """Where an earlier story quotes nearly the same: a few words inside differ, and neither is cut there."""
    for said in entry.said:
        text = entry.text[slice(*said.at)]
        told = words(text)
        if not _FEWEST <= len(told) <= _MOST or any(mark in text for mark in _CUT):
            continue
        found = [(kept, at, words(kept.text[slice(*at)])) for kept, at in _candidates(told, index, name)]
        if any(_holds(told, other) for _, _, other in found):
            continue
        for kept, at, other in found:
            if not any(mark in kept.text[slice(*at)] for mark in _CUT) and _otherwise(told, other):
                yield "quotation", said.at, text, [earlier(kept, at)]
                break


def agreeing(entry: Entry, index: Index, name: str) -> Iterator[tuple[str, tuple[int, int], str, list[Earlier]]]:
    """The quotations that an earlier story has in the same words."""
    for said in entry.said:
        told = words(entry.text[slice(*said.at)])
        for kept, at in _candidates(told, index, name):
            if _holds(told, words(kept.text[slice(*at)])):
                yield "quotation", said.at, entry.text[slice(*said.at)], [earlier(kept, at)]
                break


def _candidates(told: list[str], index: Index, name: str) -> Iterator[tuple[Kept, tuple[int, int]]]:
    """The earlier quotations that share most runs of words."""
    grams = sorted(prints.of_quoted(told))
    if not grams:
        return
    marks = ",".join("?" * len(grams))
    found = Counter(number for (number,) in index.db.execute(f"select said from gram where hash in ({marks}) limit 5000", grams))
    for number, _ in found.most_common(_CANDIDATES):
        row = index.db.execute("select story, start, end from said where number = ?", (number,)).fetchone()
        kept = index.story(row[0]) if row else None
        if kept and kept.path != name:
            yield kept, (row[1], row[2])


def _holds(one: list[str], other: list[str]) -> bool:
    """Whether one is the other, or a piece of it."""
    a, b = f" {' '.join(one)} ", f" {' '.join(other)} "
    return a in b or b in a


def _otherwise(one: list[str], other: list[str]) -> bool:
    """Whether the same words stand on either side of a few that differ."""
    compared = matcher(one, other)
    blocks = [block for block in compared.get_matching_blocks() if block.size]
    if len(blocks) < 2 or blocks[0].size < 2 or blocks[-1].size < 2:
        return False
    first, last = blocks[0], blocks[-1]
    if min(first.a, first.b) or min(len(one) - last.a - last.size, len(other) - last.b - last.size):
        return False  # neither is told from end to end
    inner_one = last.a - first.a - sum(block.size for block in blocks[:-1])
    inner_other = last.b - first.b - sum(block.size for block in blocks[:-1])
    shared = sum(block.size for block in blocks)
    return 0 < max(inner_one, inner_other) <= _APART and shared >= _ALIKE * min(len(one), len(other))
