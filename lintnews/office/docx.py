"""Members of a .docx in, its paragraphs out: insertions are in, deletions and hidden text are not; footnotes and endnotes come last."""

from __future__ import annotations

from collections.abc import Mapping

from lintnews.office import package, scan
from lintnews.office.copy import Copy, Run, after_name

_MEMBERS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
#: Elements of which nothing is printed, or only once: what was deleted or moved away, a second form of a drawing, a reading aid.
_OUT = frozenset({"del", "moveFrom", "Fallback", "rt", "instrText", "delText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def members(data: bytes, name: str) -> dict[str, bytes]:
    """The members that hold copy; raises LintNewsError where there is no text."""
    return package.needed(data, name, _MEMBERS)


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with members replaced."""
    return package.replaced(data, changed)


def read(found: Mapping[str, bytes], name: str) -> Copy:
    """The paragraphs of all members; raises LintNewsError for broken XML."""
    paragraphs: list[list[Run | str]] = []
    for member in _MEMBERS:
        if member in found:
            taker = _Taker(member, found[member])
            scan.scan(found[member], taker, name)
            paragraphs += taker.paragraphs
    return Copy(paragraphs)


class _Taker:
    """The paragraphs so far, and those that are open: a text box stands inside a paragraph, and has its own."""

    def __init__(self, member: str, data: bytes) -> None:
        self.paragraphs: list[list[Run | str]] = []
        self._member, self._data = member, data
        self._open: list[list[Run | str]] = []
        self._carried: list[Run | str] = []
        self._path: list[str] = []
        self._out = 0
        self._hidden = self._joins = False
        self._tag = -1
        self._in_text = False

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        if name in _OUT and above != "rPr":
            self._out += 1
        elif name == "del" and self._path[-3:-1] == ["pPr", "rPr"]:
            self._joins = True
        elif name == "p":
            self._open.append(self._carried)
            self._carried, self._joins = [], False
        elif name == "r":
            self._hidden = False
        elif name in ("vanish", "webHidden") and above == "rPr" and attributes.get("val", "true") not in ("0", "false"):
            self._hidden = True
        elif name == "t":
            self._in_text = True
            self._tag = -1 if attributes.get("space") == "preserve" else after_name(self._data, at)
        elif name in _SIGNS and above == "r":
            self._put(_SIGNS[name])

    def end(self, name: str) -> None:
        self._path.pop()
        above = self._path[-1] if self._path else ""
        if name in _OUT and above != "rPr":
            self._out -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._open:
            self._close(self._open.pop())

    def _close(self, paragraph: list[Run | str]) -> None:
        """End a paragraph; one whose mark was deleted goes on in the next."""
        if self._joins:
            self._carried, self._joins = paragraph, False
            return
        while paragraph and isinstance(paragraph[0], str):  # the tab behind a footnote's number
            paragraph.pop(0)
        if any(each if isinstance(each, str) else each.text.strip() for each in paragraph):
            self.paragraphs.append(paragraph)

    def text(self, words: str, start: int, end: int, exact: bool) -> None:
        if self._in_text:
            self._put(Run(words, self._member, start, end, exact, self._tag))

    def _put(self, run: Run | str) -> None:
        if self._open and not self._out and not self._hidden:
            self._open[-1].append(run)
