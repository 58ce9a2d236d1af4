"""A story's counts and the earlier stories on its matter in, the counts that they give otherwise out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from lintnews import lazily
from lintnews.archive.extract import stem
from lintnews.archive.nouns import Counted, Earlier, Entry, Kept
from lintnews.archive.passages import around, earlier
from lintnews.archive.related import Related
from lintnews.archive.store import Index

_WORD = lazily.pattern(r"\p{L}[\p{L}’'-]{3,}")
_SMALL = frozenset(
    "that this with from have been were they their there which would will about after before said says told people more than into over "
    "when where what while also other some least".split()
)
#: Days within which two stories may count the same.
_NEAR = 14
#: The share of a sentence's words that another must have for both to count the same; less where harm is counted.
_ALIKE, _ALIKE_HARM = 0.5, 0.3
_FEWEST, _FEWEST_HARM = 4, 2
_Row = tuple[str, str, bool, tuple[int, int], frozenset[str]]


def differing(entry: Entry, index: Index, near: Sequence[Related]) -> Iterator[tuple[str, tuple[int, int], str, list[Earlier]]]:
    """Where a close earlier story counts the same in a like sentence, and no such story has the new figure.

    A sentence of which several figures differ is a report of another day in the same form.
    """
    close = [each.story for each in near if each.close]
    if not close:
        return
    wanted = _wanted(entry)
    known = [(kept, row) for kept in close for row in _rows(kept, index, wanted)]
    found = [(count, alike) for count in entry.counts if (alike := _apart(entry, count, known))]
    in_sentence = Counter(around(entry.text, count.at) for count, _ in found)
    for count, alike in found:
        if in_sentence[around(entry.text, count.at)] == 1:
            yield "count", count.at, entry.text[slice(*count.at)], [earlier(kept, row[3]) for kept, row in alike[:3]]


def agreeing(entry: Entry, index: Index, near: Sequence[Related]) -> Iterator[tuple[str, tuple[int, int], str, list[Earlier]]]:
    """The counts that a close earlier story has too, in a like sentence."""
    wanted = _wanted(entry)
    known = [(each.story, row) for each in near if each.close for row in _rows(each.story, index, wanted)]
    for count in entry.counts:
        context = _context(entry.text, count.at)
        for kept, row in known:
            if _same(count.things, context, row) and row[1] == count.value:
                yield "count", count.at, entry.text[slice(*count.at)], [earlier(kept, row[3])]
                break


def _apart(entry: Entry, count: Counted, known: Sequence[tuple[Kept, _Row]]) -> list[tuple[Kept, _Row]]:
    """The earlier counts of the same, where all of them differ."""
    context = _context(entry.text, count.at)
    tolls = _tolls((each.things, each.value) for each in entry.counts)
    alike = [
        (kept, row)
        for kept, row in known
        if (_same(count.things, context, row) and _of_one_time(count.things, entry.day, kept.day))
        or (_near(entry.day, kept.day) and tolls.get(count.things) == 1 == _tolls_of(kept, known).get(row[0]) and count.things == row[0])
    ]
    return [] if any(_may_be(count.value, count.least, row[1], row[2]) for _, row in alike) else alike


def _of_one_time(things: str, day: str, other: str) -> bool:
    """Whether two stories are so near in time that they count the same; harm is counted for good."""
    return "*" in things or not day or not other or _near(day, other)


def _near(day: str, other: str) -> bool:
    return bool(day and other) and abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= _NEAR


def _tolls(counts: Iterable[tuple[str, str]]) -> Counter[str]:
    """How many different figures a story has of each harm: where it is one, that is its toll."""
    return Counter(things for things, _ in {(things, value) for things, value in counts if "*" in things})


def _tolls_of(kept: Kept, known: Sequence[tuple[Kept, _Row]]) -> Counter[str]:
    return _tolls((row[0], row[1]) for each, row in known if each.number == kept.number)


def _wanted(entry: Entry) -> frozenset[str]:
    """What the new story counts."""
    return frozenset(thing for count in entry.counts for thing in count.things.split())


def _rows(kept: Kept, index: Index, wanted: frozenset[str]) -> list[_Row]:
    """The counts of an earlier story that may be of something wanted."""
    rows = index.db.execute("select things, value, least, start, end from count where story = ?", (kept.number,))
    return [
        (things, value, bool(least), (start, end), _context(kept.text, (start, end)))
        for things, value, least, start, end in rows
        if not wanted.isdisjoint(things.split())
    ]


def _same(things: str, context: frozenset[str], row: _Row) -> bool:
    """Whether two sentences count the same."""
    shared = set(things.split()) & set(row[0].split())
    if not shared or not context or not row[4]:
        return False
    both = len(context & row[4])
    harm = any(thing.startswith("*") for thing in shared)
    smaller = min(len(context), len(row[4]))
    return both >= (_FEWEST_HARM if harm else _FEWEST) and both >= (_ALIKE_HARM if harm else _ALIKE) * smaller


def _may_be(value: str, least: bool, other: str, its_least: bool) -> bool:
    """Whether two figures may be meant for one: equal, rounded, or `at least` the smaller."""
    one, its = Fraction(value), Fraction(other)
    if one == its or (its_least and one > its) or (least and one < its):
        return True
    big, small = max(one, its), min(one, its)
    return big >= 20 and (big - small) * 20 <= big and (one % 5 == 0 or its % 5 == 0)


def _context(text: str, at: tuple[int, int]) -> frozenset[str]:
    """The stems of the sentence around a place."""
    return frozenset(stem(word) for word in _WORD.findall(around(text, at)) if word.lower() not in _SMALL)
