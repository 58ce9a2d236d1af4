"""Stories in JSON in, a document for each out: IPTC's ninjs, and what content systems write, by the names of the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lintnews.model import Block, Document, LintNewsError, Note, Part, Source, Span
from lintnews.readers import html, notes, parts, text
from lintnews.readers.json_fields import Field, Fields, walk
from lintnews.readers.through import Through

#: In the last two a story is a line.
ENDINGS = (".json", ".jsonl", ".ndjson")

_LINE = re.compile(r"[^\r\n]+")
_ESCAPE = re.compile(r"\\u(?:[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|[0-9a-fA-F]{4})|\\.|[^\\]++")
#: The fields that are copy, and the part that they are; the first of each that is there counts.
_FIELDS = {
    "headline": Part.HEADLINE, "title": Part.HEADLINE, "title.rendered": Part.HEADLINE, "headlines.basic": Part.HEADLINE,
    "headlines[].value": Part.HEADLINE, "deck": Part.DECK, "standfirst": Part.DECK, "subtitle": Part.DECK, "summary": Part.DECK,
    "description_text": Part.DECK, "description": Part.DECK, "subheadlines.basic": Part.DECK, "description.basic": Part.DECK,
    "descriptions[].value": Part.DECK, "excerpt.rendered": Part.DECK, "byline": Part.BYLINE, "caption": Part.CAPTION,
}  # fmt: skip
_BODIES = (
    "body_xhtml", "body_html", "body_text", "body", "content", "html", "text", "articleBody", "content.rendered", "bodies[].value",
    "content_elements[].content",
)  # fmt: skip
#: Of these all are the body, one after another.
_MANY = frozenset({"content_elements[].content"})
_DATES = (
    "date", "versioncreated", "versionCreated", "firstcreated", "published", "datePublished", "pubdate", "display_date", "publish_date",
)  # fmt: skip
_MARKUP = re.compile(r"<(?:p|div|h[1-6]|br|ul|ol|article|section|blockquote)\b", re.IGNORECASE)


class _Chosen(NamedTuple):
    """The fields of one story: those above the body, the body's, and the day."""

    head: Sequence[tuple[Part, Field]]
    body: Sequence[Field]
    day: str


def read(source: Source, asked: Fields = ()) -> Document:
    """All stories as one document; raises LintNewsError as `stories` does."""
    made = list(stories(source, asked))
    found = tuple(note for document in made for note in document.notes)
    return Document(source, made[0].meta, tuple(block for document in made for block in document.blocks), found)


def stories(source: Source, asked: Fields = ()) -> Iterator[Document]:
    """Each story; raises LintNewsError for what is no JSON, or has no field that holds a story. `asked` says which fields are what."""
    map_ = dict(asked)
    none = True
    for span in _values(source):
        value = _loaded(source, span)
        root = map_.get("stories", "[]" if isinstance(value, list) else "")
        for fields in _by_story(source, span, root):
            if (chosen := _chosen(source.text, fields, map_)).body:
                none = False
                yield _document(source, chosen)
    if none:
        wanted = f"`{map_['body']}`, which `json` in lintnews.yaml names" if "body" in map_ else f"such as {', '.join(_BODIES[:5])}"
        raise LintNewsError(f"{source.name}:1: no story in this JSON; one needs a field {wanted}")


def _values(source: Source) -> Iterator[Span]:
    """Where the values stand: the whole file, or its lines."""
    start = int(source.text.startswith("\ufeff"))
    if not source.name.lower().endswith(ENDINGS[1:]):
        yield Span(start, len(source.text))
        return
    yield from (Span(*line.span()) for line in _LINE.finditer(source.text, start) if not line[0].isspace())


def _loaded(source: Source, span: Span) -> object:
    try:
        return json.loads(source.text[span.start : span.end])
    except (ValueError, RecursionError) as error:
        line = source.place(span.start + getattr(error, "pos", 0)).line
        why = getattr(error, "msg", "nested too deep").removesuffix(" starting at")
        raise LintNewsError(f"{source.name}:{line}: not valid JSON: {why}; mend the file, or export it anew") from None


