"""Reports in, one HTML page out that stands alone: no script, no request, light and dark, each finding with its line and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from lintnews.model import Evidence, Finding, Report, Source
from lintnews.reporters import Page
from lintnews.reporters._forms import head
from lintnews.reporters._frame import plain, tame, window
from lintnews.reporters._tally import Tally

_ROOM = 160
_STYLE = """\
:root { color-scheme: light dark; --error: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5300, #ffb74d);
  --suggestion: light-dark(#1b5e91, #82b8e8); --quiet: light-dark(#5c5c5c, #a8a8a8); --line: light-dark(#dcdcdc, #444); }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem;
  background: light-dark(#fdfdfb, #1b1b1b); color: light-dark(#1c1c1c, #ececec); }
h1, h2, .rule, footer { font-family: system-ui, sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin-top: 2.2rem; overflow-wrap: anywhere; }
article { border-top: 1px solid var(--line); padding: .8rem 0; }
.rule { font-size: .85rem; margin: 0; color: var(--quiet); }
.error b { color: var(--error); } .warning b { color: var(--warning); } .suggestion b { color: var(--suggestion); }
.message { margin: .2rem 0; font-weight: bold; } blockquote { margin: .5rem 0 .5rem 1rem; overflow-wrap: anywhere; }
mark { background: none; color: inherit; text-decoration: underline wavy 1.5px; text-underline-offset: .2em; }
.error mark { text-decoration-color: var(--error); } .warning mark { text-decoration-color: var(--warning); }
.suggestion mark { text-decoration-color: var(--suggestion); }
ul { margin: .3rem 0; padding-left: 1.2rem; color: var(--quiet); font-size: .92rem; overflow-wrap: anywhere; }
a { color: inherit; } footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .8rem; }
"""
_HEAD = head("LintNews: the findings", _STYLE) + "<h1>LintNews: the findings</h1>\n"


def write(reports: Iterable[Report], page: Page) -> None:
    """Write the page story by story; it is closed even when the run is cut short."""
    page.put(_HEAD)
    tally = Tally()
    try:
        for report in reports:
            tally.take(report)
            if report.findings:
                page.put("".join(f"{line}\n" for line in _story(report)))
    finally:
        counts = "".join(f"<p>{escape(line)}</p>\n" for line in tally.lines(Page(page.put)))
        page.put(f"</main>\n<footer>\n{counts}</footer>\n</body>\n</html>\n")


def _story(report: Report) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(plain(report.source.name))}</h2>"
    for finding in report.findings:
        yield from _finding(report.source, tame(finding))
    yield "</section>"


def _finding(source: Source, finding: Finding) -> Iterator[str]:
    line, column = source.place(finding.at.start)
    shown = window(source, finding.span, _ROOM)
    yield f'<article class="{finding.severity.value}">'
    yield f'<p class="rule"><b>{finding.severity.value}</b> {escape(finding.rule)}, line {line}, column {column}</p>'
    yield f'<p class="message">{escape(finding.message)}</p>'
    yield f"<blockquote>{escape(shown.before)}<mark>{escape(shown.marked)}</mark>{escape(shown.after)}</blockquote>"
    if items := [*(_because(source, evidence) for evidence in finding.evidence), *_fixes(finding), *_link(finding.link)]:
        yield "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    yield "</article>"


def _because(source: Source, evidence: Evidence) -> str:
    """The other place in the story, the fact with its sources, a link, or a sum worked out."""
    words = escape(evidence.text)
    if evidence.span is not None:
        line = source.place(evidence.span.start).line
        words = f"line {line}: “{escape(plain(source.text[evidence.span.start : evidence.span.end]))}” {words}".rstrip()
    if fact := evidence.fact:
        sources = ", ".join(_reference(each) for each in fact.source.split(" ; "))
        told = f"{words}: " if evidence.text not in ("", fact.sentence()) else ""
        return f"{told}{escape(fact.sentence())} ({sources}, as of {escape(fact.as_of)})"
    return f"{words} {_reference(evidence.link)}".strip()


def _fixes(finding: Finding) -> Iterator[str]:
    if finding.fixes:
        yield "Fix: " + " or ".join(f"“{escape(plain(fix))}”" if fix else "take it out" for fix in finding.fixes)


def _link(link: str) -> Iterator[str]:
    if link:
        yield _reference(link)


def _reference(link: str) -> str:
    """A link, if it is one to a page."""
    words = escape(link)
    return f'<a href="{words}" rel="noreferrer">{words}</a>' if link.startswith(("http://", "https://")) else words
