"""A document of an editor in, its report out: the configurations and linters are kept warm until one of their files changes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable

from lintnews import readers
from lintnews.config import NAME, Configs, Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Report, Source
from lintnews.rule import Rule

#: What editors call the formats that we read.
_LANGUAGES = {
    "plaintext": ".txt", "text": ".txt", "": ".txt", "mail": ".txt", "gitcommit": ".txt",
    "markdown": ".md", "html": ".html", "xhtml": ".html",
}  # fmt: skip
_YAML = (".yml", ".yaml")


class Desk:
    """Who answers for every open document; safe to use from several threads."""

    def __init__(self, root: str = "") -> None:
        self.root = root or os.getcwd()
        self._lock = threading.Lock()
        self.reload()

    def reload(self) -> None:
        """Forget what was read of configurations and rules."""
        self._configs = Configs({})
        self._linters: dict[Settings, Linter | LintNewsError] = {}

    def source(self, path: str, text: str, language: str = "") -> Source | None:
        """A document as a source, its name ending as its format asks; None for one that is no story."""
        known = os.path.splitext(path)[1].lower() in readers.endings()
        if known or language in _LANGUAGES:
            return Source(path if known else path + _LANGUAGES[language], text)
        return None

    def report(self, path: str, source: Source) -> Report:
        """The findings in a story, none when it is excluded; raises LintNewsError for a faulty configuration or story."""
        linter = self.linter(path)
        return linter.check(source) if linter else Report(source, ())

    def linter(self, path: str) -> Linter | None:
        """The linter of a story, None when the configuration excludes it; raises LintNewsError."""
        with self._lock:
            settings = self._configs.settings(path)
            if settings is None:
                return None
            if settings not in self._linters:
                self._linters[settings] = _made(settings)
            made = self._linters[settings]
        if isinstance(made, LintNewsError):
            raise made
        return made

    def faults(self, path: str) -> tuple[str, ...]:
        """What is wrong with the rule files of a story, a line each."""
        linter = self.linter(path)
        return linter.faults if linter else ()

    def rule(self, path: str, name: str) -> Rule | None:
        """The rule of a finding."""
        linter = self.linter(path)
        return next((rule for rule in linter.rules if rule.id == name), None) if linter else None

    def config_path(self, path: str) -> str:
        """The lintnews.yaml that holds for a story, else the one to write: in the folder that is open; raises LintNewsError."""
        with self._lock:
            found = self._configs.file(os.path.dirname(os.path.abspath(path)))
        return os.path.join(found.folder if found else self.root, NAME)


def _made(settings: Settings) -> Linter | LintNewsError:
    made = Linter(settings).remember()
    try:
        made.rules  # noqa: B018  (a name that is not there is told)
    except LintNewsError as error:
        return error
    return made


def concerns(path: str) -> bool:
    """Whether a file is one that findings hang on: a configuration, a rule, a list."""
    return os.path.basename(path) == NAME or path.endswith((*_YAML, ".ini", ".txt"))


def is_config(path: str) -> bool:
    """Whether a file is our configuration."""
    return os.path.basename(path) == NAME


def is_rule(path: str, lines: Iterable[str]) -> bool:
    """Whether a file is a rule: YAML with a key `extends` at its left edge."""
    return path.endswith(_YAML) and any(line.startswith("extends:") for line in lines)
