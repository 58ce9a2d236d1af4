"""The head of a story in, its fields out, each with its span; whatever the format below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintnews import yaml_file
from lintnews.model import Block, Part, Piece

_END = r"(?:\r\n|\n|\r)"
# Patterns are compiled when the first head turns up.
_FENCE = rf"\ufeff?---[ \t]*{_END}(?P<head>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:{_END}|\Z)"
#: What a head begins with; without it the lines between two `---` are copy between two rules.
_HEAD = r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*(?:[\"']?[A-Za-z_][\w -]*[\"']?[ \t]*:(?:[ \t\r\n]|\Z)|\Z)"
_PLAIN = (
    r"(?P<key>[A-Za-z_][\w-]*):[ \t]+(?:\"(?P<double>[^\"\\\r\n]*)\"|'(?P<single>[^'\r\n]*)'"
    rf"|(?P<bare>[^\s\"'\[\]{{}}>|*&!%#@`,?:-][^#\r\n]*?|\d{{4}}-\d\d-\d\d))[ \t]*(?:{_END}|\Z)"
)
_FIELD = rf"(?:\A|(?<=[\r\n]))(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\r\n]*(?:{_END}(?:[ \t][^\r\n]*|(?=[\r\n])))*)"
#: Bare words that YAML may take for something else than text.
_TYPED = r"(?i:[+-]?[\d_.]+|0[xob]\w+|true|false|yes|no|on|off|null|~)"
#: What makes a value more than a bare word: a key inside it, or a type of its own.
_NOT_BARE = rf":[ \t]|:\Z|\A{_TYPED}\Z"

#: Fields that are copy, and the part they are.
_COPY = {
    "headline": Part.HEADLINE,
    "title": Part.HEADLINE,
    "deck": Part.DECK,
    "dek": Part.DECK,
    "standfirst": Part.DECK,
    "subtitle": Part.DECK,
    "subhead": Part.DECK,
    "summary": Part.DECK,
    "push": Part.DECK,
    "caption": Part.CAPTION,
    "photo_caption": Part.CAPTION,
    "image_caption": Part.CAPTION,
    "picture_caption": Part.CAPTION,
    "cutline": Part.CAPTION,
}  # fmt: skip


class FrontMatter(NamedTuple):
    """The fields of a head, the blocks of those that are copy, and where the story proper begins."""

    meta: Mapping[str, object]
    blocks: tuple[Block, ...]
    end: int

    @property
    def has_headline(self) -> bool:
        return bool(self.meta.get("headline") or self.meta.get("title"))


def read(text: str, name: str) -> FrontMatter:
    """Split off a YAML head between `---` lines; raises LintNewsError with the line where it is broken."""
    fence = re.match(_FENCE, text, re.S) if text.startswith(("---", "\ufeff---")) else None
    if not fence or not re.match(_HEAD, fence["head"]):
        return FrontMatter({}, (), 1 if text.startswith("\ufeff") else 0)
    head = fence["head"]
    meta = plain(head)
    if meta is None:
        meta = yaml_file.mapping(head, name, first_line=2)
    return FrontMatter(meta, tuple(_copy(head, meta, fence.start("head"))), fence.end())


def plain(head: str) -> dict[str, object] | None:
    """The fields of a head of one-line words only, read without loading the YAML parser; None where there is more."""
    fields: dict[str, object] = {}
    at = 0
    for match in re.finditer(_PLAIN, head):
        bare = match["bare"]
        if match.start() != at or match["key"] in fields or (bare and re.search(_NOT_BARE, bare)):
            return None
        fields[match["key"]] = bare or match["double"] or match["single"] or ""
        at = match.end()
    return fields if at == len(head) else None


def _copy(head: str, meta: Mapping[str, object], base: int) -> Iterator[Block]:
    for field in re.finditer(_FIELD, head):
        value = meta.get(field["key"])
        if field["key"] in _COPY and value is not None and not isinstance(value, (dict, list)) and str(value).strip():
            start, end = _trim(head, *field.span("value"))
            yield _block(_COPY[field["key"]], str(value), head[start:end], base + start)


def _block(part: Part, value: str, raw: str, start: int) -> Block:
    """The value of a field as a block: one to one where the head reads as the value does, else mapped as a whole."""
    for lead in (0, 1):
        if raw[lead:].startswith(value):
            start += lead
            return Block(part, value, (Piece(0, start, start + len(value)),))
    value = " ".join(value.split())
    return Block(part, value, (Piece(0, start, start + len(raw)),))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(inside)
