"""Findings in, findings out without echoes: where two rules make the same change to the copy, the better one speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lintnews.model import Finding, Span

#: A change to the copy: the span replaced and what replaces it, cut down to what differs.
_Edit = tuple[Span, str]


def merged(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """Keep one finding of those whose first fix is the same edit: the most severe, then the one with more evidence.

    The edit is safe when one of them says so.
    """
    best: dict[_Edit, Finding] = {}
    out: list[Finding] = []
    for finding in findings:
        if not finding.fixes:
            out.append(finding)
            continue
        edit = _edit(text, finding.span, finding.fixes[0])
        best[edit] = _better(finding, best[edit]) if edit in best else finding
    return out + list(best.values())


def _better(one: Finding, other: Finding) -> Finding:
    kept = one if _weight(one) > _weight(other) else other
    return replace(kept, safe=one.safe or other.safe)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, len(finding.evidence), finding.span.end - finding.span.start


def _edit(text: str, span: Span, fix: str) -> _Edit:
    """The smallest edit that a fix makes."""
    start, end = span
    while start < end and fix and text[start] == fix[0]:
        start, fix = start + 1, fix[1:]
    while start < end and fix and text[end - 1] == fix[-1]:
        end, fix = end - 1, fix[:-1]
    return Span(start, end), fix
