"""`lintnews.yaml` (or `.vale.ini`) and the flags in, the settings for each story out.

The file is looked for in the story's folder and upward, to the root of the repository; a `.vale.ini` counts where there is no
`lintnews.yaml`. Its `files:` sections hold for the stories that their globs fit; what a section or a flag says comes after, and
above, what the file says.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.languagetool.asked import Asked
from lintnews.model import LintNewsError, Severity
from lintnews.record import field, record, replace

if TYPE_CHECKING:
    from lintnews.config_file import ConfigFile, Section
    from lintnews.external.asked import Program
    from lintnews.ledger.sources import Cited
    from lintnews.readers.json_fields import Fields
    from lintnews.vale.settings import Choices
    from lintnews.vale.sheet import Sheet

NAME = "lintnews.yaml"
#: The names that Vale's configuration may have, the first before the others.
VALE_NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini", os.path.join(".config", "vale.ini"))

#: Settings in which what comes later is added to what came before; in all others it takes its place.
_ADDED = frozenset({"rules", "ignore", "vocabulary"})


@record
class Settings:
    """What a run is asked for. `select` and `ignore` name packs or rules; `levels` map either to a severity.

    `sources` are the texts that every story is held against. `packs` says whether the packs run, `vale` what a Vale configuration
    says of the file. `written` says where a name was written, for the error when there is no such pack, rule or profile.
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
    sources: tuple[Cited, ...] = ()
    cache: bool = True
    packs: bool = True
    vale: Choices | None = None
    languagetool: Asked = field(default_factory=Asked)
    external: tuple[Program, ...] = ()
    json: Fields = ()
    trust: bool = False
    archive: Path | None = None
    written: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)

    def over(self, values: Mapping[str, Any]) -> Settings:
        """These settings with others laid over them."""
        new = dict(values)
        for key in _ADDED & new.keys():
            new[key] = tuple(dict.fromkeys((*getattr(self, key), *new[key])))
        for key in ("levels", "written"):
            new[key] = {**getattr(self, key), **new.get(key, {})}
        if "languagetool" in new:
            new["languagetool"] = new["languagetool"].over(self.languagetool)
        return replace(self, **new)


