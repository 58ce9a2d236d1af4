"""English text in, its tokens out: words, points and marks, and the parts of contractions, as treebanks count them."""

from __future__ import annotations

import re

from lintnews.model import Span

_RUN = re.compile(r"\S+")
#: `U.S.` and `Mr.` keep their points.
_WHOLE = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_OPENING = frozenset('$("[“‘')
_CLOSING = frozenset(",)\"]!;.?:'”’")
#: The second part of a contraction: `n't` in `don't`.
_CONTRACTED = re.compile(r"n['’]t|['’](?:s|ll|re|m)", re.IGNORECASE)


def tokens(text: str) -> list[Span]:
    """Every token, in reading order."""
    out: list[Span] = []
    for run in _RUN.finditer(text):
        if run[0].isalnum():
            out.append(Span(*run.span()))
        else:
            out += _parted(text, *run.span())
    return out


def _parted(text: str, start: int, end: int) -> list[Span]:
    """What stands between two blanks without the marks about it, and these."""
    before: list[Span] = []
    after: list[Span] = []
    while start < end and not _WHOLE.fullmatch(text, start, end):
        if text[start] in _OPENING:
            before.append(Span(start, start + 1))
            start += 1
        elif text[end - 1] in _CLOSING:
            after.append(Span(end - 1, end))
            end -= 1
        else:
            break
    return before + _contraction(text, start, end) + after[::-1]


def _contraction(text: str, start: int, end: int) -> list[Span]:
    found = _CONTRACTED.search(text, start + 1, end)
    if found:
        return [Span(start, found.start()), Span(found.start(), end)]
    return [Span(start, end)] if start < end else []
