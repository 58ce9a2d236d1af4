"""A source in, a document out: the reader is chosen by the file's ending, and the copy's parts are named.

One format is one module, found by being there: `ENDINGS` are the endings it reads, `read(source)` reads, and `stories(source)`, where a
format holds several. A stranger's
reader is an entry point of the group `lintnews.readers` named like the ending, without its point.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lintnews import plugged
from lintnews.model import Document, LintNewsError, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint
    from typing import Any

    from lintnews.readers.json_fields import Fields

GROUP = "lintnews.readers"

#: Endings of the built-in readers; here so that choosing one imports none of the others. A test keeps it true.
_BUILT_IN = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".docx": "text", ".docm": "text", ".odt": "text", ".ott": "text", ".rtf": "text", ".epub": "text",  # as plain copy, see `office`
    ".json": "json", ".jsonl": "json", ".ndjson": "json", ".eml": "mail",
    ".xml": "wire", ".nitf": "wire", ".newsml": "wire", ".wxr": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip


#: Endings of files that are seldom stories: such a file is read when it is named.
_NAMED = frozenset({".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom"})


def read(source: Source, fields: Fields = ()) -> Document:
    """Read a source by the ending of its name; a name without a known ending is read as plain copy.

    `fields` says which fields of JSON are what. Raises LintNewsError when it cannot be read.
    """
    if not ours(source.name):
        return _by_stranger(source)
    module = _module(source.name)
    if fields and _BUILT_IN.get(_ending(source.name)) == "json":
        return module.read(source, fields)  # type: ignore[no-any-return]
    return module.read(source)  # type: ignore[no-any-return]


def _by_stranger(source: Source) -> Document:
    """What a plug-in's reader reads; raises LintNewsError for whatever goes wrong in it."""
    try:
        return _module(source.name).read(source)  # type: ignore[no-any-return]
    except LintNewsError:
        raise
    except Exception as error:
        said = str(error).strip().partition("\n")[0]
        what = f"the plug-in `{_strangers()[_ending(source.name)].value}` that reads it failed"
        raise LintNewsError(f"{source.name}: {what} with {type(error).__name__}: {said}; mend it, or leave the file out") from None


def stories(source: Source, fields: Fields = ()) -> Iterator[Document]:
    """Read each story in a source by itself, where a format holds several; raises LintNewsError as `read` does."""
    module = _module(source.name)
    several = getattr(module, "stories", None)
    if several is None:
        yield read(source)
    elif fields and module.__name__ == f"{__name__}.json":
        yield from several(source, fields)
    else:
        yield from several(source)


def _module(name: str) -> Any:
    ending = _ending(name)
    if not ours(name):
        return plugged.module(_strangers()[ending], "read")
    return import_module(f"{__name__}.{_BUILT_IN.get(ending, 'text')}")


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
