"""Findings in, findings out without echoes: where two rules change the same words of the copy, the better one speaks.

Another program's finding gives way to one of our own about the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable

from lintnews.change import Change, smallest
from lintnews.model import Finding, Span
from lintnews.record import replace

#: A longer finding without a fix is about a sentence or a paragraph, not about a word of it.
_LONG = 60


def merged(text: str, findings: Iterable[Finding], told: Collection[str] = ()) -> list[Finding]:
    """Keep one finding of those whose first fixes change the same words: the most severe, then the one with more evidence.

    A change that two of them make is safe when one of them says so. `told` are the rules of other programs.
    """
    best: dict[Change, Finding] = {}
    out: list[Finding] = []
    for finding in _first(text, findings, told) if told else findings:
        if not finding.fixes:
            out.append(finding)
            continue
        change = smallest(text, finding.span, finding.fixes[0])
        best[change] = _better(finding, best[change]) if change in best else finding
    return out + _settled(text, best)


def _settled(text: str, best: dict[Change, Finding]) -> list[Finding]:
    """Of findings whose fixes cannot both be made, the better."""
    out: list[tuple[Change, Finding]] = []
    for change, finding in sorted(best.items()):
        if out and _clash(text, out[-1][0], change):
            before, last = out[-1]
            if (_weight(finding), _gentle(text, change)) > (_weight(last), _gentle(text, before)):
                out[-1] = (change, finding)
        else:
            out.append((change, finding))
    return [finding for _, finding in out]


def _clash(text: str, one: Change, other: Change) -> bool:
    """Whether two changes, the first to begin first, are to the same letters, or make two things of one word."""
    if any(change.span.end - change.span.start > _LONG for change in (one, other)):
        return False
    if other.span.start < one.span.end:
        return True
    word = _whole(text, one.span)
    return word == _whole(text, other.span) and text[slice(*word)].isalpha() and _inside(text, word, one) and _inside(text, word, other)


def _inside(text: str, word: Span, change: Change) -> bool:
    """Whether a change makes another word, and not only sets something before or behind it."""
    mark = not any(char.isalnum() for char in text[slice(*change.span)] + change.fix)
    return not mark or (word.start < change.span.start and change.span.end < word.end)


def _better(one: Finding, other: Finding) -> Finding:
    kept = one if _weight(one) > _weight(other) else other
    return replace(kept, safe=one.safe or other.safe)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return finding.severity.rank, len(finding.evidence), finding.span.end - finding.span.start


def _gentle(text: str, change: Change) -> int:
    """The more letters a change touches, the less."""
    return -sum(char.isalnum() for char in text[slice(*change.span)] + change.fix)


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
    span = smallest(text, finding.span, finding.fixes[0]).span if finding.fixes else finding.span
    return None if span.end - span.start > _LONG else _whole(text, span)


def _whole(text: str, span: Span) -> Span:
    """A span with the rest of the words at its ends."""
    start, end = span
    stop = min(len(text), end + _LONG // 2)
    low = max(0, start - _LONG // 2)
    while start > low and text[start - 1].isalnum():
        start -= 1
    while end < stop and text[end].isalnum():
        end += 1
    return Span(start, max(end, start + 1))
