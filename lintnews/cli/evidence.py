"""`lintnews evidence`: stories in, the dossier of each out: what was checked against what, when, and what could not be."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from lintnews import atomic, evidence, readers, sources, version
from lintnews.cli import screen
from lintnews.cli.options import EVIDENCE, Values, choice
from lintnews.cli.stories import Stories
from lintnews.config import Settings
from lintnews.evidence.nouns import Dossier
from lintnews.ledger import Story
from lintnews.model import Source
from lintnews.record import replace
from lintnews.reporters import Page

_FORMS = next(option.choices for option in EVIDENCE if option.name == "format")
_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown"}


def run(values: Values) -> int:
    """Write the dossier of every story; 2 when one could not be read, else 0: what is open is no fault."""
    job = _job(values)
    dossiers = job.each(partial(_dossier, job))
    writer = import_module(f"lintnews.evidence.{_form(values)}")
    if not values["output_file"]:
        writer.write(dossiers, screen.page(raw=True))
    else:
        parts: list[str] = []
        writer.write(dossiers, Page(parts.append))
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


def _job(values: Values) -> Stories:
    flags: dict[str, Any] = {}
    if values["profile"]:
        flags["profile"] = values["profile"]
    if values["sources"]:
        flags["sources"] = tuple(map(sources.given, values["sources"]))
    if values["archive"]:
        flags["archive"] = Path(values["archive"])
    return Stories(values, **flags)


def _dossier(job: Stories, source: Source, settings: Settings) -> Dossier:
    linter = job.linter(replace(settings, vale=None), lambda made: made.faults)
    story = Story(readers.read(source, settings.json), linter.facts, settings.day, settings.vocabulary, linter.cited)
    return evidence.read(story, linter.check(source), linter.rules, version.__version__, linter.packs.key[:16], _now())
