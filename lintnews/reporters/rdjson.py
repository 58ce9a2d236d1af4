"""Reports in, reviewdog's diagnostics out, one JSON object with every finding and its fixes as suggestions."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import Any

from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.reporters import Page
from lintnews.reporters._evidence import lines, told
from lintnews.reporters._paths import from_here

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the object finding by finding; it is closed even when the run is cut short."""
    page.put('{"source": {"name": "lintnews"}, "diagnostics": [')
    before = "\n"
    try:
        for report in reports:
            for finding in report.findings:
                page.put(before + dumps(_plain(report.source, finding), ensure_ascii=False))
                before = ",\n"
    finally:
        page.put("\n]}\n")


def _plain(source: Source, finding: Finding) -> dict[str, Any]:
    code = {"value": finding.rule, **({"url": finding.link} if finding.link else {})}
    made: dict[str, Any] = {
        "message": "\n".join(lines(source, finding)),
        "severity": _SEVERITIES[finding.severity],
        "code": code,
        "location": _place(source, finding.at),
    }
    if finding.fixes:
        made["suggestions"] = [{"range": _range(source, finding.span), "text": fix} for fix in finding.fixes]
    if places := [evidence for evidence in finding.evidence if evidence.span is not None]:
        made["relatedLocations"] = [
            {"message": told(evidence), "location": _place(source, evidence.span)} for evidence in places if evidence.span
        ]
    return made


def _place(source: Source, span: Span) -> dict[str, Any]:
    return {"path": from_here(source.name), "range": _range(source, span)}


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    """Columns are bytes of UTF-8 there, counted from one."""
    line, column = source.place(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
