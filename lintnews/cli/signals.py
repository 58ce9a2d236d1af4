"""`lintnews signals`: stories in, the profile of each out: what a reader weighs when deciding what to trust, and where it was seen."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from lintnews import engine, indicators
from lintnews.cli import screen
from lintnews.cli.options import SIGNALS, Values, choice
from lintnews.cli.stories import Stories
from lintnews.config import Settings
from lintnews.indicators.nouns import Profile
from lintnews.ledger import Story
from lintnews.model import Document
from lintnews.record import replace

_FORMS = next(option.choices for option in SIGNALS if option.name == "format")


def run(values: Values) -> int:
    """Write the profile of every story; 2 when one could not be read, else 0: an indicator is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = Stories(values)
    import_module(f"lintnews.indicators.{form}").write(job.told(partial(_profile, job)), screen.page(raw=form == "json"))
    return 2 if job.faulty else 0


def _profile(job: Stories, document: Document, settings: Settings) -> Profile:
    """The profile by the rules of the indicators, whatever the configuration has on."""
    linter = job.linter(replace(settings, select=indicators.rules(), ignore=(), profile="", packs=True, vale=None, external=(), levels={}))
    story = Story(document, linter.facts, settings.day, cited=linter.cited)
    return indicators.read(story, engine.lint(story, linter.rules).findings)
