"""A source in, the stretches out in which it is read: one for a story; several for a text too long to be one.

No story has a million letters: such a text is many, one after another. In stretches it takes time by its length, and memory
for one of them. What stands in one is not held against what stands in another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Evidence, Finding, Source, Span
from lintnews.record import replace

#: Code points from which a text is read in stretches, and how long these are.
LONG, STRETCH = 1_000_000, 200_000
#: Before all stretches but the first: it tells the reader that there is no headline.
_HEADLESS = "\n\n"


class Stretch(NamedTuple):
    """A stretch as a source of its own; `shift` is what its offsets lack."""

    source: Source
    shift: int


def stretches(source: Source) -> Iterator[Stretch]:
    """The stretches of plain copy, each ended by an empty line; a paragraph is never cut."""
    text, start = source.text, 0
    while len(text) > LONG and (end := text.find("\n\n", start + STRETCH) + 2) > 2 and end < len(text):
        yield _stretch(source, start, end)
        start = end
    yield _stretch(source, start, len(text)) if start else Stretch(source, 0)


def _stretch(source: Source, start: int, end: int) -> Stretch:
    text = source.text[start:end]
    return Stretch(Source(source.name, _HEADLESS + text), start - len(_HEADLESS)) if start else Stretch(Source(source.name, text), 0)


def home(finding: Finding, shift: int) -> Finding:
    """A finding in a stretch as one in the whole text."""
    if not shift:
        return finding
    evidence = tuple(_home(each, shift) for each in finding.evidence)
    return replace(finding, span=_shifted(finding.span, shift), evidence=evidence)


def _home(evidence: Evidence, shift: int) -> Evidence:
    return replace(evidence, span=_shifted(evidence.span, shift)) if evidence.span else evidence


def _shifted(span: Span, shift: int) -> Span:
    return Span(max(0, span.start + shift), max(0, span.end + shift))
