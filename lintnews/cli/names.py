"""`lintnews names`: stories in, the list of their names out, each with how it was checked: what a desk has to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from lintnews import files, readers, roll
from lintnews.cli import screen
from lintnews.cli.options import NAMES, Values, choice, day
from lintnews.config import Configs, Settings
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import LintNewsError

_FORMS = next(option.choices for option in NAMES if option.name == "format")


def run(values: Values) -> int:
    """List the names of every story; 2 when one could not be read, else 0: a name to confirm is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = _Job(values)
    import_module(f"lintnews.roll.{form}").write(job.rolls(), screen.page())
    return 2 if job.faulty else 0


class _Job:
    """One run: the settings it reads stories by, and whether anything went wrong."""

    def __init__(self, values: Values) -> None:
        flags: dict[str, Any] = {"cache": not values["no_cache"]}
        if values["date"]:
            flags["day"] = day(values["date"])
        self._paths = values["paths"] or (".",)
        self._stdin = values["stdin_filename"] or ""
        self._configs = Configs(flags, values["config"] or "", styles=False)
        self._linters: dict[Settings, Linter] = {}
        self.faulty = False

    def rolls(self) -> Iterator[roll.Roll]:
        """The roll of each story, as they come; what cannot be read is told and passed over."""
        for found in files.find(self._paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                if made := self._roll(found):
                    yield made
            except LintNewsError as error:
                self.faulty = True
                screen.tell(str(error))

    def _roll(self, path: str) -> roll.Roll | None:
        settings = self._configs.settings(self._stdin if path == "-" and self._stdin else path)
        if settings is None:
            return None
        document = readers.read(files.read(path, self._stdin if path == "-" else ""))
        return roll.read(Story(document, self._linter(settings).packs.facts, settings.day))

    def _linter(self, settings: Settings) -> Linter:
        if settings not in self._linters:
            made = self._linters[settings] = Linter(settings)
            for fault in made.packs.faults:
                self.faulty = True
                screen.tell(fault)
        return self._linters[settings]
