"""Findings in, an editor's diagnostics and hovers out."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from lintnews.lsp.positions import Positions
from lintnews.model import Evidence, Finding, Severity, Span
from lintnews.rule import Rule

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, at: Positions, uri: str) -> types.Diagnostic:
    """A finding as a diagnostic; the other side of a contradiction is a place beside it."""
    places = [
        types.DiagnosticRelatedInformation(types.Location(uri, at.range(evidence.span)), evidence.text or "the other side")
        for evidence in finding.evidence
        if evidence.span is not None
    ]
    return types.Diagnostic(
        at.range(finding.span),
        finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(finding.link) if _is_page(finding.link) else None,
        source="lintnews",
        related_information=places or None,
    )


def fault(words: str, range_: types.Range, severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Error) -> types.Diagnostic:
    """What is wrong with a file of rules or of the configuration, as a diagnostic."""
    return types.Diagnostic(range_, words, severity=severity, source="lintnews")


def touching(findings: tuple[Finding, ...], span: Span) -> list[Finding]:
    """The findings that a span touches, the nearest around it first."""
    here = [finding for finding in findings if finding.span.start <= span.end and span.start <= finding.span.end]
    return sorted(here, key=lambda finding: finding.span.end - finding.span.start)


def told(finding: Finding, rule: Rule | None, at: Positions) -> str:
    """All that can be said of a finding, as Markdown: what, why, the evidence with its sources and dates, the fixes."""
    return "\n\n".join(_paragraphs(finding, rule, at))


def _paragraphs(finding: Finding, rule: Rule | None, at: Positions) -> Iterator[str]:
    yield f"**{_plain(finding.message)}**"
    if items := [f"- {_because(evidence, at)}" for evidence in finding.evidence]:
        yield "\n".join(items)
    if finding.fixes:
        safe = " (safe)" if finding.safe else ""
        yield f"Fix{safe}: " + " or ".join(f"“{_plain(fix)}”" if fix else "take it out" for fix in finding.fixes)
    if rule and rule.why:
        yield _plain(" ".join(rule.why.split()))
    link = f", [more]({finding.link})" if _is_page(finding.link) else ""
    yield f"{finding.severity} `{finding.rule}`{link}"


def _because(evidence: Evidence, at: Positions) -> str:
    words = _plain(evidence.text)
    if evidence.span is not None:
        quoted = " ".join(at.source.text[evidence.span.start : evidence.span.end].split())
        words = f"line {at.source.place(evidence.span.start).line} “{_plain(quoted)}” {words}".rstrip()
    if fact := evidence.fact:
        told = "" if evidence.text in ("", fact.sentence()) else f"{words}: "
        return f"{told}{_plain(fact.sentence())}, as of {fact.as_of}: {', '.join(map(_reference, fact.source.split(' ; ')))}"
    return f"{words} {_reference(evidence.link)}".strip()


def _reference(link: str) -> str:
    return f"<{link}>" if _is_page(link) else _plain(link)


def _is_page(link: str) -> bool:
    return link.startswith(("http://", "https://")) and not any(char in link for char in " \t\r\n<>()")


def _plain(words: str) -> str:
    """Words that mean nothing in Markdown but themselves."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in words)
