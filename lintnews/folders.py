"""A folder of packs in, its plain files out: none outside it, none that never ends, none too large, and not all the disk.

What stands in such a folder may come from a stranger: a link that leads out of it, a pipe or a device is told and passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lintnews import written
from lintnews.model import LintNewsError

#: The most files and folders that are looked at.
MOST = 50_000


class File(NamedTuple):
    """A file, what the system knows of it, and why it is not read, if it is not."""

    path: str
    known: os.stat_result | None
    fault: str = ""


def built_in() -> Path:
    """The rules that ship with LintNews: beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def files(root: str, *endings: str, below: str = "") -> list[File]:
    """The files with these endings in a folder, or only those `below`, in a fixed order; hidden ones are left out.

    Raises LintNewsError for a folder that cannot be looked at or holds too much.
    """
    walk = _Walk("" if _ships_with_us(root) else os.path.realpath(root), endings)
    return sorted(walk.of(below or root))


def _ships_with_us(root: str) -> bool:
    """Whether a folder is our own: there links are as the installer made them."""
    return os.path.dirname(os.path.abspath(root)) in (os.path.dirname(__file__), os.path.dirname(os.path.dirname(__file__)))


class _Walk:
    """One search; `home` is what links may not lead out of, or nothing."""

    def __init__(self, home: str, endings: Sequence[str]) -> None:
        self._home, self._endings, self._seen = home and os.path.join(home, ""), tuple(endings), 0

    def of(self, folder: str) -> Iterator[File]:
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise LintNewsError(f"{folder}: cannot be read: {error.strerror}") from None
        self._seen += len(entries)
        if self._seen > MOST:
            raise LintNewsError(f"{folder}: more than {MOST:,} files and folders, so this is no folder of packs; name the folder itself")
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self.of(entry.path)
            elif entry.is_symlink() and os.path.isdir(entry.path):
                yield File(entry.path, None, "a link to a folder, which is not followed; put the folder itself there")
            elif entry.name.endswith(self._endings):
                yield self._file(entry)

    def _file(self, entry: os.DirEntry[str]) -> File:
        try:
            known = entry.stat()
        except OSError as error:
            return File(entry.path, None, written.unread(error))
        if entry.is_symlink() and not os.path.realpath(entry.path).startswith(self._home):
            return File(entry.path, None, "a link that leads out of the folder of rules; put the file itself there")
        return File(entry.path, known, written.unfit(known))
