"""The nouns of the evidence report: what a story says, item by item, and what each item was held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from lintnews.model import Block, Document, Finding, Place, Source, Span
from lintnews.record import record


class Sort(StrEnum):
    """What an item is, in the order of the report."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    LINK = "link"
    CLAIM = "claim"


class Standing(StrEnum):
    """What came of checking an item.

    `agrees`: a dated fact, a source of the story, the calendar or a sum agrees. `listed`: a list has it so, or a list of what is bad
    has it not. `doubtful`: something speaks against it. `inside`: it was compared with the rest of the story alone. `open`: there was
    nothing to hold it against.
    """

    AGREES = "agrees"
    LISTED = "listed"
    DOUBTFUL = "doubtful"
    INSIDE = "inside"
    OPEN = "open"


#: What counts as checked: something besides the story was asked.
CHECKED = (Standing.AGREES, Standing.LISTED, Standing.DOUBTFUL)


@record
class Against:
    """What an item was held against, in words; the source it comes from and the day on which that was true, where it has them."""

    words: str
    source: str = ""
    as_of: str = ""


@record
class Seen:
    """An item before it has a number: where it stands in a block, what came of it."""

    sort: Sort
    block: Block
    span: Span
    standing: Standing
    against: tuple[Against, ...] = ()
    kind: str = ""
    name: str = ""
    count: int = 1


@record
class Item:
    """One thing that the story says: `span` is in the source, `within` in the `block`; `findings` speak of it."""

    sort: Sort
    text: str
    span: Span
    standing: Standing
    against: tuple[Against, ...]
    findings: tuple[Finding, ...] = ()
    kind: str = ""
    count: int = 1
    block: Block | None = None
    within: Span = Span(0, 0)


@record
class Data:
    """A body of data that the story was read against: how many rows, from how many sources, the newest day it is true of."""

    name: str
    rows: int
    sources: int
    as_of: str


@record
class Dossier:
    """All items of one source, in the order of sorts and then of reading, with when and by what they were checked."""

    document: Document
    day: date | None
    headline: str
    when: datetime
    version: str
    data_version: str
    sha256: str
    rules: int
    data: tuple[Data, ...]
    items: tuple[Item, ...]

    @property
    def source(self) -> Source:
        return self.document.source

    def place(self, item: Item) -> Place:
        return self.source.place(item.span.start)

    def of(self, sort: Sort) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.sort is sort)


def standings(items: Iterable[Item]) -> Counter[Standing]:
    """How many items have each standing."""
    return Counter(item.standing for item in items)


def coverage(items: Iterable[Item]) -> float | None:
    """The part of the items, in percent, that something besides the story was asked about; None where there are no items."""
    counts = standings(items)
    whole = sum(counts.values())
    return round(100 * sum(counts[standing] for standing in CHECKED) / whole, 1) if whole else None
