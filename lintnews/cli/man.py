"""`lintnews man`: the command tree in, the manual page out, as `man` takes it; always that of the commands as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from lintnews.cli.app import build
from lintnews.cli.options import Values

_CODES = (
    ("0", "clean, or nothing at or above --fail-on"), ("1", "findings at or above it"), ("2", "something in what was asked"),
    ("3", "our fault"), ("130", "interrupted"),
)  # fmt: skip


def run(values: Values) -> int:
    """Write the page to the standard output."""
    print(page(), end="")
    return 0


def page() -> str:
    """The text of the page."""
    tree: Any = typer.main.get_command(build())
    lines = [
        '.TH LINTNEWS 1 "" "LintNews" "User Commands"',
        ".SH NAME",
        f"lintnews \\- {_safe(tree.help.split('.')[0][2:])}",
        ".SH SYNOPSIS",
    ]
    lines += [".B lintnews", ".I COMMAND", "[OPTIONS] [ARGUMENTS]", ".SH DESCRIPTION", _safe(tree.help), ".SH COMMANDS"]
    lines += [line for name, command in _commands(tree, "") for line in _command(name, command)]
    lines += [".SH EXIT STATUS", *(line for code, words in _CODES for line in (".TP", f".B {code}", words))]
    lines += [".SH FILES", ".TP", ".I lintnews.yaml", "The configuration, in the folder of a story or above it."]
    return "\n".join(lines) + "\n"


def _commands(tree: Any, before: str) -> Iterator[tuple[str, Any]]:
    for name, command in tree.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        elif not command.hidden:
            yield before + name, command


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    yield f".SS lintnews {name} {' '.join(f'[{each.metavar}]' for each in arguments)}".rstrip()
    yield _safe(command.help)
    for each in command.params:
        if each.param_type_name == "option" and each.name != "help":
            yield from (".TP", f".B {_safe(', '.join(each.opts))}" + (f" {each.metavar}" if each.metavar else ""), _safe(each.help))


def _safe(words: str) -> str:
    """Words as they stand, hyphens as they are typed."""
    text = " ".join(words.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in ".'" else text
