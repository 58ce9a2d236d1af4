"""The standard input in, a line for each story; what came of it out, a line each: what a helping process does until its input ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import Any, BinaryIO

from lintnews import lazily
from lintnews.cli import fault, work
from lintnews.cli.check import flags
from lintnews.config import Configs, Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Source

READY = b"ready\n"


def main() -> None:
    """Serve; what anything else writes to the standard output goes to the other, so that only answers are read as answers."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, out)


def serve(asked: BinaryIO, out: BinaryIO) -> None:
    """Answer every line; the first holds the options of the run."""
    values = json.loads(asked.readline())
    stories = _Stories(values)
    out.write(READY)
    out.flush()
    for line in asked:
        out.write(stories.answer(json.loads(line)) + b"\n")
        out.flush()
    lazily.save()


class _Stories:
    """One linter for each of the settings, as in the run itself, which has told their faults."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._configs = Configs(flags(values), values["config"] or "")
        self._linters: dict[Settings, Linter] = {}

    def answer(self, asked: Mapping[str, str]) -> bytes:
        """The answer to one story: `=` and what came of it, `2` and what the user can mend, or `3` and our fault."""
        source = Source(asked["name"], asked["text"])
        try:
            return b"=" + work.dumps(work.done(self._linter(asked["place"]), source, asked["fix"]), source)
        except LintNewsError as error:
            return b"2" + json.dumps(str(error)).encode()
        except Exception as error:
            return b"3" + json.dumps(fault.words(error)).encode()

    def _linter(self, place: str) -> Linter:
        settings = self._configs.settings(place) or Settings()
        if settings not in self._linters:
            self._linters[settings] = Linter(settings)
        return self._linters[settings]
