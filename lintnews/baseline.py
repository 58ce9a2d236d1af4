"""A file of findings that are known in, findings minus those out; the file is written, and shrunk when a finding has gone.

A finding is known by its rule, its words and the words around it (`fingerprint`), not by its line: what is written above or
beside it does not matter. An entry stands for one finding, so that the same slip made once more is told.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lintnews import fingerprint
from lintnews.fingerprint import Print
from lintnews.model import Finding, LintNewsError, Report, Source

NAME = "lintnews-baseline.json"
_FORM = 1
_ABOUT = "Findings that are known and not told; written by `lintnews check --write-baseline`, shrunk with --shrink-baseline."

Entries = Mapping[str, tuple[Print, ...]]


class Baseline:
    """The known findings of the stories below one folder, and which of them are still there."""

    def __init__(self, entries: Entries, folder: str) -> None:
        self._entries, self._folder = entries, folder
        self._kept: dict[str, tuple[Print, ...]] = {}
        self._orphans = [print_ for path, prints in entries.items() if not os.path.exists(os.path.join(folder, path)) for print_ in prints]

    def new(self, source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of a story that are not known. A story that was moved is known by its words."""
        path, found = self.path(source.name), list(findings)
        prints = [fingerprint.of(source, finding) for finding in found]
        entries = self._entries.get(path, ())
        known = _paired(prints, entries)
        self._kept[path] = tuple(entries[entry] for entry in known.values())
        moved = _same(prints, self._orphans) if path not in self._entries and self._orphans else {}
        self._kept[path] += tuple(self._orphans[entry] for entry in moved.values())
        return tuple(finding for i, finding in enumerate(found) if i not in known and i not in moved)

    @property
    def gone(self) -> int:
        """How many entries of the stories that were checked, or are no longer there, stand for nothing any more."""
        return sum(map(len, self._entries.values())) - sum(map(len, self.shrunk().values()))

    def shrunk(self) -> dict[str, tuple[Print, ...]]:
        """The entries less those that are gone; of a story that was not checked, all."""
        rest = {path: prints for path, prints in self._entries.items() if os.path.exists(os.path.join(self._folder, path))}
        return {path: prints for path, prints in sorted({**rest, **self._kept}.items()) if prints}

    def path(self, name: str) -> str:
        """The name of a story in the file: its path from the file's folder, with forward slashes."""
        return os.path.relpath(os.path.abspath(name), self._folder).replace(os.sep, "/")


def of(reports: Iterable[Report], folder: str) -> dict[str, tuple[Print, ...]]:
    """The entries for all findings of some reports, for a file in a folder."""
    out: defaultdict[str, tuple[Print, ...]] = defaultdict(tuple)
    home = Baseline({}, folder)
    for report in reports:
        out[home.path(report.source.name)] += tuple(fingerprint.of(report.source, finding) for finding in report.findings)
    return {path: prints for path, prints in sorted(out.items()) if prints}


def dumps(entries: Entries) -> str:
    """The text of a baseline, an entry a line, so that a difference can be read."""
    stories = ",\n".join(
        f" {json.dumps(path, ensure_ascii=False)}: [\n"
        + ",\n".join("  " + json.dumps(print_._asdict(), ensure_ascii=False) for print_ in prints)
        + "\n ]"
        for path, prints in entries.items()
    )
    return f'{{"about": {json.dumps(_ABOUT)}, "version": {_FORM}, "findings": {{\n{stories}\n}}}}\n'


def read(path: str) -> Baseline:
    """A baseline from its file; raises LintNewsError when it is not there or not one."""
    try:
        with open(path, encoding="utf-8") as file:
            value = json.load(file)
    except OSError as error:
        raise LintNewsError(f"--baseline: {path} cannot be read: {error.strerror}; write one with --write-baseline") from None
    except (ValueError, RecursionError) as error:
        place = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise LintNewsError(f"{path}{place}: not a baseline: no valid JSON; write it anew with --write-baseline") from None
    return Baseline(_entries(value, path), os.path.dirname(os.path.abspath(path)))


def _entries(value: Any, path: str) -> Entries:
    if not isinstance(value, dict) or value.get("version") != _FORM:
        raise LintNewsError(f"{path}: not a baseline of this version; write it anew with --write-baseline")
    try:
        return {
            str(name): tuple(Print(*(_text(each[key]) for key in Print._fields)) for each in prints)
            for name, prints in value["findings"].items()
        }
    except (KeyError, TypeError, AttributeError):
        raise LintNewsError(f"{path}: not a baseline: an entry lacks one of {', '.join(Print._fields)}; write it anew") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


#: How alike two prints must be, the most first.
_LIKENESS: tuple[Callable[[Print], Print], ...] = (
    lambda print_: print_,
    lambda print_: print_._replace(after=""),
    lambda print_: print_._replace(before=""),
    lambda print_: print_._replace(before=_last(print_.before), after=_first(print_.after)),
    lambda print_: print_._replace(before="", after=""),
)


def _first(words: str) -> str:
    return words.partition(" ")[0]


def _last(words: str) -> str:
    return words.rpartition(" ")[2]


def _paired(prints: list[Print], entries: tuple[Print, ...]) -> dict[int, int]:
    """For each finding that is known, its entry: those most alike first, no entry twice."""
    pairs: dict[int, int] = {}
    for like in _LIKENESS:
        left = [i for i in range(len(prints)) if i not in pairs]
        free = [i for i in range(len(entries)) if i not in pairs.values()]
        pairs |= _matched([(i, like(prints[i])) for i in left], [(i, like(entries[i])) for i in free])
    return pairs


def _same(prints: list[Print], entries: list[Print]) -> dict[int, int]:
    return _matched(list(enumerate(prints)), list(enumerate(entries)))


def _matched(found: list[tuple[int, Print]], known: list[tuple[int, Print]]) -> dict[int, int]:
    free: defaultdict[Print, list[int]] = defaultdict(list)
    for i, print_ in reversed(known):
        free[print_].append(i)
    return {i: free[print_].pop() for i, print_ in found if free[print_]}
