"""The head of a story in, its fields out by their plain names, each value with its place in the source where it can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lintnews.model import Block, Document, Part, Piece, Span

if TYPE_CHECKING:
    from lintnews.ledger import Story

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_EMPTY = re.compile(r"[^\r\n]*?:[^\r\n#]*")
_SIGNS = re.compile(r"[-_ ]")
_DEEP = 4


class Field(NamedTuple):
    """A field of the head: its name in small letters without signs, as written, and its value as text."""

    name: str
    key: str
    value: str


def plain(name: str) -> str:
    """A field's name as it is compared: `Photo_Credit` is `photocredit`."""
    return _SIGNS.sub("", name).lower()


def fields(document: Document) -> list[Field]:
    """Every field with its values, those of lists and of fields inside fields too; a field without a value has an empty one."""
    return list(_fields(document.meta, 0))


def of(known: list[Field], names: str) -> list[Field]:
    """The fields of these names, of which `|` parts several."""
    wanted = {plain(each) for each in names.split("|")}
    return [f for f in known if f.name in wanted]


def _fields(meta: Mapping[str, object], depth: int) -> Iterator[Field]:
    for key, value in meta.items():
        yield from (Field(plain(str(key)), str(key), text) for text in _texts(value))
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping) and depth < _DEEP:
                yield from _fields(inner, depth + 1)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value if not isinstance(each, (Mapping, list))]
    return [] if isinstance(value, Mapping) else ["" if value is None else str(value).strip()]


def place(story: Story, field: Field | None) -> tuple[Block, Span] | None:
    """Where a value stands, or the whole of a field that is empty; without either the first word of the story, in a block of its own."""
    source = story.document.source.text
    head = _HEAD.match(source)
    if field and head:
        line = re.compile(rf"^[ \t-]*{re.escape(field.key)}[ \t]*:", re.MULTILINE).search(source, head.start("head"), head.end("head"))
        start = line.start() + line[0].index(field.key) if line else head.start("head")
        at = source.find(field.value, line.end() if line else start, head.end("head")) if field.value else -1
        if at >= 0:
            return _block(source, at, at + len(field.value))
        if line:
            return _block(source, start, start + len(_EMPTY.match(source, start)[0].rstrip()))  # type: ignore[index]
    first = next(story.blocks(), None)
    word = re.search(r"\S+", first.text) if first else None
    return (first, Span(*word.span())) if first and word else None


def word(story: Story, field: Field, part: Part, at: Span) -> tuple[Block, Span] | None:
    """A word of a value as it stands in the source, where the value stands there as it is read."""
    source = story.document.source.text
    start = source.find(field.value)
    found = _block(source, start + at.start, start + at.end) if start >= 0 else None
    return (Block(part, found[0].text, found[0].pieces), found[1]) if found else None


def _block(source: str, start: int, end: int) -> tuple[Block, Span]:
    return Block(Part.CODE, source[start:end], (Piece(0, start, end),)), Span(0, end - start)
