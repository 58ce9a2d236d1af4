"""A story's seal in, its findings of an earlier run out: kept in one SQLite file of the user's cache folder.

What is kept is JSON, which runs no code. Several runs may share the file; what cannot be read or written is done without.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from lintnews import lazily, plain, record, seal
from lintnews.model import Finding, Source
from lintnews.version import __version__

#: What the file may hold, in bytes; beyond it the older half goes.
MOST = 100_000_000
#: The longest entry, in characters.
_LONGEST = 4_000_000
#: Entries, and characters of them, that wait to be written.
_WAITING, _WAITING_TEXT = 2_000, 8_000_000
#: Seconds that a run waits for another one's writing.
_PATIENCE = 2.0
#: Says what the table looks like.
_FORM = 1
#: What another run, the rights or a full disk may cause; any other error of SQLite's means that the file is spoilt.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_PROTOCOL,
    }
)  # fmt: skip


class Results:
    """The findings of earlier runs. Nothing that goes wrong with the file is the user's business."""

    def __init__(self, folder: Path, today: date | None = None) -> None:
        self._path = folder / "results.sqlite"
        self._day = (today or date.today()).toordinal()
        self._db: sqlite3.Connection | None = None
        self._new: dict[bytes, str] = {}
        self._used: set[bytes] = set()
        self._size = 0
        self._spoilt = False

    def find(self, key: bytes, source: Source) -> tuple[Finding, ...] | None:
        """The findings kept for a story, if there are any."""
        row = None
        with self._minding():
            db = self._open()
            row = db.execute("select findings, day from result where seal = ?", (key,)).fetchone() if db else None
        if row is None:
            return None
        try:
            found = plain.loads(row[0], len(source.text))
        except ValueError:
            return None
        if row[1] != self._day:
            self._used.add(key)
        return found

    def noted(self, key: bytes) -> str | None:
        """What was noted under a key."""
        row = None
        with self._minding():
            db = self._open()
            row = db.execute("select findings from result where seal = ?", (key,)).fetchone() if db else None
        return row[0] if row and isinstance(row[0], str) else None

    def note(self, key: bytes, words: str) -> None:
        """Note some words, in time."""
        self._new[key] = words

    def keep(self, key: bytes, findings: Sequence[Finding]) -> None:
        """Keep the findings of a story, in time."""
        text = plain.dumps(findings)
        if len(text) > _LONGEST:
            return
        self._new[key] = text
        self._size += len(text)
        if len(self._new) >= _WAITING or self._size >= _WAITING_TEXT:
            self.save()

    def save(self) -> None:
        """Write what waits to be written."""
        rows = [(key, self._day, text) for key, text in self._new.items()]
        used = [(self._day, key) for key in self._used]
        self._new.clear()
        self._used.clear()
        self._size = 0
        if not rows and not used:
            return
        with self._minding():
            if db := self._open(make=True):
                self._write(db, rows, used)

    def _write(self, db: sqlite3.Connection, rows: list[tuple[bytes, int, str]], used: list[tuple[int, bytes]]) -> None:
        with _writing(db):
            _shrink(db)
            db.executemany("insert or replace into result values (?, ?, ?)", rows)
            db.executemany("update result set day = ? where seal = ?", used)

    def _open(self, *, make: bool = False) -> sqlite3.Connection | None:
        """The file, open; None where there is none yet, and none is to be made, or where it was found spoilt."""
        if self._spoilt or (self._db is None and not make and not self._path.exists()):
            return None
        if self._db is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
            self._db.execute("pragma synchronous = off")
            if not _is_ours(self._db):
                with _writing(self._db):
                    _begin(self._db)
        return self._db

    @contextmanager
    def _minding(self) -> Iterator[None]:
        """Get over what goes wrong; a file that is no longer a database is thrown away."""
        try:
            yield
        except OSError:
            pass
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING:
                self._spoilt = True
                if self._db:
                    self._db.close()
                with suppress(OSError):
                    self._path.unlink()


@contextmanager
def _writing(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("rollback")
        raise


def _is_ours(db: sqlite3.Connection) -> bool:
    return bool(db.execute("pragma user_version").fetchone()[0] == _FORM)


def _begin(db: sqlite3.Connection) -> None:
    """Make the table, if no other run has made it in the meantime."""
    if not _is_ours(db):
        db.execute("drop table if exists result")
        db.execute("create table result (seal blob primary key, day integer not null, findings text not null)")
        db.execute(f"pragma user_version = {_FORM}")


def _shrink(db: sqlite3.Connection) -> None:
    """Let the half go that was not asked for the longest, where there is too much."""
    pages, free, size = (db.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size"))
    if (pages - free) * size > MOST:
        half = db.execute("select count(*) from result").fetchone()[0] // 2
        db.execute("delete from result where rowid in (select rowid from result order by day, rowid limit ?)", (half,))


def stamp(settings: object, packs: str, reviews: Sequence[str], today: date | None = None) -> bytes | None:
    """The seal of what findings hang on besides the story itself; None where that cannot be told exactly.

    That is the settings, the packs (by their key), LintNews and what it runs on, and whose review days have passed.
    """
    passed = sum(day < (today or date.today()).isoformat() for day in reviews)
    try:
        return seal.of(repr((_machine(), packs, passed, _plain(settings))).encode("utf-8", "surrogatepass"))
    except (TypeError, OSError):
        return None


def key(stamp: bytes, source: Source) -> bytes | None:
    """The seal of a story: of its text, its name's ending (which says how it is read), and the stamp."""
    ending = os.path.splitext(source.name)[1].lower()
    return seal.of(stamp, ending.encode("utf-8", "surrogatepass"), source.text.encode("utf-8", "surrogatepass"))


@cache
def _machine() -> tuple[Any, ...]:
    """The version of everything at work: our own files by their time, others' by that of the folder they were installed to."""
    own = sorted(_times(os.path.dirname(__file__)))
    core = lazily.core_file()
    return __version__, own, *core, os.stat(os.path.dirname(os.path.dirname(core[0]))).st_mtime_ns, sys.version_info[:3]


def _times(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _times(entry.path) if entry.name not in ("__pycache__", "rules") else ()
        elif entry.name.endswith(".py"):
            known = entry.stat()
            yield entry.path, known.st_mtime_ns, known.st_size


def _plain(value: Any) -> Any:
    """A value as `repr` tells it exactly; raises TypeError for one whose `repr` says less than all."""
    if value is None or (isinstance(value, (str, int, float, bytes, date, Path)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return type(value).__name__, value.value
    if isinstance(value, Mapping):
        return [(_plain(name), _plain(inner)) for name, inner in value.items()]
    if isinstance(value, (tuple, list)):
        return list(map(_plain, value))
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, map(_plain, value)))
    if record.known(type(value)):
        return type(value).__name__, [(name, _plain(getattr(value, name))) for name in record.compared(type(value))]
    raise TypeError(type(value).__name__)
