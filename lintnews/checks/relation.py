"""Relation: figures of a text of which one is worked out from the others (`up $3 from $40 to $45`), and does not come to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import permutations
from typing import ClassVar

from lintnews import lazily
from lintnews.ledger import Story, changes, figures, relations, workings
from lintnews.ledger.figures import Figure, Line
from lintnews.ledger.relations import SIGN, Frame
from lintnews.ledger.workings import Worked
from lintnews.model import Block, Evidence, Match, OptionError, Span
from lintnews.needs import Need, either
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
    "difference": r"([#$%])\1\1|([#$])\2.*[%/]|#.*%%|%%.*[&/]", "share": r"([#$])\1.*[%/]", "multiple": r"([#$%])\1.*[*/]",
    "product": r"#.*\$\$|###", "each": r"#.*\$\$|###", "move": r"([#$])\1.*%",
    "years": "#.*@", "span": "#.*@", "total": r"([#$])\1\1", "average": r"([#$%])\1\1",
    "within": r"([#$])\1", "whole": "%%", "most": "%%",
}  # fmt: skip
#: Of these the whole, or the year that is counted to, may be left out.
_OF_ONE = ("whole", "most", "within", "years", "span")
#: In these the figure in question is one of the list.
_WITH_LAST = ("whole", "most")
_FROM = re.compile(r"\bfrom\b|compared|in @")
_WAY = lazily.pattern(
    rf"\b(?:(?P<up>{changes.UP}|rise|increase|gain|growth|growing|jump|climb|surge)|(?P<down>{changes.DOWN}|cut|fall|drop|decline|decrease|reduction|slide|dip))\b"
)


@record
class Check:
    """`frames` are patterns over a text in small letters, in which each figure is a sign: `$`, `%`, `&` percentage points, `@` a year,

    `/` a factor, `#` a number. A capital stands for any figure, with signs behind it (`C%`, `C[%/]`) for one of these; `…` for words
    without a figure, `~` for up to three words. `C` is worked out from `A` and `B` as `work` says; where that is of lists (`total`,
    `average`, `within`, `whole`, `most`) from all figures between `A` and `B`. For `years` a frame without `B` counts up to the story's
    day. `words` are patterns that frames name in braces. `doubt`: frames that show less surely what is meant. `pairs` have `A` and `B`,
    and `claims` have `C`, which may stand up to two sentences on; what no other two figures near explain is found, less surely where
    the figure is no slip for the right one. `loose` claims need no pair: one is found where it may be a slip for what just two of the
    figures near come to, and none come to it as it is.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "given", "right", "sum")
    work: str
    frames: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def validate(self) -> None:
        """Raise OptionError for a frame that is no pattern, or has not the figures that the work needs."""
        if self.work not in (*_OF_THREE, *_OF_LISTS):
            raise OptionError(f"`work` must be one of {', '.join((*_OF_THREE, *_OF_LISTS))}", "work")
        asked = {"A", "C"} | (set() if self.work in _OF_ONE else {"B"})
        for option, frames in (("frames", self.frames), ("doubt", self.doubt)):
            relations.validate(option, frames, self.words, asked)
        relations.validate("pairs", self.pairs, self.words, {"A", "B"})
        for option, frames in (("claims", self.claims), ("loose", self.loose)):
            relations.validate(option, frames, self.words, {"C"})
        apart = (self.pairs and self.claims) or self.loose
        if not (self.frames or self.doubt or apart) or (apart and self.work not in _OF_THREE):
            raise OptionError("give `frames`, or `pairs` and `claims` of work with three figures", "frames")

    @property
    def need(self) -> Need:
        """What a story must hold for one of the frames to match in one of its lines."""
        return either(frame.need for frame in (*self._frames, *self._claims, *self._loosely))

    def find(self, story: Story) -> Iterator[Match]:
        seen = set[tuple[Block, Span]]()
        lines = story.lines.signed(_SIGNS[self.work])
        for frame in self._frames if lines else ():
            for block, line, found in frame.matches(story, lines):
                claim = line.figures[found.start("C")]
                worked = self._worked(story, line, found) if (block, claim.span) not in seen else None
                if worked:
                    seen.add((block, claim.span))
                    yield from self._of_frame(block, line, found, worked, frame.doubt)

        if any(story.text.may_hold(frame.need) for frame in (*self._claims, *self._loosely)):
            for block, line in lines.items():
                yield from self._apart(block, line, seen)

    def _apart(self, block: Block, line: Line, seen: set[tuple[Block, Span]]) -> Iterator[Match]:
        """Claims that stand apart from the two figures which they are of."""
        for found in relations.apart(line, self._pairs, self._claims):
            claim = found.claim
            worked = _OF_THREE[self.work](*found.pair, claim) if (block, claim.span) not in seen else None
            if worked is None:
                continue
            seen.add((block, claim.span))
            if worked.off > 0 and all(each.off > 0 for each in self._tried(found.near, claim)):
                slip = figures.slipped(block.text[slice(*claim.span)], figures.like(worked.right, claim, block.text) or "")
                yield _match(block, line, found.place, claim, worked, int(not slip) + (found.sentences > 1))
        for claim, near, place in relations.loose(line, self._loosely):
            if (block, claim.span) in seen:
                continue
            tried = self._tried(near, claim)
            given = block.text[slice(*claim.span)]
            slips = {right: each for each in tried if figures.slipped(given, right := figures.like(each.right, claim, block.text) or "")}
            if len(slips) == 1 and all(each.off > 0 for each in tried):
                yield _match(block, line, place, claim, next(iter(slips.values())), 0)

    def _tried(self, near: tuple[Figure, ...], claim: Figure) -> list[Worked]:
        """What any two figures near a claim come to."""
        tried = (_OF_THREE[self.work](one, two, claim) for one, two in permutations(near, 2))
        return [each for each in tried if each]

    def _of_frame(self, block: Block, line: Line, found: Found, worked: Worked, doubt: int) -> Iterator[Match]:
        if worked.off > 0:
            claim = line.figures[found.start("C")]
            made = _match(block, line, found.span(), claim, worked, doubt)
            yield self._either(block, line, found, made)
        elif self.work == "difference" and _FROM.search(found.re.pattern):
            yield from _direction(block, line, found)

    def _either(self, block: Block, line: Line, found: Found, made: Match) -> Match:
        """Both figures that may be wrong, where just one of the others is a slip for one that bears the claim out."""
        claim = line.figures[found.start("C")]
        fitting = list(self._borne_out(block, line, found, claim))
        if len(fitting) != 1:
            return made
        odd, right = fitting[0]
        span = Span(min(odd.span.start, claim.span.start), max(odd.span.end, claim.span.end))
        ways = (*((claim.span, fix) for fix in made.fixes), (odd.span, right))
        fixes = (block.text[span.start : at.start] + text + block.text[at.end : span.end] for at, text in ways)
        return replace(made, span=span, fixes=tuple(fixes))

    def _borne_out(self, block: Block, line: Line, found: Found, claim: Figure) -> Iterator[tuple[Figure, str]]:
        """Each other figure that may be a slip, and what for, with which the claim is what it should be."""
        if self.work in _OF_THREE and "B" in found.re.groupindex:
            two = [line.figures[found.start(name)] for name in "AB"]
            for i, odd in enumerate(two):
                for text, new in figures.slips(odd, block.text):
                    worked = _OF_THREE[self.work](two[0] if i else new, new if i else two[1], claim)
                    if worked and worked.off <= 0:
                        yield odd, text
        elif self.work in ("total", "within"):
            parts = self._parts(line, found, claim)
            for odd in parts if len(parts) > 1 else ():
                for text, new in figures.slips(odd, block.text):
                    if sum(part.number.value for part in parts) - odd.number.value + new.number.value == claim.number.value:
                        yield odd, text

    def _worked(self, story: Story, line: Line, found: Found) -> Worked | None:
        a, c = (line.figures[found.start(name)] for name in "AC")
        last = found.start("B") if "B" in found.re.groupindex and found["B"] else None
        if self.work in _OF_THREE:
            b = line.figures[last] if last is not None else _today(story, a)
            return _OF_THREE[self.work](a, b, c) if b else None
        return _OF_LISTS[self.work](self._parts(line, found, c), c)

    def _parts(self, line: Line, found: Found, claim: Figure) -> list[Figure]:
        """The figures from `A` to `B`, or of the whole match."""
        end = found.start("B") + 1 if "B" in found.re.groupindex and found["B"] else found.end("A")
        parts = [line.figures[m.start()] for m in SIGN.finditer(line.text, found.start("A"), end)]
        parts = parts if self.work in _WITH_LAST else [part for part in parts if part is not claim]
        return [part for part in parts if part.sort != "@" or claim.sort == "@"]

    @cached_property
    def _frames(self) -> tuple[Frame, ...]:
        """The frames as patterns, the sure ones first."""
        return (*relations.frames(self.frames, self.words), *relations.frames(self.doubt, self.words, 1))

    @cached_property
    def _pairs(self) -> tuple[Frame, ...]:
        return relations.frames(self.pairs, self.words)

    @cached_property
    def _claims(self) -> tuple[Frame, ...]:
        return relations.frames(self.claims, self.words)

    @cached_property
    def _loosely(self) -> tuple[Frame, ...]:
        return relations.frames(self.loose, self.words)


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


def _match(block: Block, line: Line, place: tuple[int, int], claim: Figure, worked: Worked, doubt: int) -> Match:
    shown = [figure for at, figure in line.figures.items() if place[0] <= at < place[1]]
    whole = Span(min(figure.span.start for figure in shown), max(figure.span.end for figure in shown))
    right = figures.like(worked.right, claim, block.text) if worked.right != claim.number.value else None
    given = block.text[slice(*claim.span)].strip()
    names = {"match": block.text[slice(*whole)], "given": given, "right": right or "", "sum": worked.said}
    near = int(worked.near or (claim.sort == "%" and worked.off <= claim.number.unit))
    near += int(worked.near and not figures.slipped(given, right or ""))
    return Match(block, claim.span, (right,) if right else (), names, (Evidence(worked.said, block, whole),), doubt + near)
