"""A folder of Vale styles in, their rules out: a bad rule is a fault with file and line, and the others stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from lintnews import lazily, rule_values, written, yaml_file
from lintnews.beside import Beside
from lintnews.model import LintNewsError, OptionError, did_you_mean
from lintnews.record import field, record
from lintnews.rule import Rule
from lintnews.vale import inheritance, named_scopes, places
from lintnews.vale.rule_reading import KINDS, Reading
from lintnews.version import __version__

#: Kinds whose rules read other files too.
_READING = frozenset({"script", "spelling"})
#: How many rules may extend one another in a row.
_DEEPEST = 10
#: Nobody writes a rule of more characters.
_LARGEST = 5_000_000


@record
class Style:
    """The rules of a style, and what is wrong with the others."""

    rules: tuple[Rule, ...] = ()
    faults: tuple[str, ...] = ()


def names(paths: Iterable[Path]) -> list[str]:
    """The names of the styles in these folders."""
    folders = (entry for path in paths for entry in path.iterdir() if entry.is_dir())
    return sorted({folder.name for folder in folders if folder.name[0] not in "._" and folder.name != "config"})


def files(style: Path) -> list[Path]:
    """The rule files of a style's folder."""
    found = (path for path in style.rglob("*.yml") if not path.name.endswith(".test.yml"))
    return sorted(path for path in found if not any(part[0] in "._" for part in path.relative_to(style).parts))


def rule_id(style: Path, path: Path) -> str:
    """The name of a rule: its style, the folders below it, its file's name up to the first point."""
    folders = path.relative_to(style.parent).parts[:-1]
    return ".".join((*folders, path.name.split(".", 1)[0]))


@record
class Loader:
    """Reads rules from the styles folders; `params` are keys that `.vale.ini` sets anew, by rule."""

    paths: tuple[Path, ...]
    params: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    template: str = ""

    @cached_property
    def named(self) -> named_scopes.Named:
        """The scopes that the styles name."""
        return named_scopes.read(self.paths)

    def style(self, name: str) -> Style:
        """The rules of a style by name; a style that is not there is a fault."""
        folder = self.folder(name)
        if folder is None:
            known = names(path for path in self.paths if path.is_dir())
            return Style(faults=(f"there is no style `{name}` in {', '.join(map(str, self.paths))}{did_you_mean(name, known)}",))
        rules: list[Rule] = []
        faults: list[str] = []
        for path in files(folder):
            try:
                rules.append(self.rule(path, rule_id(folder, path)))
            except LintNewsError as error:
                faults += str(error).splitlines()
        return Style(tuple(rules), tuple(faults))

    def one(self, name: str) -> Style:
        """One rule by its name, `Style.Rule`."""
        path = self.file(name)
        if path is None:
            return Style(faults=(f"there is no rule `{name}` in {', '.join(map(str, self.paths))}",))
        try:
            return Style((self.rule(path, name),))
        except LintNewsError as error:
            return Style(faults=tuple(str(error).splitlines()))

    def rule(self, path: Path, name: str) -> Rule:
        """The rule of a file; raises LintNewsError with every fault, a line each."""
        read: list[Rule] = []

        def fresh() -> str:
            read.append(self._fresh(path, name))
            return json.dumps(rule_values.plain(read[0])) if self._stands_alone(path, read[0].kind) else ""

        if self.template:
            return self._fresh(path, name)
        around = (__version__, name, path, self.params.get(name, ""), sorted(self.named.scopes.items()))
        known = lazily.recall(f"rule {around} {_text(path)}", fresh)
        return read[0] if read else self._remembered(known) or self._fresh(path, name)

    def _stands_alone(self, path: Path, kind: str) -> bool:
        """Whether a rule's file says all of it."""
        said = yaml_file.mapping(_text(path), str(path))
        return kind not in _READING and str(said.get("extends", "")) in KINDS and not any(str(key).lower() == "affix" for key in said)

    def _remembered(self, known: str) -> Rule | None:
        try:
            return rule_values.made(json.loads(known))
        except (ValueError, KeyError, TypeError):
            return None

    def _fresh(self, path: Path, name: str) -> Rule:
        keys, loaded = self._keys(path, ())
        keys |= {key.lower(): value for key, value in self.params.get(name, {}).items()}
        reading = Reading(keys, loaded, path, Beside((*self.paths, path.parent)), self)
        made = reading.rule(name)
        if made is None:
            raise LintNewsError("\n".join(reading.faults))
        return made

    def made(self, keys: Mapping[str, Any], name: str, folder: Path) -> Rule:
        """A rule that has no file, of its keys; raises LintNewsError."""
        keys = {**keys, **{key.lower(): value for key, value in self.params.get(name, {}).items()}}
        reading = Reading(keys, yaml_file.Loaded(dict(keys), {}), folder, Beside(self.paths), self)
        made = reading.rule(name)
        if made is None:
            raise LintNewsError("\n".join(reading.faults))
        return made

    def _keys(self, path: Path, chain: tuple[str, ...]) -> tuple[dict[str, Any], yaml_file.Loaded]:
        """The keys of a file in lower case, over those of the rule that it extends."""
        loaded = yaml_file.load(_text(path), str(path))
        if not isinstance(loaded.value, dict):
            raise LintNewsError(f"{path}:1: a rule file holds `key: value` lines")
        keys = {str(key).lower(): value for key, value in loaded.value.items()}
        base = str(keys.get("extends", ""))
        if base in KINDS or "." not in base:
            return keys, loaded
        line = loaded.line("extends")
        other = self.file(base)
        if other is None or base.startswith("Vale."):
            raise LintNewsError(f"{path}:{line}: `extends` names `{base}`, and there is no such rule to extend")
        if str(other) in chain or len(chain) >= _DEEPEST:
            raise LintNewsError(f"{path}:{line}: `extends` goes round in a ring, or is more than {_DEEPEST} rules deep")
        under, _ = self._keys(other, (*chain, str(path)))
        try:
            return inheritance.merged(under, keys), loaded
        except OptionError as error:
            raise LintNewsError(f"{path}:{loaded.line(*error.path)}: {error}") from None

    def folder(self, style: str) -> Path | None:
        """The folder of a style, None when no folder of styles has it."""
        return next((path / style for path in self.paths if (path / style).is_dir()), None) if places.is_plain(style) else None

    def file(self, name: str) -> Path | None:
        """The file of a rule by its name, None when there is none."""
        parts = name.split(".")
        if len(parts) < 2 or not all(map(places.is_plain, parts)):
            return None
        return next((file for path in self.paths if (file := Path(path, *parts[:-1], f"{parts[-1]}.yml")).is_file()), None)


def _text(path: Path) -> str:
    return written.text(path, largest=_LARGEST).removeprefix("\ufeff")
