"""Score order: a story in, every vote or score out that puts the smaller figure first, or is no draw where one is told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from lintnews import lazily
from lintnews.lazily import Found, Pattern
from lintnews.ledger import Story
from lintnews.model import Match, Span
from lintnews.needs import Need
from lintnews.record import record

_FIGURES = (
    r"(?P<one>\d{1,3})(?:[-–]|\s+votes\s+to\s+)(?P<other>\d{1,3})"
    r"(?![\d-]|[-–]\d|,? (?:start|record|season|year-old|percent|(?:second|minute|hour|day|week|month|year|time|cup|mile|degree)s?"
    r"|inch(?:es)?)\b)"
)
_SCORE = lazily.pattern(r"\d(?:[-–]|\s+votes\s+to\s+)\d", lazily.IGNORECASE)
_DRAW = lazily.pattern(r"(?<![\d.$£€-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3}) (?P<verb>draw|tie)\b(?!-)")
#: How far before a score its verb may begin, beyond what may stand between, and how far behind it what makes it none may end.
_VERB, _BEHIND = 40, 24


@record
class Check:
    """`verbs` are patterns of words behind which a vote or a score follows, at most `far` letters on, in the same clause.

    With `even` both figures are to be the same: `drew 2-2`.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "verb")
    verbs: tuple[str, ...]
    far: int = 40
    even: bool = False

    @property
    def need(self) -> Need:
        """A story needs a dash, or votes, to have a score."""
        return Need(("-", "–", "votes to"))

    @cached_property
    def _pattern(self) -> Pattern:
        verbs = "|".join(self.verbs)
        return lazily.compile(rf"\b(?P<verb>{verbs})\b[^.,;:()\d]{{0,{self.far}}}?(?<![\d.$£€]){_FIGURES}", lazily.IGNORECASE)

    def find(self, story: Story) -> Iterator[Match]:
        """The scores whose first figure is the smaller one."""
        for block in story.blocks():
            for found in _scores(block.text, self._pattern, self.far, drawn=self.even):
                one, other = int(found["one"]), int(found["other"])
                if one != other and self.even:
                    span = Span(found.start("one"), found.end("other"))
                    yield Match(block, span, (), {"match": block.text[slice(*span)], "fix": "", "verb": found["verb"]})
                elif one < other and not self.even:
                    span = Span(found.start("one"), found.end("other"))
                    text = block.text[slice(*span)]
                    fix = f"{other}{text[len(found['one']) : -len(found['other'])]}{one}"
                    yield Match(block, span, (fix,), {"match": text, "fix": fix, "verb": found["verb"]})


def _scores(text: str, pattern: Pattern, far: int, *, drawn: bool) -> Iterator[Found]:
    """Where the pattern or a draw stands: sought around figures, of which most blocks have none."""
    end = 0
    for score in _SCORE.finditer(text):
        if score.start() < end:
            continue
        start, behind = max(end, score.start() - far - _VERB), score.end() + _BEHIND
        for found in (*pattern.finditer(text, start, behind), *(_DRAW.finditer(text, start, behind) if drawn else ())):
            if found.start("one") <= score.start() < found.end("other"):
                end = found.end()
                yield found
