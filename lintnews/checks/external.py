"""External: a story in; out come the matches of another linter that lintnews.yaml names, as if they were our own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from lintnews.change import smallest
from lintnews.ledger import Story
from lintnews.ledger.guarded import in_a_name
from lintnews.model import Block, LintNewsError, Match, OptionError, Span, Told
from lintnews.record import record

if TYPE_CHECKING:
    from lintnews.external.asked import Program
    from lintnews.external.seen import Seen

_ODD = re.compile(r"[^\w./-]+")


@record
class Check:
    """A kind that no rule file may be of: what it runs is named in lintnews.yaml, under `external`."""

    slots: ClassVar[tuple[str, ...]] = ("match", "fix", "said")
    lasting: ClassVar[bool] = False

    def validate(self) -> None:
        """Raise OptionError: a rule runs no program."""
        raise OptionError("a rule cannot run a program; name it in lintnews.yaml, under `external`", "extends")

    def find(self, story: Story) -> Iterable[Match]:
        """Nothing: there is no program."""
        return ()


class Bound:
    """The check with a program."""

    slots: ClassVar[tuple[str, ...]] = Check.slots
    lasting: ClassVar[bool] = False
    #: What cannot be asked is a fault of the run.
    grave: ClassVar[bool] = True

    def __init__(self, program: Program, heard: Callable[[str, bool], bool]) -> None:
        self._program, self._heard = program, heard
        self._lapses: list[str] = []
        self._over = False

    def bound(self, *_: object) -> Bound:
        """This, which has its program."""
        return self

    @property
    def lapses(self) -> tuple[str, ...]:
        """What could not be done, a line each."""
        return tuple(self._lapses)

    def find(self, story: Story) -> Iterator[Match]:
        from lintnews.external import program

        if self._over:
            return
        source = story.document.source
        try:
            found = program.seen(self._program, source)
        except program.Missing as error:
            self._over = True
            self._lapses.append(f"{error}; the stories are checked without it")
            return
        except LintNewsError as error:
            self._lapses.append(f"{source.name}: {error}; the story is checked without it")
            return
        for seen in found:
            if match := self._match(story, seen):
                yield match

    def _match(self, story: Story, seen: Seen) -> Told | None:
        name = _ODD.sub("-", seen.rule).strip("-./") or "finding"
        place = located(story, seen.span)
        if place is None or not self._heard(name, True):
            return None
        block, span = place
        text = block.text[span.start : span.end]
        fixes = tuple(fix for fix in dict.fromkeys(seen.fixes) if fix != text)
        where = smallest(block.text, span, fixes[0]).span if fixes else span
        if fixes and in_a_name(story, block, where):
            return None
        severity = min(seen.severity or self._program.level, self._program.level, key=lambda level: level.rank)
        words = {"match": text, "fix": fixes[0] if fixes else "", "said": " ".join(seen.message.split())}
        return Told(block, span, fixes, words, name=name, severity=severity, link=seen.link)


def located(story: Story, span: Span) -> tuple[Block, Span] | None:
    """The block that a span of the source stands in, and its place there; None for what is not in one block."""
    for block in story.document.blocks:
        home = block.in_source(Span(0, len(block.text)))
        if home.start <= span.start and span.end <= home.end:
            for start, end in product(reversed(list(_inside(block, span.start))), _inside(block, span.end)):
                if start <= end and block.in_source(Span(start, end)) == span:
                    return block, Span(start, end)
    return None


def _inside(block: Block, offset: int) -> Iterator[int]:
    """Where an offset of the source may stand in a block's text: at a seam in two places."""
    ends = [*(piece.at for piece in block.pieces[1:]), len(block.text)]
    for piece, end in zip(block.pieces, ends, strict=True):
        if not piece.start <= offset <= piece.end:
            continue
        if piece.end - piece.start == end - piece.at:
            yield piece.at + offset - piece.start
        elif offset in (piece.start, piece.end):
            yield piece.at if offset == piece.start else end
