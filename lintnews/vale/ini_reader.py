"""The keys of a Vale configuration in, one by one, its sheet out: each is checked, what cannot be done is told by file and line.

Where Vale stops, there is a fault; where Vale passes over a slip in silence, there is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lintnews import patterns
from lintnews.model import LintNewsError, Severity, did_you_mean, short
from lintnews.record import replace
from lintnews.vale import places
from lintnews.vale.ini_file import Entry
from lintnews.vale.sheet import ALL, OFF, ON, UNSET, Section, Sheet

#: The section that says how files are read.
FORMATS = "formats"
#: Where `vale sync` puts the configurations of packages, in the folder of styles.
PACKAGED = ".vale-config"
_TOOLS = ("asciidoctor", "sphinx")

#: The keys above the sections: those that are done, and for those that are not, why.
_CORE = ("StylesPath", "Packages", "MinAlertLevel", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses", "WordTemplate")
_CORE_UNDONE = {
    "NLPEndpoint": "LintNews asks no server",
}
_SECTION = ("BasedOnStyles", "TokenIgnores", "BlockIgnores", "CommentDelimiters", "View")
#: Keys by names that they had.
_OLD = {"IgnorePatterns": "BlockIgnores"}
_SECTION_UNDONE = {
    "Transform": "LintNews runs no style sheets over XML",
    "Lang": "LintNews reads English",
}
_EITHER = ("Vocab",)
_NEITHER = frozenset({*_CORE, *_CORE_UNDONE} - {*_EITHER})
#: Keys of rules that a configuration cannot set: texts and lists, which belong into a style.
_FIXED = frozenset({"message", "link", "description", "extends", "name", "tokens", "raw", "exceptions", "swap", "either", "action"})

_RULE = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_PARAM = re.compile(r"(?P<rule>[\w-]+(?:\.[\w-]+)+)\[(?P<key>[\w-]+)\]")
_COMMA = re.compile(r"(?<!\\)(?:\\\\)*,")


class Reader:
    """One configuration being read; gathers every fault instead of stopping at the first.

    `home` is where its paths are seen from, `folder` its globs; `spelled` has the names of keys, where they are not Vale's.
    """

    def __init__(self, name: str, home: str, folder: str, spelled: Mapping[str, str] | None = None) -> None:
        self._name, self._home, self._spelled = name, home, spelled or {}
        self._sheet = Sheet(name, folder)
        self._sections: dict[str, Section] = {}
        self._written: dict[str, str] = {}
        self._passed: set[str] = set()
        self._repeated: set[tuple[str, str, str]] = set()
        self._faults: list[str] = []
        self._remarks: list[str] = []
        self._packages: list[tuple[str, int]] = []

    def sheet(self) -> Sheet:
        """The whole, once every entry is taken; raises LintNewsError with every fault, a line each."""
        if self._faults:
            raise LintNewsError("\n".join(self._faults))
        self._missing(self._sheet.styles_paths)
        sections = tuple(self._sections.values())
        return replace(self._sheet, sections=sections, written=self._written, remarks=tuple(self._remarks))

    def _missing(self, paths: Iterable[Path]) -> None:
        """Tell of packages that have not been fetched."""
        there = {re.sub(r"^\d+-|\.ini$", "", each.name) for path in paths for home in (path, path / PACKAGED) for each in home.glob("*")}
        for name, line in self._packages:
            plain = name.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".zip")
            if plain not in there:
                self._remark(
                    line, f"the package `{plain}` is not in the folder of styles: LintNews downloads nothing; run `vale sync` once"
                )

    def fault(self, line: int, words: str) -> None:
        """Note what is wrong with a line."""
        self._faults.append(f"{self._name}:{line}: {words}")

    def _remark(self, line: int, words: str) -> None:
        self._remarks.append(f"{self._name}:{line}: {words}")

    def find_styles(self, entries: Iterable[Entry], *, trusted: bool) -> tuple[Path, ...]:
        """The folders of styles that the keys name, as far as they may be read."""
        asked = [(entry.value, entry.line) for entry in entries if entry.key == "StylesPath" and not entry.section]
        paths = places.styles_paths(asked, self._home, trusted=trusted, fault=self.fault)
        self._sheet = replace(self._sheet, styles_paths=paths, territory=places.territory(paths, self._home, trusted=trusted))
        return paths

    def take_all(self, entries: Iterable[Entry], name: str) -> None:
        """Take the keys of a file of this name."""
        self._name, before = name, self._name
        for entry in entries:
            self.take(entry)
        self._name = before

    def _called(self, key: str) -> str:
        return self._spelled.get(key, key)

    def take(self, entry: Entry) -> None:
        """Take one key."""
        if not entry.key:
            self._open(entry)
        elif entry.section in self._passed:
            return
        elif entry.section == FORMATS:
            self._sheet = replace(self._sheet, formats={**self._sheet.formats, entry.key: entry.value.strip().removeprefix(".")})
        elif entry.section:
            self._in_section(entry)
        else:
            self._core(entry)

    def _open(self, entry: Entry) -> None:
        """A section begins."""
        name = entry.section
        if name in ("", FORMATS) or name in self._sections or name in self._passed:
            return
        if name in _TOOLS:
            self._pass(entry, f"`[{name}]` is for a program that LintNews does not run; the section is passed over")
        else:
            self._sections[name] = section = Section(name)
            try:
                section.check()
            except LintNewsError as error:
                self.fault(entry.line, str(error))

    def _pass(self, entry: Entry, words: str) -> None:
        self._passed.add(entry.section)
        self._remark(entry.line, words)

    def _core(self, entry: Entry) -> None:
        key, line = entry.key, entry.line
        if key in _CORE:
            self._set(entry) if key != "StylesPath" else None
        elif key in _CORE_UNDONE:
            self._remark(line, f"`{key}` is not done: {_CORE_UNDONE[key]}")
        elif key in _SECTION or key in _SECTION_UNDONE:
            self.fault(line, f"`{key}` belongs into a section; put it below a glob such as [*.md]")
        else:
            said = "; what is said of a rule stands below a glob such as [*.md]" if "." in key else did_you_mean(key, _CORE)
            self._remark(line, f"unknown key `{short(key)}`{said}")

    def _set(self, entry: Entry) -> None:
        key, value = entry.key, entry.value
        if key == "Packages":
            self._packages += [(name, entry.line) for name in listed(value)]
        elif key == "MinAlertLevel":
            if value in tuple(Severity):
                self._sheet = replace(self._sheet, min_level=Severity(value))
            else:
                self.fault(entry.line, f"`{self._called(key)}` must be one of {', '.join(Severity)}, not `{value}`")
        elif key == "WordTemplate":
            self._template(entry)
        elif key == "Vocab":
            self._sheet = replace(self._sheet, vocabularies=self._vocabularies(entry, self._sheet.vocabularies))
        else:
            field = {"IgnoredScopes": "ignored_scopes", "SkippedScopes": "skipped_scopes", "IgnoredClasses": "ignored_classes"}[key]
            self._sheet = replace(self._sheet, **{field: _joined(getattr(self._sheet, field) or (), listed(value))})  # type: ignore[arg-type]

    def _template(self, entry: Entry) -> None:
        if entry.value.count("%s") != 1:
            self.fault(entry.line, f"`{self._called(entry.key)}` must hold one `%s`, where the tokens go, such as \\b(?:%s)\\b")
        else:
            try:
                patterns.compile(entry.value.replace("%s", "a"))
            except LintNewsError as error:
                self.fault(entry.line, f"`{self._called(entry.key)}`: {error}")
        self._sheet = replace(self._sheet, word_template=entry.value)

    def _vocabularies(self, entry: Entry, before: tuple[str, ...]) -> tuple[str, ...]:
        names = listed(entry.value)
        if names == ("NONE",):
            return ()
        for name in names:
            self._written.setdefault(f"vocabulary {name}", f"{self._name}:{entry.line}")
            if not places.is_plain(name):
                self.fault(
                    entry.line, f"`{self._called('Vocab')}` must name folders in config/vocabularies of the styles' folder, not `{name}`"
                )
        return _joined(before, names)

    def _in_section(self, entry: Entry) -> None:
        entry = entry._replace(key=_OLD.get(entry.key, entry.key))
        key, line, section = entry.key, entry.line, self._sections[entry.section]
        if key in _NEITHER:
            self.fault(line, f"`{key}` is for all files; put it above the first section")
        elif key in _SECTION_UNDONE:
            self._remark(line, f"`{key}` is not done: {_SECTION_UNDONE[key]}")
        elif entry.section == ALL and key == "CommentDelimiters":
            self.fault(line, f"`{self._called(key)}` cannot stand in [*]; put it below a glob such as [*.md]")
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
            return replace(section, token_ignores=(*section.token_ignores, *self._sound(entry, items)))
        if entry.key == "BlockIgnores":
            return replace(section, block_ignores=(*section.block_ignores, *self._sound(entry, items)))
        if entry.key == "View":
            return self._viewed(section, entry)
        if entry.key == "Vocab":
            return replace(section, vocabularies=self._vocabularies(entry, section.vocabularies))
        if len(items) != 2:
            self.fault(entry.line, f"`{self._called(entry.key)}` must be two marks, such as {{/*, */}}, not `{entry.value}`")
            return section
        return replace(section, comment_delimiters=(items[0], items[1]))

    def _viewed(self, section: Section, entry: Entry) -> Section:
        """A section with the view that its files are read through."""
        from lintnews.vale import extracts

        try:
            view = extracts.load(entry.value, self._sheet.styles_paths)
        except LintNewsError as error:
            self.fault(entry.line, f"`{self._called(entry.key)}`: {error}")
            return section
        if view.engine == "tree-sitter":
            self._remark(entry.line, f"the view `{entry.value}` reads source code with tree-sitter, which LintNews does not do")
        return replace(section, view=view)

    def _sound(self, entry: Entry, items: tuple[str, ...]) -> tuple[str, ...]:
        """The patterns of a list; one that is none is a fault."""
        for item in items:
            try:
                patterns.compile(item)
            except LintNewsError as error:
                remedy = "a comma parts two patterns: write `\\,` for one that is part of a pattern"
                self.fault(entry.line, f"`{self._called(entry.key)}`: {error}; {remedy}")
        return items

    def _styles(self, before: tuple[str, ...] | None, names: tuple[str, ...], line: int) -> tuple[str, ...]:
        for name in names:
            self._written.setdefault(name, f"{self._name}:{line}")
            if not places.is_plain(name):
                self.fault(line, f"`{self._called('BasedOnStyles')}` must name folders of styles, not `{name}`")
        return _joined(before or (), (name for name in names if name != "NONE"))

    def _of_rule(self, section: Section, entry: Entry) -> None:
        """`Style.Rule = …`, `Style = …` or `Style.Rule[key] = …`."""
        if found := _PARAM.fullmatch(entry.key):
            self._param(found["rule"], found["key"].lower(), entry)
        elif not _RULE.fullmatch(entry.key):
            self._remark(entry.line, f"unknown key `{short(entry.key)}`{did_you_mean(entry.key, _SECTION)}")
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
        if "." in entry.key:
            self._remark(entry.line, f"`{short(f'{entry.key} = {entry.value}')}` switches it off, as in Vale{remedy}")
        else:
            self._remark(entry.line, f"unknown key `{short(entry.key)}`{did_you_mean(entry.key, _SECTION)}")
        return OFF

    def _param(self, rule: str, key: str, entry: Entry) -> None:
        if key == "level":
            self.fault(entry.line, f"set a level with `{rule} = {entry.value}`")
        elif key in _FIXED:
            self.fault(entry.line, f"`{key}` cannot be set here; write a rule in a style of your own that extends {rule}")
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
