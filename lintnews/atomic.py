"""A file, the text it was read with and a new one in; the file replaced, whole or not at all, its mode kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress

from lintnews.model import LintNewsError


def replace(path: str, old: str, new: str) -> None:
    """Write `new` as UTF-8 in the place of `old`; a link stays a link.

    Raises LintNewsError where the file may not be written, is no plain file, or no longer reads as `old`.
    """

    def made(data: bytes) -> bytes:
        if data != old.encode():
            raise LintNewsError(f"{path}: changed while it was checked, so nothing was fixed in it; run again")
        return new.encode()

    remake(path, made)


def remake(path: str, made: Callable[[bytes], bytes]) -> None:
    """Write what is made of a file's bytes in their place; raises LintNewsError as `replace` does."""
    home = os.path.realpath(path)
    try:
        known = os.stat(home)
        if not stat.S_ISREG(known.st_mode):
            raise LintNewsError(f"{path}: not a plain file, so it cannot be fixed; hand it in on the standard input, as `-`")
        if not known.st_mode & 0o222 or not os.access(home, os.W_OK):
            raise LintNewsError(f"{path}: read-only, so nothing was fixed in it; make it writable, or look at `--diff`")
        with open(home, "rb") as file:
            data = made(file.read())
        _write(home, data, known)
    except OSError as error:
        raise LintNewsError(f"{path}: cannot be written, so nothing was fixed in it: {error.strerror}") from None


def write(path: str, text: str) -> None:
    """Write a file of ours as UTF-8, whole or not at all; raises LintNewsError where it may not be written."""
    home = os.path.realpath(path)
    draft = f"{home}.{os.getpid()}.part"
    try:
        if os.path.exists(home):
            _write(home, text.encode(), os.stat(home))
            return
        with open(draft, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, home)
    except OSError as error:
        with suppress(OSError):
            os.unlink(draft)
        raise LintNewsError(f"{path}: cannot be written: {error.strerror}") from None


def _write(path: str, data: bytes, known: os.stat_result) -> None:
    from tempfile import mkstemp  # which loads every compression there is

    handle, draft = mkstemp(prefix=".lintnews-", suffix=".part", dir=os.path.dirname(path))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _own(draft, known)
        os.chmod(draft, stat.S_IMODE(known.st_mode))
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise


def _own(path: str, known: os.stat_result) -> None:
    """Give a file the owner and the group of another, as far as one may."""
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(path, known.st_uid, known.st_gid)
