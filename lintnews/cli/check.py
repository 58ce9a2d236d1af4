"""`lintnews check`: paths and options in, a report on the standard output, faults on the other, an exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from lintnews import lazily, reporters
from lintnews.cli import screen
from lintnews.cli.job import Job
from lintnews.cli.options import Values, choice, day, names
from lintnews.config import Configs
from lintnews.languagetool import asked
from lintnews.model import LintNewsError, Report, Severity
from lintnews.record import replace
from lintnews.reporters import Page

if TYPE_CHECKING:
    from lintnews.cli.fix import Fixing
    from lintnews.cli.sieve import Sieve
    from lintnews.ledger.sources import Cited


def run(values: Values) -> int:
    """Check every path; 2 when anything asked for could not be done (3 by our fault), else 1 when a finding is at or above `--fail-on`.

    With `--diff`, 1 when there is something to fix. `--exit-zero` makes a nought of the one.
    """
    if values["watch"] or values["ask"]:
        return _long(values)
    return once(values)


def once(values: Values) -> int:
    """One run over the paths."""
    form = values["format"] or "text"
    write = reporters.reporter(form).write
    fixing = _fixing(values)
    sifting = sieve(values)
    job = Job(values, Configs(flags(values), values["config"] or ""), fixing, sifting)
    if values["strict"] and not job.sound():
        return 2
    stream = _stream(values["output_file"], sys.stderr if fixing and fixing.fills_stdout else sys.stdout)
    try:
        page = screen.page(rules=job.rules, stream=stream, raw=form not in ("text", "concise"))
        if sys.stderr.isatty():
            page = _with_progress(job, page)
        if fixing and fixing.diff:
            fixing.show(job.reports(), page)
        elif values["write_baseline"]:
            for _ in job.reports():
                pass
        elif values["statistics"]:
            _statistics(job.reports(), page, form)
        else:
            write(job.reports(), page)
    finally:
        if values["output_file"]:
            stream.close()
    lazily.save()
    if sifting:
        sifting.end(job.fault)
    if fixing:
        fixing.end()
    failed = fixing.found if fixing and fixing.diff else job.failed
    return job.fault or int(failed and not values["exit_zero"])


def _long(values: Values) -> int:
    """A run that goes on: until it is interrupted, or until somebody has answered."""
    if values["ask"]:
        from lintnews.cli import ask

        return ask.run(values)
    from lintnews.cli import watch

    return watch.run(values)


def _fixing(values: Values) -> Fixing | None:
    """What fixes the stories, when that was asked for."""
    if not (values["fix"] or values["unsafe_fixes"] or values["diff"]):
        return None
    from lintnews.cli import fix

    return fix.Fixing(values)


def sieve(values: Values) -> Sieve | None:
    """What leaves old and known findings out, when that was asked for."""
    if values["diff_base"] is None and not (values["baseline"] or values["write_baseline"] or values["shrink_baseline"]):
        return None
    from lintnews.cli.sieve import Sieve

    return Sieve(values)


def _stream(path: str | None, default: TextIO) -> TextIO:
    """Where the report goes; raises LintNewsError for a file that cannot be written."""
    if not path:
        return default
    try:
        return open(path, "w", encoding="utf-8", newline="")
    except OSError as error:
        raise LintNewsError(f"--output-file: {path} cannot be written: {error.strerror}") from None


def _with_progress(job: Job, page: Page) -> Page:
    """A bar for who looks, out of the way of the report."""
    from lintnews.cli.progress import Progress

    job.progress = Progress(sys.stderr)
    return replace(page, put=job.progress.aside(page.put))


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
    if values["archive"]:
        out["archive"] = Path(values["archive"])
    if values["date"]:
        out["day"] = day(values["date"])
    if values["sources"]:
        out["sources"] = _sources(values["sources"])
    if values["languagetool"] or values["languagetool_server"]:
        out["languagetool"] = asked.by_hand(values["languagetool_server"] or "on")
    if values["trust"] or os.environ.get("LINTNEWS_TRUST"):
        out["trust"] = True
    return out


def _sources(paths: Iterable[str]) -> tuple[Cited, ...]:
    """The texts that every story of the run is held against; raises LintNewsError for a file that cannot be read."""
    from lintnews import sources

    return tuple(map(sources.given, paths))
