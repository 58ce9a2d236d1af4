"""`lintnews.yaml` and the flags in, the settings for each story out.

The file is looked for in the story's folder and upward, to the root of the repository. Its `files:` sections hold for the
stories that their globs fit; what a section or a flag says comes after, and above, what the file says.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.model import LintNewsError, Severity, did_you_mean

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from lintnews.yaml_file import Loaded

NAME = "lintnews.yaml"

#: Settings in which what comes later is added to what came before; in all others it takes its place.
_ADDED = frozenset({"rules", "ignore", "vocabulary"})


@dataclass(frozen=True)
class Settings:
    """What a run is asked for. `select` and `ignore` name packs or rules; `levels` map either to a severity.

    `written` says where a name was written, for the error when there is no such pack, rule or profile.
    """

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict, hash=False)
    profile: str = ""
    vocabulary: tuple[str, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    fail_on: Severity = Severity.ERROR
    day: date | None = None
    cache: bool = True
    written: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)

    def over(self, values: Mapping[str, Any]) -> Settings:
        """These settings with others laid over them."""
        new = dict(values)
        for key in _ADDED & new.keys():
            new[key] = tuple(dict.fromkeys((*getattr(self, key), *new[key])))
        for key in ("levels", "written"):
            new[key] = {**getattr(self, key), **new.get(key, {})}
        return replace(self, **new)


@dataclass(frozen=True)
class Section:
    """What a file, or one of its sections, sets; `fits` tells the stories it is for."""

    values: Mapping[str, Any]
    fits: GitIgnoreSpec | None = None


@dataclass(frozen=True)
class ConfigFile:
    """A configuration file, read: its own settings first, then its sections, in the order they stand."""

    folder: str
    sections: tuple[Section, ...]
    excluded: GitIgnoreSpec | None = None

    def inside(self, path: str) -> str:
        """A path as the globs of the file see it: from the file's folder, with forward slashes."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")


class Configs:
    """The settings of every story of a run; files are read once. `flags` are laid over every file."""

    def __init__(self, flags: Mapping[str, Any] | None = None, fixed: str = "") -> None:
        self._flags = flags or {}
        self._fixed = self._read(fixed, os.getcwd()) if fixed else None
        self._by_folder: dict[str, ConfigFile | LintNewsError | None] = {}
        self._settings: dict[tuple[str, tuple[int, ...]], Settings] = {}

    def settings(self, path: str) -> Settings | None:
        """The settings for a story, None when the file excludes it; raises LintNewsError for a faulty file."""
        file = self._fixed or self._above(os.path.dirname(os.path.abspath(path)))
        if file is None:
            return self._laid("", (), ())
        inside = file.inside(path)
        if file.excluded and file.excluded.match_file(inside):
            return None
        fitting = tuple(i for i, section in enumerate(file.sections) if section.fits is None or section.fits.match_file(inside))
        return self._laid(file.folder, fitting, file.sections)

    def _laid(self, key: str, fitting: tuple[int, ...], sections: tuple[Section, ...]) -> Settings:
        if (key, fitting) not in self._settings:
            settings = Settings()
            for i in fitting:
                settings = settings.over(sections[i].values)
            asked = self._flags.get("select", ())
            if asked:
                settings = replace(settings, ignore=tuple(name for name in settings.ignore if name not in asked))
            self._settings[key, fitting] = settings.over(self._flags)
        return self._settings[key, fitting]

    def _above(self, folder: str) -> ConfigFile | None:
        if folder not in self._by_folder:
            try:
                self._by_folder[folder] = self._found(folder)
            except LintNewsError as error:
                self._by_folder[folder] = error
        found = self._by_folder[folder]
        if isinstance(found, LintNewsError):
            raise found
        return found

    def _found(self, folder: str) -> ConfigFile | None:
        path = os.path.join(folder, NAME)
        if os.path.isfile(path):
            return self._read(path, folder)
        if os.path.isfile(wrong := path[:-4] + "yml"):
            raise LintNewsError(f"{wrong}: the file must be called {NAME}; rename it")
        parent = os.path.dirname(folder)
        at_root = parent == folder or os.path.exists(os.path.join(folder, ".git"))
        return None if at_root else self._above(parent)

    def _read(self, path: str, folder: str) -> ConfigFile:
        try:
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
        except UnicodeDecodeError as error:
            raise LintNewsError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
        except OSError as error:
            raise LintNewsError(f"{path}: cannot be read: {error.strerror}") from None
        return read(text, shown(path), folder)


def shown(path: str) -> str:
    """A path as people write it: from where they are, when it is below."""
    near = os.path.relpath(path)
    return path if near.startswith("..") else near


def read(text: str, name: str, folder: str) -> ConfigFile:
    """A configuration file from its text; raises LintNewsError with every fault, a line each."""
    from lintnews import yaml_file

    reading = _Reading(yaml_file.load(text, name), name, folder)
    file = reading.file()
    if reading.faults:
        raise LintNewsError("\n".join(reading.faults))
    return file


class _Reading:
    """One file being read; gathers every fault instead of stopping at the first."""

    def __init__(self, loaded: Loaded, name: str, folder: str) -> None:
        self._loaded, self._name, self._folder = loaded, name, folder
        self.faults: list[str] = []
        self._readers = {
            "rules": self._folders, "select": self._names, "ignore": self._names, "levels": self._levels, "profile": self._profile,
            "vocabulary": self._words, "min-level": self._level, "fail-on": self._level,
        }  # fmt: skip

    def fault(self, words: str, *path: Any) -> None:
        self.faults.append(f"{self._name}:{self._loaded.line(*path)}: {words}")

    def file(self) -> ConfigFile:
        top = self._mapping(self._loaded.value or {})
        own = {key: value for key, value in top.items() if key not in ("files", "exclude")}
        sections = [Section(self._values(own, extra=("files", "exclude")))]
        for glob, keys in self._mapping(top.get("files") or {}, "files").items():
            sections.append(Section(self._values(self._mapping(keys or {}, "files", glob), "files", glob), _globs([glob])))
        exclude = self._texts(top["exclude"], "exclude") if "exclude" in top else ()
        return ConfigFile(self._folder, tuple(sections), _globs(exclude) if exclude else None)

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

    def _folders(self, value: Any, *path: Any) -> tuple[Path, ...]:
        out = []
        for i, name in enumerate(self._texts(value, *path)):
            folder = Path(self._folder, name)
            if not folder.is_dir():
                self.fault(f"there is no folder `{name}` (looked for {folder})", *path, i)
            out.append(folder)
        return tuple(out)

    def _words(self, value: Any, *path: Any) -> tuple[str, ...]:
        """The words of a list, or of a file with one on a line; a line that begins with `#` is a remark."""
        if isinstance(value, list):
            return self._texts(value, *path)
        try:
            lines = Path(self._folder, str(value)).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            self.fault(f"`vocabulary` is a list of words, or a UTF-8 file of words; there is no such file: {value}", *path)
            return ()
        return tuple(word for line in lines if (word := line.strip()) and not word.startswith("#"))


def _globs(patterns: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _near(name: str, known: Iterable[str]) -> str:
    said = did_you_mean(name, known)
    return said if "did you mean" in said else ""
