"""Serial comma: a plain series that has a comma before its last item, or has none, in a story that does otherwise elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from lintnews import lazily
from lintnews.ledger import Story
from lintnews.model import Block, Evidence, Match, Span
from lintnews.record import record

#: Words that are no item of a series, nor begin one.
_NONE = (
    "which who whom whose that but and or said says if as while when where though although because since then now too also however "
    "including with without in on at for to from by of is are was were not even especially particularly mostly often perhaps say such "
    "like sir please yes no so yet the a an his her their its our he she it they we you"
).split()
_ITEM = rf"(?!(?:{'|'.join(_NONE)})\b)[a-z][a-z’'-]{{2,}}(?: (?!(?:{'|'.join(_NONE)})\b)[a-z][a-z’'-]{{2,}})?"
#: The end of a series, from the comma behind its first item on.
_TAIL = lazily.pattern(
    rf", (?P<items>(?:{_ITEM}, )*?{_ITEM})(?P<comma>,?) (?:and|or) {_ITEM}"
    r"(?=[.;:!?,)]|\Z| (?:in|on|at|for|to|from|of|with|by|during|after|before|are|were|is|was|will|have|has|that|who|as|than|across"
    r"|throughout)\b)"
)
#: What opens a sentence, and is no item: `In spring, ferries and mills`.
_OPENING = lazily.pattern(r"\b(?:In|At|On|After|Before|By|For|During|From|With|Of|As|To|Since|Until|Under|Over|Like|But|And|Or) \Z")
_WHOLE, _LONGEST = lazily.pattern(_ITEM), 40


class _Series(NamedTuple):
    block: Block
    span: Span
    comma: Span

    @property
    def has(self) -> bool:
        return self.comma.end > self.comma.start

    @property
    def text(self) -> str:
        return self.block.text[slice(*self.span)]


@record
class Check:
    """Series of words in small letters: `red, white and blue`. `often` is how many times the story must do otherwise."""

    slots: ClassVar[tuple[str, ...]] = ("match", "other", "fix")
    often: int = 2

    def find(self, story: Story) -> Iterator[Match]:
        """The first series on the side that is used less; of two used alike, on the one that comes later."""
        found = [series for block in story.prose for series in _in_block(block)]
        with_it, without = ([series for series in found if series.has is has] for has in (True, False))
        if not with_it or not without:
            return
        fewer, more = (with_it, without) if len(with_it) < len(without) else (without, with_it)
        if len(fewer) == len(more) and fewer[0] is found[0]:
            fewer, more = more, fewer
        if len(more) >= self.often:
            yield _match(fewer[0], more[0])


def _in_block(block: Block) -> Iterator[_Series]:
    at = block.text.find(", ")
    while at >= 0:
        end = at + 1
        if (tail := _TAIL.match(block.text, at)) and (start := _start(block.text, at)) is not None:
            yield _Series(block, Span(start, tail.end()), Span(*tail.span("comma")))
            end = tail.end()
        at = block.text.find(", ", end)


def _start(text: str, comma: int) -> int | None:
    """Where the first item of a series begins; none where it may be the end of something else."""
    start = text.rfind(" ", max(0, comma - _LONGEST), comma) + 1
    inside = start == 0 or text[start - 2 : start - 1].islower()
    plain = inside and _WHOLE.fullmatch(text, start, comma) and not _OPENING.search(text, max(0, start - 8), start)
    return start if plain else None


def _match(use: _Series, other: _Series) -> Match:
    at = use.comma.start - use.span.start
    fix = use.text[:at] + ("" if use.has else ",") + use.text[at + len("," if use.has else "") :]
    names = {"match": use.text, "other": other.text, "fix": fix}
    return Match(use.block, use.span, (fix,), names, (Evidence(f"“{other.text}”", other.block, other.span),))
