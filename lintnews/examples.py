"""The text of an example in, the example out: a small story with what must be found marked by carets below it.

    He led the Quads Force in Iraq.
               ^^^^^^^^^^^ -> Quds Force

A mark without an arrow asks for no particular fix; an arrow with nothing after it is a fix that deletes.
"""

from __future__ import annotations

import regex

from lintnews import lazily
from lintnews.model import LintNewsError, Span
from lintnews.rule import Example

_CARETS = lazily.pattern(r"^(?P<lead> *)(?P<carets>\^+)(?P<arrow> ->(?: (?P<fix>.*))?)?$")


def read(text: str, *, bad: bool, line: int = 0) -> Example:
    """An example from its text; raises LintNewsError when a bad one has no mark or a good one has."""
    kept: list[str] = []
    marks: list[tuple[Span, str | None]] = []
    for row in text.rstrip("\n").split("\n"):
        if match := _CARETS.match(row):
            if not kept:
                raise LintNewsError("the line of ^^^ stands below the line it marks")
            start = sum(len(above) + 1 for above in kept[:-1]) + len(match["lead"])
            marks.append((Span(start, start + len(match["carets"])), _fix(match)))
        else:
            kept.append(row)
    if bad and not marks:
        raise LintNewsError("a bad example needs a line of ^^^ under what must be found")
    if not bad and marks:
        raise LintNewsError("a good example has nothing to find, so no line of ^^^")
    return Example("\n".join(kept) + "\n", tuple(marks), line)


def has_marks(text: str) -> bool:
    """Whether a text has a line of carets."""
    return any(_CARETS.match(row) for row in text.split("\n"))


def _fix(match: regex.Match[str]) -> str | None:
    return match["fix"] or "" if match["arrow"] else None
