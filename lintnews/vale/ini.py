"""A `.vale.ini` in, its sheet out: every key read, what cannot be done told by file and line.

The file of the user (`~/.vale.ini`, `~/.config/vale`) is not read: what a run finds depends on the repository alone. Where
Vale stops, so does this, by LintNewsError; where Vale passes over a slip in silence, there is a remark.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace

from lintnews.model import LintNewsError, Severity, did_you_mean
from lintnews.vale import ini_file, places
from lintnews.vale.globs import Glob
from lintnews.vale.ini_file import Entry
from lintnews.vale.sheet import ALL, OFF, ON, UNSET, Section, Sheet

#: The names that the file may have, the first before the others.
NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini", os.path.join(".config", "vale.ini"))
_FORMATS = "formats"
_TOOLS = ("asciidoctor", "sphinx")

#: The keys above the sections: those that are done, and for those that are not, why.
_CORE = ("StylesPath", "MinAlertLevel", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses", "WordTemplate")
_CORE_UNDONE = {
    "Packages": "LintNews downloads nothing; the styles must lie in StylesPath, where `vale sync` puts them",
    "NLPEndpoint": "LintNews asks no server",
}
_SECTION = ("BasedOnStyles", "TokenIgnores", "BlockIgnores", "CommentDelimiters")
_SECTION_UNDONE = {
    "IgnorePatterns": "it is the old name of BlockIgnores and TokenIgnores; use them",
    "Transform": "LintNews runs no style sheets over XML",
    "Lang": "LintNews reads English",
    "View": "LintNews reads the whole file, not a view of it",
}
_EITHER = ("Vocab",)
_NEITHER = frozenset({*_CORE, *_CORE_UNDONE} - {*_EITHER})
#: Keys of rules that a configuration cannot set: texts and lists, which belong into a style.
_FIXED = frozenset({"message", "link", "description", "extends", "name", "tokens", "raw", "exceptions", "swap", "either", "action"})

_RULE = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_PARAM = re.compile(r"(?P<rule>[\w-]+(?:\.[\w-]+)+)\[(?P<key>[\w-]+)\]")
_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")


def find(folder: str) -> str | None:
    """The file that holds in a folder: its own, or the nearest above it up to the root of the repository."""
    home = os.path.abspath(folder)
    while True:
        for name in NAMES:
            if os.path.isfile(path := os.path.join(home, name)):
                return path
        parent = os.path.dirname(home)
        if parent == home or os.path.exists(os.path.join(home, ".git")):
            return None
        home = parent


def read(path: str, *, shown: str = "", folder: str = "", trusted: bool = False) -> Sheet:
    """The sheet of a file; raises LintNewsError with every fault, a line each.

    `folder` is where globs are seen from, if not the file's own. `trusted` is a file that the user names on the command line:
    its styles may lie anywhere.
    """
    name = shown or path
    try:
        with open(path, encoding="utf-8", newline="") as file:
            entries = list(ini_file.read(file.read(ini_file.MAX_CHARACTERS + 1), name))
    except UnicodeDecodeError as error:
        raise LintNewsError(f"{name}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except OSError as error:
        raise LintNewsError(f"{name}: cannot be read: {error.strerror}") from None
    home = os.path.dirname(os.path.abspath(path))
    reading = _Reading(name, home, folder or (os.path.dirname(home) if os.path.basename(home) == ".config" else home))
    for entry in entries:
        reading.take(entry)
    sheet = reading.sheet(trusted=trusted)
    if reading.faults:
        raise LintNewsError("\n".join(reading.faults))
    return sheet


class _Reading:
    """One file being read; gathers every fault instead of stopping at the first."""

    def __init__(self, name: str, home: str, folder: str) -> None:
        self._name, self._home = name, home
        self._sheet = Sheet(name, folder)
        self._sections: dict[str, Section] = {}
        self._written: dict[str, str] = {}
        self._passed: set[str] = set()
        self._repeated: set[tuple[str, str, str]] = set()
        self.faults: list[str] = []
        self._remarks: list[str] = []
        self._paths: list[tuple[str, int]] = []

    def sheet(self, *, trusted: bool) -> Sheet:
        """The whole, once every entry is taken."""
        paths = places.styles_paths(self._paths, self._home, trusted=trusted, fault=self._fault)
        territory = places.territory(paths, self._home, trusted=trusted)
        return replace(
            self._sheet, styles_paths=paths, territory=territory, sections=tuple(self._sections.values()),
            written=self._written, remarks=tuple(self._remarks),
        )  # fmt: skip

    def _fault(self, line: int, words: str) -> None:
        self.faults.append(f"{self._name}:{line}: {words}")

    def _remark(self, line: int, words: str) -> None:
        self._remarks.append(f"{self._name}:{line}: {words}")

    def take(self, entry: Entry) -> None:
        """Take one key."""
        if not entry.key:
            self._open(entry)
        elif entry.section in self._passed:
            return
        elif entry.section == _FORMATS:
            self._sheet = replace(self._sheet, formats={**self._sheet.formats, entry.key: entry.value.strip().removeprefix(".")})
        elif entry.section:
            self._in_section(entry)
        else:
            self._core(entry)

    def _open(self, entry: Entry) -> None:
        """A section begins."""
        name = entry.section
        if name in ("", _FORMATS) or name in self._sections or name in self._passed:
            return
        if name in _TOOLS:
            self._pass(entry, f"`[{name}]` is for a program that LintNews does not run; the section is passed over")
        elif " if " in name:
            self._pass(entry, f"`[{name}]`: LintNews does not work out `if`; the section is passed over")
        else:
            self._sections[name] = Section(name)
            try:
                Glob(name)
            except LintNewsError as error:
                self._fault(entry.line, str(error))

    def _pass(self, entry: Entry, words: str) -> None:
        self._passed.add(entry.section)
        self._remark(entry.line, words)

    def _core(self, entry: Entry) -> None:
        key, line = entry.key, entry.line
        if key in _CORE:
            self._set(entry)
        elif key in _CORE_UNDONE:
            self._remark(line, f"`{key}` is not done: {_CORE_UNDONE[key]}")
        elif key in _SECTION or key in _SECTION_UNDONE:
            self._fault(line, f"`{key}` belongs into a section; put it below a glob such as [*.md]")
        else:
            said = "; what is said of a rule stands below a glob such as [*.md]" if "." in key else did_you_mean(key, _CORE)
            self._remark(line, f"unknown key `{key}`{said}")

    def _set(self, entry: Entry) -> None:
        key, value = entry.key, entry.value
        if key == "StylesPath":
            self._paths.append((value, entry.line))
        elif key == "MinAlertLevel":
            if value in tuple(Severity):
                self._sheet = replace(self._sheet, min_level=Severity(value))
            else:
                self._fault(entry.line, f"`{key}` must be one of {', '.join(Severity)}, not `{value}`")
        elif key == "WordTemplate":
            self._template(entry)
        elif key == "Vocab":
            self._sheet = replace(self._sheet, vocabularies=self._vocabularies(entry, self._sheet.vocabularies))
        else:
            field = {"IgnoredScopes": "ignored_scopes", "SkippedScopes": "skipped_scopes", "IgnoredClasses": "ignored_classes"}[key]
            self._sheet = replace(self._sheet, **{field: _joined(getattr(self._sheet, field) or (), listed(value))})  # type: ignore[arg-type]

    def _template(self, entry: Entry) -> None:
        if entry.value.count("%s") != 1:
            self._fault(entry.line, "`WordTemplate` must hold one `%s`, where the tokens go, such as \\b(?:%s)\\b")
        self._sheet = replace(self._sheet, word_template=entry.value)

    def _vocabularies(self, entry: Entry, before: tuple[str, ...]) -> tuple[str, ...]:
        names = listed(entry.value)
        for name in names:
            self._written.setdefault(f"vocabulary {name}", f"{self._name}:{entry.line}")
            if not places.is_plain(name):
                self._fault(entry.line, f"`Vocab` must be the name of a folder in config/vocabularies of StylesPath, not `{name}`")
        return _joined(before, names)

    def _in_section(self, entry: Entry) -> None:
        key, line, section = entry.key, entry.line, self._sections[entry.section]
        if key in _NEITHER:
            self._fault(line, f"`{key}` is for all files; put it above the first section")
        elif key in _SECTION_UNDONE:
            self._remark(line, f"`{key}` is not done: {_SECTION_UNDONE[key]}")
        elif entry.section == ALL and key in ("Vocab", "CommentDelimiters"):
            where = "above the first section" if key == "Vocab" else "below a glob such as [*.md]"
            self._fault(line, f"`{key}` cannot stand in [*]; put it {where}")
        elif key in _SECTION or key in _EITHER:
            self._sections[entry.section] = self._with(section, entry)
        else:
            self._of_rule(section, entry)

    def _with(self, section: Section, entry: Entry) -> Section:
        """A section with one of its own keys."""
        items = listed(entry.value)
        if entry.key == "BasedOnStyles":
            return replace(section, styles=self._styles(section.styles, items, entry.line))
        if entry.key == "TokenIgnores":
            return replace(section, token_ignores=(*section.token_ignores, *items))
        if entry.key == "BlockIgnores":
            return replace(section, block_ignores=(*section.block_ignores, *items))
        if entry.key == "Vocab":
            return replace(section, vocabularies=self._vocabularies(entry, section.vocabularies))
        if len(items) != 2:
            self._fault(entry.line, f"`CommentDelimiters` must be two marks with a comma between, such as {{/*, */}}, not `{entry.value}`")
            return section
        return replace(section, comment_delimiters=(items[0], items[1]))

    def _styles(self, before: tuple[str, ...] | None, names: tuple[str, ...], line: int) -> tuple[str, ...]:
        for name in names:
            self._written.setdefault(name, f"{self._name}:{line}")
            if not places.is_plain(name):
                self._fault(line, f"`BasedOnStyles` must name folders of StylesPath, not `{name}`")
        return _joined(before or (), () if names == ("NONE",) else names)

    def _of_rule(self, section: Section, entry: Entry) -> None:
        """`Style.Rule = …`, `Style = …` or `Style.Rule[key] = …`."""
        if found := _PARAM.fullmatch(entry.key):
            self._param(found["rule"], found["key"].lower(), entry)
        elif not _RULE.fullmatch(entry.key):
            self._remark(entry.line, f"unknown key `{entry.key}`{did_you_mean(entry.key, _SECTION)}")
        else:
            self._written.setdefault(entry.key, f"{self._name}:{entry.line}")
            if (entry.section, entry.key, entry.value) not in self._repeated:
                self._repeated.add((entry.section, entry.key, entry.value))
                self._sections[section.glob] = replace(section, rules={**section.rules, entry.key: self._said(entry)})

    def _said(self, entry: Entry) -> str:
        """What is said of a rule; like Vale, take for NO whatever is none of the words, but say so."""
        known = (ON, OFF, UNSET, *Severity)
        if entry.value in known:
            return entry.value
        near = next((word for word in known if word.lower() == entry.value.lower()), "")
        remedy = f"; write {near}" if near else f"; write one of {', '.join(known)}"
        what = f"`{entry.key} = {entry.value}` switches it off, as in Vale" if "." in entry.key else f"unknown key `{entry.key}`"
        self._remark(entry.line, what + (remedy if "." in entry.key else did_you_mean(entry.key, _SECTION)))
        return OFF

    def _param(self, rule: str, key: str, entry: Entry) -> None:
        if key == "level":
            self._fault(entry.line, f"set a level with `{rule} = {entry.value}`")
        elif key in _FIXED:
            self._fault(entry.line, f"`{key}` cannot be set here; write a rule in a style of your own that extends {rule}")
        else:
            self._written.setdefault(f"{rule}[{key}]", f"{self._name}:{entry.line}")
            section = self._sections[entry.section]
            keys = {**section.params.get(rule, {}), key: entry.value}
            self._sections[entry.section] = replace(section, params={**section.params, rule: keys})


def listed(value: str) -> tuple[str, ...]:
    """The items of a list with commas between; `\\,` is a comma within one."""
    items, start = [], 0
    for found in _COMMA.finditer(value):
        items.append(value[start : found.end() - 1])
        start = found.end()
    items.append(value[start:])
    return tuple(dict.fromkeys(text for item in items if (text := item.strip().replace("\\,", ","))))


def _joined(before: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *more)))
