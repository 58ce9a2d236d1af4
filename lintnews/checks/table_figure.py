"""Table figure: a figure in the copy beside the labels of a cell, which the table has otherwise by a slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, numbers, tables
from lintnews.ledger.numbers import Number
from lintnews.ledger.tables import Cell, Table
from lintnews.model import PROSE, Block, Evidence, Match, Part, Span
from lintnews.record import record

_HEDGED = lazily.pattern(r"(?i)\b(?:about|around|nearly|almost|over|under|roughly|some|more than|less than|at least|up to|close to)\s\W?\Z")
_UNIT = lazily.pattern(r"\s?(%|percent\b|per cent\b)")
_MONEY = lazily.pattern(r"[$£€¥]\Z")
_WORD = lazily.pattern(r"\p{L}{4,}|\d{4}")


@record
class Check:
    """A figure in a sentence that names a row by its label and, where the table has several columns of figures, the column by a word
    of its head. It is told where the table has it nowhere, and the cell's digits are the same in another order, or differ in one of
    three or more. A figure that rounds the cell's, or is hedged, is none.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "row")

    def find(self, story: Story) -> Iterator[Match]:
        if not any(block.part is Part.TABLE for block in story.document.blocks):
            return
        for table in tables.read(story):
            if any(cell and cell.block.part is Part.TABLE for row in table for cell in row.cells):
                for block in story.blocks(*PROSE):
                    for span in story.sentences(block):
                        yield from _in_sentence(story, block, span, table)


def _in_sentence(story: Story, block: Block, span: Span, table: Table) -> Iterator[Match]:
    text = block.text[slice(*span)]
    words = set(_WORD.findall(text.lower()))
    named = [row for row in table if any(row.cells) and set(_WORD.findall(row.label.lower())) and _said(row.label, text)]
    if len(named) != 1:
        return
    columns = _columns(story, table, words)
    every = [cell for row in table for cell in row.cells if cell]
    cells = [cell for i, cell in enumerate(named[0].cells) if cell and (not columns or i in columns)]
    for number in numbers.found(text):
        unit = _unit(text, number)
        if number.unit > number.value or _HEDGED.search(text, 0, number.span.start) or any(_same(number, cell) for cell in every):
            continue
        wrong = _digits(text[slice(*number.span)])
        near = [cell for cell in cells if cell.unit == unit and _slip(wrong, _digits(cell.block.text[slice(*cell.span)]))]
        if len(near) == 1 and named[0].label not in text[slice(*number.span)]:
            right = near[0].block.text[slice(*near[0].span)]
            start = span.start + number.span.start
            shown = (Evidence(f"the table has {right}", near[0].block, near[0].span),)
            names = {"match": text[slice(*number.span)], "fix": right, "row": named[0].label}
            yield Match(block, Span(start, start + len(names["match"])), (right,), names, shown)


def _said(label: str, text: str) -> bool:
    start = text.lower().find(label.lower())
    return start >= 0 and not text[start + len(label) : start + len(label) + 1].isalnum() and not text[max(0, start - 1) : start].isalnum()


def _columns(story: Story, table: Table, words: set[str]) -> set[int]:
    """The columns that the sentence names by a word of their heads; none where the table has but one."""
    if max(len(row.cells) for row in table) < 2 or any(table[0].cells):
        return set()
    first = [block for block in story.document.blocks if block.part is Part.TABLE and block.text.strip() == table[0].label]
    at = story.document.blocks.index(first[0])
    heads = story.document.blocks[at + 1 : at + 1 + len(table[0].cells)]
    return {i for i, head in enumerate(heads) if words & set(_WORD.findall(head.text.lower()))} or {-1}


def _unit(text: str, number: Number) -> str:
    money = _MONEY.search(text, 0, number.span.start)
    return money[0] if money else "%" if _UNIT.match(text, number.span.end) else ""


def _same(number: Number, cell: Cell) -> bool:
    """Whether a figure is the cell's, as it is or rounded."""
    return abs(number.value - cell.value) <= max(number.unit, cell.step) / 2 or number.value == abs(cell.value)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _slip(one: str, other: str) -> bool:
    if len(one) != len(other) or one == other or len(one) < 2:
        return False
    return sorted(one) == sorted(other) or (len(one) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1)
