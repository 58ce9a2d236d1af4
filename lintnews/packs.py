"""Folders of YAML in, rules, facts and word lists out, strictly checked: every fault is one line with file, line and remedy.

A pack is a folder of rules; `pack.rule` is a rule's id. `<pack>/facts/*.yml` holds its facts, `<pack>/lists/*.txt` its
word lists, one word a line.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lintnews import folders, rule_file, written, yaml_file
from lintnews.model import Fact, LintNewsError, did_you_mean
from lintnews.record import record
from lintnews.rule import Rule, twice

#: What a fact may say of its subject; see docs/facts.md.
RELATIONS = (
    "born",
    "capital",
    "claim",
    "demonym",
    "happened",
    "head",
    "holders",
    "holds",
    "link",
    "named",
    "party",
    "post",
    "rank",
    "read-only",
    "represents",
    "retracted",
    "site",
)
_FACT_KEYS = {field.name for field in dataclasses.fields(Fact)}
_NOT_PACKS = frozenset({"profiles"})


@record
class Pack:
    """What the folders hold, and the faults found on the way; what is sound is loaded all the same."""

    rules: tuple[Rule, ...] = ()
    facts: tuple[Fact, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    faults: tuple[str, ...] = ()


def load(homes: Iterable[Path], below: Path | None = None, *, rules: bool = True) -> Pack:
    """Load every pack in every folder, or only what is `below`, or all but the rules. The first folder holding a rule's id keeps it."""
    loading = _Loading(rules)
    for folder in homes:
        for file in found(folder, below):
            loading.take(folder, file)
    return Pack(tuple(loading.rules.values()), tuple(loading.facts), loading.lists, tuple(loading.faults))


def files(folder: Path, below: Path | None = None) -> list[Path]:
    """The files of the packs in a folder that can be read, in a fixed order."""
    return [Path(file.path) for file in found(folder, below) if not file.fault]


def found(folder: Path, below: Path | None = None) -> list[folders.File]:
    """The files of the packs in a folder, in a fixed order; raises LintNewsError for what is no folder of packs."""
    if below and not below.is_dir():
        return []
    every = folders.files(str(folder), ".yml", ".txt", below=str(below or ""))
    return [file for file in every if _is_pack((*Path(file.path).relative_to(folder).parts, *([""] if file.known is None else ())))]


def _is_pack(parts: tuple[str, ...]) -> bool:
    return len(parts) > 1 and parts[0] not in _NOT_PACKS and not any(part.startswith((".", "_")) for part in parts)


class _Loading:
    def __init__(self, rules: bool) -> None:
        self._wants_rules = rules
        self.rules: dict[str, Rule] = {}
        self.facts: list[Fact] = []
        self.lists: dict[str, tuple[str, ...]] = {}
        self.faults: list[str] = []

    def take(self, folder: Path, file: folders.File) -> None:
        path = Path(file.path)
        inside = path.relative_to(folder)
        if file.fault:
            self.faults.append(f"{path}: {file.fault}")
            return
        try:
            text = written.text(file.path)
            if inside.parts[1] == "lists":
                if path.suffix == ".txt":
                    self.lists[path.stem] = tuple(filter(None, text.splitlines()))
            elif path.suffix != ".yml":
                return
            elif inside.parts[1] == "facts":
                self.facts += facts(text, str(path))
            elif self._wants_rules:
                self._add(rule_file.read(text, str(path), ".".join((*inside.parts[:-1], path.stem))))
        except LintNewsError as error:
            self.faults += str(error).splitlines()

    def _add(self, new: Rule) -> None:
        if old := self.rules.get(new.id):
            raise LintNewsError(twice(new, old))
        self.rules[new.id] = new


class Row(NamedTuple):
    """A fact and the file and line on which it stands."""

    fact: Fact
    file: str
    line: int


def facts(text: str, name: str) -> Iterator[Fact]:
    """The facts of one file; keys at the top are defaults for every record."""
    return (row.fact for row in rows(text, name))


def rows(text: str, name: str) -> Iterator[Row]:
    """The facts of one file with their lines; raises LintNewsError for the faulty ones when the sound ones have been given."""
    loaded = yaml_file.load(text, name)
    top = loaded.value
    if not isinstance(top, dict) or not isinstance(top.get("facts"), list):
        raise LintNewsError(f"{name}:1: a fact file holds a list `facts:` of records")
    defaults = {key: value for key, value in top.items() if key != "facts"}
    faults = []
    for i, values in enumerate(top["facts"]):
        line = loaded.line("facts", i)
        try:
            yield Row(_fact(defaults, values), name, line)
        except LintNewsError as error:
            faults.append(f"{name}:{line}: {error}")
    if faults:
        raise LintNewsError("\n".join(faults))


def _fact(defaults: Mapping[str, Any], record: Any) -> Fact:
    if not isinstance(record, dict):
        raise LintNewsError("a fact is `{subject: …, value: …}`")
    values = {**defaults, **record}
    for key in values:
        if key not in _FACT_KEYS:
            raise LintNewsError(f"unknown key `{key}` in a fact{did_you_mean(key, _FACT_KEYS)}")
    for key in ("subject", "relation", "value", "source", "as_of"):
        if not values.get(key):
            raise LintNewsError(f"a fact needs `{key}`, its own or the file's")
    if values["relation"] not in RELATIONS:
        raise LintNewsError(f"unknown relation `{values['relation']}`{did_you_mean(str(values['relation']), RELATIONS)}")
    aliases = values.pop("aliases", None) or []
    if not isinstance(aliases, list):
        raise LintNewsError("`aliases` must be a list")
    texts = {key: str(value) for key, value in values.items() if value is not None}
    for key in ("since", "until", "as_of", "review"):
        if not is_day(texts.get(key, "")):
            raise LintNewsError(f"`{key}` must be a day, a month or a year, such as 2024-06-30, 2024-06 or 2024, not `{texts[key]}`")
    if texts["relation"] == "born" and not is_whole_day(texts["value"]):
        raise LintNewsError(f"the value of `born` must be a day in full, such as 1963-12-30, not `{texts['value']}`")
    since, until = texts.get("since", ""), texts.get("until", "")
    known = min(len(since), len(until))
    if since[:known] > until[:known]:
        raise LintNewsError(f"`until` {until} is before `since` {since}")
    return Fact(**texts, aliases=tuple(map(str, aliases)))


def is_whole_day(text: str) -> bool:
    """Whether a text is a day in full: `2019-10-01`."""
    return len(text) == 10 and is_day(text)


def is_day(text: str) -> bool:
    """Whether a text is empty, or a day as coarse as it is known: `2019`, `2019-10`, `2019-10-01`."""
    try:
        return not text or (len(text) in (4, 7, 10) and bool(date.fromisoformat((text + "-01-01")[:10])))
    except ValueError:
        return False
