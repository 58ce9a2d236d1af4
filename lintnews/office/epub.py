"""The members of an EPUB in, its paragraphs out in the order of reading; a form feed stands between two chapters."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from lintnews.model import LintNewsError
from lintnews.office import package, scan
from lintnews.office.copy import Copy, Run, set_solid
from lintnews.readers.markup import BLOCKS

_CONTAINER = "META-INF/container.xml"
#: Elements of which nothing is printed in the text, or which only lead to it.
_OUT = frozenset("head script style svg math nav audio video object template iframe rt rp del form noteref".split())
_PAGES = ("application/xhtml+xml", "text/html")


def members(data: bytes, name: str) -> dict[str, bytes]:
    """The chapters, in the order of reading; raises LintNewsError where they cannot be told."""
    head = package.members(data, name, (_CONTAINER,)).get(_CONTAINER)
    if head is None:
        raise LintNewsError(f"{name}: no EPUB: `{_CONTAINER}` is missing; save it anew")
    if "META-INF/encryption.xml" in package.names(data, name):
        raise LintNewsError(f"{name}: protected against copying; name a file without protection")
    roots = _Listed()
    scan.scan(head, roots, name)
    root = roots.first("rootfile", "full-path")
    listed = _Listed()
    scan.scan(package.members(data, name, (root,)).get(root) or b"<none/>", listed, name)
    chapters = tuple(dict.fromkeys(listed.chapters(posixpath.dirname(root))))
    found = package.members(data, name, chapters)
    if not found:
        raise LintNewsError(f"{name}: no story in it: none of its chapters is there; save it anew")
    return found


def replaced(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package with chapters replaced."""
    return package.replaced(data, changed)


def read(found: Mapping[str, bytes], name: str) -> Copy:
    """The paragraphs of all chapters; raises LintNewsError for broken XML."""
    paragraphs: list[list[Run | str]] = []
    for member, data in found.items():
        taker = _Taker(member)
        scan.scan(data, taker, f"{name}: {member}", typed=True)
        if taker.paragraphs:
            if paragraphs:
                paragraphs.append(["\f"])
            paragraphs += taker.paragraphs
    return Copy(paragraphs)


class _Listed:
    """What a list of files holds: its elements with their attributes."""

    def __init__(self) -> None:
        self._elements: list[tuple[str, Mapping[str, str]]] = []

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        self._elements.append((name, attributes))

    def end(self, name: str) -> None:
        """Nothing hangs on where an element ends."""

    def text(self, words: str, start: int, end: int, exact: bool) -> None:
        """Nothing hangs on what is written in one."""

    def first(self, element: str, key: str) -> str:
        return next((attributes.get(key, "") for name, attributes in self._elements if name == element), "")

    def chapters(self, folder: str) -> list[str]:
        """The names of the chapters' members, in the order of reading; what leads out of the package is none."""
        items = {each.get("id", ""): each for name, each in self._elements if name == "item" and each.get("media-type") in _PAGES}
        order = [items.get(each.get("idref", "")) for name, each in self._elements if name == "itemref"]
        places = [posixpath.normpath(posixpath.join(folder, unquote(each.get("href", "")))) for each in order if each]
        return [place for place in places if not place.startswith(("../", "/"))]


class _Taker:
    """The paragraphs so far, and the one that is open: any element that is a block ends it."""

    def __init__(self, member: str) -> None:
        self.paragraphs: list[list[Run | str]] = []
        self._member = member
        self._open: list[Run | str] = []
        self._path: list[str] = []
        self._out = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        name = "noteref" if _is_note_mark(name, attributes, self._path) else name
        self._path.append(name)
        if name in BLOCKS:
            self._close()
        elif name == "br" and not self._out and self._open:
            self._open.append("\n")
        self._out += name in _OUT

    def end(self, name: str) -> None:
        self._out -= self._path.pop() in _OUT
        if name in BLOCKS:
            self._close()

    def text(self, words: str, start: int, end: int, exact: bool) -> None:
        if not self._out:
            self._open += set_solid(self._open, Run(words, self._member, start, end, exact))

    def _close(self) -> None:
        paragraph, self._open = self._open, []
        if any(not isinstance(each, str) and each.text.strip() for each in paragraph):
            self.paragraphs.append(paragraph)


def _is_note_mark(name: str, attributes: Mapping[str, str], path: list[str]) -> bool:
    """Whether an element is the number of a note."""
    return name == "a" and ("noteref" in attributes.get("type", "") or "sup" in path[-1:])
