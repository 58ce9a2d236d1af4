"""The text of a `lintnews.yaml` in, its settings and sections out: every fault is told, each by file, line and remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lintnews import globs, written, yaml_file
from lintnews.languagetool.asked import Asked
from lintnews.model import LintNewsError, OptionError, Severity, did_you_mean
from lintnews.record import record
from lintnews.yaml_file import Loaded

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from lintnews.external.asked import Program
    from lintnews.readers.json_fields import Fields
    from lintnews.vale.settings import Choices
    from lintnews.vale.sheet import Sheet

T = TypeVar("T")
_OUTSIDE = "leads out of the repository; put it inside, or name this configuration yourself, with --config"
#: Keys that stand at the top only.
_TOP = ("files", "exclude", "vale")
#: What `json` may give the path of.
JSON_FIELDS = ("stories", "date", "headline", "deck", "byline", "dateline", "caption", "body")
_FIELD_PATH = re.compile(r"(?:\[\]|[^\[\].\s][^\[\].]*+)(?:\[\]|\.[^\[\].]++)*+")
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@record
class Section:
    """What a file, or one of its sections, sets; `fits` tells the stories it is for."""

    values: Mapping[str, Any]
    fits: GitIgnoreSpec | None = None


@record
class ConfigFile:
    """A configuration file, read: its own settings first, then its sections, in the order they stand.

    `sheet` is the Vale configuration that it names or holds; without `packs` its styles are all that runs.
    """

    folder: str
    sections: tuple[Section, ...]
    excluded: GitIgnoreSpec | None = None
    sheet: Sheet | None = None
    packs: bool = True

    def inside(self, path: str) -> str:
        """A path as the globs of the file see it: from the file's folder, with forward slashes."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def choices(self, path: str) -> Choices | None:
        """What the Vale configuration says of a story, if there is one and it looks at the story; raises LintNewsError.

        A format that is not read is the packs' alone.
        """
        choices = self.sheet.choices(path) if self.sheet else None
        if choices and (why := choices.unread(path)):
            if self.packs:
                return None
            raise LintNewsError(f"{path}: cannot be read: {why}; leave it out")
        return choices


def read_path(path: str, name: str, folder: str, *, named: bool = False) -> ConfigFile:
    """A configuration file from its path; raises LintNewsError. `named` is one that the user names himself."""
    return read(written.text(path), name, folder, trusted=named)


def read_vale(path: str, name: str, folder: str, *, named: bool = False) -> ConfigFile:
    """A configuration of Vale from its path, as one of ours in which no pack runs; raises LintNewsError."""
    from lintnews.vale import ini

    sheet = ini.read(path, shown=name, folder=folder, trusted=named)
    return ConfigFile(folder, (Section({"packs": False}),), sheet=sheet, packs=False)


def read(text: str, name: str, folder: str, *, trusted: bool = False) -> ConfigFile:
    """A configuration file from its text; raises LintNewsError with every fault, a line each."""
    reading = _Reading(yaml_file.load(text, name), name, folder, trusted=trusted)
    file = reading.file()
    if reading.faults:
        raise LintNewsError("\n".join(reading.faults))
    return file


