"""`lintnews names`: stories in, the list of their names out, each with how it was checked: what a desk has to confirm."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from lintnews import roll
from lintnews.cli import screen
from lintnews.cli.options import NAMES, Values, choice
from lintnews.cli.stories import Stories
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.model import Document

_FORMS = next(option.choices for option in NAMES if option.name == "format")


def run(values: Values) -> int:
    """List the names of every story; 2 when one could not be read, else 0: a name to confirm is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = Stories(values)
    import_module(f"lintnews.roll.{form}").write(job.told(partial(_roll, job)), screen.page())
    return 2 if job.faulty else 0


def _roll(job: Stories, document: Document, settings: Settings) -> roll.Roll:
    packs = job.linter(settings, lambda made: made.packs.faults).packs
    return roll.read(Story(document, packs.facts, settings.day))
