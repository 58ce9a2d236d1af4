"""Evidence in, lines of words out, for the forms that have no place of their own for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Evidence, Finding, Source


def told(evidence: Evidence) -> str:
    """The fact with its source and date, or the words and the link."""
    if fact := evidence.fact:
        words = f"{evidence.text} — " if evidence.text not in ("", fact.sentence()) else ""
        return f"{words}{fact.sentence()} — {fact.source} (as of {fact.as_of})"
    return f"{evidence.text} {evidence.link}".strip()


def choices(fixes: Iterable[str]) -> str:
    """The fixes as words; one that takes out what is there has none."""
    return " or ".join(f"“{fix}”" if fix.strip() else "leave it out" for fix in fixes)


def lines(source: Source, finding: Finding) -> Iterator[str]:
    """All that a finding says: its message, its evidence with places, its fixes, its link."""
    yield finding.message
    for evidence in finding.evidence:
        place = f"line {source.place(evidence.span.start).line}: " if evidence.span else ""
        yield place + told(evidence)
    if finding.fixes:
        yield f"Fix: {choices(finding.fixes)}"
    if finding.link:
        yield finding.link
