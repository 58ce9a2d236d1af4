"""A source in, a document out: the reader is chosen by the file's ending, and the copy's parts are named.

One format is one module, found by being there: `ENDINGS` are the endings it reads, `read(source)` reads. A stranger's
reader is an entry point of the group `lintnews.readers` named like the ending, without its point.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lintnews.model import Document, Source

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "lintnews.readers"

#: Endings of the built-in readers; here so that choosing one imports none of the others. A test keeps it true.
_BUILT_IN = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "text", ".docm": "text", ".odt": "text", ".ott": "text",  # as plain copy, see `office`
    ".json": "json", ".eml": "mail", ".xml": "wire", ".nitf": "wire", ".newsml": "wire",
}  # fmt: skip


#: Endings of files that are seldom stories: such a file is read when it is named.
_NAMED = frozenset({".json", ".xml"})


def read(source: Source) -> Document:
    """Read a source by the ending of its name; a name without a known ending is read as plain copy.

    Raises LintNewsError when its front matter cannot be read.
    """
    ending = _ending(source.name)
    if not ours(source.name):
        return _strangers()[ending].load().read(source)  # type: ignore[no-any-return]
    module = import_module(f"{__name__}.{_BUILT_IN.get(ending, 'text')}")
    return module.read(source)  # type: ignore[no-any-return]


def ours(name: str) -> bool:
    """Whether a reader of our own reads a file of this name."""
    ending = _ending(name)
    return not ending or ending in _BUILT_IN or ending not in _strangers()


def plain(name: str) -> bool:
    """Whether a file of this name is read as plain copy."""
    return ours(name) and _BUILT_IN.get(_ending(name), "text") == "text"


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def endings() -> frozenset[str]:
    """The endings that a folder is searched for."""
    return (frozenset(_BUILT_IN) - _NAMED) | frozenset(_strangers())


@cache
def _strangers() -> dict[str, EntryPoint]:
    """The readers of other packages; `importlib.metadata`, slow to import, only where one is installed."""
    if not any(map(_may_hold_readers, sys.path)):
        return {}
    from importlib.metadata import entry_points

    return {f".{entry.name.lower()}": entry for entry in entry_points(group=GROUP)}


def _may_hold_readers(folder: str) -> bool:
    """Whether a package installed in a folder names our group among its entry points."""
    try:
        names = [entry.name for entry in os.scandir(folder or ".") if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return False
    return any(_names_group(os.path.join(folder, name, "entry_points.txt")) for name in names)


def _names_group(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return GROUP.encode() in file.read()
    except OSError:
        return False
