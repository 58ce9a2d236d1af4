"""`lintnews check`: paths and options in, a report on the standard output, faults on the other, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from lintnews import files, lazily, reporters
from lintnews.cli import screen
from lintnews.cli.options import Values, choice, day, names
from lintnews.config import Configs, Settings
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Report, Severity
from lintnews.reporters import Page
from lintnews.rule import Rule

if TYPE_CHECKING:
    from lintnews.cli.fix import Fixing


def run(values: Values) -> int:
    """Check every path; 2 when anything asked for could not be done, else 1 when a finding is at or above `--fail-on`.

    With `--diff`, 1 when there is something to fix. `--exit-zero` makes a nought of the one.
    """
    form = values["format"] or "text"
    write = reporters.reporter(form).write
    fixing = _fixing(values)
    job = _Job(values, fixing)
    stream = _stream(values["output_file"], sys.stderr if fixing and fixing.fills_stdout else sys.stdout)
    try:
        page = screen.page(rules=job.rules, stream=stream)
        if fixing and fixing.diff:
            fixing.show(job.reports(), page)
        elif values["statistics"]:
            _statistics(job.reports(), page, form)
        else:
            write(job.reports(), page)
    finally:
        if values["output_file"]:
            stream.close()
    lazily.save()
    if fixing:
        fixing.end()
    failed = fixing.found if fixing and fixing.diff else job.failed
    return 2 if job.faulty else int(failed and not values["exit_zero"])


def _fixing(values: Values) -> Fixing | None:
    """What fixes the stories, when that was asked for."""
    if not (values["fix"] or values["unsafe_fixes"] or values["diff"]):
        return None
    from lintnews.cli import fix

    return fix.Fixing(values)


def _stream(path: str | None, default: TextIO) -> TextIO:
    """Where the report goes; raises LintNewsError for a file that cannot be written."""
    if not path:
        return default
    try:
        return open(path, "w", encoding="utf-8", newline="")
    except OSError as error:
        raise LintNewsError(f"--output-file: {path} cannot be written: {error.strerror}") from None


def _statistics(reports: Iterable[Report], page: Page, form: str) -> None:
    from lintnews.cli import statistics

    statistics.write(reports, page, form)


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

    def __init__(self, values: Values, fixing: Fixing | None = None) -> None:
        self._fixing = fixing
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
                    if self._fixing:
                        self._fixing.pass_on(found)
                    continue
                report = self._check(found, self._linter(settings))
            except LintNewsError as error:
                self._tell(str(error))
                continue
            checked += 1
            self.failed |= any(finding.severity.rank >= settings.fail_on.rank for finding in report.findings)
            yield report
        if excluded and not checked:
            print(f"lintnews: nothing was checked: {excluded} of the files excluded by the configuration", file=sys.stderr)

    def _check(self, path: str, linter: Linter) -> Report:
        source = files.read(path, self._stdin if path == "-" else "")
        return self._fixing.report(path, source, linter.check) if self._fixing else linter.check(source)

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
