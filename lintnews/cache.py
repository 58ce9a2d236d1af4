"""Rule folders in, their compiled packs out: parsed once, kept in the user's cache folder, opened in milliseconds.

What is kept is JSON and SQLite: reading it runs no code. Files are written whole or not at all, so two runs may share
the folder; the newest few sets are kept.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import adler32, crc32

from lintnews import folders, lazily, places
from lintnews.model import LintNewsError
from lintnews.record import record
from lintnews.version import __version__

if TYPE_CHECKING:
    from lintnews.facts import FactBase
    from lintnews.packs import Pack
    from lintnews.rule import Rule

#: How many compiled sets are kept.
KEEP = 8
#: The modules on which the form of what is kept depends.
_MAKERS = (
    *(f"{name}.py" for name in "cache fact_tables facts literals needs packs pieces rule rule_values".split()),
    *(os.path.join("gist", name) for name in ("__init__.py", "figures.py", "synonyms.py", "synonyms.txt")),
)


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


def keys_of(homes: Sequence[Path]) -> tuple[str, ...]:
    """A key for each folder, which changes with LintNews and any file of its packs; raises LintNewsError when a folder is not there."""
    _look(homes)
    return tuple(map(_key, homes))


def _look(homes: Sequence[Path]) -> None:
    for home in homes:
        if not home.is_dir():
            raise LintNewsError(f"{home}: there is no such folder of rules; mend its path")


def compiled(homes: Sequence[Path], *, use_cache: bool = True, keys: Sequence[str] | None = None) -> Compiled:
    """The packs in these folders, from the cache where it has them; raises LintNewsError when a folder is not there.

    `keys` are those of the folders, where they are known. Each folder is a set by itself: a change to a desk's own rules leaves the
    shipped ones as they are compiled.
    """
    if not use_cache:
        _look(homes)
        return _read(homes)
    known = keys_of(homes) if keys is None else keys
    lazily.keep_in(folder())
    sets = [_kept(home, key) or _made(home, key) for home, key in zip(homes, known, strict=True)]
    rules, faults = _joined(sets)
    reviews = tuple(sorted({day for one in sets for day in one.reviews}))
    made = Compiled(rules, _facts([one for one in sets if one.tells] or sets[:1]), faults, reviews, _name([one.key for one in sets]))
    if any(one.pack for one in sets):
        _drop_old({one.key for one in sets} | {made.key})
    return made


def _read(homes: Sequence[Path]) -> Compiled:
    from lintnews import packs
    from lintnews.facts import FactBase

    pack = packs.load(homes)
    return Compiled(pack.rules, FactBase.of(pack.facts, pack.lists), pack.faults)


@record
class _Set:
    """One folder's rules; `tells`: whether it has facts or lists too. `pack` is there where its files were read just now."""

    home: Path
    key: str
    rules: tuple[Rule, ...]
    faults: tuple[str, ...]
    reviews: tuple[str, ...]
    tells: bool
    pack: Pack | None = None


def _kept(home: Path, key: str) -> _Set | None:
    from lintnews import rule_values

    try:
        rules, kept = rule_values.read((folder() / f"{key}.json").read_bytes())
        return _Set(home, key, rules, tuple(kept["faults"]), tuple(kept["reviews"]), bool(kept["tells"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _made(home: Path, key: str) -> _Set:
    from lintnews import packs, rule_values

    pack = packs.load([home])
    tells = bool(pack.facts or pack.lists)
    reviews = tuple(sorted({fact.review for fact in pack.facts if fact.review}))
    text = rule_values.written(pack.rules, {"faults": pack.faults, "reviews": reviews, "tells": tells})
    lazily.forget()
    with suppress(OSError):
        _save(folder() / f"{key}.json", text)
    return _Set(home, key, pack.rules, pack.faults, reviews, tells, pack)


def _joined(sets: Sequence[_Set]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """All rules and all faults; the first folder that has a rule's id keeps it."""
    from lintnews.rule import twice

    rules: dict[str, Rule] = {}
    faults = [fault for one in sets for fault in one.faults]
    for new in (rule for one in sets for rule in one.rules):
        if rules.setdefault(new.id, new) is not new:
            faults.append(twice(new, rules[new.id]))
    return tuple(rules.values()), tuple(faults)


def _facts(sets: Sequence[_Set]) -> FactBase:
    """The facts and lists of some sets, as one base."""
    from lintnews.fact_tables import save
    from lintnews.facts import FactBase

    path = folder() / f"{_name([one.key for one in sets])}.sqlite"
    with suppress(OSError, sqlite3.Error):
        return FactBase.open(path)
    from lintnews import packs

    pack = sets[0].pack if len(sets) == 1 and sets[0].pack else packs.load([one.home for one in sets], rules=False)
    try:
        save(path, pack.facts, pack.lists)
        return FactBase.open(path)
    except (OSError, sqlite3.Error):
        return FactBase.of(pack.facts, pack.lists)


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


def _drop_old(used: set[str]) -> None:
    """Leave the newest of each form, and what is in use."""
    for suffix in (".json", ".sqlite"):
        with suppress(OSError):
            files = sorted(folder().glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in files[KEEP:]:
                if old.stem not in used:
                    old.unlink(missing_ok=True)


def _name(keys: Sequence[str]) -> str:
    return keys[0] if len(keys) == 1 else _hash(repr(keys))


def _key(home: Path) -> str:
    """A key that changes with the version, our own code, and any file of the packs: its path, size or times of change."""
    here = os.path.dirname(__file__)
    makers = [os.stat(os.path.join(here, name)).st_mtime_ns for name in _MAKERS]
    listed = [(file.path, file.fault, *_times(file.known)) for file in folders.files(str(home), ".yml", ".txt", ".py")]
    return _hash(repr((__version__, makers, listed)))


def _hash(words: str) -> str:
    text = words.encode("utf-8", "surrogatepass")
    return f"{crc32(text):08x}{adler32(text):08x}{len(text):x}"


def _times(known: os.stat_result | None) -> tuple[int, ...]:
    return (known.st_size, known.st_mtime_ns, known.st_ctime_ns) if known else ()
