"""Blocks in, quotations out: where each opens and closes, what it nests in, whether it runs on, who speaks.

Marks are “ ”, \" and « », and ‘ ’ or ' where they pair; apostrophes, feet and inches are none. One pass a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lintnews import lazily
from lintnews.ledger import attributions
from lintnews.model import Block, Part, Span
from lintnews.record import entity, replace

if TYPE_CHECKING:
    from lintnews.ledger import Story

_MARKS = "“”„«»\"‘’'"
_MARK = lazily.pattern(f"[{_MARKS}]")
_OPENS_AFTER = frozenset("([{—–-/…\u200b")
_CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/…")
_SINGLE = lazily.pattern("[‘’']")
_APOSTROPHE_WORD = lazily.pattern(r"[‘'’](?:em|til|till|tis|twas|cause|round|n|cuz|bout|nother|\d\d(?:s|\b)|\d{2}-)\b", lazily.IGNORECASE)
_INCHES = lazily.pattern(r"\d['’′]\s?\d{1,2}(?:½|\.\d)?\Z")
_SENTENCE_OVER = lazily.pattern(r"[.!?…][’')\]]*\s+\Z")
_STRONG = frozenset(".,!?…")
#: The parts through which a quotation of several paragraphs may run.
_RUNNING = (Part.BODY, Part.QUOTE_BLOCK, Part.LIST)


@entity
class Quotation:
    """A quotation in one block. `span` holds its marks, `inside` what stands between them.

    A mark that is missing is `opened` or `closed` False; `runs_on` says that the closing mark may rightly be left out
    because the next paragraph (or, where paragraphs were joined, the next sentence) opens again. `depth` is 0 for an
    outer quotation. `speaker` is the name, noun phrase or pronoun of its attribution, in the same block, where one is told.
    """

    block: Block
    span: Span
    inside: Span
    depth: int = 0
    opened: bool = True
    closed: bool = True
    runs_on: bool = False
    speaker: Span | None = None

    @property
    def text(self) -> str:
        """What is quoted, without the marks."""
        return self.block.text[self.inside.start : self.inside.end]

    @property
    def mark(self) -> str:
        """The opening mark, or the closing one where that is all there is."""
        return self.block.text[self.span.start if self.opened else self.span.end - 1]


class _Open(NamedTuple):
    """A mark that waits for its partner; `end` is the partner of a single mark, which is known beforehand."""

    at: int
    single: bool


def read(story: Story) -> tuple[Quotation, ...]:
    """Every quotation of a story, in the order in which they close, block by block."""
    found = [in_block(block) for block in story.document.blocks]
    running = [i for i, block in enumerate(story.document.blocks) if block.part in _RUNNING]
    for i, following in pairwise(running):
        last = found[i][-1] if found[i] else None
        open_end = last is not None and not last.closed and last.span.end == len(last.block.text)
        if last and open_end and _begins_quoted(story.document.blocks[following].text):
            found[i][-1] = replace(last, runs_on=True)
    return tuple(quotation for group in found for quotation in _with_speakers(group))


def in_block(block: Block) -> list[Quotation]:
    """The quotations of one block, without speakers; an unclosed one ends where the next opens or the block ends."""
    text = block.text
    if not _MARK.search(text):
        return []
    singles = _single_pairs(text)
    closers = set(singles.values())
    out: list[Quotation] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text):
        at = match.start()
        if at in singles:
            stack.append(_Open(at, True))
        elif at in closers:
            _close_single(block, stack, at, singles, out)
        elif match[0] in '“”„«»"':
            _double(block, stack, at, out)
    out += [_unclosed(block, opener.at, len(text), depth) for depth, opener in enumerate(stack) if not opener.single]
    return out


def _double(block: Block, stack: list[_Open], at: int, out: list[Quotation]) -> None:
    waiting = next((i for i in range(len(stack) - 1, -1, -1) if not stack[i].single), None)
    role = _role(block.text, at, waiting is not None)
    if role == "none":
        return
    if role == "open":
        if stack and not stack[-1].single:
            out.append(_unclosed(block, stack.pop().at, at, len(stack) - 1))
        stack.append(_Open(at, False))
    elif waiting is None:
        start = out[-1].span.end if out else 0
        out.append(Quotation(block, Span(start, at + 1), Span(start, at), opened=False))
    else:
        opener = stack[waiting]
        del stack[waiting:]
        out.append(Quotation(block, Span(opener.at, at + 1), Span(opener.at + 1, at), depth=waiting))


def _close_single(block: Block, stack: list[_Open], at: int, singles: dict[int, int], out: list[Quotation]) -> None:
    for depth in range(len(stack) - 1, -1, -1):
        opener = stack[depth]
        if opener.single and singles[opener.at] == at:
            del stack[depth:]
            out.append(Quotation(block, Span(opener.at, at + 1), Span(opener.at + 1, at), depth=depth))
            return


def _unclosed(block: Block, start: int, end: int, depth: int) -> Quotation:
    runs_on = end < len(block.text) and _SENTENCE_OVER.search(block.text, max(start, end - 8), end) is not None
    return Quotation(block, Span(start, end), Span(start + 1, end), depth=depth, closed=False, runs_on=runs_on)


def _role(text: str, at: int, is_open: bool) -> str:
    """What a double mark does at its place: `open`, `close`, or `none` (inches, a broken encoding)."""
    mark, before, behind = text[at], _neighbour(text, at, -1), _neighbour(text, at, 1)
    if mark == "„" and before.isalnum():
        return "none"
    if mark in '"”' and before.isdigit() and (not is_open or _INCHES.search(text, max(0, at - 6), at)):
        return "none"
    can_open = (not before or before.isspace() or before in _OPENS_AFTER) and bool(behind) and not behind.isspace()
    can_close = bool(before) and not before.isspace() and (not behind or behind.isspace() or behind in _CLOSES_BEFORE)
    if mark in "“„«":
        return "close" if is_open and (not behind or (can_close and not can_open)) else "open"
    if mark in "”»":
        return "open" if can_open and not can_close and not is_open else "close"
    if can_open == can_close:
        return "close" if is_open else "open"
    return "open" if can_open else "close"


def _neighbour(text: str, at: int, step: int) -> str:
    """The next character to that side that is no quotation mark, or nothing at the end of the text."""
    at += step
    while 0 <= at < len(text) and text[at] in _MARKS:
        at += step
    return text[at] if 0 <= at < len(text) else ""


def _single_pairs(text: str) -> dict[int, int]:
    """Where single marks open and close: an opener counts only with a closer before the next opener."""
    pairs: dict[int, int] = {}
    opener, weak = -1, -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        if _opens_single(text, at):
            if opener >= 0 and weak >= 0:
                pairs[opener] = weak
            opener, weak = at, -1
        elif opener >= 0 and _closes_single(text, at):
            if text[at - 1] == "s" and _neighbour(text, at, 1).isspace():
                weak = weak if weak >= 0 else at
            else:
                pairs[opener] = at
                opener, weak = -1, -1
    if opener >= 0 and weak >= 0:
        pairs[opener] = weak
    return pairs


def _opens_single(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "’" or not (behind.isalnum() or behind in '“"…[$£') or not behind:
        return False
    return (not before or before.isspace() or before in '([{—–/“"') and not _APOSTROPHE_WORD.match(text, at)


def _closes_single(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "‘" or not before or before.isspace() or behind.isalnum():
        return False
    return not (before.isdigit() and text[at] == "'" and not behind.isspace()) or before in _STRONG


def _begins_quoted(text: str) -> bool:
    return text.lstrip()[:1] in ("“", '"', "«", "„", "‘", "'")


def _with_speakers(group: list[Quotation]) -> Iterator[Quotation]:
    """Quotations with their speakers: told after or before, or the speaker of the one before in the same paragraph."""
    last: Span | None = None
    for quotation in group:
        told = _told(quotation)
        last = told or last
        yield replace(quotation, speaker=last) if last else quotation


def _told(quotation: Quotation) -> Span | None:
    text = quotation.block.text
    behind = attributions.after(text, quotation.span.end) if quotation.closed else None
    told = behind or attributions.before(text, quotation.span.start)
    return told.speaker if told else None
