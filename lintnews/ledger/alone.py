"""A story in; out come the words of its copy that stand by themselves, each with the two words on either side, read once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lintnews import lazily
from lintnews.english import neighbours
from lintnews.english.likelihood import Context
from lintnews.ledger import Story
from lintnews.model import Block, Span

#: A word by itself, in small letters or with a capital at the head of a sentence.
_WORD = re.compile(
    r"(?<![\w@#/\\.’'&-])(?:[a-z]+|(?:(?<=^)|(?<=[.!?] ))[A-Z][a-z]*)(?:['’](?!s\b)[a-z]+|(?<=\b[Ii]t)['’]s)?(?![\w@/\\’'&-]|\.\w)",
    re.MULTILINE,
)
#: What counts as a neighbour: a word, a figure, a mark; and how far away one may begin.
_TOKEN = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{Ll}+)*|[$£€]?\d[\d,.]*|\S")
_REACH = 60
#: What stands for an owner.
_OWNED = "his"


class Alone(NamedTuple):
    """A place where a word stands by itself, and the words around it as neighbours are counted."""

    block: Block
    span: Span
    context: Context


def read(story: Story) -> Mapping[str, Sequence[Alone]]:
    """The places of each word of the copy, in small letters and with straight apostrophes."""
    out: dict[str, list[Alone]] = {}
    for block in story.blocks():
        for word, span, context in _words(block.text):
            out.setdefault(word, []).append(Alone(block, span, context))
    return out


def _words(text: str) -> Iterator[tuple[str, Span, Context]]:
    spans = [found.span() for found in _TOKEN.finditer(text)]
    shapes = [".", ".", *[_shape(text[start:end]) for start, end in spans], ".", "."]
    last = len(spans) - 2
    for found in _WORD.finditer(text):
        start, end = found.span()
        at = bisect_left(spans, (start, end))
        within = 1 < at < last and start - spans[at - 2][0] <= _REACH and spans[at + 2][1] - end <= _REACH
        context = _near(shapes, at) if within and spans[at] == (start, end) else _context(text, start, end)
        yield _plain(found[0]), Span(start, end), context


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _near(shapes: Sequence[str], at: int) -> Context:
    """The words around a token; there are two stops before the first and two behind the last."""
    further, left, _, right, beyond = shapes[at : at + 5]
    return Context(left, right, further if left != "." else ".", beyond if right != "." else ".")


def _context(text: str, start: int, end: int) -> Context:
    """The same, read from the text."""
    before = [_shape(token) for token in _TOKEN.findall(text, max(0, start - _REACH), start)][:-3:-1]
    after = [_shape(token) for token in _TOKEN.findall(text, end, end + _REACH)][:2]
    (left, *beyond), (right, *further) = before or ["."], after or ["."]
    return Context(left, right, beyond[0] if beyond and left != "." else ".", further[0] if further and right != "." else ".")


@lru_cache(maxsize=50_000)
def _shape(token: str) -> str:
    """What counts of a neighbour; what belongs to somebody stands as behind `his`."""
    if not (token[0].isalnum() or token[0] in "$£€"):
        return "."
    shape = neighbours.shape(token)
    owner = token.endswith(("'s", "’s")) and (shape == "@" or not neighbours.common(shape))
    return _OWNED if owner else shape
