"""`lintnews archive index|check|dependants`: earlier stories in, an index of what they say, and where stories disagree with it, out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews import files, readers
from lintnews.archive import extract
from lintnews.archive.dependants import dependants as said_in
from lintnews.archive.store import Index, Store, called
from lintnews.cli import options, screen
from lintnews.cli.options import CHECK, Values
from lintnews.config import Configs, Settings
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import LintNewsError
from lintnews.reporters import Style
from lintnews.reporters._tally import count

if TYPE_CHECKING:
    from lintnews.archive.nouns import Entry

#: The index where nobody names another.
DEFAULT = "lintnews-archive.db"
#: Stories that go into the index together, and that one process reads at a time; fewer than `_PAYS` are read by this one.
_TOGETHER, _AT_ONCE, _PAYS = 400, 50, 200
_Read = tuple[list[tuple[str, str, "Entry"]], list[str]]


def place(values: Values) -> Path:
    """The index that is meant: named, or of lintnews.yaml, or the one of this folder."""
    return Path(values["index"]) if values["index"] else Configs({}, values["config"] or "", styles=False).here().archive or Path(DEFAULT)


def index(values: Values) -> int:
    """Bring the index up to date with the files of the paths; 2 when one could not be read: the others are in."""
    path, found, faults = place(values), [], []
    for each in files.find(values["paths"] or (".",)):
        if isinstance(each, LintNewsError):
            faults.append(str(each))
        elif os.path.realpath(each) != os.path.realpath(path):
            found.append(each)
    with Store(path) as store:
        known = store.stamps()
        names = {each: called(each, path) for each in found}
        stamps = {each: _stamp(each) for each in found}
        changed = [each for each in found if known.get(names[each]) != stamps[each]]
        there = {*names.values()}
        gone = [name for name in known if _is_gone(name.partition("#")[0], path, values["paths"] or (".",)) and name not in there]
        for rows, wrong in _read(changed, options.jobs(values["jobs"]), values):
            store.drop_parts(names[each] for each in {each for each, _, _ in rows})
            store.add((names[each] + part, stamps[each], entry) for each, part, entry in rows)
            faults += wrong
        store.drop(gone)
        store.tidy()
        size = store.size()
    for fault in faults:
        screen.tell(fault)
    screen.tell(f"{path}: {count(size, 'story')}, {len(changed) - len(faults)} new or changed, {len(gone)} gone")
    return 2 if faults else 0


def _stamp(path: str) -> str:
    try:
        known = os.stat(path)
    except OSError:
        return ""
    return f"{known.st_mtime_ns}:{known.st_size}"


def _is_gone(name: str, index: Path, roots: Sequence[str]) -> bool:
    """Whether a story of the index lies below one of the paths that were asked for, and its file is no more."""
    full = os.path.normpath(os.path.join(index.parent.resolve(), name))
    return not os.path.exists(full) and any(full.startswith(os.path.join(os.path.realpath(root), "")) for root in roots)


def _read(paths: Sequence[str], jobs: int, values: Values) -> Iterator[_Read]:
    """The entries of files, some hundreds at a time, by as many processes as there are cores when that pays."""
    from lintnews.cli.crew import cores

    many = jobs or cores()
    config, cached = values["config"] or "", not values["no_cache"]
    if many < 2 or len(paths) < _PAYS:
        yield from (_entries(some, config, cached) for some in _batched(paths, _TOGETHER))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as pool:
        for some in _batched(paths, _TOGETHER * many):
            parts = list(_batched(some, _AT_ONCE))
            yield from pool.map(_entries, parts, [config] * len(parts), [cached] * len(parts))


def _batched(paths: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    rest = iter(paths)
    while some := tuple(islice(rest, size)):
        yield some


def _entries(paths: Iterable[str], config: str, cached: bool) -> _Read:
    """The entries of some files, one for each story in it, and what is wrong with the others."""
    facts = _linter(config, cached).packs.facts
    configs, rows, wrong = Configs({}, config, styles=False), [], []
    for path in paths:
        try:
            settings = configs.settings(path)
            if settings:
                for i, document in enumerate(readers.stories(files.read(path), settings.json)):
                    rows.append((path, f"#{i + 1}" if i else "", extract.entry(Story(document, facts, settings.day))))
        except LintNewsError as error:
            wrong.append(str(error))
    return rows, wrong


_LINTERS: dict[tuple[str, bool], Linter] = {}


def _linter(config: str, cached: bool) -> Linter:
    """A linter whose facts tell people and posts, one a process."""
    if (config, cached) not in _LINTERS:
        _LINTERS[config, cached] = Linter(Settings(rules=Configs({}, config, styles=False).here().rules, cache=cached))
    return _LINTERS[config, cached]


def check(values: Values) -> int:
    """Hold stories against the index: `lintnews check --archive` with the rules of the pack `archive` alone."""
    from lintnews.cli import check as whole

    given = {option.name: values.get(option.name, option.default) for option in CHECK}
    return whole.run({**given, "paths": values["paths"], "archive": str(place(values)), "select": ("archive",)})


def dependants(values: Values) -> int:
    """List the stories that say something, each with the passage; 1 when there are any."""
    words = " ".join(values["words"] or ()).strip()
    if not words:
        raise LintNewsError("archive dependants: name what was said, such as a name or a quotation")
    form = options.choice("format", values["format"] or "text", ("text", "json"))
    found, page = list(said_in(words, Index.open(place(values)))), screen.page(raw=form == "json")
    if form == "json":
        rows = [{"path": each.story.path, "day": each.story.day, "words": each.words, "passage": each.passage} for each in found]
        page.put(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return int(bool(found))
    for each in found:
        day = f"  {each.story.day}" if each.story.day else ""
        page.put(f"{page.paint(each.story.path, Style.BOLD)}{day}\n  {' '.join(each.passage.split())}\n")
    page.put(f"{count(len(found), 'story')} {'says' if len(found) == 1 else 'say'} “{words}”\n")
    return int(bool(found))
