"""The file of a rule, a list or a configuration in, its text out, line ends as they are.

A pipe, a device, a file too large or that is no UTF-8 is an error of one line, with the remedy; none is waited for, none fills the memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from lintnews.model import LintNewsError

#: The largest file that is read, in bytes.
LARGEST = 20_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def text(path: str | Path, shown: str = "", largest: int = LARGEST) -> str:
    """The text of a plain file of a sensible size, called `shown` in errors; raises LintNewsError."""
    name = shown or str(path)
    try:
        if fault := unfit(os.stat(path), largest):
            raise LintNewsError(f"{name}: {fault}")
        with open(path, "rb") as file:
            return decoded(file.read(largest + 1), name)
    except OSError as error:
        raise LintNewsError(f"{name}: {unread(error)}") from None


def unfit(known: os.stat_result, largest: int = LARGEST) -> str:
    """Why a file is not read, by what the system knows of it; nothing where it may be."""
    if not stat.S_ISREG(known.st_mode):
        return "not a plain file; take it out"
    return f"larger than {largest:,} bytes; split it" if known.st_size > largest else ""


def unread(error: OSError) -> str:
    """Why a file could not be read, and what to do."""
    dead = "symbolic" in str(error.strerror) or (isinstance(error, FileNotFoundError) and os.path.islink(error.filename or ""))
    return f"cannot be read: {error.strerror}" + ("; a link must lead to a file" if dead else "")


def decoded(data: bytes, shown: str) -> str:
    """The text of UTF-8; raises LintNewsError naming the line where it is none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith(_UTF16):
            raise LintNewsError(f"{shown}:1: UTF-16, which is not read here; save the file as UTF-8") from None
        line = data.count(b"\n", 0, error.start) + 1
        raise LintNewsError(f"{shown}:{line}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
