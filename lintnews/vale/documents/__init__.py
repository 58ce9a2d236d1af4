"""A source in, a document of Vale's blocks out, whatever the format; each character keeps its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lintnews.model import Document, Note, Source
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import plain
from lintnews.vale.documents.clean import cleaned

_Parts = tuple[Mapping[str, object], Sequence[ScopedBlock], Sequence[Note]]


def read(source: Source, reading: Reading) -> Document:
    """The blocks of a source in Vale's reading order, its front matter as `meta`, its comments as `notes`."""
    clean = cleaned(source.text)
    meta, blocks, notes = _parts(clean.text, reading)
    raw = plain.whole(clean.text, f"raw.{reading.ending}")
    return Document(source, meta, tuple(map(clean.block, (*blocks, raw))), tuple(map(clean.note, notes)))


def _parts(text: str, reading: Reading) -> _Parts:
    if reading.format not in ("md", "html"):
        made = plain.text if reading.format == "txt" else plain.lines
        return {}, tuple(made(text, reading)), ()
    from lintnews.vale.documents import frontmatter

    head = frontmatter.read(text, reading)
    if reading.format == "html":
        from lintnews.vale.documents import html

        blocks, notes = html.walk(text, head.end, reading)
        return head.meta, blocks, notes
    from lintnews.vale.documents import markdown

    blocks, notes = markdown.walk(text, head.end, reading)
    return head.meta, (*head.blocks, *blocks), notes
