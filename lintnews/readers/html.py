"""HTML in, a document out: the copy of the article, each part told from its element and the usual class names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lintnews.model import Block, Document, Note, Part, Source, Span
from lintnews.readers import markup, notes, parts, tags
from lintnews.readers.page_meta import PageMeta
from lintnews.readers.strand import MASK, Strand
from lintnews.readers.tags import Comment, Copy, Tag, Tags
from lintnews.record import record, replace

ENDINGS = (".html", ".htm", ".xhtml")

_DEEPEST = 500
_CELL_WORDS = 25
_LABEL_WORDS = 60


class _Open(NamedTuple):
    """An element that is open, and what it means for the copy inside it."""

    name: str
    part: Part
    is_block: bool = True
    skipped: bool = False
    aside: bool = False
    called_aside: bool = False
    article: int = 0
    main: bool = False
    label: Part | None = None
    masked_from: int = -1

    @property
    def is_out(self) -> bool:
        """Whether nothing in it is copy: a script, or code, for which a mask stands."""
        return self.skipped or self.masked_from >= 0


@record
class _Found:
    """A block and where on the page it stood."""

    block: Block
    aside: bool
    article: int
    main: bool


def read(source: Source) -> Document:
    """Read a page or a piece of one. Broken markup is read as far as it goes; nothing in it is an error."""
    page = _Page(source.text)
    page.read(Span(int(source.text.startswith("\ufeff")), len(source.text)))
    blocks = list(_headlined(_chosen(page.found), page.meta))
    story = parts.named(blocks, headline=True, marked=True)
    return notes.apart(Document(source, page.meta.fields(), tuple(story), tuple(page.notes)))


def fragment(text: str, span: Span) -> tuple[list[Block], list[Note]]:
    """The blocks and notes of a stretch of HTML inside another format."""
    page = _Page(text)
    page.read(span)
    return [found.block for found in page.found], page.notes


class _Page:
    """What was found so far, and the elements that are open."""

    def __init__(self, text: str) -> None:
        self.found: list[_Found] = []
        self.notes: list[Note] = []
        self.meta = PageMeta(text)
        self._text = text
        self._strand = Strand(text)
        self._open = [_Open("", Part.BODY)]
        self._articles = 0
        self._has_copy = False
        self._breaks = 0
        self._labelled: dict[Part, int] = {}

    def read(self, span: Span) -> None:
        """Read a stretch of HTML to its end, whatever is still open there."""
        for each in Tags(self._text, span):
            if isinstance(each, Copy):
                self._copy(each.span)
            elif isinstance(each, Comment):
                self._comment(each.span)
            elif each.closes:
                self._end(each)
            else:
                self._start(each)
        self._close(1, span.end)
        self._flush()

    def _copy(self, span: Span) -> None:
        here = self._open[-1]
        if here.name in ("title", "script") and not self._open[-2].skipped:
            self.meta.content(here.name, span)
        if here.is_out:
            return
        before = self._strand.length
        if here.part is Part.CODE:
            for text, home in tags.decoded(self._text, span):
                self._strand.run(*home) if text == self._text[home.start : home.end] else self._strand.whole(text, *home)
        else:
            tags.gather(self._strand, self._text, span)
        if here.label:
            self._labelled[here.label] = self._labelled.get(here.label, 0) + self._strand.length - before
        if not self._text[span.start : span.end].isspace():
            self._breaks = 0

    def _comment(self, span: Span) -> None:
        self._strand.gap()
        if self._text.startswith("<!--", span.start) and not self._open[-1].skipped:
            self.notes.append(notes.comment(self._text, span))

    def _start(self, tag: Tag) -> None:
        self.meta.tag(tag)
        if tag.name == "br":
            self._break(tag.span)
            return
        words = markup.labels(self._text, tag)
        is_block = tag.name in markup.BLOCKS or markup.stands_apart(words)
        if is_block:
            self._close_before(tag)
            self._flush()
        if tag.name in markup.VOID or len(self._open) > _DEEPEST:
            return
        if markup.is_remark(self._text, tag):
            self._leave_out()
        self._open.append(self._opened(tag, words, is_block))
        if tag.name == "q" and not self._open[-1].is_out:
            self._strand.whole("“", *tag.span)

    def _leave_out(self) -> None:
        """Nothing more in the nearest `div` is copy."""
        first = next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].name == "div"), len(self._open))
        self._open[first:] = [each._replace(skipped=True) for each in self._open[first:]]

    def _opened(self, tag: Tag, words: markup.Labels, is_block: bool) -> _Open:
        outer = self._open[-1]
        holds_story = tag.name in ("article", "main")
        if tag.name == "article" and not outer.article:
            self._articles += 1
        article = outer.article or (self._articles if tag.name == "article" else 0)
        masks = tag.name in ("code", "kbd", "samp") and outer.part is not Part.CODE and outer.masked_from < 0
        return _Open(
            tag.name,
            markup.part(tag.name, words, outer.part, has_copy=self._has_copy, in_article=bool(article)) if is_block else outer.part,
            is_block,
            outer.skipped or markup.is_skipped(self._text, tag, words),
            outer.aside or markup.is_aside(tag.name),
            (outer.called_aside and not holds_story) or (is_block and markup.is_called_aside(words)),
            article,
            outer.main or tag.name == "main",
            None if is_block else outer.label or markup.label(tag.name, words),
            tag.span.start if masks else outer.masked_from,
        )

    def _end(self, tag: Tag) -> None:
        if tag.name == "p":
            self._flush()
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].name == tag.name:
                self._close(i, tag.span.end)
                return
            if self._open[i].name in markup.WALLS and tag.name not in markup.WALLS:
                return

    def _close(self, index: int, end: int) -> None:
        """Close an element and all that is open inside it; `end` is where its end tag ends, or what closes it begins."""
        while len(self._open) > index:
            here, outer = self._open[-1], self._open[-2]
            if here.masked_from >= 0 > outer.masked_from and not here.skipped:
                self._strand.whole(MASK, here.masked_from, end)
            if here.name == "q" and not here.is_out:
                self._strand.whole("”", end, end)
            if here.is_block:
                self._flush()
            self._open.pop()

    def _close_before(self, tag: Tag) -> None:
        """Close what an element ends by beginning: a paragraph, an item, a cell, a row."""
        ends = markup.ENDS.get(tag.name, markup.PARAGRAPHS)
        found = 0
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].name in ends:
                found = i
            elif self._open[i].is_block:
                break
            elif self._open[i].masked_from >= 0:
                found = i
        if found:
            self._close(found, tag.span.start)

    def _break(self, span: Span) -> None:
        """A line's end; two of them end the paragraph."""
        if self._open[-1].is_out:
            return
        self._breaks += 1
        if self._breaks > 1:
            self._flush()
        else:
            self._strand.space(*span)

    def _flush(self) -> None:
        """End the paragraph and keep its block, if there is any copy in it."""
        here = self._open[-1]
        labelled, self._labelled, self._breaks = self._labelled, {}, 0
        if not (block := self._strand.block(here.part)):
            return
        block = _reconsidered(block, labelled)
        aside = here.aside or here.called_aside
        self._has_copy |= block.part is Part.BODY and len(block.text.split()) >= _CELL_WORDS and not aside
        self.found.append(_Found(block, aside, here.article, here.main))


