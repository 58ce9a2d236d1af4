"""Reports in, workflow commands out, which GitHub shows as annotations at the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.model import Finding, Report, Severity, Source
from lintnews.reporters import Page
from lintnews.reporters._evidence import lines
from lintnews.reporters._frame import plain
from lintnews.reporters._paths import from_here

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def write(reports: Iterable[Report], page: Page) -> None:
    """Write a command for each finding."""
    for report in reports:
        for finding in report.findings:
            properties = ",".join(f"{key}={_property(str(value))}" for key, value in _properties(report.source, finding).items())
            page.put(f"::{_COMMANDS[finding.severity]} {properties}::{_data(_told(report.source, finding))}\n")


def _told(source: Source, finding: Finding) -> str:
    return "\n".join(plain(line) for words in lines(source, finding) for line in words.split("\n"))


def _properties(source: Source, finding: Finding) -> dict[str, object]:
    """Where: columns only within one line, as GitHub takes them no other way; its last column is still inside."""
    start, end = source.place(finding.at.start), source.place(finding.at.end)
    where: dict[str, object] = {"file": plain(from_here(source.name)), "line": start.line, "endLine": end.line}
    if start.line == end.line:
        where |= {"col": start.column, "endColumn": max(start.column, end.column - 1)}
    return {**where, "title": finding.rule}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
