"""Entries in, the index on disk out: one SQLite file, changed in whole batches, so that a run that is cut short leaves a sound index."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from lintnews.archive import prints
from lintnews.archive.extract import words
from lintnews.archive.nouns import Entry, Kept
from lintnews.model import LintNewsError

#: What tells our files from others, and the form of their tables.
_OURS, _FORM = 0x4C4E4152, 2
_TABLES = """
create table story (number integer primary key, path text not null unique, stamp text, day text, headline text, text blob);
create table key (hash integer, story integer, primary key (hash, story)) without rowid;
create table person (name text, story integer, printed text, post text, age integer, start integer, end integer,
  age_start integer, age_end integer, post_start integer, post_end integer);
create index person_name on person (name);
create table part (hash integer, name text, primary key (hash, name)) without rowid;
create table count (story integer, things text, value text, least integer, start integer, end integer);
create index count_story on count (story);
create table said (number integer primary key, story integer, start integer, end integer);
create table gram (hash integer, said integer, primary key (hash, said)) without rowid;
create table print (hash integer, story integer, primary key (hash, story)) without rowid;
create table paragraph (hash integer, story integer, start integer, primary key (hash, story)) without rowid;
"""
_OF_STORY = ("key", "person", "count", "said", "print", "paragraph")


class Store:
    """An index that is being written. Rows of stories that are no more stay until `tidy`: nothing finds them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            self._db.execute("pragma cache_size = -131072")
            self._prepare()
        except sqlite3.Error as error:
            raise LintNewsError(f"{path}: no index can be written there: {error}") from None

    def _prepare(self) -> None:
        if self._db.execute("pragma application_id").fetchone()[0] == _OURS:
            _fits(self._db, self.path)
            return
        if self._db.execute("select count(*) from sqlite_master").fetchone()[0]:
            raise LintNewsError(f"{self.path}: is a database, and no index of LintNews; give another file")
        self._db.executescript(f"begin; {_TABLES} pragma application_id = {_OURS}; pragma user_version = {_FORM}; commit")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def size(self) -> int:
        """How many stories there are."""
        return int(self._db.execute("select count(*) from story").fetchone()[0])

    def stamps(self) -> dict[str, str]:
        """What each story was read from, by its path."""
        return dict(self._db.execute("select path, stamp from story"))

    def add(self, entries: Iterable[tuple[str, str, Entry]]) -> None:
        """Put stories in, each in the place of one of its path: all or none. A story comes with its path and stamp."""
        with self._all_or_none():
            for path, stamp, entry in entries:
                self._add(path, stamp, entry)

    def drop(self, paths: Iterable[str]) -> None:
        """Take stories out."""
        with self._all_or_none():
            self._db.executemany("delete from story where path = ?", ((path,) for path in paths))

    def drop_parts(self, paths: Iterable[str]) -> None:
        """Take out the second and later stories of files that hold several: `path#2` …"""
        with self._all_or_none():
            query = "delete from story where path >= ? and path < ?"
            self._db.executemany(query, ((f"{path}#", f"{path}$") for path in paths))

    def tidy(self) -> None:
        """Take out what is left of stories that are no more, when it is much."""
        (last,) = self._db.execute("select coalesce(max(number), 0) from story").fetchone()
        (there,) = self._db.execute("select count(*) from story").fetchone()
        if last > 1.5 * there + 100:
            with self._all_or_none():
                for table in _OF_STORY:
                    self._db.execute(f"delete from {table} where story not in (select number from story)")
                self._db.execute("delete from gram where said not in (select number from said)")
                self._db.execute("delete from part where name not in (select name from person)")
        self._db.execute("pragma optimize")

    def _all_or_none(self) -> _Whole:
        return _Whole(self._db)

    def _add(self, path: str, stamp: str, entry: Entry) -> None:
        self._db.execute("delete from story where path = ?", (path,))
        row = (_next(self._db), path, stamp, entry.day, entry.headline, zlib.compress(entry.text.encode("utf-8", "surrogatepass"), 1))
        self._db.execute("insert into story values (?, ?, ?, ?, ?, ?)", row)
        number = row[0]
        many = self._db.executemany
        many("insert or ignore into key values (?, ?)", ((each, number) for each in prints.keys(entry.keys)))
        many(
            "insert into person values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((p.key, number, p.printed, p.post, p.age, *p.at, *p.age_at, *p.post_at) for p in (*entry.people, *entry.names)),
        )
        names = {each.key for each in (*entry.people, *entry.names)}
        many("insert or ignore into part values (?, ?)", ((prints.of_key(each), name) for name in names for each in prints.near(name)))
        many("insert into count values (?, ?, ?, ?, ?, ?)", ((number, c.things, c.value, c.least, *c.at) for c in entry.counts))
        for said in entry.said:
            at = self._db.execute("insert into said values (null, ?, ?, ?)", (number, *said.at)).lastrowid
            grams = prints.of_quoted(words(entry.text[slice(*said.at)]))
            many("insert or ignore into gram values (?, ?)", ((each, at) for each in grams))
        paragraphs = [(start, words(line)) for start, line in zip(entry.starts, entry.text.split("\n"), strict=False)]
        runs = {each for _, told in paragraphs for each in prints.of_words(told)}
        many("insert or ignore into print values (?, ?)", ((each, number) for each in runs))
        whole = ((prints.of_key(" ".join(told)), number, start) for start, told in paragraphs if len(told) >= prints.SHORTEST)
        many("insert or ignore into paragraph values (?, ?, ?)", whole)


