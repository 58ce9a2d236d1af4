"""A story in JSON in, a document out: IPTC's ninjs, and what content systems write, by the names of the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Block, Document, LintNewsError, Note, Part, Source, Span
from lintnews.readers import html, notes, parts, text
from lintnews.readers.through import Through

ENDINGS = (".json",)

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s{}\[\]:,"]++')
_ESCAPE = re.compile(r"\\u(?:[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[0-9a-fA-F]{4})|\\.|[^\\]++")
#: The fields that are copy, and the part that they are; the first of each that is there counts.
_FIELDS = {
    "headline": Part.HEADLINE, "title": Part.HEADLINE, "deck": Part.DECK, "standfirst": Part.DECK, "subtitle": Part.DECK,
    "summary": Part.DECK, "description_text": Part.DECK, "description": Part.DECK, "byline": Part.BYLINE, "caption": Part.CAPTION,
}  # fmt: skip
_BODIES = ("body_xhtml", "body_html", "body_text", "body", "content", "html", "text", "articleBody")
_DATES = ("date", "versioncreated", "versionCreated", "firstcreated", "published", "datePublished", "pubdate")
#: ninjs 2 has lists of values under these names.
_LISTS = {"headlines": "headline", "bodies": "body", "descriptions": "description"}
_MARKUP = re.compile(r"<(?:p|div|h[1-6]|br|ul|ol|article|section|blockquote)\b", re.IGNORECASE)


class _Field(NamedTuple):
    """A value that is a text: its name, and where it stands, with its quotation marks."""

    name: str
    span: Span


def read(source: Source) -> Document:
    """Read one story; raises LintNewsError for what is no JSON, or has no field that holds a story."""
    start = int(source.text.startswith("\ufeff"))
    try:
        value = json.loads(source.text[start:])
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise LintNewsError(f"{source.name}:{line}: not valid JSON: {getattr(error, 'msg', 'nested too deep')}") from None
    fields = list(_fields(source.text, start))
    body = next((field for name in _BODIES for field in fields if field.name == name), None)
    if body is None or not isinstance(value, dict):
        raise LintNewsError(f"{source.name}:1: no story in this JSON; one needs a field such as {', '.join(_BODIES[:5])}")
    blocks, found = _body(source, body)
    head = list(_head(source.text, fields))
    story = parts.named(blocks, headline=any(block.part is Part.HEADLINE for block in head), marked=bool(found[1]))
    day = next((value[name] for name in _DATES if isinstance(value.get(name), str)), "")
    meta = {"date": day} if day else {}
    return notes.apart(Document(source, meta, (*head, *story), tuple(found[0])))


def _fields(source: str, start: int) -> Iterator[_Field]:
    """The texts of the object at the top, and of the lists of values that ninjs 2 has."""
    path: list[str] = []
    key, expects = "", False
    for token in _TOKEN.finditer(source, start):
        mark = token[0][0]
        if mark in "{[":
            path.append(key if mark == "{" else f"{key}[")
            key, expects = "", mark == "{"
        elif mark in "}]":
            key = path.pop().removesuffix("[") if path else ""
        elif mark == ",":
            expects = not path[-1].endswith("[") if path else False
        elif mark == '"' and expects:
            key, expects = token[0][1:-1], False
        elif mark == '"' and (name := _name(path, key)):
            yield _Field(name, Span(*token.span()))


def _name(path: list[str], key: str) -> str:
    if len(path) == 1:
        return key
    if len(path) == 3 and key == "value" and path[1].endswith("["):
        return _LISTS.get(path[1].removesuffix("["), "")
    return ""


def _decoded(source: str, span: Span) -> Through:
    """A text with its escapes resolved, and the way back."""
    stretches = ((_meant(found[0]), Span(*found.span())) for found in _ESCAPE.finditer(source, span.start + 1, span.end - 1))
    return Through(stretches)


def _meant(words: str) -> str:
    return str(json.loads(f'"{words}"')) if words.startswith("\\") else words


def _head(source: str, fields: list[_Field]) -> Iterator[Block]:
    seen = set[Part]()
    for name, part in _FIELDS.items():
        field = next((each for each in fields if each.name == name), None)
        if field and part not in seen:
            inner = _decoded(source, field.span)
            plain = text.read(Source("a.txt", f"\n\n{inner.text}"))
            for block in plain.blocks:
                pieces = tuple(piece._replace(start=piece.start - 2, end=piece.end - 2) for piece in block.pieces)
                yield from inner.blocks([Block(part, block.text, pieces)])
                seen.add(part)


def _body(source: Source, field: _Field) -> tuple[list[Block], tuple[list[Note], bool]]:
    """The blocks of the body, its notes, and whether it was marked up."""
    inner = _decoded(source.text, field.span)
    if _MARKUP.search(inner.text):
        blocks, found = html.fragment(inner.text, Span(0, len(inner.text)))
        return list(inner.blocks(blocks)), (inner.notes(found), True)
    document = text.read(Source("a.txt", f"\n\n{inner.text}"))
    blocks = [Block(Part.BODY, b.text, tuple(p._replace(start=p.start - 2, end=p.end - 2) for p in b.pieces)) for b in document.blocks]
    shifted = [Note(note.text, Span(note.span.start - 2, note.span.end - 2)) for note in document.notes if note.text != "[sic]"]
    return list(inner.blocks(blocks)), (inner.notes(shifted), False)
