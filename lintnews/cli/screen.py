"""The terminal in, a page to write on out: its width, and whether to colour."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

from lintnews.reporters import Page

if TYPE_CHECKING:
    from lintnews.rule import Rule

_WIDTH = 100


def page(rules: Callable[[], Iterable[Rule]] = tuple, stream: TextIO | None = None, *, raw: bool = False) -> Page:
    """The standard output, or another stream, as a page. What is for people gives no line that a workflow takes for a command."""
    stream = stream or sys.stdout
    return Page(stream.write if raw else lambda text: stream.write(_no_command(text)), width(), coloured(stream), rules)


def tell(words: str) -> None:
    """Say something on the standard error, whatever a stranger wrote into it."""
    from lintnews.reporters._frame import plain

    print(_no_command("\n".join(map(plain, words.split("\n")))), file=sys.stderr)


def _no_command(text: str) -> str:
    """A text of which no line begins as the commands of GitHub's workflows do; there they hold on either stream."""
    if "::" not in text and "##[" not in text:
        return text
    return re.sub(r"(?m)^((?:\s|\x1b\[[\d;]*m)*)(?=::|##\[)", r"\1·", text)


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