class _Reading:
    """One file being read; gathers every fault instead of stopping at the first."""

    def __init__(self, loaded: Loaded, name: str, folder: str, *, trusted: bool = False) -> None:
        self._loaded, self._name, self._folder, self._trusted = loaded, name, folder, trusted
        self.faults: list[str] = []
        self._readers = {
            "rules": self._folders, "select": self._names, "ignore": self._names, "levels": self._levels, "profile": self._profile,
            "vocabulary": self._words, "min-level": self._level, "fail-on": self._level, "packs": self._truth,
            "languagetool": self._languagetool, "external": self._external,
            "json": self._json, "archive": self._archive,
        }  # fmt: skip

    def fault(self, words: str, *path: Any) -> None:
        self.faults.append(f"{self._name}:{self._loaded.line(*path)}: {words}")

    def file(self) -> ConfigFile:
        top = self._mapping(self._loaded.value or {})
        own = {key: value for key, value in top.items() if key not in _TOP}
        sections = [Section(self._values(own, extra=_TOP))]
        for glob, keys in self._mapping(top.get("files") or {}, "files").items():
            sections.append(
                Section(self._values(self._mapping(keys or {}, "files", glob), "files", glob), self._globs([glob], "files", glob))
            )
        exclude = self._texts(top["exclude"], "exclude") if "exclude" in top else ()
        sheet = self._sheet(top["vale"]) if top.get("vale") is not None else None
        packs = sections[0].values.get("packs", True)
        return ConfigFile(self._folder, tuple(sections), self._globs(exclude, "exclude") if exclude else None, sheet, packs)

    def _sheet(self, value: Any) -> Sheet | None:
        """The Vale configuration that `vale` names, or holds."""
        from lintnews.vale import ini, places, sheet_yaml

        try:
            if not isinstance(value, str):
                return sheet_yaml.read(value, self._loaded, self._name, self._folder, trusted=self._trusted)
            path = places.within(self._folder, value, trusted=self._trusted)
        except LintNewsError as error:
            self.faults += [line if line.startswith(self._name) else f"{self._at('vale')}: {line}" for line in str(error).splitlines()]
            return None
        if not path.is_file():
            self.fault(f"there is no file `{value}` (looked for {path})", "vale")
            return None
        try:
            return ini.read(str(path), shown=shown(str(path)), trusted=self._trusted)
        except LintNewsError as error:
            self.faults += str(error).splitlines()
            return None

    def _globs(self, patterns: Iterable[str], *path: Any) -> GitIgnoreSpec | None:
        try:
            return globs.spec(patterns)
        except LintNewsError as error:
            self.fault(str(error), *path)
            return None

    def _truth(self, value: Any, *path: Any) -> bool:
        text = str(value).lower()
        if text not in _TRUTHS:
            self.fault(f"`{path[-1]}` must be true or false, not `{value}`", *path)
        return _TRUTHS.get(text, True)

    def _mapping(self, value: Any, *path: Any) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        self.fault(f"{f'`{path[-1]}` holds' if path else 'expected'} `key: value` lines", *path)
        return {}

    def _values(self, keys: Mapping[str, Any], *path: Any, extra: Iterable[str] = ()) -> dict[str, Any]:
        out: dict[str, Any] = {}
        written: dict[str, str] = {}
        for key, value in keys.items():
            if key not in self._readers:
                self.fault(f"unknown key `{key}`{did_you_mean(key, (*self._readers, *extra))}", *path, key)
            elif value is not None:
                out[key.replace("-", "_")] = made = self._readers[key](value, *path, key)
                written.update(self._written(key, made, value, path))
        return {**out, "written": written}

    def _written(self, key: str, made: Any, value: Any, path: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        """Where each name of a pack, rule or profile stands."""
        if key in ("select", "ignore"):
            listed = isinstance(value, list)
            yield from ((name, self._at(*path, key, *([i] if listed else []))) for i, name in enumerate(made))
        elif key == "levels":
            yield from ((name, self._at(*path, key, name)) for name in made)
        elif key in ("languagetool", "external"):
            yield f"key {key}", self._at(*path, key)
        elif key == "profile":
            yield f"profile {made}", self._at(*path, key)

    def _at(self, *path: Any) -> str:
        return f"{self._name}:{self._loaded.line(*path)}"

    def _texts(self, value: Any, *path: Any) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value]
        for i, item in enumerate(items):
            if not isinstance(item, str | int) or isinstance(item, bool):
                self.fault(f"`{path[-1]}` must be a list of texts", *path, i)
        return tuple(map(str, items))

    def _names(self, value: Any, *path: Any) -> tuple[str, ...]:
        return self._texts(value, *path)

    def _profile(self, value: Any, *path: Any) -> str:
        if not isinstance(value, str):
            self.fault("`profile` must be the name of one profile", *path)
        return str(value)

    def _level(self, value: Any, *path: Any) -> Severity:
        if value in tuple(Severity):
            return Severity(value)
        off = "; to switch a rule off, name it under `ignore`" if value in (False, "off") else ""
        near = "" if off else _near(str(value), Severity)
        self.fault(f"`{path[-1]}` must be one of {', '.join(Severity)}, not `{'off' if value is False else value}`{off}{near}", *path)
        return Severity.ERROR

    def _levels(self, value: Any, *path: Any) -> dict[str, Severity]:
        return {name: self._level(level, *path, name) for name, level in self._mapping(value, *path).items()}

    def _languagetool(self, value: Any, *path: Any) -> Asked:
        from lintnews.languagetool import asked

        return self._taken(lambda: asked.read(value, *path), Asked())

    def _external(self, value: Any, *path: Any) -> tuple[Program, ...]:
        from lintnews.external import asked

        return self._taken(lambda: asked.read(value, self._folder, *path), ())

    def _json(self, value: Any, *path: Any) -> Fields:
        """The paths of a story's fields in JSON, by what they are."""
        found = self._mapping(value, *path)
        for key, field in found.items():
            if key not in JSON_FIELDS:
                self.fault(f"unknown field `{key}`{did_you_mean(key, JSON_FIELDS)}", *path, key)
            elif not isinstance(field, str) or not _FIELD_PATH.fullmatch(field):
                self.fault(f"`{key}` must be the path of a field, such as `content.body` or `items[].text`, not `{field}`", *path, key)
        if "body" not in found:
            self.fault("`json` needs a `body`: the path of the field that holds the story", *path)
        return tuple((key, str(field)) for key, field in found.items())

    def _taken(self, read: Callable[[], T], otherwise: T) -> T:
        """What is read, or the fault in it."""
        try:
            return read()
        except OptionError as error:
            self.fault(str(error), *error.path)
            return otherwise

    def _folders(self, value: Any, *path: Any) -> tuple[Path, ...]:
        out = []
        for i, name in enumerate(self._texts(value, *path)):
            folder = Path(self._folder, name)
            if not folder.is_dir():
                self.fault(f"there is no folder `{name}` (looked for {folder})", *path, i)
            elif not self._holds(folder):
                self.fault(f"the folder `{name}` {_OUTSIDE}", *path, i)
            else:
                out.append(folder)
        return tuple(out)

    def _holds(self, path: Path) -> bool:
        """Whether a path lies in the repository, its links followed; there are no bounds outside one, nor for whom the user trusts."""
        from lintnews.vale import places

        home = None if self._trusted else places.root(Path(self._folder))
        return home is None or places.holds((home,), path)

    def _archive(self, value: Any, *path: Any) -> Path:
        """The index of earlier stories; it need not be there yet when `lintnews archive index` makes it."""
        file = Path(self._folder, str(value))
        if not isinstance(value, str):
            self.fault("`archive` is the file of an index, as `lintnews archive index` makes it", *path)
        elif not self._holds(file):
            self.fault(f"the file `{value}` {_OUTSIDE}", *path)
        return file

    def _words(self, value: Any, *path: Any) -> tuple[str, ...]:
        """The words of a list, or of a file with one on a line."""
        if isinstance(value, list):
            return self._texts(value, *path)
        from lintnews import vocabulary

        file = Path(self._folder, str(value))
        if not self._holds(file):
            self.fault(f"the file `{value}` {_OUTSIDE}", *path)
            return ()
        return self._taken(lambda: vocabulary.of(file, self._holds, path), ())


def shown(path: str) -> str:
    """A path as people write it: from where they are, when it is below."""
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def _near(name: str, known: Iterable[str]) -> str:
    said = did_you_mean(name, known)
    return said if "did you mean" in said else ""
