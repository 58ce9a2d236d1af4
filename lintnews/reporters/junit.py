"""Reports in, JUnit's XML out, which most CI services show: a suite for each story, a failed case for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from lintnews.model import Finding, Report, Severity, Source
from lintnews.reporters import Page
from lintnews.reporters._evidence import lines
from lintnews.reporters._paths import from_here
from lintnews.reporters._xml import HEAD, attributes, text


def write(reports: Iterable[Report], page: Page) -> None:
    """Write suite by suite. Errors and warnings fail; a suggestion is a case that passes, with its words as output."""
    page.put(f'{HEAD}<testsuites name="lintnews">\n')
    try:
        for report in reports:
            page.put("".join(f"{line}\n" for line in _suite(report)))
    finally:
        page.put("</testsuites>\n")


def _suite(report: Report) -> Iterator[str]:
    failed = sum(finding.severity is not Severity.SUGGESTION for finding in report.findings)
    name = from_here(report.source.name)
    count = max(1, len(report.findings))
    yield f"  <testsuite {attributes(name=name, tests=count, failures=failed, errors=0, skipped=0)}>"
    if not report.findings:
        yield f"    <testcase {attributes(classname=name, name='no findings')}/>"
    for finding in report.findings:
        yield from _case(report.source, finding, name)
    yield "  </testsuite>"


def _case(source: Source, finding: Finding, name: str) -> Iterator[str]:
    place = source.place(finding.at.start)
    told = text("\n".join((f"{name}:{place.line}:{place.column}", *lines(source, finding))))
    yield f"    <testcase {attributes(classname=name, name=f'{finding.rule} {place.line}:{place.column}', file=name, line=place.line)}>"
    if finding.severity is Severity.SUGGESTION:
        yield f"      <system-out>{escape(told)}</system-out>"
    else:
        yield f"      <failure {attributes(type=finding.severity.value, message=finding.message)}>{escape(told)}</failure>"
    yield "    </testcase>"
