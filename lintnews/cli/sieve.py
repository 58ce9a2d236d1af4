"""The options that leave known and old findings out in, what sifts the findings of each story out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lintnews import atomic, baseline
from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.model import Finding, LintNewsError, Report, Source
from lintnews.reporters._tally import count

if TYPE_CHECKING:
    from lintnews.cli.changed import Changed


class Sieve:
    """What `--diff-base` and `--baseline` leave of the findings, and what becomes of the baseline in the end."""

    def __init__(self, values: Values) -> None:
        self._writes, self._shrinks = values["write_baseline"], values["shrink_baseline"]
        self._path = values["baseline"] or (baseline.NAME if self._writes or self._shrinks else "")
        if self._writes and (self._shrinks or values["diff_base"]):
            raise LintNewsError("--write-baseline: it takes all findings; leave --shrink-baseline and --diff-base out")
        self._baseline = baseline.read(self._path) if self._path and (not self._writes or os.path.exists(self._path)) else None
        self._changed: Changed | None = None
        if values["diff_base"] is not None:
            from lintnews.cli import changed

            self._changed = changed.Changed(values["diff_base"])
        self._reports: list[Report] = []

    def untouched(self, path: str) -> bool:
        """Whether a story need not be checked, for nothing in it has changed."""
        return self._changed is not None and self._changed.untouched(path)

    def new(self, source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that are told."""
        found = tuple(findings)
        if self._writes:
            self._reports.append(Report(source, found))
            return ()
        if self._changed:
            found = self._changed.new(source, found)
        return self._baseline.new(source, found) if self._baseline else found

    def end(self, fault: int) -> None:
        """Write or shrink the baseline, if nothing went wrong; else tell what of it is gone. Raises LintNewsError."""
        if fault and (self._writes or self._shrinks):
            screen.tell(f"{self._path}: left as it is, for not every story could be checked")
        elif self._writes:
            self._write()
        elif self._baseline and not self._changed and (gone := self._baseline.gone):
            if self._shrinks:
                atomic.write(self._path, baseline.dumps(self._baseline.shrunk()))
                screen.tell(f"{self._path}: no longer there: {count(gone, 'finding')}, taken out")
            else:
                screen.tell(f"{self._path}: no longer there: {count(gone, 'finding')}; shrink it with --shrink-baseline")

    def _write(self) -> None:
        """Write what was found, beside what the file knows of stories that were not checked."""
        folder = os.path.dirname(os.path.abspath(self._path))
        found = baseline.of(self._reports, folder)
        home = baseline.Baseline({}, folder)
        checked = {home.path(report.source.name) for report in self._reports}
        others = self._baseline.shrunk() if self._baseline else {}
        entries = {**{path: prints for path, prints in others.items() if path not in checked}, **found}
        atomic.write(self._path, baseline.dumps(dict(sorted(entries.items()))))
        screen.tell(f"Wrote {count(sum(map(len, found.values())), 'finding')} to {self._path}")
