"""The head of a story in, its fields out, each with its span; whatever the format below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lintnews import yaml_file
from lintnews.model import Block, Part, Piece, Span

_FENCE = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.S | re.M)
_PLAIN = re.compile(r"(?P<key>[A-Za-z_][\w-]*):[ \t]+(?P<value>[^\s\"'\[\]{}>|*&!%#@`,-][^#\r\n]*?|\d{4}-\d\d-\d\d)[ \t]*(?:\r\n|\n|\r|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]*):[ \t]+(?P<quote>[\"']?)(?P<value>[^\r\n]*?)(?P=quote)[ \t]*$", re.M)

#: Fields that are copy, and the part they are.
_COPY = {"headline": Part.HEADLINE, "title": Part.HEADLINE, "deck": Part.DECK, "standfirst": Part.DECK, "subtitle": Part.DECK}


class FrontMatter(NamedTuple):
    """The fields of a head, the blocks of those that are copy, and where the story proper begins."""

    meta: Mapping[str, object]
    blocks: tuple[Block, ...]
    end: int


def read(text: str, name: str) -> FrontMatter:
    """Split off a YAML head between `---` lines; raises LintNewsError with the line where it is broken."""
    fence = _FENCE.match(text)
    if not fence:
        return FrontMatter({}, (), 1 if text.startswith("\ufeff") else 0)
    meta = _plain(fence["head"])
    if meta is None:
        first_line = 2
        meta = yaml_file.mapping(fence["head"], name, first_line)
    blocks = tuple(
        Block(_COPY[m["key"]], m["value"], (Piece(0, fence.start("head") + m.start("value"), fence.start("head") + m.end("value")),))
        for m in _FIELD.finditer(fence["head"])
        if m["key"] in _COPY and m["value"] and m["value"] == meta.get(m["key"])
    )
    return FrontMatter(meta, blocks, fence.end())


def _plain(head: str) -> dict[str, object] | None:
    """The fields of a head of bare words only, read without loading the YAML parser; None where there is more."""
    fields, at = {}, 0
    for match in _PLAIN.finditer(head):
        if match.start() != at or ": " in match["value"]:
            return None
        fields[match["key"]], at = match["value"], match.end()
    return fields if at == len(head) else None


def block_span(block: Block) -> Span:
    return block.in_source(Span(0, len(block.text)))
