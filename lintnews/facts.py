"""Dated facts in, answers out: who held what when, which names are listed, which listed name is one slip away.

The base is one SQLite file, opened read-only, so that a million rows cost no more at start than ten.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar, cast

from lintnews.gist import gist, pairs
from lintnews.model import Fact
from lintnews.words import fold, one_edit

#: Relations whose subjects are proper names that copy must spell right, with the kind shown when the value is no kind.
NAMES = {"named": "", "head": "body", "holds": "person", "rank": "person", "represents": "person"}
#: Relations whose aliases are patterns, not names.
_NOT_NAMES = frozenset({"happened", "claim"})

_FIELDS = ("subject", "relation", "value", "source", "as_of", "since", "until", "aliases", "note", "review")
_SCHEMA = """
create table fact (id integer primary key, subject text, relation text, value text, source text, as_of text,
                   since text, until text, aliases text, note text, review text, value_key text);
create table name (key text, relation text, id integer, primary key (key, relation, id)) without rowid;
create table last (word text, relation text, primary key (word, relation)) without rowid;
create table claim (pair text, id integer, primary key (pair, id)) without rowid;
create table near (key text, id integer, primary key (key, id)) without rowid;
create table word (list text, word text, primary key (list, word)) without rowid;
"""
_INDEXES = "create index fact_value on fact (relation, value_key);"
_COLUMNS = ", ".join(f"f.{field}" for field in _FIELDS)
Read = TypeVar("Read")
Told = TypeVar("Told")
_SEP = "\x1f"
#: Words in one question, fewer than the variables that SQLite allows.
_BATCH = 800
#: Words that a base remembers to be in a set of lists.
_TOLD = 200_000
#: Words of a claim by which it is found, two at a time.
_RAREST = 5
#: Claims that are looked at for one sentence.
_CANDIDATES = 20
#: Letters of a word that an edit may turn into another with neither its first letter nor its last.
_SHORT = 4
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
        _fill(db, facts, lists or {})
        return cls(db)

    def kept(self, reading: Callable[[FactBase, Read], Told]) -> Callable[[Read], Told]:
        """A reading of something against this base, remembered: the same words come again and again."""
        if reading not in self._kept:
            self._kept[reading] = lru_cache(maxsize=20_000)(partial(reading, self))
        return cast(Callable[[Read], Told], self._kept[reading])

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
        found = self._db.execute("select relation from last where word = ?", (fold(word),))
        return not {relation for (relation,) in found}.isdisjoint(relations)

    def claims(self, words: tuple[str, ...]) -> list[Fact]:
        """The claims two of whose rarest words are among these, those with the most such pairs first."""
        if not self.has_claims:
            return []
        keys, found = pairs(words), Counter[int]()
        for i in range(0, len(keys), _BATCH):
            marks = ",".join("?" * len(keys[i : i + _BATCH]))
            found.update(number for (number,) in self._db.execute(f"select id from claim where pair in ({marks})", keys[i : i + _BATCH]))
        return [self._claim(number) for number, _ in found.most_common(_CANDIDATES)]

    @cached_property
    def has_claims(self) -> bool:
        """Whether the base holds any claim that was judged."""
        return self._db.execute("select 1 from claim limit 1").fetchone() is not None

    def _of_number(self, number: int) -> Fact:
        return _fact(self._db.execute(f"select {_COLUMNS} from fact f where f.id = ?", (number,)).fetchone())

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
        keys = list(_near_keys(key))
        marks = ",".join("?" * len(keys))
        rows = self._db.execute(f"select id, subject, aliases from fact where id in (select id from near where key in ({marks}))", keys)
        out = []
        for number, subject, aliases in rows.fetchall():
            forms = [form for form in (subject, *(aliases.split(_SEP) if aliases else ())) if one_edit(key, fold(form))]
            if forms:
                fact = _fact(self._db.execute(f"select {_COLUMNS} from fact f where id = ?", (number,)).fetchone())
                out += [(form, fact) for form in forms]
        return tuple(out)


def _address(path: Path) -> str:
    """A path as SQLite takes it; `Path.as_uri` costs milliseconds to import."""
    full = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return "file://" + (full if os.sep == "/" else "/" + full.replace(os.sep, "/"))


def save(path: Path, facts: Iterable[Fact], lists: Mapping[str, Iterable[str]]) -> None:
    """Write a base to `path` in one step: a reader sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    draft.unlink(missing_ok=True)
    db = sqlite3.connect(draft)
    try:
        _fill(db, facts, lists)
        db.close()
        os.replace(draft, path)
    finally:
        db.close()
        draft.unlink(missing_ok=True)


