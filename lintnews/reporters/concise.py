"""Reports in, a line for each finding out: path:line:column: severity rule message."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.model import Report
from lintnews.reporters import Page, Style
from lintnews.reporters._frame import plain


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the lines; a clean run writes none."""
    for report in reports:
        for finding in report.findings:
            line, column = report.source.place(finding.at.start)
            severity = page.paint(finding.severity, Style.of(finding.severity))
            place = page.paint(f"{plain(report.source.name)}:{line}:{column}:", Style.PLACE)
            page.put(f"{place} {severity} {plain(finding.rule)} {' '.join(plain(finding.message).split())}\n")
