"""A story in the XML of news agencies in, a document out: NITF, NewsML-G2 with NITF, XHTML or plain text in it; and feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Block, Document, LintNewsError, Note, Part, Source, Span
from lintnews.readers import feed, html, notes, parts, tags
from lintnews.readers.strand import Strand
from lintnews.readers.tags import Copy, Tag, Tags

ENDINGS = (".xml", ".nitf", ".newsml")

_PARTS = {"hl1": Part.HEADLINE, "headline": Part.HEADLINE, "hl2": Part.DECK, "byline": Part.BYLINE, "dateline": Part.DATELINE}
_BODIES = ("body.content", "inlinexml", "inlinedata")
_ROOTS = ("nitf", "newsitem", "newsmessage", "packageitem")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_DATED = {"date.issue": "norm", "date.release": "norm", "story.date": "norm"}
_DATES = ("versioncreated", "contentcreated", "firstcreated")


class _Element(NamedTuple):
    """An element and where its content stands."""

    name: str
    content: Span


def read(source: Source) -> Document:
    """Read one story; raises LintNewsError for XML of another kind, or with no story in it."""
    if feed.fits(source.text):
        return feed.read(source)
    elements, root, meta = _elements(source.text)
    if root not in _ROOTS:
        told = f"its outermost element is `{root}`" if root else "there is no element in it"
        raise LintNewsError(
            f"{source.name}:1: neither NITF nor NewsML-G2 nor a feed: {told}; name a story of one of these, or of another format"
        )
    bodies = [each for each in elements if each.name in _BODIES]
    inner = [one for one in bodies if not any(one.content.holds(other.content) for other in bodies if other is not one)]
    if not inner:
        raise LintNewsError(f"{source.name}:1: no story in it: {' or '.join(_BODIES)} is missing")
    head = list(_head(source.text, [each for each in elements if not any(body.content.holds(each.content) for body in inner)]))
    blocks: list[Block] = []
    found: list[Note] = []
    for body in inner:
        made, some = html.fragment(source.text, body.content)
        blocks += made
        found += some
    story = parts.named(blocks, headline=any(block.part is Part.HEADLINE for block in head), marked=True)
    return notes.apart(Document(source, meta, (*head, *story), tuple(found)))


def stories(source: Source) -> Iterator[Document]:
    """The story, or each of those in a feed."""
    if feed.fits(source.text):
        yield from feed.stories(source)
    else:
        yield read(source)


def _elements(text: str) -> tuple[list[_Element], str, dict[str, object]]:
    """The elements that may hold copy, the name of the outermost one, and the day."""
    found: list[_Element] = []
    opened: list[tuple[str, int]] = []
    root, meta = "", dict[str, object]()
    for each in Tags(text, Span(int(text.startswith("\ufeff")), len(text))):
        if not isinstance(each, Tag):
            continue
        name = each.name.rpartition(":")[2]
        root = root or name
        if each.closes:
            index = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == name), -1)
            if index >= 0:
                start = opened[index][1]
                del opened[index:]
                _close(text, _Element(name, Span(start, each.span.start)), found, meta)
        elif not text.endswith("/>", each.span.start, each.span.end):
            opened.append((name, each.span.end))
        if (norm := _DATED.get(name)) and norm in each.attributes and (day := _DAY.match(text, each.attributes[norm].start)):
            meta.setdefault("date", "-".join(day.groups()))
    return sorted(found, key=lambda each: each.content), root, meta


def _close(text: str, element: _Element, found: list[_Element], meta: dict[str, object]) -> None:
    if element.name in _PARTS or element.name in _BODIES:
        found.append(element)
    elif element.name in _DATES and (day := _DAY.match(text[element.content.start : element.content.end].strip())):
        meta.setdefault("date", "-".join(day.groups()))


def _head(text: str, elements: list[_Element]) -> Iterator[Block]:
    """The headline, the byline and so on, each once: NewsML-G2 may say them beside the NITF that it holds."""
    seen = set[Part]()
    for element in elements:
        part = _PARTS.get(element.name)
        if part and part not in seen:
            strand = Strand(text)
            for each in Tags(text, element.content):
                if isinstance(each, Copy):
                    tags.gather(strand, text, each.span)
            if block := strand.block(part):
                seen.add(part)
                yield block
