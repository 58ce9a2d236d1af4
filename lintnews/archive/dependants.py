"""Words and an index in, the earlier stories that say them out, each with the passage: what hangs on a fact that turns out wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.archive import prints
from lintnews.archive.extract import words
from lintnews.archive.nouns import Earlier, Kept
from lintnews.archive.passages import earlier
from lintnews.archive.store import Index


def dependants(told: str, index: Index) -> Iterator[Earlier]:
    """Every story that has the words, in the order of its path, with the first passage; capitals and accents are no difference."""
    wanted = words(told)
    if not wanted:
        return
    pattern = re.compile(r"\W+".join(map(re.escape, told.split())), re.IGNORECASE)
    found = [(kept, match) for kept in _candidates(wanted, index) if (match := pattern.search(kept.text))]
    for kept, match in sorted(found, key=lambda each: (each[0].day, each[0].path)):
        yield earlier(kept, match.span())


def _candidates(wanted: list[str], index: Index) -> Iterator[Kept]:
    """The stories that may have the words: of a person's name those that name it, of a long quotation those that quote it, else all."""
    numbers = {n for (n,) in index.db.execute("select story from person where name = ?", (" ".join(wanted),))}
    grams = sorted(prints.of_quoted(wanted))
    if not numbers and grams:
        marks = ",".join("?" * len(grams))
        query = f"select distinct s.story from gram g join said s on s.number = g.said where g.hash in ({marks})"
        numbers = {n for (n,) in index.db.execute(query, grams)}
    if not numbers:
        yield from index.stories()
    for number in sorted(numbers):
        if kept := index.story(number):
            yield kept
