"""A fix in, the smallest change of the text that it makes out."""

from __future__ import annotations

from typing import NamedTuple

from lintnews.model import Span


class Change(NamedTuple):
    """The span that is replaced and what replaces it, cut down to what differs."""

    span: Span
    fix: str


def smallest(text: str, span: Span, fix: str) -> Change:
    """The smallest change that a fix makes."""
    start, end = span
    while start < end and fix and text[start] == fix[0]:
        start, fix = start + 1, fix[1:]
    while start < end and fix and text[end - 1] == fix[-1]:
        end, fix = end - 1, fix[:-1]
    return Change(Span(start, end), fix)
