"""`lintnews stats`: stories in, how each reads out: lengths, lede, passives, figures; beside an archive where one is named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from lintnews import atomic, files, readers, stats
from lintnews.cli import screen
from lintnews.cli.options import STATS, Values, choice
from lintnews.config import Configs
from lintnews.facts import FactBase
from lintnews.ledger import Story, prose
from lintnews.model import LintNewsError
from lintnews.reporters import Page

_FORMS = next(option.choices for option in STATS if option.name == "format")


def run(values: Values) -> int:
    """Show the measures of every story; 2 when one could not be read, else 0: a long sentence is no fault."""
    form = choice("format", values["format"] or "text", _FORMS)
    job = _Job(values)
    against = job.against(values["against"] or "")
    if values["save"]:
        made = stats.spread(dict(story.values) for story in job.stories(values["paths"] or (".",)))
        if not job.faulty:
            atomic.write(values["save"], stats.dump(made))
            screen.tell(f"{values['save']}: how {made.stories} stories read")
        return 2 if job.faulty else 0
    parts: list[str] = []
    page = Page(parts.append) if values["output_file"] else screen.page(raw=form != "text")
    import_module(f"lintnews.stats.{form}").write(job.stories(values["paths"] or (".",)), against, page)
    if values["output_file"] and not job.faulty:
        atomic.write(values["output_file"], "".join(parts))
    return 2 if job.faulty else 0


class _Job:
    """One run: the settings it reads stories by, and whether anything went wrong."""

    def __init__(self, values: Values) -> None:
        self._stdin = values["stdin_filename"] or ""
        self._configs = Configs({}, values["config"] or "", styles=False)
        self._facts = FactBase.of(())
        self.faulty = False

    def against(self, path: str) -> stats.Spread | None:
        """The spread of a folder of stories, or the one that a file keeps; raises LintNewsError when there is neither."""
        if not path:
            return None
        if path.endswith(".json") and os.path.isfile(path):
            return stats.load(Path(path).read_text(encoding="utf-8-sig", errors="replace"), path)
        if not os.path.exists(path):
            raise LintNewsError(f"{path}: no such file or folder; --against takes a folder of stories, or a file of --save")
        return stats.spread(dict(story.values) for story in self.stories((path,)))

    def stories(self, paths: Sequence[str]) -> Iterator[stats.Measured]:
        """Every story with its measures, as they come; what cannot be read is told and passed over."""
        for found in files.find(paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                if (values := self._measured(found)) is not None:
                    yield stats.Measured(self._stdin if found == "-" and self._stdin else found, values)
            except LintNewsError as error:
                self.faulty = True
                screen.tell(str(error))

    def _measured(self, path: str) -> Mapping[str, float] | None:
        name = self._stdin if path == "-" else ""
        settings = self._configs.settings(name or path)
        if settings is None:
            return None
        document = readers.read(files.read(path, name), settings.json)
        return prose.read(Story(document, self._facts, settings.day))
