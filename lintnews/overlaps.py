"""Findings in, findings out without echoes: where two rules make the same change to the copy, the better one speaks.

Another program's finding gives way to one of our own about the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace

from lintnews.change import Change, smallest
from lintnews.model import Finding, Span

#: A longer finding without a fix is about a sentence or a paragraph, not about a word of it.
_LONG = 60


def merged(text: str, findings: Iterable[Finding], told: Collection[str] = ()) -> list[Finding]:
    """Keep one finding of those whose first fix is the same change: the most severe, then the one with more evidence.

    The fix is safe when one of them says so. `told` are the rules of other programs.
    """
    best: dict[Change, Finding] = {}
    out: list[Finding] = []
    for finding in _first(text, findings, told) if told else findings:
        if not finding.fixes:
            out.append(finding)
            continue
        change = smallest(text, finding.span, finding.fixes[0])
        best[change] = _better(finding, best[change]) if change in best else finding
    return out + list(best.values())


def _better(one: Finding, other: Finding) -> Finding:
    kept = one if _weight(one) > _weight(other) else other
    return replace(kept, safe=one.safe or other.safe)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, len(finding.evidence), finding.span.end - finding.span.start


def _first(text: str, findings: Iterable[Finding], told: Collection[str]) -> list[Finding]:
    """Our own findings, and those of other programs about words of which nothing was said before."""
    listed = list(findings)
    out = [finding for finding in listed if finding.rule not in told]
    places = sorted(place for finding in out if (place := _words(text, finding)))
    for finding in listed:
        if finding.rule in told and (place := _words(text, finding)) and not _touches(place, places):
            out.append(finding)
            places.insert(bisect_left(places, place), place)
    return out


def _touches(place: Span, places: list[Span]) -> bool:
    """Whether a span overlaps one of some that are sorted and short."""
    at = bisect_left(places, Span(place.start - 2 * _LONG, 0))
    while at < len(places) and places[at].start < place.end:
        if places[at].overlaps(place):
            return True
        at += 1
    return False


def _words(text: str, finding: Finding) -> Span | None:
    """The whole words that a finding is about: those its fix changes, else all of it, if it is short."""
    start, end = smallest(text, finding.span, finding.fixes[0]).span if finding.fixes else finding.span
    if end - start > _LONG:
        return None
    stop = min(len(text), end + _LONG // 2)
    low = max(0, start - _LONG // 2)
    while start > low and text[start - 1].isalnum():
        start -= 1
    while end < stop and text[end].isalnum():
        end += 1
    return Span(start, max(end, start + 1))
