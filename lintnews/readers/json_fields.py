"""The text of a JSON value in, every text in it out, with its path and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Span

#: Names of parts, of `stories` and of `date`, each with the path of its field.
Fields = tuple[tuple[str, str], ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s{}\[\]:,"]++')

_LONGEST, _NAMELESS = 300, "?"


class Field(NamedTuple):
    """A value that is a text: its path (`a.b[].c`), its places in the lists above it, and its span, with its quotation marks."""

    path: str
    indexes: tuple[int, ...]
    span: Span


def walk(source: str, span: Span) -> Iterator[Field]:
    """Every text in a sound JSON value, in order."""
    above: list[tuple[str, bool]] = []
    indexes: list[int] = []
    path, names = "", False
    for token in _TOKEN.finditer(source, *span):
        mark = token[0][0]
        if mark in "{[":
            above.append((path, mark == "["))
            names = mark == "{"
            if not names:
                indexes.append(0)
                path += "[]"
        elif mark in "}]":
            path, is_list = above.pop()
            if is_list:
                indexes.pop()
        elif mark == "," and above[-1][1]:
            indexes[-1] += 1
            path = f"{above[-1][0]}[]"
        elif mark == ",":
            names = True
        elif mark == '"' and names:
            path, names = _below(above[-1][0], token[0][1:-1]), False
        elif mark == '"':
            yield Field(path, tuple(indexes), Span(*token.span()))


def _below(path: str, name: str) -> str:
    """The path of a name in an object; one too long to be asked for is none."""
    return f"{path}.{name}".lstrip(".") if len(path) + len(name) <= _LONGEST else _NAMELESS