def _next(db: sqlite3.Connection) -> int:
    """A number that no story had, nor has any row that is left of one."""
    (last,) = db.execute("select coalesce(max(number), 0) from story").fetchone()
    (left,) = db.execute("select coalesce(max(story), 0) from count").fetchone()
    return int(max(last, left)) + 1


class _Whole:
    """Changes that are made together or not at all."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("begin immediate")

    def __exit__(self, kind: object, *_: object) -> None:
        self._db.execute("rollback" if kind else "commit")


class Index:
    """An index that is read; many may read it while one writes."""

    def __init__(self, path: Path | None, db: sqlite3.Connection) -> None:
        self.path, self.db = path, db
        (self.size,) = db.execute("select count(*) from story").fetchone()

    @classmethod
    def open(cls, path: Path) -> Index:
        """An index on disk; raises LintNewsError where there is none."""
        if not path.is_file():
            raise LintNewsError(
                f"{path}: there is no such index of earlier stories; make it with `lintnews archive index PATHS --index {path}`"
            )
        try:
            db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            if db.execute("pragma application_id").fetchone()[0] != _OURS:
                raise LintNewsError(f"{path}: is no index of LintNews; make one with `lintnews archive index PATHS --index FILE`")
            _fits(db, path)
            return cls(path, db)
        except sqlite3.Error as error:
            raise LintNewsError(f"{path}: cannot be read as an index: {error}; make it anew with `lintnews archive index`") from None

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Index:
        """An index in memory, of a few stories."""
        store = Store(Path(":memory:"))
        store.add((entry.path or str(i), "", entry) for i, entry in enumerate(entries))
        return cls(None, store._db)

    def story(self, number: int) -> Kept | None:
        """A story by its number; None where it is no more."""
        row = self.db.execute("select number, path, day, headline, text from story where number = ?", (number,)).fetchone()
        if row is None:
            return None
        found, path, day, headline, text = row
        return Kept(found, path, day, headline, zlib.decompress(text).decode("utf-8", "surrogatepass"))

    def stories(self) -> Iterator[Kept]:
        """Every story, in the order in which it came."""
        with closing(self.db.execute("select number from story order by number")) as numbers:
            for (number,) in numbers.fetchall():
                if kept := self.story(number):
                    yield kept

    def name(self, path: str) -> str:
        """What a file is called in this index: its path from the folder of the index."""
        return called(path, self.path) if self.path else path


def called(path: str, index: Path) -> str:
    """A path from the folder of the index, so that both can move together."""
    try:
        return os.path.relpath(os.path.abspath(path), index.parent.resolve()).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")


def _fits(db: sqlite3.Connection, path: Path) -> None:
    if db.execute("pragma user_version").fetchone()[0] != _FORM:
        raise LintNewsError(f"{path}: was made by another version; make it anew: delete it and run `lintnews archive index`")
