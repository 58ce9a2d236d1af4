"""Paths in, a report now and another whenever a story, a rule or the configuration changes, until it is interrupted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

from lintnews import files
from lintnews.cli import check, screen
from lintnews.cli.options import Values
from lintnews.config import Configs
from lintnews.model import LintNewsError

#: Seconds between two looks, and how many times longer than the look itself takes.
_EVERY, _REST = 0.3, 20

_State = dict[str, tuple[int, int]]


def run(values: Values) -> int:
    """Check, wait for a change, check again; only an interruption ends it. Raises LintNewsError for the standard input."""
    if "-" in (values["paths"] or ()):
        raise LintNewsError("--watch: the standard input does not change; name files or folders")
    while True:
        if sys.stdout.isatty():
            sys.stdout.write("\x1b[2J\x1b[H")
        before = _state(values)
        try:
            check.once(values)
        except LintNewsError as error:
            screen.tell(str(error))
        sys.stdout.flush()
        screen.tell(f"lintnews: watching {len(before):,} files; Ctrl-C ends it")
        _wait(values, _state(values) if values["fix"] or values["unsafe_fixes"] else before)


def _wait(values: Values, before: _State) -> None:
    """Return when something is otherwise than before."""
    took = 0.0
    while True:
        time.sleep(max(_EVERY, _REST * took))
        start = time.monotonic()
        now = _state(values)
        took = time.monotonic() - start
        if now != before:
            return


def _state(values: Values) -> _State:
    """What the files look like from outside: their time and size."""
    out: _State = {}
    for path in _files(values):
        try:
            known = os.stat(path)
        except OSError:
            continue
        out[path] = known.st_mtime_ns, known.st_size
    return out


def _files(values: Values) -> Iterator[str]:
    """The stories, the configurations that hold for them, and the rules of one's own."""
    try:
        configs = Configs(check.flags(values), values["config"] or "")
    except LintNewsError:  # the run tells it
        configs = Configs({})
    if values["config"]:
        yield values["config"]
    folders = set[str]()
    for found in files.find(values["paths"] or (".",), configs.taker):
        if isinstance(found, str):
            folders.add(os.path.dirname(os.path.abspath(found)))
            yield found
    yield from _rules(configs, folders)


def _rules(configs: Configs, folders: set[str]) -> Iterator[str]:
    homes = set[str]()
    for folder in folders:
        for above in (folder, *map(str, _above(folder))):
            yield os.path.join(above, "lintnews.yaml")
        try:
            settings = configs.settings(os.path.join(folder, "story.txt"))
        except LintNewsError:
            continue
        homes |= set(map(str, settings.rules)) if settings else set()
    for home in homes:
        for inside, _, names in os.walk(home):
            yield from (os.path.join(inside, name) for name in names)


def _above(folder: str) -> Iterator[str]:
    while (above := os.path.dirname(folder)) != folder:
        yield above
        folder = above
