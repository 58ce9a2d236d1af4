"""Plain copy in, a document out: one paragraph a block, its part told from its place and its wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lintnews import lazily
from lintnews.model import Block, Document, Note, Part, Piece, Source, Span
from lintnews.readers import front_matter, notes, parts
from lintnews.readers.strand import Strand

#: Those of word processors come as the plain copy that `office` makes of them.
ENDINGS = (".txt", ".text", ".docx", ".docm", ".odt", ".ott", ".rtf", ".epub")

_LINE = lazily.pattern(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
_NO_HEADLINE = lazily.pattern(r"(?:[ \t]*+(?:\r\n|\n|\r)){2}")
_FIRST_WORD = lazily.pattern(r"\S*+")
#: A headline marked as in Markdown, in copy that has come without a file's name.
_MARKED = lazily.pattern(r"\s*+# (?=\S)")
_CELL = lazily.pattern(r"[^|\s](?:[^|]*[^|\s])?")
_NARROWEST, _WIDEST = 40, 100

_Run = list[Span]


def read(source: Source) -> Document:
    """Read plain copy: optional front matter, the headline first, then the story.

    A story that opens with an empty headline, two empty lines, has none. Raises LintNewsError for a broken head.
    """
    head = front_matter.read(source.text, source.name)
    found = notes.comments(source.text, head.end)
    blocks = list(_blocks(source.text, _behind_mark(source.text, head.end), found))
    known = head.has_headline or bool(_NO_HEADLINE.match(source.text, head.end))
    story = parts.named(blocks, headline=known)
    return notes.apart(Document(source, head.meta, (*head.blocks, *story), tuple(found)))


def stories(source: Source) -> Iterator[Document]:
    """The story, or each chapter of a book, of which `office` sets two apart by a form feed."""
    if not source.name.lower().endswith(".epub") or "\f" not in source.text:
        yield read(source)
        return
    at = 0
    for chapter in source.text.split("\f"):
        made = read(Source(source.name, chapter.lstrip()))
        shift = at + len(chapter) - len(chapter.lstrip())
        yield Document(
            source, made.meta, tuple(_moved(block, shift) for block in made.blocks), tuple(_noted(note, shift) for note in made.notes)
        )
        at += len(chapter) + 1


def _behind_mark(text: str, start: int) -> int:
    """Where the copy begins: behind the mark of a headline."""
    found = _MARKED.match(text, start)
    return found.end() if found else start


def _moved(block: Block, shift: int) -> Block:
    pieces = tuple(piece._replace(start=piece.start + shift, end=piece.end + shift) for piece in block.pieces)
    return Block(block.part, block.text, pieces)


def _noted(note: Note, shift: int) -> Note:
    return Note(note.text, Span(note.span.start + shift, note.span.end + shift))


def _blocks(text: str, start: int, comments: Sequence[Note]) -> Iterator[Block]:
    strand = Strand(text)
    spans = [note.span for note in comments]
    for lines in _paragraphs(_blanked(text, spans), start):
        if text.startswith("|", lines[0].start) and (cells := [cell for line in lines for cell in _cells(text, line)]):
            yield from cells
            continue
        for i, line in enumerate(lines):
            if i:
                strand.space(lines[i - 1].end, line.start)
            _gather(strand, line, spans)
        if block := strand.block(Part.BODY):
            yield block


def _cells(text: str, line: Span) -> list[Block]:
    """The cells of a table's row between upright strokes, as Markdown sets it, without the row of hyphens below its head."""
    row = text[line.start : line.end]
    if row.count("|") < 3 or not row.endswith("|") or not row.strip("|-: \t"):
        return []
    found = [Span(line.start + cell.start(), line.start + cell.end()) for cell in _CELL.finditer(row)]
    return [Block(Part.TABLE, text[start:end], (Piece(0, start, end),)) for start, end in found]


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with the comments as spaces, so that nothing else moves."""
    out, at = [], 0
    for span in spans:
        out += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join(out) + text[at:] if spans else text


def _gather(strand: Strand, line: Span, comments: Sequence[Span]) -> None:
    """Add a line to the paragraph, without the comments in it."""
    at = line.start
    for span in comments:
        if line.holds(span):
            strand.run(at, span.start)
            strand.gap()
            at = span.end
    strand.run(at, line.end)


def _paragraphs(text: str, start: int) -> Iterator[_Run]:
    """The lines of each paragraph: runs of lines between empty ones, one line each unless they were wrapped at a width."""
    runs = list(_runs(text, start))
    widths = [width for run in runs if len(run) > 2 and (width := _width(text, run))]
    common = max(widths, default=0)
    for run in runs:
        if _width(text, run) and (len(run) > 2 or _continues(text, run, common)):
            yield run
        else:
            yield from ([line] for line in run)


def _runs(text: str, start: int) -> Iterator[_Run]:
    run: _Run = []
    for match in _LINE.finditer(text, start):
        line = match[0].strip()
        if line:
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            run.append(Span(at, at + len(line)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _width(text: str, run: _Run) -> int:
    """The width at which the lines of a run were wrapped: each was ended because the next word had no room; 0 if not so."""
    width = max(line.end - line.start for line in run)
    if len(run) < 2 or not _NARROWEST <= width <= _WIDEST:
        return 0
    for line, following in pairwise(run):
        word = _FIRST_WORD.match(text, following.start)
        if line.end - line.start + 1 + len(word[0] if word else "") <= width:
            return 0
    return width


def _continues(text: str, run: _Run, common: int) -> bool:
    """Whether the second of two lines goes on with the first, by its small letter or by the width of the other paragraphs."""
    width = _width(text, run)
    return text[run[1].start].islower() or common - 8 <= width <= common
