"""The paragraphs of a story in, what each is out: headline, byline, credit, dateline, related link or copy.

News copy says what its parts are by place and by a few fixed wordings; place is here. In doubt it is body copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lintnews.model import Block, Part, Span
from lintnews.readers import wordings
from lintnews.readers.strand import trimmed, without

_ABBREVIATED = ("U.S.", "U.K.", "U.N.", "E.U.", "Jr.", "Sr.", "Inc.", "Co.", "Corp.", "D.C.", "a.m.", "p.m.", "...", "…")
_HEADLINE_WORDS = 30
_DECK_WORDS = 45
_HEADING_WORDS = 10
#: How many paragraphs of copy may stand before the dateline: a deck that nothing marks, an editor's line.
_DATELINE_CHANCES = 3


def named(blocks: Sequence[Block], *, headline: bool, marked: bool = False) -> Iterator[Block]:
    """The blocks with the parts of those that came as body copy; datelines and inner links to other stories cut out.

    `headline`: it is known already. `marked`: the format marks headings, so that none is told from its looks.
    """
    parts = [wordings.part(block.text) if block.part is Part.BODY else block.part for block in blocks]
    texts = [block.text for block in blocks]
    if not headline:
        _mark_headline(texts, parts)
    if headline or Part.HEADLINE in parts:
        _mark_below_headline(texts, parts)
    if not marked:
        _mark_headings(texts, parts)
    renamed = (block if block.part is part else Block(part, block.text, block.pieces) for block, part in zip(blocks, parts, strict=True))
    return _split(renamed)


def _mark_headline(texts: Sequence[str], parts: list[Part]) -> None:
    """The first paragraph that can be a headline is it, with a section label above it."""
    copy = [i for i, part in enumerate(parts) if part is Part.BODY]
    if len(copy) > 2 and wordings.is_section(texts[copy[0]]) and _can_be_headline(texts[copy[1]]):
        parts[copy.pop(0)] = Part.SECTION
    if len(copy) > 1 and _can_be_headline(texts[copy[0]]):
        parts[copy[0]] = Part.HEADLINE


def _can_be_headline(text: str) -> bool:
    if len(text.split()) > _HEADLINE_WORDS or text.endswith((":", ",", ";")):
        return False
    return not text.endswith((".", ".”", '."')) or text.endswith(_ABBREVIATED) or _is_title_case(text)


def _is_title_case(text: str) -> bool:
    """Whether the words of a line are capitalised as in a title, all but short ones."""
    long = [word for word in text.split() if len(word) > 3]
    return len(long) > 3 and sum(word.lstrip("“‘\"'(")[:1].isupper() for word in long) > 0.85 * len(long)


def _mark_below_headline(texts: Sequence[str], parts: list[Part]) -> None:
    """Mark a repeated headline, names that are a byline, and what stands between headline and byline as the deck."""
    at = parts.index(Part.HEADLINE) + 1 if Part.HEADLINE in parts else 0
    if 0 < at < len(parts) and parts[at] is Part.BODY and texts[at] == texts[at - 1]:
        parts[at] = Part.HEADLINE
        at += 1
    _mark_names(texts, parts, at)
    byline = next((i for i in range(at, min(at + 4, len(parts))) if parts[i] is Part.BYLINE), at)
    for i in range(at, byline):
        if parts[i] is Part.BODY and len(texts[i].split()) <= _DECK_WORDS:
            parts[i] = Part.DECK


def _mark_names(texts: Sequence[str], parts: list[Part], at: int) -> None:
    """Mark bare names right below the headline, and the paper's name or the writer's post below them, as the byline."""
    for i in range(at, min(at + 6, len(parts) - 1)):
        if parts[i] is Part.BODY and wordings.ends_sentence(texts[i]):
            return
        below = any(part is Part.BYLINE for part in parts[at:i])
        if parts[i] is Part.BODY and (wordings.is_names(texts[i]) or (below and len(texts[i].split()) <= 3)):
            parts[i] = Part.BYLINE
        elif parts[i] is Part.BODY:
            return


def _mark_headings(texts: Sequence[str], parts: list[Part]) -> None:
    """Short lines without a stop are headings, when copy follows."""
    for i in range(len(parts) - 1):
        if parts[i] is Part.BODY and _is_heading(texts[i]):
            parts[i] = Part.HEADING


def _is_heading(text: str) -> bool:
    if len(text) > 120 or len(text.split()) > _HEADING_WORDS:
        return False
    quoted = text[0] in "‘'" and text[-1] in "’'"
    line = text[1:-1] if quoted else text
    return line[-1:].isalnum() and not line[:1].islower()


def _split(blocks: Iterable[Block]) -> Iterator[Block]:
    """Cut the dateline off the first copy, and links to other stories out of all of it."""
    chances = _DATELINE_CHANCES
    for block in blocks:
        if block.part is not Part.BODY:
            yield block
            continue
        chances -= 1
        if chances >= 0 and (end := wordings.dateline(block.text)):
            yield from filter(None, [trimmed(block, Span(0, end), Part.DATELINE)])
            block = trimmed(block, Span(end, len(block.text)), Part.BODY) or block
            chances = 0
        yield from _unlinked(block)


def _unlinked(block: Block) -> Iterator[Block]:
    links = [Span(*span) for span in wordings.related(block.text)]
    if not links:
        yield block
        return
    yield from filter(None, [without(block, links)])
    yield from filter(None, (trimmed(block, link, Part.RELATED) for link in links))
