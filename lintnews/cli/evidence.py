"""`lintnews evidence`: stories in, the dossier of each out: what was checked against what, when, and what could not be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from lintnews import atomic, evidence, files, readers, sources, version
from lintnews.cli import screen
from lintnews.cli.options import EVIDENCE, Values, choice, day
from lintnews.config import Configs, Settings
from lintnews.evidence.nouns import Dossier
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Source
from lintnews.reporters import Page

_FORMS = next(option.choices for option in EVIDENCE if option.name == "format")
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown"}


def run(values: Values) -> int:
    """Write the dossier of every story; 2 when one could not be read, else 0: what is open is no fault."""
    job = _Job(values)
    writer = import_module(f"lintnews.evidence.{_form(values)}")
    if not values["output_file"]:
        writer.write(job.dossiers(), screen.page(raw=True))
    else:
        parts: list[str] = []
        writer.write(job.dossiers(), Page(parts.append))
        if not job.faulty:
            atomic.write(values["output_file"], "".join(parts))
    return 2 if job.faulty else 0


def _form(values: Values) -> str:
    """The form that is asked for, else the one that the ending of the output file tells, else Markdown."""
    ending = os.path.splitext(values["output_file"] or "")[1].lower()
    return choice("format", values["format"] or _ENDINGS.get(ending, "markdown"), _FORMS)


def _now() -> datetime:
    """The time; SOURCE_DATE_EPOCH gives another, so that a report can be made again byte for byte."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(told), UTC) if told.isdecimal() and len(told) < 12 else datetime.now(UTC)


class _Job:
    """One run: the settings it reads stories by, and whether anything went wrong."""

    def __init__(self, values: Values) -> None:
        flags: dict[str, Any] = {"cache": not values["no_cache"]}
        if values["date"]:
            flags["day"] = day(values["date"])
        if values["profile"]:
            flags["profile"] = values["profile"]
        if values["sources"]:
            flags["sources"] = tuple(map(sources.given, values["sources"]))
        if values["archive"]:
            flags["archive"] = Path(values["archive"])
        self._paths = values["paths"] or (".",)
        self._stdin = values["stdin_filename"] or ""
        self._configs = Configs(flags, values["config"] or "", styles=False)
        self._linters: dict[Settings, Linter] = {}
        self.faulty = False

    def dossiers(self) -> Iterator[Dossier]:
        """The dossier of each story, as they come; what cannot be read is told and passed over."""
        for found in files.find(self._paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                settings = self._configs.settings(self._stdin if found == "-" and self._stdin else found)
                if settings:
                    yield self._dossier(files.read(found, self._stdin if found == "-" else ""), settings)
            except LintNewsError as error:
                self.faulty = True
                screen.tell(str(error))

    def _dossier(self, source: Source, settings: Settings) -> Dossier:
        linter = self._linter(settings)
        story = Story(readers.read(source, settings.json), linter.facts, settings.day, settings.vocabulary, linter.cited)
        return evidence.read(story, linter.check(source), linter.rules, version.__version__, linter.packs.key[:16], _now())

    def _linter(self, settings: Settings) -> Linter:
        if settings not in self._linters:
            made = self._linters[settings] = Linter(replace(settings, vale=None))
            for fault in made.faults:
                self.faulty = True
                screen.tell(fault)
        return self._linters[settings]
