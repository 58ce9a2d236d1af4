"""The paths that were asked for in, sources out, each path once: files, folders, globs, and the standard input.

A named file is read whatever its ending; a folder is searched for the endings that the readers know, less what git ignores.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from lintnews import atomic, office, readers
from lintnews.model import LintNewsError, Source

#: Folders that hold no stories; so do all whose name begins with a point.
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv"})
_HEAD = 8192
#: The largest story that is read, in bytes.
LARGEST = 200_000_000
_PART = 1_000_000
#: Endings of XML.
_XML = frozenset({".xml", ".nitf", ".newsml", ".wxr", ".rss", ".atom", ".xhtml"})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Taker(Protocol):
    """Who has a word on what a search takes; `usual` is what would be done without."""

    def enters(self, folder: str, usual: bool) -> bool: ...

    def takes(self, path: str, usual: bool) -> bool: ...


#: Gives the taker of a folder, None where things are as usual.
Takers = Callable[[str], Taker | None]


def _nobody(folder: str) -> None:
    return None


def find(paths: Iterable[str], takers: Takers = _nobody) -> Iterator[str | LintNewsError]:
    """The files of the paths, in order; in place of a path that leads nowhere, the error that says so."""
    seen: set[str] = set()
    for path in paths:
        for found in _one(path, takers):
            if isinstance(found, LintNewsError):
                yield found
            elif (key := os.path.realpath(found) if found != "-" else "-") not in seen:
                seen.add(key)
                yield found


def _one(path: str, takers: Takers) -> Iterator[str | LintNewsError]:
    if path == "-" or (os.path.lexists(path) and not os.path.isdir(path)):
        yield path
    elif os.path.isdir(path):
        yield from _searched(path, takers)
    elif any(mark in path for mark in "*?["):
        yield from _globbed(path)
    else:
        yield LintNewsError(f"{path}: {_why_not(path)}")


def _why_not(path: str) -> str:
    """Why a path leads nowhere: nothing is there, or one may not look."""
    try:
        os.lstat(path)
    except PermissionError:
        return "cannot be read: Permission denied"
    except OSError:
        pass
    return "there is no such file or folder"


def _globbed(pattern: str) -> Iterator[str | LintNewsError]:
    from glob import glob

    found = sorted(glob(pattern, recursive=True))
    for path in found:
        if not os.path.isdir(path):
            yield path
    if not found:
        yield LintNewsError(f"{pattern}: no file fits this pattern")


def _searched(folder: str, takers: Takers) -> Iterator[str | LintNewsError]:
    endings = readers.endings()
    stories = list(_walk(folder, frozenset(endings), takers))
    yield from stories
    if not stories:
        yield LintNewsError(f"{folder}: no stories in this folder; looked for {', '.join(sorted(endings))}, less what git ignores")


def _walk(folder: str, endings: frozenset[str], takers: Takers) -> Iterator[str | LintNewsError]:
    from lintnews.files.ignored import Ignored

    ignored = Ignored.above(folder)
    for home, folders, names in os.walk(folder):
        ignored.enter(home)
        shown = "" if home == "." else os.path.join(home[2:] if home.startswith("./") else home, "")
        taker = takers(home)
        kept = (f for f in folders if _enters(taker, os.path.join(home, f)))
        folders[:] = sorted(f for f in kept if not ignored.has(os.path.join(home, f), folder=True))
        for name in sorted(names):
            known = os.path.splitext(name)[1].lower() in endings
            if not (known or taker) or ignored.has(os.path.join(home, name)):
                continue
            if _is_endless(os.path.join(home, name)):
                if known and name[0] != ".":
                    yield LintNewsError(f"{shown}{name}: not a plain file, so it was passed over; name it to have it read")
            elif _takes(taker, shown + name, known):
                yield shown + name


def _enters(taker: Taker | None, folder: str) -> bool:
    name = os.path.basename(folder)
    usual = name[0] != "." and name not in _SKIPPED
    return taker.enters(folder, usual) if taker else usual


def _takes(taker: Taker | None, path: str, known: bool) -> bool:
    usual = known and os.path.basename(path)[0] != "."
    if taker and not taker.takes(path, usual):
        return False
    return (usual or taker is not None) and (office.ours(path) or not _is_binary(path)) and (known or _is_text(path))


def _is_endless(path: str) -> bool:
    """Whether a path is a pipe, a device or the like, which may never end."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _is_text(path: str) -> bool:
    """Whether a file of an unknown ending is text."""
    try:
        with open(path, encoding="utf-8") as file:
            while file.read(_PART):
                pass
    except (OSError, UnicodeDecodeError):
        return False
    return True


def _is_binary(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return b"\0" in head and not head.startswith(_UTF16)


def content(path: str, shown: str, largest: int, remedy: str) -> bytes:
    """The bytes of a file (or of the standard input, `-`); raises LintNewsError where it cannot be read, or has more than so many."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(largest + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(largest + 1)
    except OSError as error:
        raise LintNewsError(f"{shown}: cannot be read: {error.strerror}") from None
    if len(data) > largest:
        raise LintNewsError(f"{shown}: larger than {largest // 1_000_000} MB; {remedy}")
    return data


def read(path: str, name: str = "") -> Source:
    """The text of a file (or of the standard input, `-`) exactly as it is; raises LintNewsError when it is not UTF-8 text."""
    shown = name or ("stdin" if path == "-" else path)
    data = content(path, shown, LARGEST, "split it")
    return Source(shown, office.text(data, shown) if office.ours(shown) else _decoded(data, shown))


def write(path: str, old: str, new: str) -> None:
    """Write a story in the place of what it was; raises LintNewsError as `atomic.replace` does."""
    if office.ours(path):
        atomic.remake(path, lambda data: office.rewritten(data, path, old, new))
        return
    if not _sound(path, old, new):
        raise LintNewsError(f"{path}: a fix would break its form, so nothing was fixed in it; make it by hand")
    atomic.replace(path, old, new)


def _sound(path: str, old: str, new: str) -> bool:
    """Whether a text is still of the form that its ending tells, if it was before."""
    ending = os.path.splitext(path)[1].lower()
    fits = _is_json if ending == ".json" else _are_json if ending in (".jsonl", ".ndjson") else _is_xml if ending in _XML else None
    return fits is None or not fits(old) or fits(new)


def _is_json(text: str) -> bool:
    import json

    try:
        json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True


def _are_json(text: str) -> bool:
    return all(map(_is_json, filter(str.strip, text.removeprefix("\ufeff").split("\n"))))


def _is_xml(text: str) -> bool:
    """Whether a text is XML; of one with a document type nothing is said, since that may define anything."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, LintNewsError):
        return False
    return True


def _refuse(*_: object) -> None:
    raise LintNewsError("a document type")


#: How files of Word begin as it wrote them before .docx.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_UTF16):
        raise LintNewsError(f"{name}: this is UTF-16; save it as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8")
    if data.startswith(_OLE):
        raise LintNewsError(f"{name}: a file of an old word processor; save it there as .docx or .odt")
    if data.startswith(b"%PDF-"):
        raise LintNewsError(f"{name}: a PDF, of which no story is read; save its text as .txt, or hold a story against it with --source")
    if b"\0" in data[:_HEAD]:
        raise LintNewsError(f"{name}: a binary file, not text; name a text, Markdown or HTML file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte {error.start} (0x{data[error.start]:02x}, line {line})"
        raise LintNewsError(f"{name}: not UTF-8 at {byte}; save it as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8") from None
