"""Members of an .odt in, its paragraphs out, with tracked changes accepted; what stands in a footnote comes last."""

from __future__ import annotations

from collections.abc import Mapping

from lintnews.office import package, scan
from lintnews.office.copy import Copy, Run, set_solid

_MEMBER = "content.xml"
#: Elements of which nothing is printed in the text: what was deleted, remarks, the numbers of notes, forms and indexes' sources.
_OUT = frozenset(
    {"tracked-changes", "annotation", "note-citation", "forms", "hidden-text", "hidden-paragraph", "ruby-text", "title", "desc"}
)
_PARAGRAPHS = ("p", "h")
_MOST_BLANKS = 1000


def members(data: bytes, name: str) -> dict[str, bytes]:
    """The member that holds the text; raises LintNewsError where there is none."""
    return package.needed(data, name, (_MEMBER,))


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with the text replaced."""
    return package.replaced(data, changed)


def read(found: Mapping[str, bytes], name: str) -> Copy:
    """The paragraphs of the text; raises LintNewsError for broken XML."""
    taker = _Taker(_MEMBER)
    scan.scan(found[_MEMBER], taker, name)
    return Copy(taker.paragraphs + taker.notes)


class _Taker:
    """The paragraphs so far, those in notes, and those that are open: a frame or note stands inside a paragraph, and has its own."""

    def __init__(self, member: str) -> None:
        self.paragraphs: list[list[Run | str]] = []
        self.notes: list[list[Run | str]] = []
        self._member = member
        self._open: list[list[Run | str]] = []
        self._out = self._noted = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        self._out += name in _OUT
        self._noted += name == "note-body"
        if name in _PARAGRAPHS:
            self._open.append([])
        elif name == "s":
            blanks = attributes.get("c", "1")
            self._put(" " * min(int(blanks) if blanks.isdecimal() else 1, _MOST_BLANKS))
        elif name in ("tab", "line-break"):
            self._put("\t" if name == "tab" else "\n")

    def end(self, name: str) -> None:
        self._out -= name in _OUT
        self._noted -= name == "note-body"
        if name in _PARAGRAPHS and self._open:
            paragraph = self._open.pop()
            if not self._out and any(each if isinstance(each, str) else each.text.strip() for each in paragraph):
                (self.notes if self._noted else self.paragraphs).append(paragraph)

    def text(self, words: str, start: int, end: int, exact: bool) -> None:
        """Characters; white space is one blank, as the format has it, and none at the head of a paragraph."""
        if self._open and not self._out:
            self._open[-1] += set_solid(self._open[-1], Run(words, self._member, start, end, exact))

    def _put(self, run: str) -> None:
        if self._open and not self._out:
            self._open[-1].append(run)
