"""`lintnews check`: paths and options in, a report on the standard output, faults on the other, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from lintnews import files, reporters
from lintnews.cli import screen
from lintnews.cli.options import Values, choice, day, names
from lintnews.config import Configs, Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Report, Severity
from lintnews.rule import Rule


def run(values: Values) -> int:
    """Check every path; 2 when anything asked for could not be done, else 1 when a finding is at or above `--fail-on`."""
    reporter = reporters.reporter(values["format"] or "text")
    job = _Job(values)
    reporter.write(job.reports(), screen.page(rules=job.rules))
    return 2 if job.faulty else int(job.failed)


def flags(values: Values) -> dict[str, Any]:
    """The options as settings, only those that were given; raises LintNewsError for a value that cannot be."""
    out: dict[str, Any] = {"cache": not values["no_cache"], "written": {}}
    for key in ("select", "ignore"):
        if listed := names(values[key]):
            out[key] = listed
            out["written"] |= dict.fromkeys(listed, f"--{key}")
    for key in ("min_level", "fail_on"):
        if values[key]:
            out[key] = Severity(choice(key, values[key], Severity))
    if values["profile"]:
        out["profile"] = values["profile"]
        out["written"][f"profile {values['profile']}"] = "--profile"
    if values["date"]:
        out["day"] = day(values["date"])
    return out


class _Job:
    """One run: where it stands, and what went wrong so far."""

    def __init__(self, values: Values) -> None:
        self._paths = values["paths"] or (".",)
        self._stdin = values["stdin_filename"] or ""
        self._configs = Configs(flags(values), values["config"] or "")
        self._linters: dict[Settings, Linter | LintNewsError] = {}
        self._told: set[str] = set()
        self.faulty = self.failed = False

    def rules(self) -> tuple[Rule, ...]:
        """The rules that ran, each once."""
        linters = [linter for linter in self._linters.values() if isinstance(linter, Linter)]
        return tuple({rule.id: rule for linter in linters for rule in linter.rules}.values())

    def reports(self) -> Iterator[Report]:
        """A report for each story, as they come; what cannot be read is told and passed over."""
        excluded = checked = 0
        for found in files.find(self._paths):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                settings = self._configs.settings(self._stdin if found == "-" and self._stdin else found)
                if settings is None:
                    excluded += 1
                    continue
                report = self._linter(settings).check(files.read(found, self._stdin if found == "-" else ""))
            except LintNewsError as error:
                self._tell(str(error))
                continue
            checked += 1
            self.failed |= any(finding.severity.rank >= settings.fail_on.rank for finding in report.findings)
            yield report
        if excluded and not checked:
            print(f"lintnews: nothing was checked: {excluded} of the files excluded by the configuration", file=sys.stderr)

    def _linter(self, settings: Settings) -> Linter:
        """The linter of these settings, made once; so is the error when there can be none."""
        if settings not in self._linters:
            self._linters[settings] = self._made(settings)
        made = self._linters[settings]
        if isinstance(made, LintNewsError):
            raise made
        return made

    def _made(self, settings: Settings) -> Linter | LintNewsError:
        made = Linter(settings)
        for fault in made.packs.faults:
            self._tell(fault)
        try:
            made.rules  # noqa: B018  (a name that is not there is told before the first story)
        except LintNewsError as error:
            return error
        return made

    def _tell(self, words: str) -> None:
        self.faulty = True
        for line in words.splitlines():
            if line not in self._told:
                print(line, file=sys.stderr)
                self._told.add(line)
