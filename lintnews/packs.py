"""Folders of YAML in, rules, facts and word lists out, strictly checked: every fault is one line with file, line and remedy.

A pack is a folder of rules; `pack.rule` is a rule's id. `<pack>/facts/*.yml` holds its facts, `<pack>/lists/*.txt` its
word lists, one word a line.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from lintnews import checks, examples, options, yaml_file
from lintnews.model import COPY, PROSE, Fact, LintNewsError, OptionError, Part, Severity, did_you_mean
from lintnews.rule import Example, Quotes, Rule

_GROUPS = {"copy": COPY, "prose": PROSE, "all": tuple(Part)}
_RULE_KEYS = {
    "extends", "message", "level", "why", "link", "source", "owner", "scope", "quotes", "safe", "since", "until", "examples", "on",
}  # fmt: skip
#: What a fact may say of its subject; see docs/facts.md.
RELATIONS = ("capital", "demonym", "happened", "head", "holders", "holds", "named", "party", "post", "rank", "represents")
_FACT_KEYS = {field.name for field in dataclasses.fields(Fact)}
_NOT_PACKS = frozenset({"profiles"})


@dataclass(frozen=True)
class Pack:
    """What the folders hold, and the faults found on the way; what is sound is loaded all the same."""

    rules: tuple[Rule, ...] = ()
    facts: tuple[Fact, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    faults: tuple[str, ...] = ()


def load(folders: Iterable[Path], below: Path | None = None) -> Pack:
    """Load every pack in every folder, or only what is `below`. The first folder holding a rule's id keeps it; a second is a fault."""
    loading = _Loading()
    for folder in folders:
        for path in files(folder, below):
            loading.take(folder, path)
    return Pack(tuple(loading.rules.values()), tuple(loading.facts), loading.lists, tuple(loading.faults))


def files(folder: Path, below: Path | None = None) -> list[Path]:
    """The files of the packs in a folder, in a fixed order."""
    found = [p for p in (below or folder).rglob("*") if p.suffix in (".yml", ".txt") and _is_pack(p.relative_to(folder).parts)]
    return sorted(found)


def _is_pack(parts: tuple[str, ...]) -> bool:
    return len(parts) > 1 and parts[0] not in _NOT_PACKS and not any(part.startswith((".", "_")) for part in parts)


