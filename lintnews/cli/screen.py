"""The terminal in, a page to write on out: its width, and whether to colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from lintnews.reporters import Page
from lintnews.rule import Rule

_WIDTH = 100


def page(rules: Callable[[], Iterable[Rule]] = tuple, stream: TextIO | None = None) -> Page:
    """The standard output, or another stream, as a page."""
    stream = stream or sys.stdout
    return Page(stream.write, width(), coloured(stream), rules)


def width() -> int:
    """The columns to write in: `COLUMNS`, the terminal's, or a hundred where nobody looks."""
    if (told := os.environ.get("COLUMNS", "")).isdigit() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH
    except (OSError, ValueError, AttributeError):
        return _WIDTH


def coloured(stream: TextIO) -> bool:
    """Colour for a person who looks, unless NO_COLOR is set; FORCE_COLOR wins over the stream, NO_COLOR over both."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
