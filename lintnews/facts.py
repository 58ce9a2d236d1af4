"""Dated facts in, answers out: who held what when, which names are listed, which listed name is one slip away.

The base is one SQLite file, opened read-only, so that a million rows cost no more at start than ten.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from lintnews.fact_tables import FIELDS, FORMS, SEPARATOR, fill, near_keys
from lintnews.model import Fact
from lintnews.words import fold, one_edit

_COLUMNS = ", ".join(f"f.{field}" for field in FIELDS)
Read = TypeVar("Read")
Told = TypeVar("Told")
#: Words in one question, fewer than the variables that SQLite allows.
_BATCH = 800
#: Words that a base remembers to be in a set of lists.
_TOLD = 200_000
#: Claims that are looked at for one sentence, and how many pairs of their rarest words it has: those that three words make.
_CANDIDATES, _SHARED = 8, 3
#: Questions to a list after which it is read whole, and the most words that are.
_OFTEN, _WHOLE = 500, 500_000


class FactBase:
    """A read-only view of the facts and word lists of the packs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._named = lru_cache(maxsize=50_000)(self._of_key)
        self.about = lru_cache(maxsize=50_000)(self._about)
        self.where = lru_cache(maxsize=10_000)(self._where)
        self.every = lru_cache(maxsize=100)(self._every)
        self.near = lru_cache(maxsize=50_000)(self._near)
        self.ends_name = lru_cache(maxsize=50_000)(self._ends_name)
        self.surnamed = lru_cache(maxsize=20_000)(self._surnamed)
        self._claim = lru_cache(maxsize=10_000)(self._of_number)
        self.starting = lru_cache(maxsize=10_000)(self._starting)
        self.listed = lru_cache(maxsize=200_000)(self._listed)
        self._told: dict[tuple[str, ...], set[str]] = {}
        self._asked: Counter[str] = Counter()
        self._kept: dict[Any, Any] = {}
        self._read: dict[str, frozenset[str] | None] = {}

    @classmethod
    def open(cls, path: Path) -> FactBase:
        """A base on disk; raises sqlite3.Error when the file is not there, cut short or no base."""
        db = sqlite3.connect(f"{_address(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute("select 1 from fact, name, last, claim, near, word limit 0")
        return cls(db)

    @classmethod
    def of(cls, facts: Iterable[Fact], lists: Mapping[str, Iterable[str]] | None = None) -> FactBase:
        """A base in memory, for a run without a cache and for tests."""
        db = sqlite3.connect(":memory:", check_same_thread=False)
        fill(db, facts, lists or {})
        return cls(db)

    def kept(self, reading: Callable[[FactBase, Read], Told]) -> Callable[[Read], Told]:
        """A reading of something against this base, remembered: the same words come again and again."""
        if reading not in self._kept:
            self._kept[reading] = lru_cache(maxsize=20_000)(partial(reading, self))
        return cast("Callable[[Read], Told]", self._kept[reading])

    def _about(self, name: str, relation: str = "") -> tuple[Fact, ...]:
        """The facts whose subject, under any of its names, is `name`; of one relation or of all."""
        found = self._named(fold(name))
        return tuple(fact for fact in found if fact.relation == relation) if relation and found else found

    def _whole(self, words: str) -> frozenset[str] | None:
        """A word list as a set, or all folded names for `""`, once it was asked so often that reading it whole costs less."""
        if words in self._read:
            return self._read[words]
        self._asked[words] += 1
        if self._asked[words] > _OFTEN:
            which = ("select word from word where list = ? limit ?", (words,)) if words else ("select distinct key from name limit ?", ())
            found = frozenset(word for (word,) in self._db.execute(which[0], (*which[1], _WHOLE)))
            self._read[words] = found if len(found) < _WHOLE else None
        return self._read.get(words)

    def _of_key(self, key: str) -> tuple[Fact, ...]:
        """The facts under a folded name: one question, whatever is then asked of them."""
        if (names := self._whole("")) is not None and key not in names:
            return ()
        rows = self._db.execute(f"select {_COLUMNS} from name n join fact f on f.id = n.id where n.key = ? order by f.id", (key,))
        return tuple(map(_fact, rows))

    def _where(self, relation: str, value: str) -> tuple[Fact, ...]:
        """The facts of a relation that have this value: who held a post."""
        rows = self._db.execute(f"select {_COLUMNS} from fact f where relation = ? and value_key = ? order by id", (relation, fold(value)))
        return tuple(map(_fact, rows))

    def _every(self, relation: str) -> tuple[Fact, ...]:
        rows = self._db.execute(f"select {_COLUMNS} from fact f where relation = ? order by id", (relation,))
        return tuple(map(_fact, rows))

    def _ends_name(self, word: str, relations: tuple[str, ...]) -> bool:
        """Whether a name of a person that has one of these relations ends in this word; of `named` ones, those of kind `person`."""
        found = self._db.execute("select distinct relation from last where word = ?", (fold(word),))
        return not {relation for (relation,) in found}.isdisjoint(relations)

    def _surnamed(self, word: str, relation: str) -> tuple[Fact, ...]:
        """The facts of a relation about those of whose names one ends in this word."""
        rows = self._db.execute(
            f"select {_COLUMNS} from last l join fact f on f.id = l.id where l.word = ? and l.relation = ? order by f.id",
            (fold(word), relation),
        )
        return tuple(map(_fact, rows))

    def claims(self, words: Set[str]) -> list[tuple[Fact, str]]:
        """The claims three of whose rarest words are among these, those with all four first, as they are put."""
        from lintnews.gist import pairs

        keys, found = pairs(words & self.words_of_claims), Counter[int]()
        for i in range(0, len(keys), _BATCH):
            marks = ",".join("?" * len(keys[i : i + _BATCH]))
            question = f"select id, count(*) from claim where pair in ({marks}) group by id"
            few = f" having count(*) >= {_SHARED}" if len(keys) <= _BATCH else ""
            found.update(dict(self._db.execute(question + few, keys[i : i + _BATCH])))
        return [self._claim(number) for number, shared in found.most_common(_CANDIDATES) if shared >= _SHARED]

    @cached_property
    def words_of_claims(self) -> frozenset[str]:
        """The stems by which claims are found."""
        return frozenset(word for (word,) in self._db.execute("select word from claimed"))

    def sizes(self) -> list[tuple[str, int, int, str]]:
        """Of each relation the rows, the different sources, and the newest day that one is true of."""
        counts = "select relation, count(*), count(distinct source), max(as_of) from fact group by relation order by relation"
        return self._db.execute(counts).fetchall()

    def _of_number(self, number: int) -> tuple[Fact, str]:
        fact = _fact(self._db.execute(f"select {_COLUMNS} from fact f where f.id = ?", (number // FORMS,)).fetchone())
        return fact, (fact.subject, *fact.aliases)[number % FORMS]

    def _starting(self, relation: str, opening: str) -> tuple[str, ...]:
        """The names of a relation that begin with these words and go on, shortest first, as their subjects print them."""
        low = fold(opening) + " "
        rows = self._db.execute(
            f"select n.key, {_COLUMNS} from name n join fact f on f.id = n.id where n.key >= ? and n.key < ? and n.relation = ?",
            (low, low + "\U0010ffff", relation),
        )
        found = [(key, _fact(tuple(row))) for key, *row in rows]
        printed = {form for key, fact in found for form in (fact.subject, *fact.aliases) if fold(form) == key}
        return tuple(sorted(printed, key=lambda form: (len(form), form)))

    def _listed(self, words: str, word: str) -> bool:
        """Whether a word list holds `word` as written, or without its inner capitals (`McConnell`)."""
        if (whole := self._whole(words)) is not None:
            return word in whole or word.capitalize() in whole
        row = self._db.execute("select 1 from word where list = ? and word in (?, ?)", (words, word, word.capitalize())).fetchone()
        return row is not None

    def whole(self, words: str) -> tuple[str, ...]:
        """All words of a list, in order: for short lists."""
        return tuple(word for (word,) in self._db.execute("select word from word where list = ? order by word", (words,)))

    def unlisted(self, lists: tuple[str, ...], words: Iterable[str]) -> set[str]:
        """The words, as written, that none of the lists holds. A listed word is asked for once in the life of the base."""
        told = self._told.setdefault(lists, set())
        left = set(words) - told
        for name in lists:
            found = self.among(name, left)
            if len(told) < _TOLD:
                told |= found
            left -= found
        return left

    def among(self, words: str, candidates: Iterable[str]) -> set[str]:
        """Those of the candidates that a word list holds as written: one question for many words."""
        if (whole := self._whole(words)) is not None:
            return set(candidates) & whole
        asked, out = tuple(candidates), set()
        for i in range(0, len(asked), _BATCH):
            some = asked[i : i + _BATCH]
            marks = ",".join("?" * len(some))
            out |= {word for (word,) in self._db.execute(f"select word from word where list = ? and word in ({marks})", (words, *some))}
        return out

    def beginning(self, words: str, letter: str) -> tuple[str, ...]:
        """The words of a list that begin with a letter."""
        rows = self._db.execute("select word from word where list = ? and word >= ? and word < ?", (words, letter, chr(ord(letter) + 1)))
        return tuple(word for (word,) in rows)

    def paired(self, words: str, word: str) -> tuple[str, ...]:
        """What stands beside `word` in a list of pairs, whose lines are a word, a blank, another word."""
        rows = self._db.execute("select word from word where list = ? and word > ? and word < ?", (words, f"{word} ", f"{word}!"))
        return tuple(pair.partition(" ")[2] for (pair,) in rows)

    def _near(self, name: str) -> tuple[tuple[str, Fact], ...]:
        """The listed names that differ from `name` by one slip of the pen in one word, each with its fact.

        A slip is one letter inserted, dropped, changed or swapped with its neighbour.
        """
        key = fold(name)
        keys = list(near_keys(key))
        marks = ",".join("?" * len(keys))
        rows = self._db.execute(f"select id, subject, aliases from fact where id in (select id from near where key in ({marks}))", keys)
        out = []
        for number, subject, aliases in rows.fetchall():
            forms = [form for form in (subject, *(aliases.split(SEPARATOR) if aliases else ())) if one_edit(key, fold(form))]
            if forms:
                fact = _fact(self._db.execute(f"select {_COLUMNS} from fact f where id = ?", (number,)).fetchone())
                out += [(form, fact) for form in forms]
        return tuple(out)


def _address(path: Path) -> str:
    """A path as SQLite takes it; `Path.as_uri` costs milliseconds to import."""
    full = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return "file://" + (full if os.sep == "/" else "/" + full.replace(os.sep, "/"))


def _fact(row: tuple[str, ...]) -> Fact:
    subject, relation, value, source, as_of, since, until, aliases, note, review = row
    others = tuple(aliases.split(SEPARATOR)) if aliases else ()
    return Fact(subject, relation, value, source, as_of, since, until, others, note, review)
