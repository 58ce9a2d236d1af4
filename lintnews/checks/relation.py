"""Relation: figures of a text of which one is worked out from the others (`up $3 from $40 to $45`), and does not come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import ClassVar

from lintnews import lazily, patterns
from lintnews.ledger import Story, changes, figures, workings
from lintnews.ledger.figures import Figure, Line, Lines
from lintnews.ledger.workings import Worked
from lintnews.literals import needed, of_texts
from lintnews.model import Block, Evidence, LintNewsError, Match, OptionError, Span
from lintnews.needs import ANYTHING, EDGE, Need, either
from lintnews.patterns import Found
from lintnews.record import field, record, replace

_OF_THREE = {
    "difference": workings.difference, "share": workings.share, "multiple": workings.multiple, "product": workings.product,
    "each": workings.each, "move": workings.move, "years": workings.years, "span": workings.span,
}  # fmt: skip
_OF_LISTS = {
    "total": workings.total, "average": workings.average, "within": workings.within, "whole": workings.whole, "most": workings.most,
}  # fmt: skip
#: What signs, put in order, a line needs to be worked with.
_SIGNS = {
    "difference": r"([#$%])\1\1|([#$])\2.*[%/]|#.*%%|%%.*[&/]", "share": r"([#$])\1.*[%/]", "multiple": r"([#$%])\1.*/",
    "product": r"#.*\$\$|###", "each": r"#.*\$\$|###", "move": r"([#$])\1.*%",
    "years": "#.*@", "span": "#.*@", "total": r"([#$])\1\1", "average": r"([#$%])\1\1",
    "within": r"([#$])\1", "whole": "%%", "most": "%%",
}  # fmt: skip
#: Of these the whole, or the year that is counted to, may be left out.
_OF_ONE = ("whole", "most", "within", "years", "span")
#: In these the figure in question is one of the list.
_WITH_LAST = ("whole", "most")
_LETTER = re.compile(r"(?<![\\A-Za-z<])([ABC])(?:\[([$%&@/#]+)\]|([$%&@/#]))?(?![A-Za-z>])")
_FROM = re.compile(r"\bfrom\b|compared|in @")
_WAY = lazily.pattern(
    rf"\b(?:(?P<up>{changes.UP}|rise|increase|gain|growth|growing|jump|climb|surge)|(?P<down>{changes.DOWN}|cut|fall|drop|decline|decrease|reduction|slide|dip))\b"
)
#: As many texts are soon looked for in a line.
_FEW = 16
_SIGN = re.compile(r"[$%&@/#]")
#: No figure, no end of a sentence, no quotation.
_GAP = r"[^$%&@/#.;:()\"“”\n]"
#: A figure that only says when: `in 2018`, `four years before`.
_WHEN = r"(?<= in )@|(?<= )#(?= (?:year|month|week|day|season|election|quarter)s? (?:ago|before|earlier|prior|previously)\b)"
_GAPS = {"…": rf"(?:{_GAP}|{_WHEN}){{0,70}}?", "~": r"(?:[ -][\p{L}'’-]+){0,3}?"}


@record
class _Frame:
    """A pattern over lines, the texts of which a line that it matches holds one, and how much its matches are to be doubted."""

    pattern: str
    texts: tuple[str, ...]
    doubt: int

    @cached_property
    def need(self) -> Need:
        """What the story of such a line holds: of each text the longest piece without a figure."""
        pieces = dict.fromkeys(max(_SIGN.split(text), key=len) for text in self.texts)
        return of_texts(tuple(pieces)) if all(piece.strip() for piece in pieces) else ANYTHING

    @cached_property
    def _few(self) -> tuple[str, ...]:
        """The same for a line, where that is soon told."""
        return tuple(text.strip(EDGE) for text in self.texts) if len(self.texts) <= _FEW else ("",)

    def matches(self, story: Story, lines: Lines) -> Iterator[tuple[Block, Line, Found]]:
        """Every match in these lines of a story."""
        for block, line in lines.items() if story.text.may_hold(self.need) else ():
            if any(text in line.text for text in self._few):
                yield from ((block, line, found) for found in patterns.find(patterns.compile(self.pattern), line.text))


@record
class Check:
    """`frames` are patterns over a text in small letters, in which each figure is a sign: `$`, `%`, `&` percentage points, `@` a year,

    `/` a factor, `#` a number. A capital stands for any figure, with signs behind it (`C%`, `C[%/]`) for one of these; `…` for words
    without a figure, `~` for up to three words. `C` is worked out from `A` and `B` as `work` says; where that is of lists (`total`,
    `average`, `within`, `whole`, `most`) from all figures between `A` and `B`. For `years` a frame without `B` counts up to the story's
    day. `words` are patterns that frames name in braces. `doubt`: frames that show less surely what is meant.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    work: str
    frames: tuple[str, ...]
    doubt: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for a frame that is no pattern, or has not the figures that the work needs."""
        if self.work not in (*_OF_THREE, *_OF_LISTS):
            raise OptionError(f"`work` must be one of {', '.join((*_OF_THREE, *_OF_LISTS))}", "work")
        for option, frames in (("frames", self.frames), ("doubt", self.doubt)):
            for frame in frames:
                try:
                    names = set(patterns.compile(self._pattern(frame)).groupindex)
                except LintNewsError as error:
                    raise OptionError(str(error), option) from None
                if not {"A", "C"} | ({"B"} if self.work not in _OF_ONE else set()) <= names:
                    raise OptionError(f"`{frame}` has not the figures that are worked with, A, B and C", option)

    @property
    def need(self) -> Need:
        """What a story must hold for one of the frames to match in one of its lines."""
        return either(frame.need for frame in self._frames)

    def find(self, story: Story) -> Iterator[Match]:
        seen = set[tuple[Block, Span]]()
        lines = story.lines.signed(_SIGNS[self.work])
        for frame in self._frames if lines else ():
            for block, line, found in frame.matches(story, lines):
                claim = line.figures[found.start("C")]
                worked = self._worked(story, line, found) if (block, claim.span) not in seen else None
                if worked:
                    seen.add((block, claim.span))
                    yield from self._match(block, line, found, claim, worked, frame.doubt)

    def _match(self, block: Block, line: Line, found: Found, claim: Figure, worked: Worked, doubt: int) -> Iterator[Match]:
        if worked.off > 0:
            yield _match(block, line, found, claim, worked, doubt)
        elif self.work == "difference" and _FROM.search(found.re.pattern):
            yield from _direction(block, line, found)

    def _worked(self, story: Story, line: Line, found: Found) -> Worked | None:
        a, c = (line.figures[found.start(name)] for name in "AC")
        last = found.start("B") if "B" in found.re.groupindex and found["B"] else None
        if self.work in _OF_THREE:
            b = line.figures[last] if last is not None else _today(story, a)
            return _OF_THREE[self.work](a, b, c) if b else None
        end = found.end("A") if last is None else last + 1
        parts = [line.figures[m.start()] for m in _SIGN.finditer(line.text, found.start("A"), end)]
        parts = parts if self.work in _WITH_LAST else [part for part in parts if part is not c]
        return _OF_LISTS[self.work](parts, c)

    @cached_property
    def _frames(self) -> tuple[_Frame, ...]:
        """The frames as patterns, the sure ones first."""
        made = [(self._pattern(frame), doubt) for doubt, frames in enumerate((self.frames, self.doubt)) for frame in frames]
        return tuple(_Frame(pattern, needed(pattern).texts, doubt) for pattern, doubt in made)

    def _pattern(self, frame: str) -> str:
        for name, words in self.words.items():
            frame = frame.replace(f"{{{name}}}", f"(?:{words})")
        text = _LETTER.sub(lambda m: f"(?P<{m[1]}>[{m[2] or m[3] or '$%&@/#'}])", frame)
        for sign, pattern in _GAPS.items():
            text = text.replace(sign, pattern)
        return text


def _direction(block: Block, line: Line, found: Found) -> Iterator[Match]:
    """A `rise` from the greater figure to the smaller one, or a `fall` the other way."""
    a, b = (line.figures[found.start(name)] for name in "AB")
    told = list(_WAY.finditer(found[0]))
    up = {bool(way["up"]) for way in told}
    if len(up) == 1 and a.number.value != b.number.value and (b.number.value > a.number.value) is not up.pop():
        said = f"from {block.text[slice(*a.span)].strip()} to {block.text[slice(*b.span)].strip()}"
        # The line has as many letters as the text between two figures.
        at = _home(line, found.start() + told[-1].start())
        span = Span(at, at + len(told[-1][0]))
        names = {"match": said, "given": block.text[slice(*span)], "right": "", "sum": said}
        whole = Span(min(a.span.start, b.span.start, at), max(a.span.end, b.span.end, span.end))
        yield Match(block, span, (), names, (Evidence(said, block, whole),))


def _home(line: Line, at: int) -> int:
    """Where a place of the line that is no figure stands in the text."""
    before = max((place for place in line.figures if place < at), default=None)
    return at if before is None else line.figures[before].span.end + at - before - 1


def _today(story: Story, a: Figure) -> Figure | None:
    """The year of the story's day, as another year is told."""
    return a._replace(number=replace(a.number, value=Fraction(story.day.year))) if story.day else None


def _match(block: Block, line: Line, found: Found, claim: Figure, worked: Worked, doubt: int) -> Match:
    shown = [line.figures[at.start()] for at in _SIGN.finditer(line.text, found.start(), found.end())]
    whole = Span(min(figure.span.start for figure in shown), max(figure.span.end for figure in shown))
    right = figures.like(worked.right, claim, block.text) if worked.right != claim.number.value else None
    given = block.text[slice(*claim.span)].strip()
    names = {"match": block.text[slice(*whole)], "given": given, "right": right or "", "sum": worked.said}
    near = worked.near or (claim.sort == "%" and worked.off <= claim.number.unit)
    return Match(block, claim.span, (right,) if right else (), names, (Evidence(worked.said, block, whole),), doubt + near)
