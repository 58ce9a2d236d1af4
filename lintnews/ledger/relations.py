"""A frame in, its places in the lines of a story out: a pattern over small letters with a sign for each figure (`B…, up from A`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from lintnews import patterns
from lintnews.ledger import Story, figures
from lintnews.ledger.figures import Figure, Line, Lines
from lintnews.literals import needed, of_texts
from lintnews.model import Block, LintNewsError, OptionError
from lintnews.needs import ANYTHING, EDGE, Need
from lintnews.patterns import Found
from lintnews.record import record

_LETTER = re.compile(r"(?<![\\A-Za-z<])([ABC])(?:\[([$%&@/#*]+)\]|([$%&@/#*]))?(?![A-Za-z>])")
#: As many texts are soon looked for in a line.
_FEW = 16
SIGN = re.compile(r"[$%&@/#]")
#: No figure, no end of a sentence, no quotation.
_GAP = r"[^$%&@/#.;:()\"“”\n]"
#: A figure that only says when: `in 2018`, `four years before`.
_WHEN = r"(?<= in )@|(?<= )#(?= (?:year|month|week|day|season|election|quarter)s? (?:ago|before|earlier|prior|previously)\b)"
#: So many sentences on a claim still speaks of a pair.
_FAR = 2
_GAPS = {"…": rf"(?:{_GAP}|{_WHEN}){{0,70}}?", "~": r"(?:[ -][\p{L}'’-]+){0,3}?"}


@record
class Frame:
    """A pattern over lines, the texts of which a line that it matches holds one, and how much its matches are to be doubted."""

    pattern: str
    texts: tuple[str, ...]
    doubt: int = 0

    @cached_property
    def need(self) -> Need:
        """What the story of such a line holds: of each text the longest piece without a figure."""
        if self.texts == ("*",):
            return of_texts(figures.STEMS)
        pieces = dict.fromkeys(max(SIGN.split(text), key=len) for text in self.texts)
        return of_texts(tuple(pieces)) if all(piece.strip() for piece in pieces) else ANYTHING

    @cached_property
    def _few(self) -> tuple[str, ...]:
        """The same for a line, where that is soon told."""
        return tuple(text.strip(EDGE) for text in self.texts) if len(self.texts) <= _FEW else ("",)

    def in_line(self, line: Line) -> Iterator[Found]:
        """Every match in one line."""
        if any(text in line.text for text in self._few):
            yield from patterns.find(patterns.compile(self.pattern), line.text)

    def matches(self, story: Story, lines: Lines) -> Iterator[tuple[Block, Line, Found]]:
        """Every match in these lines of a story."""
        for block, line in lines.items() if story.text.may_hold(self.need) else ():
            yield from ((block, line, found) for found in self.in_line(line))


class Apart(NamedTuple):
    """A figure that says what two others come to: the two, where all three stand, how many sentences apart, and the figures near."""

    claim: Figure
    pair: tuple[Figure, Figure]
    near: tuple[Figure, ...]
    place: tuple[int, int]
    sentences: int


def apart(line: Line, pairs: Iterable[Frame], claims: Iterable[Frame]) -> Iterator[Apart]:
    """Every claim of a line with each pair before it, the nearest first, or behind it in its sentence."""
    told = [found for frame in claims for found in frame.in_line(line)]
    two = [(found.span(), found.start("A"), found.start("B")) for frame in (pairs if told else ()) for found in frame.in_line(line)]
    for claim in told if two else ():
        at = claim.start("C")
        # `A rise of` in another sentence is one not told of yet.
        far = 0 if claim[0].startswith(("a ", "an ")) else _FAR
        for sentences, _, (span, a, b) in sorted((*_distance(line.text, pair[0], at), pair) for pair in two if at not in pair[1:]):
            if sentences <= far:
                place = (min(span[0], claim.start()), max(span[1], claim.end()))
                yield Apart(line.figures[at], (line.figures[a], line.figures[b]), near(line, at, place), place, sentences)


def loose(line: Line, claims: Iterable[Frame]) -> Iterator[tuple[Figure, tuple[Figure, ...], tuple[int, int]]]:
    """Every claim of a line with the figures of its sentence and the one before, and where it stands."""
    for frame in claims:
        for claim in frame.in_line(line):
            at = claim.start("C")
            yield line.figures[at], near(line, at, claim.span(), 0 if claim[0].startswith(("a ", "an ")) else 1), claim.span()


def _distance(text: str, span: tuple[int, int], at: int) -> tuple[int, int]:
    """Sentences, and letters, between a pair and a figure; a pair in a later sentence is too far."""
    if span[0] <= at < span[1]:
        return 0, 0
    if span[1] <= at:
        return text.count(".", span[1], at), at - span[1]
    return (_FAR + 1) * text.count(".", at, span[0]), span[0] - at


def near(line: Line, claim: int, place: tuple[int, int], before: int = 0) -> tuple[Figure, ...]:
    """The plain figures of the sentences of a place, and of so many before them, but for the claim."""
    start = line.text.rfind(".", 0, place[0]) + 1
    for _ in range(before):
        start = line.text.rfind(".", 0, max(0, start - 1)) + 1
    end = line.text.find(".", place[1])
    end = end if end >= 0 else len(line.text)
    return tuple(figure for at, figure in line.figures.items() if start <= at < end and at != claim and not figure.hedge)


def frames(texts: Iterable[str], words: Mapping[str, str], doubt: int = 0) -> tuple[Frame, ...]:
    """Frames as rules write them."""
    made = (pattern(text, words) for text in texts)
    return tuple(Frame(each, needed(each).texts, doubt) for each in made)


def pattern(frame: str, words: Mapping[str, str]) -> str:
    """A frame as a pattern: `words` are patterns that it names in braces."""
    for name, word in words.items():
        frame = frame.replace(f"{{{name}}}", f"(?:{word})")
    text = _LETTER.sub(lambda m: f"(?P<{m[1]}>[{m[2] or m[3] or '$%&@/#'}])", frame)
    for sign, gap in _GAPS.items():
        text = text.replace(sign, gap)
    return text


def validate(option: str, texts: Iterable[str], words: Mapping[str, str], asked: set[str]) -> None:
    """Raise OptionError for a frame that is no pattern, or has not these figures."""
    for frame in texts:
        try:
            names = set(patterns.compile(pattern(frame, words)).groupindex)
        except LintNewsError as error:
            raise OptionError(str(error), option) from None
        if not asked <= names:
            raise OptionError(f"`{frame}` has not the figures that are worked with, {_listed(sorted(asked))}", option)


def _listed(names: list[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
