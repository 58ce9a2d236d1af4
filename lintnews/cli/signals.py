"""`lintnews signals`: stories in, the profile of each out: what a reader weighs when deciding what to trust, and where it was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from lintnews import files, indicators, readers
from lintnews.cli import screen
from lintnews.cli.options import SIGNALS, Values, choice, day
from lintnews.config import Configs, Settings
from lintnews.indicators.nouns import Profile
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import LintNewsError

_FORMS = next(option.choices for option in SIGNALS if option.name == "format")


def run(values: Values) -> int:
    """Write the profile of every story; 2 when one could not be read, else 0: an indicator is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = _Job(values)
    import_module(f"lintnews.indicators.{form}").write(job.profiles(), screen.page(raw=form == "json"))
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

    def profiles(self) -> Iterator[Profile]:
        """The profile of each story, as they come; what cannot be read is told and passed over."""
        for found in files.find(self._paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                if settings := self._configs.settings(self._stdin if found == "-" and self._stdin else found):
                    yield self._profile(found, settings)
            except LintNewsError as error:
                self.faulty = True
                screen.tell(str(error))

    def _profile(self, path: str, settings: Settings) -> Profile:
        linter, source = self._linter(settings), files.read(path, self._stdin if path == "-" else "")
        return indicators.read(
            Story(readers.read(source, settings.json), linter.facts, settings.day, cited=linter.cited), linter.check(source).findings
        )

    def _linter(self, settings: Settings) -> Linter:
        """A linter that runs the rules of the indicators, whatever the configuration has on."""
        if settings not in self._linters:
            asked = replace(settings, select=indicators.rules(), ignore=(), profile="", packs=True, vale=None, external=(), levels={})
            self._linters[settings] = Linter(asked)
        return self._linters[settings]
