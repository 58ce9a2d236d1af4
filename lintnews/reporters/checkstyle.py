"""Reports in, Checkstyle's XML out, for the tools that read it."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.model import Finding, Report, Severity, Source
from lintnews.reporters import Page
from lintnews.reporters._evidence import lines
from lintnews.reporters._paths import from_here
from lintnews.reporters._xml import HEAD, attributes

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the file elements as the reports come; the document is closed even when the run is cut short."""
    page.put(f'{HEAD}<checkstyle version="8.0">\n')
    try:
        for report in reports:
            errors = "".join(f"    <error {_told(report.source, finding)}/>\n" for finding in report.findings)
            page.put(f"  <file {attributes(name=from_here(report.source.name))}>\n{errors}  </file>\n")
    finally:
        page.put("</checkstyle>\n")


def _told(source: Source, finding: Finding) -> str:
    line, column = source.place(finding.at.start)
    words = "\n".join(lines(source, finding))
    return attributes(line=line, column=column, severity=_SEVERITIES[finding.severity], message=words, source=f"lintnews.{finding.rule}")
