"""Reports in, a GitLab code-quality report out: one JSON array of findings, each with a fingerprint that outlives edits above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lintnews import fingerprint
from lintnews.model import Finding, Report, Severity, Source
from lintnews.reporters import Page
from lintnews.reporters._evidence import lines
from lintnews.reporters._forms import array
from lintnews.reporters._paths import from_here

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the array finding by finding; it is closed even when the run is cut short."""
    array((row for report in reports for row in _rows(report)), page)


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    path = from_here(report.source.name)
    for finding, print_ in zip(report.findings, fingerprint.unique(report, path), strict=True):
        yield _plain(report.source, finding, path, print_)


def _plain(source: Source, finding: Finding, path: str, print_: str) -> dict[str, Any]:
    start, end = source.place(finding.at.start), source.place(finding.at.end)
    return {
        "description": " ".join(finding.message.split()),
        "check_name": finding.rule,
        "fingerprint": print_,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": start.line, "end": end.line}},
        "categories": ["Style"] if finding.severity is Severity.SUGGESTION else ["Bug Risk"],
        "content": {"body": "\n\n".join(lines(source, finding))},
    }
