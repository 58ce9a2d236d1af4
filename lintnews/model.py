"""The nouns, in the order a story meets them: text in, findings out, each knowing its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lintnews.record import entity, field, record

_LINE_END = re.compile(r"\r\n|\n|\r")
_BOM = "\ufeff"
#: How many names an error lists, and how much of one it says.
_MANY, _LONG = 120, 80


class LintNewsError(Exception):
    """Something the user can mend: one line that names the place and the remedy."""

    exit_code = 2


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The end of an error about an unknown name: the nearest known one, or all of them; of very many those without a point."""
    from difflib import get_close_matches

    names = sorted(set(map(str, known)))
    if near := get_close_matches(name[:_LONG], names, 1):
        return f"; did you mean `{near[0]}`?"
    if len(names) > _MANY:
        names = [each for each in names if "." not in each] or names[:_MANY]
    return f"; known: {', '.join(names) or 'none'}"


def short(name: str) -> str:
    """A name from a file as an error says it: no longer than a line."""
    return name if len(name) <= _LONG else f"{name[:_LONG]}…"


class OptionError(LintNewsError):
    """An option of a check that is missing, of the wrong type or without sense; `path` is the keys that lead to it."""

    def __init__(self, words: str, *path: object) -> None:
        super().__init__(words)
        self.path = path


class Span(NamedTuple):
    """Half-open range of Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Place(NamedTuple):
    """Line and column, both counted from one; columns are code points, a byte-order mark is none."""

    line: int
    column: int


@record
class Source:
    """A name and the text exactly as it was handed in, line endings and byte-order mark included."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> Place:
        """The place of a code point; the one door from offsets to lines and columns."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        bom = line == 1 and offset > 0 and self.text.startswith(_BOM)
        return Place(line, offset - start + 1 - bom)

    def line(self, number: int) -> Span:
        """The span of a line, counted from one, without its line ending."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


class Part(StrEnum):
    """What a block is in the story; what a rule's `scope` selects."""

    HEADLINE = "headline"
    DECK = "deck"
    SECTION = "section"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    QUOTE_BLOCK = "quote-block"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    LINK = "link"
    RELATED = "related"
    BOILERPLATE = "boilerplate"
    CODE = "code"


PROSE = (Part.BODY, Part.QUOTE_BLOCK, Part.LIST, Part.CAPTION, Part.DECK)
COPY = (Part.HEADLINE, Part.HEADING, *PROSE)


class Piece(NamedTuple):
    """A run of a block's text and where it stands in the source.

    `at` is the offset in the block's text; `start` and `end` the span in the source. Where both sides are equally
    long the run is mapped one to one, otherwise (an entity) it is mapped as a whole.
    """

    at: int
    start: int
    end: int


@entity
class Block:
    """A stretch of copy of one part, with the way home to the source."""

    part: Part
    text: str
    pieces: tuple[Piece, ...]

    @cached_property
    def _ats(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    def in_source(self, span: Span) -> Span:
        """The source span of a span of this block's text; a zero-width span stays zero-width."""
        start = self._home(span.start, first=True)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, self._home(span.end, first=False))

    def _home(self, offset: int, *, first: bool) -> int:
        """Where a text offset stands; at a seam the first offset opens the run after it, the last closes the one before."""
        index = max(0, bisect_right(self._ats, offset if first else offset - 1) - 1)
        piece = self.pieces[index]
        end_at = self.pieces[index + 1].at if index + 1 < len(self.pieces) else len(self.text)
        into = offset - piece.at
        if piece.end - piece.start == end_at - piece.at:
            return piece.start + into
        return piece.start if into == 0 or (first and offset < end_at) else piece.end


class Note(NamedTuple):
    """A comment the reader found: its text, its span in the source."""

    text: str
    span: Span


@entity
class Document:
    """A story read: the format is forgotten here, the place never is."""

    source: Source
    meta: Mapping[str, object]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


class Severity(StrEnum):
    """How sure we are: error is provable, warning very likely, suggestion a matter of judgement."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return tuple(Severity).index(self)

    def lowered(self, steps: int) -> Severity:
        return tuple(Severity)[max(0, self.rank - steps)]


@record
class Fact:
    """What is true of whom, from when to when, and who says so.

    Days are ISO strings and may be as coarse as they are known (`2019`, `2019-10`, `2019-10-01`); an empty `since` or
    `until` is open. `aliases` are other forms of the subject in print.
    """

    subject: str
    relation: str
    value: str
    source: str
    as_of: str
    since: str = ""
    until: str = ""
    aliases: tuple[str, ...] = ()
    note: str = ""
    review: str = ""

    def sentence(self) -> str:
        """The fact in one line, for evidence."""
        days = f"{self.since or '…'} to {self.until or '…'}" if self.since != self.until else self.since
        return f"{self.subject}: {self.value}" + (f" ({days})" if self.since or self.until else "")


@record
class Evidence:
    """Why: another place in the story (`block` and `span`), a dated fact, a link, or a sum worked out in `text`."""

    text: str
    block: Block | None = None
    span: Span | None = None
    fact: Fact | None = None
    link: str = ""


@record
class Match:
    """What a check saw. It knows no rule.

    `fixes` replace the span. `words` fill the slots of the rule's message. `doubt` is the number of steps by which
    the rule's severity is lowered, for a match with less evidence than the rule's best.
    """

    block: Block
    span: Span
    fixes: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    doubt: int = 0


class Sort(NamedTuple):
    """What another program calls the category of a rule of its own, and the kind of fault."""

    category: str
    fault: str


@record
class Told(Match):
    """What another program saw, by a rule of its own: `name` is that rule's, to which our pack's is added.

    `severity` is the other program's, where it has one, `link` its page on the rule.
    """

    name: str = ""
    severity: Severity | None = None
    link: str = ""
    sort: Sort | None = None


@record
class Finding:
    """What we say. `span` is in the source; so are the spans of the evidence, whose blocks are dropped.

    `safe` says that the first fix may be made unseen; `sort` is another program's. `reported` is where it is said, if not at its words:
    where Vale, for a rule of its styles, takes them to be.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    fixes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    link: str = ""
    safe: bool = False
    sort: Sort | None = None
    reported: Span | None = None

    @property
    def at(self) -> Span:
        """Where it is said; its fixes and notes are about the span all the same."""
        return self.reported or self.span


@record
class Report:
    """One source and its findings, in reading order."""

    source: Source
    findings: tuple[Finding, ...]