class _Loading:
    def __init__(self) -> None:
        self.rules: dict[str, Rule] = {}
        self.facts: list[Fact] = []
        self.lists: dict[str, tuple[str, ...]] = {}
        self.faults: list[str] = []

    def take(self, folder: Path, path: Path) -> None:
        inside = path.relative_to(folder)
        try:
            text = path.read_text(encoding="utf-8")
            if inside.parts[1] == "lists":
                if path.suffix == ".txt":
                    self.lists[path.stem] = tuple(filter(None, text.splitlines()))
            elif path.suffix != ".yml":
                return
            elif inside.parts[1] == "facts":
                self.facts += facts(text, str(path))
            else:
                self._add(rule(text, str(path), ".".join((*inside.parts[:-1], path.stem))))
        except UnicodeDecodeError as error:
            self.faults.append(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8")
        except LintNewsError as error:
            self.faults += str(error).splitlines()

    def _add(self, new: Rule) -> None:
        if old := self.rules.get(new.id):
            raise LintNewsError(f"{new.origin}: the rule `{new.id}` already stands in {old.origin}; rename one of the files")
        self.rules[new.id] = new


def rule(text: str, name: str, rule_id: str, *, first_line: int = 1, bare: bool = False) -> Rule:
    """One rule from the text of its file; raises LintNewsError with every fault, a line each. A bare one needs no examples."""
    loaded = yaml_file.load(text, name, first_line)
    reading = _RuleReading(loaded, name, bare=bare)
    made = reading.rule(rule_id)
    if reading.faults or made is None:
        raise LintNewsError("\n".join(reading.faults))
    return made


class _RuleReading:
    """One rule file being read; gathers every fault instead of stopping at the first."""

    def __init__(self, loaded: yaml_file.Loaded, name: str, *, bare: bool) -> None:
        self._loaded, self._name, self._bare = loaded, name, bare
        self._keys: dict[str, Any] = loaded.value if isinstance(loaded.value, dict) else {}
        self.faults: list[str] = []

    def fault(self, words: str, *path: Any) -> None:
        self.faults.append(f"{self._name}:{self._loaded.line(*path)}: {words}")

    def rule(self, rule_id: str) -> Rule | None:
        if not isinstance(self._loaded.value, dict):
            self.fault("a rule file holds `key: value` lines")
            return None
        kind = str(self._keys.get("extends", ""))
        check = checks.kind(kind) if kind in checks.kinds() else None
        if check is None:
            self.fault(f"`extends` must name a kind of check{did_you_mean(kind, checks.kinds())}", "extends")
            return None
        made = self._check(check)
        message = self._text("message", required=True)
        self._slots(message, check)
        severity = self._choice("level", Severity, Severity.WARNING)
        quotes = self._choice("quotes", Quotes, Quotes.ANY)
        parts = self._scope()
        samples = self._examples()
        texts = {key: self._text(key) for key in ("why", "link", "source", "owner")}
        texts |= {key: self._day(key) for key in ("since", "until")}
        safe, on = self._truth("safe", False), self._truth("on", True)
        if made is None or self.faults:
            return None
        return Rule(
            rule_id, kind, made, severity, message, scope=parts, quotes=quotes, examples=samples, origin=self._name,
            safe=safe, on=on, options=self._options(check), **texts,
        )  # fmt: skip

    def _options(self, check: type) -> dict[str, Any]:
        names = options.names(check)
        return {key: value for key, value in self._keys.items() if key in names and key not in _RULE_KEYS}

    def _check(self, check: type) -> Any:
        known = options.names(check)
        unknown = [key for key in self._keys if key not in known and key not in _RULE_KEYS]
        for key in unknown:
            self.fault(f"unknown key `{key}`{did_you_mean(key, [*known, *_RULE_KEYS])}", key)
        try:
            return options.build(check, self._options(check))
        except OptionError as error:
            if error.path or not unknown:  # what is missing may be what is misspelled
                self.fault(str(error), *error.path)
            return None

    def _text(self, key: str, *, required: bool = False) -> str:
        if required and key not in self._keys:
            self.fault(f"a rule needs `{key}`")
            return ""
        value = self._keys.get(key, "")
        if isinstance(value, bool) or not isinstance(value, str | int) or (required and not value):
            self.fault(f"`{key}` must be a text, not `{options.shown(value)}`", key)
        return str(value)

    def _truth(self, key: str, default: bool) -> bool:
        try:
            return options.truth(self._keys.get(key, default), key)
        except OptionError as error:
            self.fault(str(error), key)
            return default

    def _day(self, key: str) -> str:
        value = self._text(key)
        try:
            return date.fromisoformat(value).isoformat() if value else ""
        except ValueError:
            self.fault(f"`{key}` must be a day, such as 2024-06-30, not `{options.shown(value)}`", key)
            return ""

    def _slots(self, message: str, check: type) -> None:
        for slot in options.slots_in(message):
            if slot not in check.slots:  # type: ignore[attr-defined]
                names = ", ".join(check.slots)  # type: ignore[attr-defined]
                self.fault(f"no match fills `{{{slot}}}` in the message; this kind fills: {names}", "message")

    def _choice(self, key: str, choices: Any, default: Any) -> Any:
        value = self._keys.get(key, default)
        if value in tuple(choices):
            return choices(value)
        self.fault(f"`{key}` must be one of {', '.join(choices)}, not `{options.shown(value)}`", key)
        return default

    def _scope(self) -> tuple[Part, ...]:
        value = self._keys.get("scope", "copy")
        names = value if isinstance(value, list) else [value]
        out: list[Part] = []
        for i, name in enumerate(map(str, names)):
            if name in _GROUPS:
                out += _GROUPS[name]
            elif name in tuple(Part):
                out.append(Part(name))
            else:
                self.fault(f"unknown scope `{name}`{did_you_mean(name, [*_GROUPS, *Part])}", "scope", i)
        return tuple(dict.fromkeys(out))

    def _examples(self) -> tuple[Example, ...]:
        value = self._keys.get("examples")
        if self._bare and value is None:
            return ()
        if not isinstance(value, dict) or not value.get("bad") or not value.get("good"):
            self.fault("a rule needs `examples:` with a list `bad` (each with its match marked ^^^) and a list `good`", "examples")
            return ()
        out: list[Example] = []
        for sort in value:
            if sort not in ("bad", "good") or not isinstance(value[sort], list):
                self.fault(f"`examples` holds two lists, `bad` and `good`, not `{sort}`", "examples", sort)
                continue
            for i, text in enumerate(value[sort]):
                try:
                    out.append(examples.read(str(text), bad=sort == "bad", line=self._loaded.line("examples", sort, i)))
                except LintNewsError as error:
                    self.fault(str(error), "examples", sort, i)
        return tuple(out)


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
    for i, record in enumerate(top["facts"]):
        line = loaded.line("facts", i)
        try:
            yield Row(_fact(defaults, record), name, line)
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
        if not _is_day(texts.get(key, "")):
            raise LintNewsError(f"`{key}` must be a day, a month or a year, such as 2024-06-30, 2024-06 or 2024, not `{texts[key]}`")
    since, until = texts.get("since", ""), texts.get("until", "")
    known = min(len(since), len(until))
    if since[:known] > until[:known]:
        raise LintNewsError(f"`until` {until} is before `since` {since}")
    return Fact(**texts, aliases=tuple(map(str, aliases)))


def _is_day(text: str) -> bool:
    """Whether a text is empty, or a day as coarse as it is known: `2019`, `2019-10`, `2019-10-01`."""
    try:
        return not text or (len(text) in (4, 7, 10) and bool(date.fromisoformat((text + "-01-01")[:10])))
    except ValueError:
        return False
