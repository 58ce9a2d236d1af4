"""Share count: a share and its count said in one breath (`60 percent, or 164`), of a whole that stands nearby, which do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story, changes, figures, workings
from lintnews.ledger.figures import Figure, Line
from lintnews.model import Block, Evidence, Match, Span
from lintnews.needs import Need
from lintnews.record import record

_UP_TO_4 = r"(?:[ -][\p{L}'’-]+){0,4}?"
_CLAUSE = r"[^#$%&@/.;:()\"“”]{0,50}"
#: A count and a share of which one says the other again.
_TWICE = (
    lazily.pattern(rf"(?P<count>[#$]){_UP_TO_4},? or (?P<share>[%/])"),
    lazily.pattern(rf"(?P<share>[%/]){_UP_TO_4},? or (?P<count>[#$])"),
    lazily.pattern(rf"(?P<count>[#$]){_UP_TO_4} \((?P<share>[%/])\)"),
    lazily.pattern(rf"(?P<share>[%/]){_UP_TO_4} \((?P<count>[#$])\)"),
    lazily.pattern(rf"(?P<count>[#$]){_UP_TO_4} of {_CLAUSE}[#$]{_UP_TO_4} \((?P<share>[%/])\)"),
    lazily.pattern(rf"(?P<share>[%/]) of {_CLAUSE}[#$]{_CLAUSE}, or (?P<count>[#$])"),
)
#: Words of a rise, a fall or a comparison.
_MOVE = lazily.pattern(
    rf"\b(?:{changes.UP}|{changes.DOWN}|than|rise|increase|gain|growth|jump|surge|fall|drop|decline|decrease|reduction|loss(?:es)?|cuts?|savings?|discount|"
    r"premium|profit|margin|from|to [#$])\b"
)
#: What a word such as `half` may be off, and words such as `about`.
_LOOSE, _HEDGED = Fraction(7, 100), Fraction(1, 5)


class _Ends(NamedTuple):
    low: Fraction
    high: Fraction


@record
class Check:
    """The whole is any greater figure of the same sort in the sentence, or in the one before; where the share fits none of them, in none of

    the ways in which a share is meant (a part of it, a rise to it, what is left of it), one of the figures is wrong.
    """

    local: ClassVar[bool] = True
    slots: ClassVar[tuple[str, ...]] = ("match", "share", "count", "whole", "right")
    need: ClassVar[Need] = Need((" or ", "("))

    def find(self, story: Story) -> Iterator[Match]:
        seen = set[tuple[Block, int]]()
        for block, line in story.lines.signed("[#$].*[%/]").items():
            for pattern in _TWICE if " or " in line.text or "(" in line.text else ():
                for found in pattern.finditer(line.text):
                    count, share = line.figures[found.start("count")], line.figures[found.start("share")]
                    if block.text[count.span.end : count.span.end + 1].isalpha():
                        continue  # 0.3mm
                    if (block, share.span.start) not in seen and (whole := _odd(line, found.span(), count, share)):
                        seen.add((block, share.span.start))
                        yield _match(block, count, share, whole)


def _odd(line: Line, pair: tuple[int, int], count: Figure, share: Figure) -> Figure | None:
    """The whole of which a pair is no share and count; none where one fits, or there is none."""
    if share.number.value > 100 or not count.number.value:
        return None
    start = line.text.rfind(".", 0, pair[0]) + 1
    before = line.text.rfind(".", 0, max(0, start - 1)) + 1
    end = line.text.find(".", pair[1])
    end = end if end >= 0 else len(line.text)
    near = [(at, figure) for at, figure in line.figures.items() if before <= at < end and figure not in (count, share)]
    # What looks like a year may be a plain number.
    alike = [(at, figure) for at, figure in near if figure.sort == count.sort or (figure.sort, count.sort) == ("@", "#")]
    # Beside another share the whole may be what both counts make.
    moves = _MOVE.search(line.text, start, end) is not None or any(at >= start and figure.sort in "%/" for at, figure in near)
    if any(_fits(figure, count, share, moves=moves) for _, figure in alike):
        return None
    greater = (figure for at, figure in alike if at >= start and figure.number.value > count.number.value)
    return next((figure for figure in greater if (figure.sort, figure.mark) == (count.sort, count.mark)), None)


def _fits(whole: Figure, count: Figure, share: Figure, *, moves: bool) -> bool:
    """Whether a share and a count may be those of a whole: a part of it or what it lacks; where something moves what it rose or fell by."""
    one, all_ = _ends(count), _ends(whole)
    scale = 100 if share.sort == "%" else 1
    loose = share.number.value * _LOOSE if share.sort == "/" else Fraction(0)
    room = 1 + (_HEDGED if count.hedge or whole.hedge or share.hedge else 0)
    low, high = (share.number.low - loose) / room, (share.number.high + loose) * room

    def may(least: Fraction, most: Fraction, of_least: Fraction, of_most: Fraction) -> bool:
        return of_least > 0 and scale * least / of_most <= high and scale * most / of_least >= low

    less, more = _Ends(all_.low - one.high, all_.high - one.low), _Ends(all_.low + one.low, all_.high + one.high)
    return may(*one, *all_) or may(*less, *all_) or (moves and (may(*one, *less) or may(*one, *more) or may(*less, *one)))


def _ends(figure: Figure) -> _Ends:
    return _Ends(figure.number.low, figure.number.high)


def _match(block: Block, count: Figure, share: Figure, whole: Figure) -> Match:
    worked = workings.share(count._replace(unit=""), whole._replace(unit=""), share)
    right = worked and figures.like(worked.right, share, block.text)
    shown = {name: block.text[slice(*each.span)].strip() for name, each in (("share", share), ("count", count), ("whole", whole))}
    spans = (count.span, share.span, whole.span)
    place = Span(min(span.start for span in spans), max(span.end for span in spans))
    said = worked.said if worked else f"{shown['count']} of {shown['whole']} is not {shown['share']}"
    names = {"match": block.text[slice(*share.span)], **shown, "right": right or ""}
    return Match(block, share.span, (right,) if right else (), names, (Evidence(said, block, place),))
