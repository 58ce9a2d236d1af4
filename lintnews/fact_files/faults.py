"""Rows of fact files in, what is wrong or doubtful among them out: each fault at a row, with the row it clashes with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise, zip_longest
from typing import NamedTuple

from lintnews.ledger.posts import first_day, last_day
from lintnews.model import did_you_mean
from lintnews.packs import Row
from lintnews.words import fold, one_edit

#: Days that two sources may differ by about a handover.
_HANDOVER = 3
#: Days without a holder that are told.
_GAP = 92
#: Relations whose subjects are persons.
_PERSONS = ("holds", "rank")
#: Relations in which two subjects may share a printed form: `Prime Minister`; a pattern is no form.
_SHARED = frozenset({"post", "happened"})


class Fault(NamedTuple):
    """What is wrong with a row: an error, or a warning where it may be meant so; a `gap` is a stretch of which no row tells."""

    row: Row
    error: bool
    words: str
    gap: bool = False

    @property
    def place(self) -> tuple[str, int]:
        return self.row.file, self.row.line


def faults(rows: Iterable[Row], today: date) -> list[Fault]:
    """Everything wrong or doubtful in the rows, in the order of files and lines."""
    known = list(rows)
    found = [
        *_twice(known), *_unknown_posts(known), *_terms(known), *_reviews(known, today), *_spelled_two_ways(known), *_shared_aliases(known),
    ]  # fmt: skip
    return sorted(set(found), key=lambda fault: (fault.place, fault.words))


def _at(row: Row) -> str:
    return f"{row.file}:{row.line}"


def _bare(post: str) -> str:
    return post.removeprefix("Acting ")


def _twice(rows: list[Row]) -> Iterator[Fault]:
    """A row that another row repeats."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        fact = row.fact
        key = (fold(fact.subject), fact.relation, fold(fact.value), fact.since, fact.until)
        if key in first:
            other = first[key].fact
            exact = fact.subject == other.subject and fact.value == other.value
            if exact or not (fact.note or other.note):
                yield Fault(row, exact, f"{fact.subject} stands already in {_at(first[key])}; keep one of the rows")
        first.setdefault(key, row)


def _unknown_posts(rows: list[Row]) -> Iterator[Fault]:
    """A post held, or held by one person at a time, that no row of `post` describes."""
    posts = {row.fact.subject for row in rows if row.fact.relation == "post"}
    forms = {fold(form): row.fact.subject for row in rows if row.fact.relation == "post" for form in (*row.fact.aliases, row.fact.subject)}
    for row in rows:
        post = {"holds": _bare(row.fact.value), "holders": row.fact.subject}.get(row.fact.relation, "")
        if not post or post in posts:
            continue
        if fold(post) in forms:
            yield Fault(row, True, f"`{post}` is a form of the post `{forms[fold(post)]}`; write that")
        else:
            near = did_you_mean(post, posts)
            yield Fault(
                row,
                True,
                f"no row of `post` describes `{post}`"
                + (near if "did you mean" in near else f"; add one: --relation post --subject '{post}' --value BODY"),
            )


def _terms(rows: list[Row]) -> Iterator[Fault]:
    """Terms of a post that overlap, and the gaps between them."""
    single = {row.fact.subject for row in rows if row.fact.relation == "holders" and row.fact.value == "one"}
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.fact.relation == "holds":
            held[_bare(row.fact.value)].append(row)
    for post, terms in held.items():
        terms.sort(key=lambda row: _days(row))
        full = [row for row in terms if not row.fact.value.startswith("Acting ")]
        yield from _overlaps(full if post in single else _same_person(full), post)
        if post in single:
            yield from _gaps(terms, post)


def _same_person(terms: list[Row]) -> list[Row]:
    """The terms of a person who has more than one: no post is held twice at a time by one person."""
    counts: dict[str, int] = defaultdict(int)
    for row in terms:
        counts[fold(row.fact.subject)] += 1
    return sorted((row for row in terms if counts[fold(row.fact.subject)] > 1), key=lambda row: (fold(row.fact.subject), _days(row)))


def _days(row: Row) -> tuple[int, int]:
    """The days on which a term is known to hold at least: from the last day its start may mean to the first day its end may."""
    fact = row.fact
    since = last_day(fact.since) if fact.since else 0
    return since, first_day(fact.until) if fact.until else max(since, first_day(fact.as_of))


