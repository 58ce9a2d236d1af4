"""Markdown with front matter in, a document out: the copy without its marks, every character with its place.

The parser is pyromark, a CommonMark parser with GitHub's tables and footnotes that says where each run of text stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from lintnews.model import Block, Document, Note, Part, Source, Span
from lintnews.readers import front_matter, notes, parts
from lintnews.readers.strand import MASK, Strand

ENDINGS = (".md", ".markdown")

_WIDE = re.compile(r"[^\x00-\x7f]")
_HALF = re.compile(r"[\ud800-\udfff]")
_NOT_HEADLINE = frozenset({"H2", "H3", "H4", "H5", "H6"})
_LONE_RETURN = re.compile(r"\r(?!\n)")
#: What holds copy of a part of its own; what stands inside it is of the outermost.
_HOLDERS = {"BlockQuote": Part.QUOTE_BLOCK, "List": Part.LIST, "Table": Part.TABLE}
#: What ends one paragraph and begins the next.
_BORDERS = frozenset(
    "Paragraph Heading BlockQuote List Item Table TableHead TableRow TableCell FootnoteDefinition CodeBlock HtmlBlock".split()
)


def read(source: Source) -> Document:
    """Read Markdown; the first heading of the first rank is the headline. Raises LintNewsError for a broken head."""
    head = front_matter.read(source.text, source.name)
    reading = _Reading(source.text, head.end)
    for event, span in _events(source.text, head.end):
        reading.take(event, span)
    story = parts.named(reading.blocks, headline=True, marked=True)
    return notes.apart(Document(source, head.meta, (*head.blocks, *story), tuple(reading.notes)))


def _events(text: str, start: int) -> Iterator[tuple[Any, Span]]:
    """The parser's events with spans in code points of the whole text; it counts bytes of UTF-8, and does not know every lone return."""
    import pyromark

    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
    story = _LONE_RETURN.sub("\n", _HALF.sub("\ufffd", text[start:]))
    at = code_points(story)
    for event, place in pyromark.events_with_range(story, options=options):
        yield event, Span(start + at(place["start"]), start + at(place["end"]))


def code_points(text: str) -> Callable[[int], int]:
    """A function from offsets in the UTF-8 of a text to offsets in its code points."""
    if text.isascii():
        return lambda offset: offset
    wide = [(match.start(), len(match[0].encode()) - 1) for match in _WIDE.finditer(text)]
    extra = [0, *accumulate(more for _, more in wide)]
    ends = [at + 1 + more for (at, _), more in zip(wide, extra[1:], strict=True)]
    return lambda offset: offset - extra[bisect_right(ends, offset)]


class _Reading:
    """The blocks and notes found so far, and where the parser stands."""

    def __init__(self, text: str, start: int) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._text = text
        self._strand = Strand(text)
        self._caption = Strand(text)
        self._captions: list[Block] = []
        self._open: list[str] = []
        self._parts: list[Part] = []
        self._has_headline = False

    def take(self, event: Any, span: Span) -> None:
        """One event of the parser: the name of a mark, or a name and what it carries."""
        if isinstance(event, str):
            self._mark(event, span)
            return
        [(kind, value)] = event.items()
        if kind == "Start":
            self._start(*_named(value), span)
        elif kind == "End":
            self._end(_named(value)[0], span)
        elif kind == "Text":
            self._copy(value, span)
        elif kind == "Code":
            self._into.whole(MASK, *span)
        else:
            self._left_out(kind, span)

    @property
    def _into(self) -> Strand:
        return self._caption if "Image" in self._open else self._strand

    def _mark(self, mark: str, span: Span) -> None:
        if mark in ("SoftBreak", "HardBreak"):
            self._into.space(*span)

    def _copy(self, text: str, span: Span) -> None:
        if self._open[-1:] == ["Autolink"]:
            return
        if self._text[span.start : span.end] == text or len(text) == span.end - span.start:
            self._into.run(*span)
        else:
            self._into.whole(text, *span)

    def _left_out(self, kind: str, span: Span) -> None:
        """A footnote's number, inline HTML or a line of an HTML block: no copy, but a comment is a note."""
        self._into.gap()
        if kind == "InlineHtml" and self._text.startswith("<!--", span.start):
            self.notes.append(notes.comment(self._text, span))
        elif kind == "InlineHtml" and self._text[span.start : span.end].lower().startswith("<br"):
            self._into.space(*span)

    def _start(self, name: str, value: Mapping[str, Any], span: Span) -> None:
        if name in _BORDERS:
            self._flush()
        if name == "Link" and value.get("link_type") in ("Autolink", "Email"):
            name = "Autolink"
            self._into.whole(MASK, *span)
        if name == "HtmlBlock":
            self._html(span)
        self._open.append(name)
        self._parts.append(self._part_of(name, value))

    def _part_of(self, name: str, value: Mapping[str, Any]) -> Part:
        outer = self._parts[-1] if self._parts else Part.BODY
        if name == "CodeBlock":
            return Part.CODE
        if outer is not Part.BODY:
            return outer
        if name != "Heading":
            return _HOLDERS.get(name, outer)
        if self._has_headline or value["level"] in _NOT_HEADLINE:
            return Part.HEADING
        self._has_headline = True
        return Part.HEADLINE

    def _end(self, name: str, span: Span) -> None:
        if name in _BORDERS:
            self._flush()
        if name == "Image" and self._open.count("Image") == 1 and (caption := self._caption.block(Part.CAPTION)):
            self._captions.append(caption)
        self._open.pop()
        self._parts.pop()
        if name == "Image":
            self._into.gap()

    def _flush(self) -> None:
        """End the paragraph: a block for its copy, then one for each picture in it."""
        if block := self._strand.block(self._parts[-1] if self._parts else Part.BODY):
            self.blocks.append(block)
        self.blocks += self._captions
        self._captions = []

    def _html(self, span: Span) -> None:
        """A block of HTML among the Markdown, which its own reader reads; inside a quotation or a list it is left out."""
        from lintnews.readers import html

        if self._open:
            self.notes += notes.comments(self._text, *span)
            return
        blocks, found = html.fragment(self._text, span)
        self.blocks += blocks
        self.notes += found


def _named(value: Any) -> tuple[str, Mapping[str, Any]]:
    """The name of a mark and what it carries, from the parser's name or one-field record."""
    if isinstance(value, str):
        return value, {}
    [(name, carried)] = value.items()
    return name, carried if isinstance(carried, dict) else {}
