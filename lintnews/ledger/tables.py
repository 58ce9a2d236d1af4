"""Blocks in, the tables and the lists of figures of a story out: rows of cells as the source divides them, each figure with its unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.ledger import numbers
from lintnews.model import Block, Part, Span

if TYPE_CHECKING:
    from lintnews.ledger import Story

#: What stands between the last cell of a row and the first of the next, and between two tables.
_ROW_ENDS = lazily.pattern(r"(?i)</?tr\b|\n|\r")
_TABLE_ENDS = lazily.pattern(r"(?i)</?table\b|\n[ \t]*\n|\r\n[ \t]*\r\n")
_FIGURE = lazily.pattern(
    rf"(?i)\s*(?P<minus>[-−–(])?\s*(?P<money>[$£€¥]|US\$|AU?\$)?\s?(?P<number>{numbers.PATTERN})\s?"
    r"(?P<unit>%|percent\b|per cent\b|bn|m|k|tn)?\)?[*†]*\s*"
)
_LINE = lazily.pattern(r"(?P<mark>[-•*–·]\s+)?(?P<item>[^\n]+)")
_ITEM = lazily.pattern(r"(?P<label>[^:–—]{1,80}?)(?::|\s[–—-])\s+(?P<rest>.+)")


class Cell(NamedTuple):
    """A figure in a cell or at the end of a list's line: where it stands, its value, what the last digit counts, its unit."""

    block: Block
    span: Span
    value: Fraction
    step: Fraction
    unit: str


class Row(NamedTuple):
    """A row of a table or a line of a list: its label, and its figures by column; None where there is no figure."""

    label: str
    cells: Sequence[Cell | None]


Table = Sequence[Row]


def read(story: Story) -> Iterator[Table]:
    """The tables of a story, then its lists of figures, each with all its rows."""
    yield from _tables(story)
    yield from _lists(story)


def _tables(story: Story) -> Iterator[Table]:
    blocks = [block for block in story.document.blocks if block.part is Part.TABLE]
    rows: list[list[Block]] = []
    for before, block in pairwise((None, *blocks)):
        gap = story.document.source.text[_end(before) : _start(block)] if before and block else ""
        if not block:
            continue
        if before and _TABLE_ENDS.search(gap):
            yield [_row(row) for row in rows]
            rows = []
        if not rows or _ROW_ENDS.search(gap):
            rows.append([])
        rows[-1].append(block)
    if rows:
        yield [_row(row) for row in rows]


def _start(block: Block) -> int:
    return block.in_source(Span(0, 1)).start


def _end(block: Block) -> int:
    return block.in_source(Span(0, len(block.text))).end


def _row(blocks: Sequence[Block]) -> Row:
    return Row(blocks[0].text.strip(), [figure(block, Span(0, len(block.text))) for block in blocks[1:]])


def _lists(story: Story) -> Iterator[Table]:
    """Runs of list items, and of lines in a paragraph that begin as such, that are each a label and a figure."""
    run: list[Row] = []
    for block in story.document.blocks:
        listed = block.part is Part.LIST
        for line in _LINE.finditer(block.text) if listed or "\n" in block.text else ():
            row = _item(block, Span(*line.span("item"))) if listed or line["mark"] else None
            if row:
                run.append(row)
            elif run:
                yield run
                run = []
        if run and not listed:
            yield run
            run = []
    if run:
        yield run


def _item(block: Block, span: Span) -> Row | None:
    found = _ITEM.fullmatch(block.text, *span)
    cell = figure(block, Span(*found.span("rest"))) if found else None
    return Row(found["label"].strip(), [cell]) if found and cell else None


def figure(block: Block, span: Span) -> Cell | None:
    """The figure that a stretch is, with nothing beside it but its sign and its unit."""
    found = _FIGURE.fullmatch(block.text, *span)
    if not found:
        return None
    number = numbers.number(found["number"])
    unit = f"{found['money'] or ''}{(found['unit'] or '').lower().replace('per cent', '%').replace('percent', '%')}"
    return Cell(block, Span(*found.span("number")), -number.value if found["minus"] else number.value, number.unit, unit)
