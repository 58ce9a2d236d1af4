"""Reports in, a Markdown page out, for a job's summary or a comment on a change: counts, then a table for each story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lintnews.model import Finding, Report, Severity, Source
from lintnews.reporters import Page
from lintnews.reporters._evidence import told
from lintnews.reporters._forms import OURS
from lintnews.reporters._frame import plain, tame, window
from lintnews.reporters._paths import from_here
from lintnews.reporters._tally import Tally

_MARKS = {Severity.ERROR: "🔴 error", Severity.WARNING: "🟠 warning", Severity.SUGGESTION: "🔵 suggestion"}
#: What has a meaning in Markdown, or in the HTML in it.
_MEANT = re.compile(r"([\\`*_\[\]<>|~&])")
_ROOM = 80


def write(reports: Iterable[Report], page: Page) -> None:
    """Write a table for each story with findings, as they come, then the count."""
    page.put(f"{OURS}\n## LintNews\n\n")
    tally = Tally()
    for report in reports:
        tally.take(report)
        if report.findings:
            page.put("".join(f"{line}\n" for line in _story(report)))
    for line in tally.lines(page):
        page.put(f"{_safe(line)}\n\n")


def _story(report: Report) -> Iterator[str]:
    yield f"### {_safe(from_here(report.source.name))}"
    yield ""
    yield "| place | severity | finding | in the copy | fix |"
    yield "|---|---|---|---|---|"
    for finding in report.findings:
        yield _row(report.source, tame(finding))
    yield ""


def _row(source: Source, finding: Finding) -> str:
    line, column = source.place(finding.at.start)
    shown = window(source, finding.span, _ROOM)
    copy = f"{_safe(shown.before)}**{_safe(shown.marked)}**{_safe(shown.after)}" if shown.marked.strip() else _safe(shown.text)
    words = "<br>".join(_safe(each) for each in (finding.message, *_because(source, finding)))
    fixes = " or ".join(_safe(fix) if fix.strip() else "take it out" for fix in finding.fixes)
    rule = f"[{_safe(finding.rule)}]({_address(finding.link)})" if finding.link.startswith(("http://", "https://")) else _safe(finding.rule)
    return f"| {line}:{column} | {_MARKS[finding.severity]} | {words}<br>{rule} | {copy} | {fixes} |"


def _because(source: Source, finding: Finding) -> Iterator[str]:
    for evidence in finding.evidence:
        place = f"line {source.place(evidence.span.start).line}: " if evidence.span else ""
        yield place + (told(evidence) or (source.text[evidence.span.start : evidence.span.end] if evidence.span else ""))


def _safe(words: str) -> str:
    """Words that mean nothing in Markdown but themselves, on one line; an address is a link."""
    return " ".join(
        f"<{_address(word)}>" if word.startswith(("http://", "https://")) else _MEANT.sub(r"\\\1", word) for word in _split(words)
    )


def _split(words: str) -> list[str]:
    return plain(words).split(" ")


def _address(link: str) -> str:
    return re.sub(r"[\s<>()|\\]", lambda found: f"%{ord(found[0]):02X}", link)
