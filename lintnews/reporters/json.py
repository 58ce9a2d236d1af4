"""Reports in, one JSON array of findings out; docs/lintnews.schema.json says what a finding holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lintnews.model import Evidence, Finding, Report, Source
from lintnews.reporters import Page
from lintnews.reporters._forms import array

_FACT = ("subject", "relation", "value", "since", "until", "as_of", "note")


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the array finding by finding; it is closed even when the run is cut short."""
    array((plain(report.source, finding) for report in reports for finding in report.findings), page)


def plain(source: Source, finding: Finding) -> dict[str, Any]:
    """A finding as plain values; offsets are code points from the start of the file, half-open."""
    start, end = source.place(finding.at.start), source.place(finding.at.end)
    return {
        "path": source.name,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "match": source.text[finding.span.start : finding.span.end],
        "fixes": [{"text": fix} for fix in finding.fixes],
        "safe": finding.safe,
        "evidence": [_evidence(source, evidence) for evidence in finding.evidence],
        "link": finding.link,
    }


def _evidence(source: Source, evidence: Evidence) -> dict[str, Any]:
    """Evidence of its kind: a dated `fact`, a place in the `story`, a `link`, or a `note` in words; a fact may have a place too."""
    out: dict[str, Any] = {"kind": "note", "text": evidence.text}
    if evidence.span is not None:
        out |= {"kind": "story", "start": evidence.span.start, "end": evidence.span.end, "line": source.place(evidence.span.start).line}
        out["text"] = evidence.text or source.text[evidence.span.start : evidence.span.end]
    if fact := evidence.fact:
        known = {key: value for key in _FACT if (value := getattr(fact, key))}
        out |= {"kind": "fact", "text": evidence.text or fact.sentence(), "fact": known, "source": fact.source}
    elif evidence.link:
        out |= {"kind": "story" if evidence.span else "link", "source": evidence.link}
    return out
