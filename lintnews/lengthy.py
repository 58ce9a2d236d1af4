"""A source in, the stretches out in which it is read: one for a story; several for a text too long to be one.

No story has so many letters: such a text is many, one after another. In stretches it takes time by its length, and memory
for one of them. What stands in one is not held against what stands in another.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from lintnews.model import Evidence, Finding, Source, Span
from lintnews.record import replace

#: Code points from which a text is read in stretches, and how long these are.
LONG, STRETCH = 400_000, 50_000
#: Before all stretches but the first: it tells the reader that there is no headline.
_HEADLESS = "\n\n"
#: Stretches after which what is remembered is let go of where there is so much of it.
_FEW, _MANY = 8, 1_000
_Remembered = type(lru_cache()(int))


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


def let_go(stretch: int) -> None:
    """Let go of what was read of a stretch, of which this is the number; of what is remembered of single words, after every few.

    What is read of a story holds on to itself; left alone, it would wait for twenty more. What is remembered grows with a text.
    """
    gc.collect(1)
    if stretch % _FEW == 0:
        for each in gc.get_objects():
            if isinstance(each, _Remembered) and each.cache_info().maxsize and each.cache_info().currsize > _MANY:
                each.cache_clear()


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for circles of objects while one story is read: it makes many, of which hardly any are in circles, and then drops them."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


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
