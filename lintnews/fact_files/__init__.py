"""Fact files in, their rows with file and line out; and one record more at the end of a file, the rest left as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import regex

from lintnews import atomic, packs, written, yaml_file
from lintnews.config_file import shown
from lintnews.model import Fact, LintNewsError
from lintnews.packs import Row
from lintnews.record import record

_DASH = regex.compile(r"^( *)-(?: |$)")
_EMPTY_LIST = regex.compile(r"^facts:[ ]*\[[ ]*\]", regex.MULTILINE)
#: Texts that mean themselves in YAML without quotation marks.
_PLAIN = regex.compile(r"[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’()/&+_-]*[\p{L}\p{M}\p{N}.)’'])?")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def find(place: Path) -> list[Path]:
    """The fact files of a place: a file, a pack's folder or its `facts`, or a folder of packs; raises LintNewsError when there is none."""
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise LintNewsError(f"{place}: there is no such file or folder; name a fact file or a folder of packs")
    own = place if place.resolve().name == "facts" else place / "facts"
    found = sorted(own.rglob("*.yml")) if own.is_dir() else of_packs(place)
    if not found:
        raise LintNewsError(f"{place}: no fact files here; they stand in PACK/facts/NAME.yml")
    return found


def of_packs(folder: Path) -> list[Path]:
    """The fact files of a folder of packs."""
    return [path for path in packs.files(folder) if path.suffix == ".yml" and path.relative_to(folder).parts[1] == "facts"]


def read(paths: Iterable[Path]) -> tuple[list[Row], list[str]]:
    """The rows of these files, and what is faulty in them, a line each."""
    rows: list[Row] = []
    faults: list[str] = []
    for path in paths:
        try:
            rows.extend(packs.rows(text(path), shown(str(path))))
        except LintNewsError as error:
            faults += str(error).splitlines()
    return rows, faults


def text(path: Path) -> str:
    """The text of a fact file, line endings as they are; raises LintNewsError when it cannot be read."""
    return written.text(path, shown(str(path)))


def places(facts: Iterable[Fact], folders: Iterable[Path]) -> Mapping[Fact, Row]:
    """Where facts stand, by reading anew those files alone that hold their subjects."""
    wanted = set(facts)
    subjects = {_longest_word(fact.subject) for fact in wanted}
    found: dict[Fact, Row] = {}
    for path in (path for folder in folders for path in of_packs(folder)):
        whole = text(path)
        if wanted - found.keys() and any(word in whole for word in subjects):
            found |= {row.fact: row for row in read([path])[0] if row.fact in wanted and row.fact not in found}
    return found


def _longest_word(name: str) -> str:
    words: list[str] = regex.findall(r"[\p{L}\p{N}]+", name)
    return max(words or [name], key=len)


@record
class Draft:
    """A fact file with a record more, not yet written: its path, its rows, the new one last, its text before and after."""

    path: Path
    rows: tuple[Row, ...]
    before: str
    after: str

    @property
    def row(self) -> Row:
        return self.rows[-1]

    def write(self) -> None:
        """Write the file whole or not at all, with the rights that it had; raises LintNewsError."""
        if self.path.exists():
            atomic.replace(str(self.path), self.before, self.after)
            return
        try:
            with self.path.open("x", encoding="utf-8", newline="") as file:
                file.write(self.after)
        except OSError as error:
            raise LintNewsError(f"{shown(str(self.path))}: cannot be written: {error.strerror}") from None


def added(path: Path, values: Mapping[str, Any]) -> Draft:
    """A fact file with a record more at the end of its list; one that is not there is begun.

    What the file's defaults say already is left out of the record. Raises LintNewsError when the record is faulty, or
    when the file is built so that nothing can be added without disturbing the rest.
    """
    name = shown(str(path))
    before = text(path) if path.exists() else ""
    begun = before if before.strip() else "facts:\n"
    loaded = yaml_file.load(begun, name)
    top = loaded.value if isinstance(loaded.value, dict) else {}
    old = [row.fact for row in packs.rows(begun, name)] if top.get("facts") else []
    record = {key: value for key, value in values.items() if str(top.get(key, "")) != str(value)}
    new = _with(begun, loaded, _written(record))
    try:
        rows = tuple(packs.rows(new, name))
    except LintNewsError as error:
        raise LintNewsError(f"{error}; nothing was written") from None
    if [row.fact for row in rows[:-1]] != old or len(rows) != len(old) + 1:
        raise LintNewsError(f"{name}: nothing can be added here without disturbing the rest; add by hand: - {_written(record)}")
    return Draft(path, rows, before, new)


def _with(whole: str, loaded: yaml_file.Loaded, record: str) -> str:
    """The text of the file with a record more, under the last one, indented like it."""
    end = "\r\n" if "\r\n" in whole else "\n"
    whole = _EMPTY_LIST.sub("facts:", whole, count=1)
    lines = whole.splitlines(keepends=True)
    last = _last_line(lines, loaded)
    if not lines[last].endswith(("\n", "\r")):
        lines[last] += end
    lines.insert(last + 1, f"{_indent(lines, loaded)}- {record}{end}")
    return "".join(lines)


def _last_line(lines: list[str], loaded: yaml_file.Loaded) -> int:
    """The index of the last line of the list of records; blank lines and remarks below it stay below."""
    start = loaded.line("facts")
    after = [line for path, line in loaded.lines.items() if len(path) == 1 and line > start]
    last = min(after, default=len(lines) + 1) - 2
    while last > start - 1 and (not (line := lines[last].strip()) or line.startswith("#") or line in ("...", "---")):
        last -= 1
    return last


def _indent(lines: list[str], loaded: yaml_file.Loaded) -> str:
    """The blanks before the dashes of the list: as before its first record, or two."""
    at = loaded.line("facts", 0) - 1
    dashes = (match for i in (at, at - 1) if (match := _DASH.match(lines[i])))
    found = next(dashes, None)
    return found[1] if found else "  "


def _written(record: Mapping[str, Any]) -> str:
    """A record on one line of YAML."""
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in record.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    words = str(value)
    return words if _PLAIN.fullmatch(words) and words.lower() not in _NOT_PLAIN else json.dumps(words, ensure_ascii=False)
