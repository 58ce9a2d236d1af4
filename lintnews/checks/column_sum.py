"""Column sum: a total in a table or a list that its lines do not add up to, and a share that is not its line's of the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, tables
from lintnews.ledger.tables import Cell, Row, Table
from lintnews.model import Evidence, Match, Part
from lintnews.needs import Need
from lintnews.record import record

_TOTAL = lazily.pattern(r"(?i)(?:grand |overall |the )?(?:total|altogether|combined)\b(?! (?:other|but|of which))[\p{L} ]{0,24}:?")
_PART_TOTAL = lazily.pattern(r"(?i)\b(?:sub-?total|total|of which|including)\b")
_SHARE = lazily.pattern(
    r"(?i)\s*(?:share(?: of .{1,30})?|(?:%|percent|per cent|pct\.?) of (?:the )?(?:total|all|votes?|whole)|vote share)\s*"
)


@record
class Check:
    """Totals are read in the last line of a table or a list, whose label says so; a column counts when every line has a figure of

    one unit in it. What falls short of the total by more than a tenth may be a list of the largest, and is one step less sure.
    """

    slots: ClassVar[tuple[str, ...]] = ("match", "told", "right", "sum")
    need: ClassVar[Need] = Need(("total", "altogether", "combined"), folded=True)
    least: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        for table in tables.read(story):
            lines, last = list(table[:-1]), table[-1] if table else None
            while lines and not any(lines[0].cells):
                lines.pop(0)
            if (
                not last
                or len(lines) < self.least
                or not _TOTAL.fullmatch(last.label)
                or any(_PART_TOTAL.search(line.label) for line in lines)
            ):
                continue
            columns = [(total, _column(lines, i)) for i, total in enumerate(last.cells) if total]
            found = [m for total, cells in columns if {c.unit for c in cells} <= {total.unit, ""} for m in _total(total, cells)]
            yield from found or _shares(story, table, lines, last)


def _column(lines: Sequence[Row], column: int) -> list[Cell]:
    """The figures of a column, none where a line has none."""
    cells = [line.cells[column] if column < len(line.cells) else None for line in lines]
    return [cell for cell in cells if cell] if all(cells) else []


def _total(total: Cell, cells: Sequence[Cell]) -> Iterator[Match]:
    added = sum((cell.value for cell in cells), Fraction(0))
    rounded = any(cell.step != 1 for cell in (total, *cells)) or "%" in total.unit
    room = (sum((cell.step for cell in cells), Fraction(0)) + total.step) / 2 if rounded else Fraction(0)
    off = abs(added - total.value)
    if not cells or off <= room or not added:
        return
    worked = f"{' + '.join(_printed(cell) for cell in cells[:12])}{' + …' if len(cells) > 12 else ''} = {_figure(added, total)}"
    right = _figure(added, total)
    names = {"match": _printed(total), "told": f"the lines add up to {right}, not {_printed(total)}", "right": right, "sum": worked}
    short = total.value > added and off * 10 > total.value
    shown = (Evidence(worked, cells[0].block, cells[0].span),)
    yield Match(total.block, total.span, (right,), names, shown, int(short))


def _shares(story: Story, table: Table, lines: Sequence[Row], last: Row) -> Iterator[Match]:
    """Percentages in a column headed as shares, beside the one column of counts."""
    heads = [block for block in story.document.blocks if block.part is Part.TABLE and _SHARE.fullmatch(block.text)]
    if not heads or len(table[0].cells) < 2:
        return
    counts = [i for i, cell in enumerate(last.cells) if cell and "%" not in cell.unit]
    shares = [i for i, cell in enumerate(last.cells) if cell and "%" in cell.unit and cell.value == 100]
    if len(counts) != 1 or len(shares) != 1:
        return
    whole = last.cells[counts[0]]
    for count, share in zip(_column(lines, counts[0]), _column(lines, shares[0]), strict=False):
        if whole and whole.value and abs(right := 100 * count.value / whole.value) <= 100 and abs(right - share.value) > share.step:
            worked = f"{_printed(count)} of {_printed(whole)} is {_figure(right, share)} percent"
            printed = _figure(right, share)
            names = {"match": _printed(share), "told": f"the share of the total is {printed}", "right": printed, "sum": worked}
            yield Match(share.block, share.span, (printed,), names, (Evidence(worked, count.block, count.span),))


def _printed(cell: Cell) -> str:
    return cell.block.text[slice(*cell.span)]


def _figure(value: Fraction, like: Cell) -> str:
    """A value as the cell that it replaces is printed: with its scale word, its commas, its decimals."""
    printed = _printed(like)
    scale = printed.rpartition(" ")[2] if printed[-1].isalpha() else ""
    unit = like.step if not scale else like.step / _SCALES.get(scale.lower(), 1)
    shown = value if not scale else value / _SCALES.get(scale.lower(), 1)
    decimals = max(0, len(str(unit.denominator)) - 1)
    return f"{float(shown):,.{decimals}f}{f' {scale}' if scale else ''}"


_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
