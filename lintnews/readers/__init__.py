"""A source in, a document out: the reader is chosen by the file's ending, and the copy's parts are named.

One format is one module, found by being there: `ENDINGS` are the endings it reads, `read(source)` reads.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from lintnews.model import Document, Source

#: Endings of the built-in readers; here so that choosing one imports none of the others. A test keeps it true.
_BUILT_IN = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip


def read(source: Source) -> Document:
    """Read a source by the ending of its name; a name without a known ending is read as plain copy."""
    ending = PurePath(source.name).suffix.lower()
    if ending in _BUILT_IN or ending not in (strangers := _strangers()):
        module = import_module(f"lintnews.readers.{_BUILT_IN.get(ending, 'text')}")
        return module.read(source)  # type: ignore[no-any-return]
    return strangers[ending].load().read(source)  # type: ignore[no-any-return]


def endings() -> frozenset[str]:
    """The endings that a folder is searched for."""
    return frozenset(_BUILT_IN) | frozenset(_strangers())


def _strangers() -> dict[str, object]:
    from importlib.metadata import entry_points

    return {f".{entry.name}": entry for entry in entry_points(group="lintnews.readers")}