def _by_story(source: Source, span: Span, root: str) -> Iterator[list[Field]]:
    """The texts of each story, with their paths from its own root."""
    depth, at, gathered = root.count("[]"), None, list[Field]()
    for field in walk(source.text, span):
        if not field.path.startswith(root):
            continue
        if field.indexes[:depth] != at and gathered:
            yield gathered
            gathered = []
        at = field.indexes[:depth]
        gathered.append(field._replace(path=field.path[len(root) :].lstrip(".")))
    if gathered:
        yield gathered


def _chosen(source: str, fields: list[Field], asked: Mapping[str, str]) -> _Chosen:
    by_path: dict[str, list[Field]] = {}
    for field in fields:
        by_path.setdefault(field.path, []).append(field)
    named = {path: Part(part) for part, path in asked.items() if part not in ("stories", "date", "body")}
    head: dict[Part, Field] = {}
    for path, part in (named or ({} if "body" in asked else _FIELDS)).items():
        if path in by_path:
            head.setdefault(part, by_path[path][0])
    body = next((path for path in ((asked["body"],) if "body" in asked else _BODIES) if path in by_path), "")
    many = body in _MANY or "body" in asked
    day = next((by_path[path][0] for path in ((asked["date"],) if "date" in asked else _DATES) if path in by_path), None)
    found = by_path[body] if body else []
    return _Chosen(list(head.items()), found if many else found[:1], _decoded(source, day.span).text if day else "")


def _document(source: Source, chosen: _Chosen) -> Document:
    head = [block for part, field in chosen.head for block in _label(source.text, field, part)]
    blocks: list[Block] = []
    found: list[Note] = []
    marked = False
    for field in chosen.body:
        made, some, is_marked = _body(source, field, alone=len(chosen.body) == 1)
        blocks += made
        found += some
        marked |= is_marked
    story = parts.named(blocks, headline=any(block.part is Part.HEADLINE for block in head), marked=marked)
    return notes.apart(Document(source, {"date": chosen.day} if chosen.day else {}, (*head, *story), tuple(found)))


def _decoded(source: str, span: Span) -> Through:
    """A text with its escapes resolved, and the way back."""
    stretches = ((_meant(found[0]), Span(*found.span())) for found in _ESCAPE.finditer(source, span.start + 1, span.end - 1))
    return Through(stretches)


def _meant(words: str) -> str:
    return str(json.loads(f'"{words}"')) if words.startswith("\\") else words


def _label(source: str, field: Field, part: Part) -> Iterator[Block]:
    inner = _decoded(source, field.span)
    is_marked = "<" in inner.text or "&" in inner.text
    blocks = html.fragment(inner.text, Span(0, len(inner.text)))[0] if is_marked else _plain(inner.text)[0]
    yield from inner.blocks(Block(part, block.text, block.pieces) for block in blocks)


def _body(source: Source, field: Field, *, alone: bool) -> tuple[list[Block], list[Note], bool]:
    """The blocks of the body, or of a stretch of it, its notes, and whether it was marked up."""
    inner = _decoded(source.text, field.span)
    marked = bool(_MARKUP.search(inner.text)) or (not alone and "<" in inner.text)
    blocks, found = html.fragment(inner.text, Span(0, len(inner.text))) if marked else _plain(inner.text)
    return list(inner.blocks(blocks)), inner.notes(found), marked


def _plain(words: str) -> tuple[list[Block], list[Note]]:
    """Plain copy without a headline."""
    document = text.read(Source("a.txt", f"\n\n{words}"))
    blocks = [Block(Part.BODY, b.text, tuple(p._replace(start=p.start - 2, end=p.end - 2) for p in b.pieces)) for b in document.blocks]
    return blocks, [Note(note.text, Span(note.span.start - 2, note.span.end - 2)) for note in document.notes if note.text != "[sic]"]
