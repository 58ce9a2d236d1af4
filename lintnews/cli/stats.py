"""`lintnews stats`: stories in, how each reads out: lengths, lede, passives, figures; beside an archive where one is named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from lintnews import atomic, stats
from lintnews.cli import screen
from lintnews.cli.options import STATS, Values, choice
from lintnews.cli.stories import Stories
from lintnews.config import Settings
from lintnews.facts import FactBase
from lintnews.ledger import Story, prose
from lintnews.model import Document, LintNewsError
from lintnews.reporters import Page

_FORMS = next(option.choices for option in STATS if option.name == "format")


def run(values: Values) -> int:
    """Show the measures of every story; 2 when one could not be read, else 0: a long sentence is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = _Job(values)
    against = job.against(values["against"] or "")
    if values["save"]:
        made = job.spread()
        if not job.faulty:
            atomic.write(values["save"], stats.dump(made))
            screen.tell(f"{values['save']}: how {made.stories} stories read")
        return 2 if job.faulty else 0
    parts: list[str] = []
    page = Page(parts.append) if values["output_file"] else screen.page(raw=form != "text")
    import_module(f"lintnews.stats.{form}").write(job.told(job.measured), against, page)
    if values["output_file"] and not job.faulty:
        atomic.write(values["output_file"], "".join(parts))
    return 2 if job.faulty else 0


class _Job(Stories):
    """One run; the facts are none, as only words are counted."""

    _facts = FactBase.of(())

    def against(self, path: str) -> stats.Spread | None:
        """The spread of a folder of stories, or the one that a file keeps; raises LintNewsError when there is neither."""
        if not path:
            return None
        if path.endswith(".json") and os.path.isfile(path):
            return stats.load(Path(path).read_text(encoding="utf-8-sig", errors="replace"), path)
        if not os.path.exists(path):
            raise LintNewsError(f"{path}: no such file or folder; --against takes a folder of stories, or a file of --save")
        return self.spread((path,))

    def spread(self, paths: Iterable[str] = ()) -> stats.Spread:
        """How some stories read, all together."""
        return stats.spread(dict(story.values) for story in self.told(self.measured, paths))

    def measured(self, document: Document, settings: Settings) -> stats.Measured:
        """A story with its measures."""
        return stats.Measured(document.source.name, prose.read(Story(document, self._facts, settings.day)))