def _overlaps(terms: list[Row], post: str) -> Iterator[Fault]:
    for i, later in enumerate(terms):
        for before in terms[:i]:
            same = fold(before.fact.subject) == fold(later.fact.subject)
            days = min(_days(before)[1], _days(later)[1]) - _days(later)[0]
            if days <= 0 or not (same or _different_people(before, later)):
                continue
            meant = bool(before.fact.note or later.fact.note) and not same
            endless = "" if before.fact.until else " which has no end,"
            who = (
                f"{later.fact.subject} holds `{post}` twice over"
                if same
                else f"{later.fact.subject} and {before.fact.subject} both hold `{post}`"
            )
            words = f"{who} for {days} days:"
            words = f"{words} {before.fact.sentence()},{endless} {_at(before)}"
            yield Fault(later, days > _HANDOVER and not meant, words)


def _different_people(before: Row, later: Row) -> bool:
    """Whether two rows share no form of a name."""
    return not {fold(form) for form in _forms(before)} & {fold(form) for form in _forms(later)}


def _forms(row: Row) -> tuple[str, ...]:
    return (row.fact.subject, *row.fact.aliases)


def _gaps(terms: list[Row], post: str) -> Iterator[Fault]:
    """Terms without an end before another's, and stretches in which nobody, acting or not, is known to hold the post."""
    latest = ""
    for before, after in pairwise(terms):
        if not before.fact.until:
            latest = after.fact.since or latest
            if _left_open(before, after):
                words = f"`{post}`: {before.fact.subject}’s term has no end, though {after.fact.subject} holds the post"
                yield Fault(before, False, f"{words} since {after.fact.since}, {_at(after)}")
        elif after.fact.since:
            latest = max(latest, before.fact.until, key=lambda day: last_day(day) if day else 0)
            days = first_day(after.fact.since) - last_day(latest) - 1
            if days > _GAP:
                yield Fault(after, False, f"nobody is known to hold `{post}` from {latest} to {after.fact.since}, {days} days", gap=True)


def _left_open(before: Row, after: Row) -> bool:
    """Whether a term lacks its end, for another's began since the day on which the source was true."""
    acting = after.fact.value.startswith("Acting ")
    return bool(after.fact.since) and not acting and _days(after)[0] > _days(before)[1] and _different_people(before, after)


def _reviews(rows: list[Row], today: date) -> Iterator[Fault]:
    for row in rows:
        if row.fact.review and last_day(row.fact.review) < today.toordinal():
            yield Fault(row, False, f"{row.fact.subject}: due for review since {row.fact.review}; look it up again")


def _spelled_two_ways(rows: list[Row]) -> Iterator[Fault]:
    """Two people of nearly one name with one post or rank, where neither row lists the other form."""
    people: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.fact.relation in _PERSONS:
            people[row.fact.relation, _bare(row.fact.value)].append(row)
    for group in people.values():
        first: dict[str, Row] = {}
        for row in group:
            first.setdefault(row.fact.subject, row)
        names = list(first)
        for i, name in enumerate(names):
            for other in names[:i]:
                if _two_spellings(first[other], first[name]):
                    words = f"{name} and {other} ({_at(first[other])}) may be one person, spelled two ways"
                    yield Fault(first[name], fold(name) != fold(other), words + "; keep one, the other as an alias")


def _two_spellings(one: Row, other: Row) -> bool:
    a, b = one.fact.subject, other.fact.subject
    listed = a in other.fact.aliases or b in one.fact.aliases
    return not listed and (fold(a) == fold(b) or (one_edit(fold(a), fold(b)) and not _initials_differ(fold(a), fold(b))))


def _initials_differ(one: str, other: str) -> bool:
    """Whether two names differ in an initial alone, as those of a father and a son."""
    differing = [(a, b) for a, b in zip_longest(one.split(), other.split(), fillvalue="") if a != b]
    return all(len(word) < 3 for pair in differing for word in pair)


def _shared_aliases(rows: list[Row]) -> Iterator[Fault]:
    """An alias that is the very name of another subject of the relation."""
    subjects = {(row.fact.relation, fold(row.fact.subject)): row for row in reversed(rows)}
    for row in rows:
        if row.fact.relation in _SHARED:
            continue
        for alias in row.fact.aliases:
            other = subjects.get((row.fact.relation, fold(alias)))
            if other and fold(other.fact.subject) != fold(row.fact.subject):
                yield Fault(row, False, f"the alias `{alias}` of {row.fact.subject} is another’s name, {_at(other)}")