def _fill(db: sqlite3.Connection, facts: Iterable[Fact], lists: Mapping[str, Iterable[str]]) -> None:
    db.executescript("pragma journal_mode = off; pragma synchronous = off;" + _SCHEMA)
    claims: list[tuple[int, tuple[str, ...]]] = []
    for number, fact in enumerate(facts):
        values = [_SEP.join(v) if isinstance(v := getattr(fact, field), tuple) else v for field in _FIELDS]
        db.execute(f"insert into fact values (?{', ?' * 11})", (number, *values, fold(fact.value)))
        if fact.relation == "claim":
            claims.extend((number, gist(form).words) for form in (fact.subject, *fact.aliases))
        if fact.relation in _NOT_NAMES:
            continue
        keys = {fold(form) for form in (fact.subject, *fact.aliases)}
        db.executemany("insert or ignore into name values (?, ?, ?)", ((key, fact.relation, number) for key in keys))
        if fact.relation != "named" or fact.value == "person":
            last = {key.rpartition(" ")[2] for key in keys}
            db.executemany("insert or ignore into last values (?, ?)", ((word, fact.relation) for word in last))
        if fact.relation in NAMES:
            near = {slip for key in keys for slip in _near_keys(key)}
            db.executemany("insert or ignore into near values (?, ?)", ((slip, number) for slip in near))
    for name, words in lists.items():
        db.executemany("insert or ignore into word values (?, ?)", ((name, word) for word in words))
    db.executemany("insert or ignore into claim values (?, ?)", _claim_pairs(claims))
    db.executescript(_INDEXES)
    db.commit()


def _claim_pairs(claims: list[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[str, int]]:
    """The keys of claims: every two of the rarest words of each."""
    often = Counter(word for _, words in claims for word in words)
    for number, words in claims:
        rarest = sorted(words, key=lambda word: (often[word], word))[:_RAREST]
        yield from ((pair, number) for pair in pairs(tuple(rarest)))


def _near_keys(key: str) -> Iterator[str]:
    """The keys under which a name is kept, and asked for when it may miss another by one edit in one word.

    Of several words: for each, the other words with its first letter, and with its last; an edit leaves one of the two, but in
    a word of three letters or less. Of one word: itself and what is left of it without one of its letters.
    """
    tokens = key.split()
    if len(tokens) > 1:
        for before, token, after in _each(tokens):
            yield f"{before}*{token[0]}-{after}"
            yield f"{before}*-{token[-1]}{after}"
            if len(token) < _SHORT:
                yield f"{before}*{after}"
    elif len(key) > 4:
        yield "-" + key
        for i in range(len(key)):
            yield "-" + key[:i] + key[i + 1 :]


def _each(tokens: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with what stands before and after it."""
    for i, token in enumerate(tokens):
        yield "".join(f"{word} " for word in tokens[:i]), token, "".join(f" {word}" for word in tokens[i + 1 :])


def _fact(row: tuple[str, ...]) -> Fact:
    subject, relation, value, source, as_of, since, until, aliases, note, review = row
    others = tuple(aliases.split(_SEP)) if aliases else ()
    return Fact(subject, relation, value, source, as_of, since, until, others, note, review)
