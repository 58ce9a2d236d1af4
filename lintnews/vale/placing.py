"""A match of a style's rule in, the span of the file out at which Vale reports it; nothing where Vale finds it nowhere.

Where the file reads as the match does, or where Vale knows both ends of it, that is the match's own place. Otherwise Vale looks for
the words in the file: a match that begins or ends in masked code, or among escaped signs, is at the beginning of the one line that
has all words of its sentence, or is not reported. In a file with signs beyond ASCII before it, where Vale miscounts, it is at its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from lintnews.english.punkt import sentences
from lintnews.model import Block, Document, Match, Piece, Span
from lintnews.rule import Rule
from lintnews.vale.document import ScopedBlock, ScopedDocument
from lintnews.vale.documents.thread import WHITE
from lintnews.vale.masked import Taking

#: How far behind a match's place its words are looked for, and at how many places.
_FAR, _MANY = 64_000, 200
#: No address in a link is longer.
_LONG = 200
_WORD = re.compile(r"\S+")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_INDENT = " \t>"
#: The kinds that do not say where their matches are.
_SOUGHT = ("conditional", "consistency")


class Places:
    """The places of matches in one file."""

    def __init__(self, document: Document) -> None:
        self._document, self._text = document, document.source.text
        self._parts: dict[Block, Sequence[Span]] = {}
        self._lines: dict[tuple[Block, int], Span | None] = {}

    def of(self, rule: Rule, match: Match) -> Span | None:
        """Where a match of a rule is reported."""
        block, span = match.block, match.span
        if not _is_copy(block) or span.start == span.end:
            return block.in_source(span)
        if rule.kind == "spelling" and "’" in block.text[slice(*span)] and "’" not in (word := match.words.get("match", "")):
            return self._misread(rule, block, span, word)
        if self._taking:
            return self._taken(self._taking, rule, block, span)
        return self._own(block, span)

    def _misread(self, rule: Rule, block: Block, span: Span, word: str) -> Span | None:
        """A word that Vale reads with another apostrophe, and so does not know where it stands in its block: before that.

        Where it does not know where that is, or nothing stands before it, it looks for the word.
        """
        if self._taking:
            return self._taking.before(block) or self._taking.sought(rule.id, block, Span(-1, -1), word)
        whole = block.in_source(Span(0, len(block.text)))
        if whole.start and self._text[slice(*whole)] == block.text:
            return Span(whole.start - 1, whole.start)
        return self._own(block, span)

    def _taken(self, taking: Taking, rule: Rule, block: Block, span: Span) -> Span | None:
        """Where Vale takes a match on a page to be, or finds its words."""
        known = None if rule.kind in _SOUGHT else taking.place(block.in_source(span))
        return known or taking.sought(rule.id, block, span, block.text[slice(*span)])

    def _own(self, block: Block, span: Span) -> Span | None:
        """The place of a match itself where Vale may know it, else where the words are found."""
        home, text = block.in_source(span), self._text
        said, there = block.text[slice(*span)], text[slice(*home)]
        if there == said or span.start == span.end or "&rsquo;" in there:
            return home
        if self._is_known(home.start) and self._is_known(home.end - 1) and there[:1] == said[0] and there[-1:] == said[-1]:
            return home
        if _is_wrapped(said, there):
            return home
        if found := _further_on(said, text, home.start):
            return found
        line = self._line(block, span)
        return home if line and line.start > self._ascii else line

    @cached_property
    def _taking(self) -> Taking | None:
        """Where Vale takes the copy of a page to be."""
        return self._document.taking() if isinstance(self._document, ScopedDocument) and self._document.taking else None

    def _line(self, block: Block, span: Span) -> Span | None:
        """The line for a match that is all of a sentence, or stands in it behind its beginning."""
        if block not in self._parts:
            self._parts[block] = sentences(block.text)
        parts = self._parts[block]
        at = bisect_right(parts, span.start, key=lambda part: part.start) - 1
        if at < 0 or parts[at].end < span.end or (parts[at].start == span.start and parts[at] != span):
            return None
        if (block, at) not in self._lines:
            self._lines[block, at] = _line_with(block, self._text, parts[at])
        return self._lines[block, at]

    @cached_property
    def _ascii(self) -> int:
        """How far the file is ASCII; behind that Vale, which counts a line's beginning in bytes, finds none."""
        beyond = _BEYOND.search(self._text)
        return beyond.start() if beyond else len(self._text)

    def _is_known(self, offset: int) -> bool:
        at = bisect_right(self._known, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self._known[at].end

    @cached_property
    def _known(self) -> Sequence[Span]:
        """The stretches of the file that Vale knows to be of a block: those that it found one after another as they were read."""
        found, at = [], 0
        for block in self._document.blocks:
            if not isinstance(block, ScopedBlock) or not block.scope.startswith("text"):
                continue
            for said, home in _stretches(block, self._text):
                if not said.strip("*"):
                    continue
                if at <= home and (end := self._end(said, home)):
                    at = end
                    found.append(Span(home, at))
                elif (there := self._text.find(said, at, at + _FAR)) >= 0:
                    at = there + len(said)
        return sorted(found)

    def _end(self, said: str, home: int) -> int:
        """Where the words end that stand at a place of the file, of whose entities Vale knows an apostrophe; nought if others do."""
        if self._text.startswith(said, home):
            return home + len(said)
        long = self._text[home : home + len(said) + 6 * said.count("'")]
        return home + len(long) if "&rsquo;" in long and long.replace("&rsquo;", "'") == said else 0


def _is_copy(block: Block) -> bool:
    return isinstance(block, ScopedBlock) and not block.scope.startswith(("raw", "summary"))


def _further_on(said: str, text: str, start: int) -> Span | None:
    """The next place where the file has the words, by preference not within others and not in marks of code."""
    first: Span | None = None
    at = start - 1
    for _ in range(_MANY):
        at = text.find(said, at + 1, start + _FAR)
        if at < 0:
            break
        end = at + len(said)
        if not _in_link(text, at):
            first = first or Span(at, end)
            if _is_bounded(text, at, end) and text[at - 1 : at] not in tuple("`-$") and text[end : end + 1] not in tuple("`$"):
                return Span(at, end)
    return first


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of a stretch."""
    around = (text[max(0, start - 1) : start + 1], text[end - 1 : end + 1])
    return all(len(pair) < 2 or "_" in pair or pair[0].isalnum() != pair[1].isalnum() for pair in around)


def _in_link(text: str, start: int) -> bool:
    """Whether a link leads to what begins here."""
    link = text.rfind("](", max(0, start - _LONG), start)
    return link >= 0 and text.find(")", link, start) < 0


def _is_wrapped(said: str, there: str) -> bool:
    """Whether a match reads in the file as it does but for what its lines are set in."""
    lines, written = said.split("\n"), there.split("\n")
    return (
        len(lines) == len(written)
        and all(a == b.lstrip(_INDENT) for a, b in zip(lines[1:], written[1:], strict=True))
        and lines[0] == written[0]
    )


def _stretches(block: Block, text: str) -> Iterator[tuple[str, int]]:
    """What stands in a block from one mark of markup to the next, without the white space around it, and where in the file it begins."""
    said, home = "", 0
    last: Piece | None = None
    for at, piece in enumerate(block.pieces):
        part = block.text[piece.at : block.pieces[at + 1].at if at + 1 < len(block.pieces) else None]
        if last is None or not part.strip(WHITE) or not _goes_on(text[last.end : piece.start], text[last.end - 1 : last.end]):
            if said.strip(WHITE):
                yield said.strip(WHITE), home + len(said) - len(said.lstrip(WHITE))
            said, home = "", piece.start
        said += part
        last = piece if part.strip(WHITE) else None
    if said.strip(WHITE):
        yield said.strip(WHITE), home + len(said) - len(said.lstrip(WHITE))


def _goes_on(between: str, before: str) -> bool:
    """Whether no markup stands between two pieces: nothing, a mark of escape, or what a line is set in."""
    return between in ("", "\\") or (before == "\n" and not between.strip(_INDENT))


def _line_with(block: Block, text: str, sentence: Span) -> Span | None:
    """The first line of a block that has all words of one of its sentences."""
    words = {word for found in _WORD.finditer(block.text[slice(*sentence)]) if (word := _bare(found[0]))}
    whole = block.in_source(Span(0, len(block.text)))
    start = text.rfind("\n", 0, whole.start) + 1
    while start < min(whole.end, len(text)):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if all(word in line for word in words):
            return Span(start, start + len(line.rstrip("\r")))
        start = end + 1
    return None


def _bare(word: str) -> str:
    """A word without the marks about it; nothing when it has no letter."""
    bare = word.lstrip("$(\"['").rstrip(",)\"]!;.?:'")
    return bare if any(sign.isalpha() for sign in bare) else ""
