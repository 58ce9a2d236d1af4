"""Rule folders in, their compiled packs out: parsed once, kept in the user's cache folder, opened in milliseconds.

What is kept is JSON and SQLite: reading it runs no code. Files are written whole or not at all, so two runs may share
the folder; the newest few sets are kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import adler32, crc32

from lintnews import folders, lazily, places, rule_values
from lintnews.fact_tables import save
from lintnews.facts import FactBase
from lintnews.model import LintNewsError
from lintnews.record import record
from lintnews.rule import Rule
from lintnews.version import __version__

#: How many compiled sets are kept.
KEEP = 6
#: The modules on which the form of what is kept depends.
_MAKERS = tuple(f"{name}.py" for name in "cache fact_tables facts gist literals needs packs pieces rule rule_values".split())


@record
class Compiled:
    """Rules and facts ready for use, and the faults found when their files were read.

    `reviews` are the days after which some fact is stale. `key` changes with any of the files; without a cache there is none.
    """

    rules: tuple[Rule, ...]
    facts: FactBase
    faults: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()
    key: str = ""


def folder() -> Path:
    """The cache folder: `LINTNEWS_CACHE`, or where the system keeps a user's caches."""
    if named := os.environ.get("LINTNEWS_CACHE"):
        return Path(named)
    return places.cache()


def compiled(homes: Sequence[Path], *, use_cache: bool = True) -> Compiled:
    """The packs in these folders, from the cache where it has them; raises LintNewsError when a folder is not there."""
    for home in homes:
        if not home.is_dir():
            raise LintNewsError(f"{home}: there is no such folder of rules; mend its path")
    if not use_cache:
        return _read(homes)
    home = folder()
    lazily.keep_in(home)
    key = _key(homes)
    rules, facts = home / f"{key}.json", home / f"{key}.sqlite"
    try:
        kept = json.loads(rules.read_bytes())
        made = tuple(map(rule_values.made, kept["rules"])), FactBase.open(facts), tuple(kept["faults"]), tuple(kept["reviews"])
        return Compiled(*made, key)
    except (OSError, ValueError, KeyError, TypeError, sqlite3.Error):
        return _write(homes, rules, facts, key)


def _read(homes: Sequence[Path]) -> Compiled:
    from lintnews import packs

    pack = packs.load(homes)
    return Compiled(pack.rules, FactBase.of(pack.facts, pack.lists), pack.faults)


def _write(homes: Sequence[Path], rules: Path, facts: Path, key: str) -> Compiled:
    from lintnews import packs

    pack = packs.load(homes)
    reviews = tuple(sorted({fact.review for fact in pack.facts if fact.review}))
    try:
        save(facts, pack.facts, pack.lists)
        text = json.dumps({"rules": [rule_values.plain(rule) for rule in pack.rules], "faults": pack.faults, "reviews": reviews})
        lazily.forget()
        draft = rules.with_name(f".{rules.name}.{os.getpid()}.{threading.get_ident()}")
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, rules)
        _drop_old(rules.parent)
        base = FactBase.open(facts)
    except (OSError, sqlite3.Error):
        base = FactBase.of(pack.facts, pack.lists)
    return Compiled(pack.rules, base, pack.faults, reviews, key)


def _drop_old(home: Path) -> None:
    sets = sorted(home.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in sets[KEEP:]:
        old.unlink(missing_ok=True)
        old.with_suffix(".sqlite").unlink(missing_ok=True)


def _key(homes: Iterable[Path]) -> str:
    """A key that changes with the version, our own code, and any file of the packs: its path, size or times of change."""
    here = os.path.dirname(__file__)
    makers = [os.stat(os.path.join(here, name)).st_mtime_ns for name in _MAKERS]
    listed = [(file.path, file.fault, *_times(file.known)) for home in homes for file in folders.files(str(home), ".yml", ".txt", ".py")]
    text = repr((__version__, makers, listed)).encode("utf-8", "surrogatepass")
    return f"{crc32(text):08x}{adler32(text):08x}{len(text):x}"


def _times(known: os.stat_result | None) -> tuple[int, ...]:
    return (known.st_size, known.st_mtime_ns, known.st_ctime_ns) if known else ()
