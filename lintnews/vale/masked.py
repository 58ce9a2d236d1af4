"""What Vale takes of a page as it reads, in; where in the file it takes each stretch of copy to be, out.

Vale turns a page into blocks of text and looks for each in the file: from where the last one was found, else text by text between
the tags. What it has read it masks, at the first place where it stands, and so it is at times at another place than the copy: in an
`id`, in the page's title, in code. A finding is where Vale has it; its fix, where the copy stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from lintnews.model import Block, Span
from lintnews.vale.document import ScopedBlock
from lintnews.vale.documents.clean import Clean
from lintnews.vale.documents.steps import Ended, Joined, Made, Noted, Said, Step, Tagged
from lintnews.vale.sought import Search, Wanted

#: How far behind the last block the next one is looked for, in bytes.
_WINDOW = 64 << 10
_MASK = bytes(byte if byte == 10 or byte > 127 else 64 for byte in range(256))
_MASKS = "*@ \t\n"
#: Among how many blocks before a place the one that holds it is looked for.
_NEAR = 20


class Taken(NamedTuple):
    """A stretch of the file, the length of the text that is there, and where in the file Vale takes that to be."""

    start: int
    end: int
    length: int
    place: int


class Placed(NamedTuple):
    """A block: where it begins and ends in the file, where Vale takes it to be on which line, how much was masked by then,
    and whether it is of several lines."""

    start: int
    end: int
    place: int
    line: int
    masks: int
    long: bool


class Reading:
    """The file as it is masked step by step. All places are in bytes of UTF-8 till the end."""

    def __init__(self, text: str) -> None:
        self._whole = text.encode("utf-8", "surrogatepass")
        self._ascii = len(self._whole) == len(text)
        self._left = bytearray(self._whole)
        self._low: dict[bytes, int] = {}
        self._said: list[str] = []
        self._values: Sequence[str] = ()
        self._block = self._run = 0
        self._joined: list[Taken] = []
        self._line = self._done = 0
        self._ends = [end.start() for end in re.finditer(b"\n", self._whole)]
        self.masks: list[tuple[int, int]] = []
        self.blocks: list[Placed] = []
        self.taken: list[Taken] = []

    def follow(self, steps: Iterable[Step]) -> None:
        """Go the steps: then it is known where each block and each stretch of copy is taken to be, in code points."""
        does: Mapping[type[Step], Callable[..., None]] = {
            Said: self._say, Joined: self._join, Made: self._make, Ended: self._end, Tagged: self._tag, Noted: self._note
        }  # fmt: skip
        for step in steps:
            does[type(step)](*step)
        if not self._ascii:
            counted = self._counted({*(taken.place for taken in self.taken), *(block.place for block in self.blocks)})
            self.taken = [taken._replace(place=counted[taken.place]) for taken in self.taken]
            self.blocks = [block._replace(place=counted[block.place]) for block in self.blocks]
        self.taken.sort()
        self.blocks.sort()
        self._done = len(self.masks)

    def page(self, masks: int) -> str:
        """The file when so much of it was masked."""
        if masks < self._done:
            self._left, self._done = bytearray(self._whole), 0
        for start, end in self.masks[self._done : masks]:
            self._left[start:end] = self._left[start:end].translate(_MASK)
        self._done = masks
        return self._left.decode("utf-8", "surrogatepass")

    def _say(self, text: str) -> None:
        self._flush(text)
        if text:
            self._line = self._line_of(text)
            self._said.append(text)

    def _join(self, text: str, home: Span) -> None:
        raw = _bytes(text)
        at = self._left.find(raw, self._run)
        if at >= 0:
            self._run = at + len(raw)
            self._joined.append(Taken(*home, len(text), at))

    def _make(self, block: ScopedBlock) -> None:
        text, line = _bytes(block.text), self._line_of(block.text)
        at = -1 if not block.text.strip(_MASKS) else self._left.find(text, self._block, self._block + _WINDOW)
        if at >= 0:
            self._block = at + len(text)
            self.taken += _pieces(block, at, ascii=self._ascii)
        elif self._joined:
            self.taken += self._joined
            self._joined.clear()
        elif block.text.strip(_MASKS) and (lines := self._wrapped(text.split(b"\n"))):
            self._block = lines[-1][1]
            self.taken += _lines(block, [start for start, _ in lines])
        self.blocks.append(Placed(block.pieces[0].start, block.pieces[-1].end, at, line, len(self.masks), "\n" in block.text))

    def _wrapped(self, lines: Sequence[bytes]) -> Sequence[tuple[int, int]]:
        """Where lines stand one after another, but for what they are set in."""
        start = self._block
        while len(lines) > 1 and (start := self._left.find(lines[0], start)) >= 0:
            found, at = [(start, start + len(lines[0]))], start + len(lines[0])
            for line in lines[1:]:
                if self._left[at : at + 1] != b"\n":
                    break
                at += 1
                while self._left[at : at + 1].strip(b" \t>") == b"" and at < len(self._left):
                    at += 1
                if not self._left.startswith(line, at):
                    break
                found.append((at, at + len(line)))
                at += len(line)
            else:
                return found
            start += 1
        return ()

    def _line_of(self, text: str) -> int:
        """The line, from nought, at which a text is taken to be: that of its last line, or of its longest word, if that is further on."""
        last = text[text.rfind("\n") + 1 :]
        at = self._first(_bytes(last))
        if at < 0 and (words := last.split()):
            at = self._first(_bytes(max(words, key=len)))
        return max(self._line, bisect_left(self._ends, at)) if at >= 0 and text.strip(_MASKS) else self._line

    def _end(self) -> None:
        self._flush("")
        for text in self._said:
            self._take(text)
        self._said.clear()
        self._joined.clear()

    def _tag(self, values: Sequence[str]) -> None:
        self._flush("")
        self._values = values

    def _note(self, text: str) -> None:
        self._take(text)

    def _flush(self, text: str) -> None:
        """Mask the values that wait, but one that is the text itself."""
        for value in self._values:
            plain = _bytes(value)
            forms = dict.fromkeys((plain, unquote_to_bytes(plain) if b"%" in plain else plain))
            if _bytes(text) not in forms and not any(map(self._mask, forms)):
                self._take(value)
        self._values = ()

    def _take(self, text: str) -> None:
        """Mask a text line by line, a line that is not there word by word."""
        for line in text.split("\n") if text else ():
            if not self._mask(_bytes(line)):
                for word in line.split():
                    self._mask(_bytes(word))

    def _first(self, text: bytes) -> int:
        """The first place of a text, less than nought for none. What is masked never comes back, so nothing is gone over twice."""
        at = self._left.find(text, self._low.get(text, 0))
        self._low[text] = at if at >= 0 else len(self._left)
        return at

    def _mask(self, text: bytes) -> bool:
        """Mask the first place of a text; whether there is one."""
        at = self._first(text)
        if at < 0:
            return False
        end = at + len(text)
        self.masks.append((at, end))
        self._left[at:end] = self._left[at:end].translate(_MASK)
        return True

    def _counted(self, places: Iterable[int]) -> Mapping[int, int]:
        """Places in bytes, and what they are in code points."""
        at, count, out = 0, 0, {-1: -1}
        for place in sorted(place for place in places if place >= 0):
            count += len(self._whole[at:place].decode("utf-8", "surrogatepass"))
            at, out[place] = place, count
        return out


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _pieces(block: ScopedBlock, at: int, *, ascii: bool) -> Iterator[Taken]:
    """The pieces of a block that is found as a whole."""
    ends = [*(piece.at for piece in block.pieces[1:]), len(block.text)]
    for piece, end in zip(block.pieces, ends, strict=True):
        before = piece.at if ascii else len(_bytes(block.text[: piece.at]))
        yield Taken(piece.start, piece.end, end - piece.at, at + before)


def _lines(block: ScopedBlock, places: Iterable[int]) -> Iterator[Taken]:
    """The lines of a block that are found one by one."""
    at = 0
    for line, place in zip(block.text.split("\n"), places, strict=True):
        if line:
            home = block.in_source(Span(at, at + len(line)))
            yield Taken(*home, len(line), place)
        at += len(line) + 1


class Taking:
    """Where Vale takes the copy of a file to be, by the steps in which it takes it in."""

    def __init__(self, clean: Clean, steps: Iterable[Step]) -> None:
        self._clean, self._reading = clean, Reading(clean.text)
        self._reading.follow(steps)
        self._starts = [each.start for each in self._reading.taken]
        self._last: tuple[object, Search] | None = None

    def place(self, home: Span) -> Span | None:
        """Where Vale takes a stretch of the file to be; None where it knows only that the words are somewhere."""
        start, end = self._clean.from_source(home.start), self._clean.from_source(home.end - 1)
        first, last = self._of(start), self._of(end)
        if first is None or last is None:
            return None
        start, end = _within(first, start), _within(last, end) + 1
        return self._clean.in_source(Span(start, end)) if start < end else None

    def before(self, block: Block) -> Span | None:
        """The place before a block that Vale knows as a whole."""
        placed = self._block(block)
        start = self._start(block, placed) if placed else -1
        return self._clean.in_source(Span(start - 1, start)) if start > 0 else None

    def sought(self, rule: str, block: Block, span: Span, said: str) -> Span | None:
        """Where Vale finds the words of a rule's match when it looks for them; None where it finds them nowhere."""
        placed = self._block(block)
        if not placed:
            return None
        if self._last is None or self._last[0] != (rule, block):
            self._last = (rule, block), Search(self._reading.page(placed.masks))
        search, wanted = self._last[1], Wanted(block.text, said, span.start, self._start(block, placed))
        found = search.anywhere(wanted) if placed.long or span.start < 0 else search.within(wanted, placed.line)
        return self._clean.in_source(found) if found else None

    def _start(self, block: Block, placed: Placed) -> int:
        """Where Vale takes a block, or a piece of one, to begin; less than nought where it does not know."""
        at = self._clean.from_source(block.pieces[0].start)
        taken = self._of(at) if placed.place >= 0 else None
        return _within(taken, at) if taken else -1

    def _block(self, block: Block) -> Placed | None:
        start, blocks = self._clean.from_source(block.pieces[0].start), self._reading.blocks
        at = bisect_right(blocks, start, key=lambda placed: placed.start)
        return next((placed for placed in reversed(blocks[max(0, at - _NEAR) : at]) if start < placed.end), None)

    def _of(self, offset: int) -> Taken | None:
        at = bisect_right(self._starts, offset) - 1
        taken = self._reading.taken[at] if at >= 0 else None
        return taken if taken and offset < taken.end else None


def _within(taken: Taken, offset: int) -> int:
    return taken.place + (offset - taken.start if taken.length == taken.end - taken.start else 0)
