"""Reports in, a SARIF 2.1.0 log out, for the tools that gather findings."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import Any
from urllib.parse import quote

from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.reporters import Page
from lintnews.reporters._evidence import told
from lintnews.reporters._paths import from_here
from lintnews.rule import Rule
from lintnews.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the log result by result, and at its end the rules."""
    page.put(f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": [')
    found: dict[str, None] = {}
    before = "\n"
    try:
        for report in reports:
            for finding in report.findings:
                found[finding.rule] = None
                page.put(before + dumps(_result(report.source, finding), ensure_ascii=False))
                before = ",\n"
    finally:
        page.put(f'\n], "tool": {dumps(_tool(page.rules(), found), ensure_ascii=False)}}}]}}\n')


def _tool(rules: Iterable[Rule], found: Iterable[str]) -> dict[str, Any]:
    known = {rule.id: _rule(rule) for rule in rules}
    said = {name: {"id": name} for name in found}
    every = list({**said, **known}.values())
    return {"driver": {"name": "lintnews", "version": __version__, "semanticVersion": __version__, "rules": every}}


def _rule(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.message},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"kind": rule.kind, "tags": [rule.pack]},
    }
    if rule.why:
        made["fullDescription"] = made["help"] = {"text": rule.why}
    if rule.link:
        made["helpUri"] = rule.link
    return made


def _result(source: Source, finding: Finding) -> dict[str, Any]:
    words = [told(evidence) for evidence in finding.evidence if evidence.fact or evidence.span is None]
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join((finding.message, *words))},
        "locations": [{"physicalLocation": _place(source, finding.at)}],
    }
    places = [e for e in finding.evidence if e.span is not None]
    if places:
        made["relatedLocations"] = [
            {"id": i, "physicalLocation": _place(source, e.span), "message": {"text": e.text or "here"}}
            for i, e in enumerate(places, 1)
            if e.span is not None
        ]
    if finding.fixes:
        made["fixes"] = [_fix(source, finding.span, fix) for fix in finding.fixes]
    return made


def _fix(source: Source, span: Span, text: str) -> dict[str, Any]:
    change = {"deletedRegion": _region(source, span), "insertedContent": {"text": text}}
    return {
        "description": {"text": f"Replace by “{text}”" if text else "Take it out"},
        "artifactChanges": [{"artifactLocation": _file(source), "replacements": [change]}],
    }


def _place(source: Source, span: Span) -> dict[str, Any]:
    region = {**_region(source, span), "snippet": {"text": source.text[span.start : span.end]}}
    return {"artifactLocation": _file(source), "region": region}


def _region(source: Source, span: Span) -> dict[str, int]:
    start, end = source.place(span.start), source.place(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _file(source: Source) -> dict[str, str]:
    name = from_here(source.name)
    return {"uri": ("file://" if name.startswith("/") else "") + quote(name, errors="surrogateescape")}