def _reconsidered(block: Block, labelled: dict[Part, int]) -> Block:
    """A line that is mostly a label is it; a block too long for the label or the cell that it is called is copy."""
    words = len(block.text.split())
    if block.part is Part.BODY and sum(labelled.values()) * 2 > len(block.text) and words <= _LABEL_WORDS:
        return replace(block, part=Part.BYLINE if Part.BYLINE in labelled else next(iter(labelled)))
    is_prose = block.part is Part.TABLE and words >= _CELL_WORDS and block.text.rstrip("\"”’'")[-1:] in (".", "!", "?")
    if is_prose or (block.part in markup.SHORT and words > _LABEL_WORDS):
        return replace(block, part=Part.BODY)
    return block


def _chosen(found: list[_Found]) -> list[Block]:
    """The blocks, what stands outside the home of the story as boilerplate; its home is the smallest with most of the copy."""
    articles = _weights(each for each in found if each.article)
    main, page = sum(_weights(each for each in found if each.main).values()), sum(_weights(found).values())
    largest = max(articles.values(), default=0)
    kept = []
    for each in found:
        if articles and sum(articles.values()) * 2 > max(main, page):
            kept.append(not each.aside and articles.get(each.article, 0) * 3 >= largest)
        elif main * 2 > page:
            kept.append(not each.aside and each.main)
        else:
            kept.append(not each.aside or not page)
    has_title = any(keep and each.block.part is Part.HEADLINE for keep, each in zip(kept, found, strict=True))
    return [
        each.block if keep or (not has_title and each.block.part is Part.HEADLINE) else replace(each.block, part=Part.BOILERPLATE)
        for keep, each in zip(kept, found, strict=True)
    ]


def _weights(found: Iterable[_Found]) -> dict[int, int]:
    """The letters of running copy that is not beside the story, by the article that holds it; 0 is none."""
    out: dict[int, int] = {}
    for each in found:
        if not each.aside and each.block.part in (Part.BODY, Part.QUOTE_BLOCK, Part.LIST):
            out[each.article] = out.get(each.article, 0) + len(each.block.text)
    return out


def _headlined(blocks: list[Block], meta: PageMeta) -> Iterator[Block]:
    """One headline: the first, or the page's title where there is none; the others are headings."""
    first = next((block for block in blocks if block.part is Part.HEADLINE), None)
    if not first and (title := meta.title()):
        yield title
    for block in blocks:
        yield replace(block, part=Part.HEADING) if block.part is Part.HEADLINE and block is not first else block