class Configs:
    """The settings of every story of a run; files are read once. `flags` are laid over every file.

    `remarks` tell what they ask for in vain. Without `styles` Vale's have no word in it.
    """

    def __init__(self, flags: Mapping[str, Any] | None = None, fixed: str = "", *, styles: bool = True) -> None:
        self._flags = flags or {}
        self._styles = styles
        self.remarks: list[str] = []
        #: Why files were passed over in a search of folders, and how many.
        self.passed: Counter[str] = Counter()
        self._by_path: dict[str, ConfigFile | LintNewsError] = {}
        self._by_folder: dict[str, ConfigFile | LintNewsError | None] = {}
        self._settings: dict[tuple[str, tuple[int, ...], int], Settings] = {}
        self._fixed = self._file(fixed, os.getcwd(), named=True) if fixed else None

    def settings(self, path: str) -> Settings | None:
        """The settings for a story, None when the file excludes it; raises LintNewsError for a faulty file."""
        file = self.file(os.path.dirname(os.path.abspath(path)))
        if file is None:
            return self._laid("", (), (), None)
        inside = file.inside(path)
        if file.excluded and file.excluded.match_file(inside):
            return None
        choices = file.choices(path) if self._styles else None
        if choices is None and self._styles and not file.packs:
            return None
        fitting = tuple(i for i, section in enumerate(file.sections) if section.fits is None or section.fits.match_file(inside))
        return self._laid(file.folder, fitting, file.sections, choices)

    def taker(self, folder: str) -> Taker | None:
        """Who says which files of a folder are looked at, where a Vale configuration has a word on it."""
        try:
            file = self.file(os.path.abspath(folder))
        except LintNewsError:
            return None  # the files of the folder will tell it
        return Taker(file, file.sheet, self.passed) if file and file.sheet else None

    def here(self) -> Settings:
        """The settings of the folder one is in, for the commands that speak of rules: all that a Vale configuration names."""
        file = self.file(os.getcwd())
        if file is None or file.sheet is None:
            return self.settings("story.txt") or Settings()
        return self._laid(file.folder, (0,), file.sections, file.sheet.whole)

    def _laid(self, key: str, fitting: tuple[int, ...], sections: tuple[Section, ...], choices: Choices | None) -> Settings:
        if (key, fitting, id(choices)) not in self._settings:
            settings = Settings()
            for i in fitting:
                settings = settings.over(sections[i].values)
            asked = self._flags.get("select", ())
            if asked:
                settings = replace(settings, ignore=tuple(name for name in settings.ignore if name not in asked))
            if choices and (least := self._flags.get("min_level")):
                choices = replace(choices, min_level=least)
            self._settings[key, fitting, id(choices)] = replace(settings.over(self._flags), vale=choices)
        return self._settings[key, fitting, id(choices)]

    def file(self, folder: str) -> ConfigFile | None:
        """The configuration that holds in a folder; raises LintNewsError for a faulty one."""
        if self._fixed:
            return self._fixed
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
        for home in _upward(folder):
            path = os.path.join(home, NAME)
            if _stands(path):
                return self._file(path, home)
            if os.path.isfile(wrong := path[:-4] + "yml"):
                raise LintNewsError(f"{wrong}: the file must be called {NAME}; rename it")
        if not self._styles:
            return None
        if named := os.environ.get("VALE_CONFIG_PATH"):
            return self._file(os.path.abspath(named), os.getcwd(), named=True)
        for home in _upward(folder):
            for name in VALE_NAMES:
                if _stands(path := os.path.join(home, name)):
                    return self._file(path, home)
        return None

    def _file(self, path: str, folder: str, *, named: bool = False) -> ConfigFile:
        if path not in self._by_path:
            from lintnews import config_file

            try:
                read = config_file.read_vale if is_vale(path) else config_file.read_path
                self._by_path[path] = made = read(path, config_file.shown(path), folder, named=named)
                self.remarks += made.sheet.remarks if made.sheet else ()
            except LintNewsError as error:
                self._by_path[path] = error
        found = self._by_path[path]
        if isinstance(found, LintNewsError):
            raise found
        return found


class Taker:
    """Says which files and folders a search takes where a Vale configuration holds, as Vale does: those that its sections fit."""

    def __init__(self, file: ConfigFile, sheet: Sheet, passed: Counter[str]) -> None:
        self._file, self._sheet, self._passed = file, sheet, passed

    def enters(self, folder: str, usual: bool) -> bool:
        """Whether a folder is searched; Vale searches hidden ones, and not those of the styles."""
        if self._sheet.is_of_styles(folder):
            return False
        return usual or (not self._file.packs and os.path.basename(folder) not in (".git", "node_modules"))

    def takes(self, path: str, usual: bool) -> bool:
        """Whether a file is looked at, whatever its ending; a configuration is not."""
        if usual and self._file.packs:
            return True
        if os.path.basename(path) in (NAME, *VALE_NAMES):
            return False
        choices = self._sheet.choices(path)
        if choices and (why := choices.unread(path)):
            self._passed[why] += 1
            return False
        return usual or choices is not None


def is_vale(path: str) -> bool:
    """Whether a file is, by its name, a configuration of Vale."""
    return path.endswith(".ini") or os.path.basename(path) in VALE_NAMES


def _stands(path: str) -> bool:
    """Whether a configuration stands there; raises LintNewsError where what does is none: a pipe, a link to nowhere or out."""
    if os.path.isdir(path) or not os.path.lexists(path):
        return False
    if not os.path.isfile(path):
        raise LintNewsError(f"{path}: not a plain file; take it out")
    if os.path.islink(path):
        top = os.path.realpath(list(_upward(os.path.dirname(path)))[-1])
        if os.path.exists(os.path.join(top, ".git")) and os.path.commonpath([top, os.path.realpath(path)]) != top:
            raise LintNewsError(f"{path}: a link that leads out of the repository; put the file itself there, or name it with --config")
    return True


def _upward(folder: str) -> Iterator[str]:
    """The folder and those above it, up to the root of the repository."""
    home, above = folder, ""
    while home != above:
        yield home
        if os.path.exists(os.path.join(home, ".git")):
            return
        home, above = os.path.dirname(home), home
