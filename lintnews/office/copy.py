"""Characters of XML with their bytes in, paragraphs out, and the way back: which bytes to replace for a change of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

_WHITE = " \t\r\n"
_SOLID = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+(?: [^ \t\r\n]+)*(?: (?=[^ \t\r\n]))?")
_TAG_NAME = re.compile(rb"<[^\s/>]+")


class Splice(NamedTuple):
    """Bytes of a member to replace."""

    member: str
    start: int
    end: int
    data: bytes


class Run(NamedTuple):
    """A stretch of text and the bytes that it is written in: one to one in UTF-8 when `exact`, else as a whole.

    `tag` is where the start tag is that must say that blanks count, -1 where that need not be said.
    """

    text: str
    member: str
    start: int
    end: int
    exact: bool
    tag: int = -1


def _as_xml(run: Run, first: int, words: str) -> bytes:
    return escape(words, quote=False).encode("utf-8")


class Copy:
    """The paragraphs of a file, each a row of runs; what stands between two runs belongs to nobody.

    `written` gives the bytes for words that are put into a run, at an offset in it.
    """

    def __init__(self, paragraphs: list[list[Run | str]], written: Callable[[Run, int, str], bytes] = _as_xml) -> None:
        self._written = written
        self._at: list[int] = []
        self._runs: list[Run] = []
        parts: list[str] = []
        at = 0
        for paragraph in paragraphs:
            if parts:
                parts.append("\n\n")
                at += 2
            for run in paragraph:
                words = run if isinstance(run, str) else run.text
                if isinstance(run, Run):
                    self._at.append(at)
                    self._runs.append(run)
                parts.append(words)
                at += len(words)
        self.text = "".join(parts) + ("\n" if parts else "")

    def splices(self, start: int, end: int, words: str) -> list[Splice] | None:
        """What to replace for a change of the text; None where the change is of more than words."""
        touched = list(self._touched(start, end))
        covered = sum(stop - first for _, first, stop in touched)
        if not touched or covered != end - start or any(char in words for char in "\n\r\t"):
            return None
        out: list[Splice] = []
        for i, (run, first, stop) in enumerate(touched):
            if not run.exact and not {first, stop} <= {0, len(run.text)}:
                return None
            data = self._written(run, first, words) if i == 0 else b""
            out.append(Splice(run.member, _byte(run, first), _byte(run, stop), data))
            if run.tag >= 0:
                out.append(Splice(run.member, run.tag, run.tag, b' xml:space="preserve"'))
        return out

    def _touched(self, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
        """The runs that a stretch touches, each with its share; for an empty stretch the run that ends there, or begins."""
        if start == end:
            index = bisect_right(self._at, start - 1) - 1 if start else 0
            for i in (index, index + 1):
                if 0 <= i < len(self._runs) and self._at[i] <= start <= self._at[i] + len(self._runs[i].text):
                    yield self._runs[i], start - self._at[i], start - self._at[i]
                    return
            return
        for i in range(max(0, bisect_right(self._at, start) - 1), len(self._runs)):
            at, run = self._at[i], self._runs[i]
            if at >= end:
                return
            first, stop = max(start, at) - at, min(end, at + len(run.text)) - at
            if first < stop:
                yield run, first, stop


def _byte(run: Run, offset: int) -> int:
    """Where a character of a run begins among the bytes."""
    if offset in (0, len(run.text)):
        return run.start if offset == 0 else run.end
    return run.start + len(run.text[:offset].encode("utf-8"))


def set_solid(before: Sequence[Run | str], run: Run) -> Iterator[Run]:
    """A run with its white space as one blank, and with none at the head of a paragraph or after a blank."""
    if not run.exact:
        yield run if run.text.strip(_WHITE) else run._replace(text=" ")
        return
    for part in _SOLID.finditer(run.text):
        start = run.start + len(run.text[: part.start()].encode("utf-8"))
        end = start + len(part[0].encode("utf-8"))
        if part[0].strip(_WHITE):
            yield Run(part[0], run.member, start, end, True)
        elif part.start() or (before and not _ends_blank(before[-1])):
            yield Run(" ", run.member, start, end, part[0] == " ")


def _ends_blank(run: Run | str) -> bool:
    return (run if isinstance(run, str) else run.text).endswith((" ", "\n", "\t"))


def after_name(data: bytes, tag: int) -> int:
    """Where the name in a start tag ends."""
    found = _TAG_NAME.match(data, tag)
    return found.end() if found else tag
