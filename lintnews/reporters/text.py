"""Reports in, the findings as people read them out: place, message, the line with the span marked, why, the fix; then a count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Evidence, Fact, Finding, Report, Source, Span
from lintnews.reporters import Page, Style
from lintnews.reporters._evidence import choices
from lintnews.reporters._frame import columns, head, plain, tame, window, wrap
from lintnews.reporters._tally import Tally

_NARROWEST = 30


def write(reports: Iterable[Report], page: Page) -> None:
    """Write every finding, then how many there were; nothing at all when there was no story."""
    tally = Tally()
    for report in reports:
        tally.take(report)
        for finding in report.findings:
            page.put(entry(report.source, finding, page) + "\n")
    page.put("".join(f"{line}\n" for line in tally.lines(page)))


def entry(source: Source, finding: Finding, page: Page) -> str:
    """One finding, all its lines."""
    return "\n".join(_Entry(source, finding, page).lines()) + "\n"


class _Entry:
    """One finding on its way to the page; all its lines hang on one gutter as wide as the line's number."""

    def __init__(self, source: Source, finding: Finding, page: Page) -> None:
        self._source, self._finding, self._page = source, tame(finding), page
        self._place = source.place(finding.at.start)
        self._gutter = len(str(source.place(finding.span.start).line))
        self._room = max(_NARROWEST, page.width - self._gutter - 3)
        longer = max(0, columns(plain(finding.fixes[0])) - finding.span.end + finding.span.start) if finding.fixes else 0
        self._window = window(source, finding.span, max(_NARROWEST, self._room - longer))

    def lines(self) -> Iterator[str]:
        finding, paint = self._finding, self._page.paint
        place = paint(f"{plain(self._source.name)}:{self._place.line}:{self._place.column}", Style.PLACE)
        fixable = f" [{paint('*', Style.PLACE)}]" if finding.safe else ""
        yield f"{place} {paint(finding.severity, Style.of(finding.severity))} {paint(finding.rule, Style.BOLD)}{fixable}"
        yield from wrap(finding.message, max(_NARROWEST, self._page.width))
        yield from self._frame()
        for evidence in finding.evidence:
            yield from self._evidence(evidence)
        yield from self._fix()
        if finding.link:
            yield self._bar("=", f"see {paint(finding.link, Style.LINK)}")

    def _bar(self, mark: str, words: str = "", number: str = "") -> str:
        return f"{self._page.paint(f'{number:>{self._gutter}} {mark}', Style.FRAME)} {words}".rstrip()

    def _frame(self) -> Iterator[str]:
        shown, look = self._window, Style.of(self._finding.severity)
        yield self._bar("|")
        yield self._bar("|", shown.text, str(shown.line))
        carets = "^" * max(1, columns(shown.marked))
        yield self._bar("|", " " * columns(shown.before) + self._page.paint(carets, look))

    def _fix(self) -> Iterator[str]:
        """The line as it is and as the first fix would have it; then the other fixes."""
        fixes = [plain(fix) for fix in self._finding.fixes]
        if not fixes:
            return
        shown, paint = self._window, self._page.paint
        yield self._bar("|")
        yield self._bar(paint("-", Style.GONE), f"{shown.before}{paint(shown.marked, Style.GONE)}{shown.after}", str(shown.line))
        yield self._bar(paint("+", Style.NEW), f"{shown.before}{paint(fixes[0], Style.NEW)}{shown.after}", str(shown.line))
        if len(fixes) > 1:
            yield self._bar("=", f"or {choices(fixes[1:])}")

    def _evidence(self, evidence: Evidence) -> Iterator[str]:
        """The other place in the story, the fact with its sources, a link, or a sum worked out."""
        if evidence.span is not None:
            yield self._bar("=", head(_elsewhere(self._source, evidence, evidence.span), self._room))
        if evidence.fact:
            yield from self._fact(evidence.fact, evidence.text)
        elif evidence.span is None:
            yield self._bar("=", f"{evidence.text} {evidence.link}".strip())

    def _fact(self, fact: Fact, text: str) -> Iterator[str]:
        sentence = fact.sentence()
        told = f"fact: {text} — {sentence}" if text not in ("", sentence) else f"fact: {sentence}"
        source = f"{fact.source} (as of {fact.as_of})"
        if columns(told) + columns(source) + 3 <= self._room:
            yield self._bar("=", f"{told} {self._page.paint(f'— {source}', Style.DIM)}")
            return
        yield self._bar("=", told)
        yield from (self._bar(" ", self._page.paint(f"  — {each}", Style.DIM)) for each in source.split(" ; "))


def _elsewhere(source: Source, evidence: Evidence, span: Span) -> str:
    line, column = source.place(span.start)
    excerpt = " ".join(plain(source.text[span.start : span.end]).split())
    told = f": {evidence.text}" if evidence.text.strip("“”") not in ("", excerpt) and not evidence.fact else ""
    return f"{line}:{column} “{excerpt}”{told}"
