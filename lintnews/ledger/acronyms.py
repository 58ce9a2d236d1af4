"""A story in, its initialisms out: where each stands first, and where the story spells it out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from lintnews import lazily
from lintnews.model import COPY, Block, Part, Span
from lintnews.needs import fold
from lintnews.record import entity

if TYPE_CHECKING:
    from lintnews.ledger import Story

_ACRONYM = lazily.pattern(
    r"(?<![\p{L}\p{N}$@#./&’'-])(?:\p{Lu}{2,7}(?:-\p{Lu}{2,7})?|(?:\p{Lu}&\p{Lu}))(?=s?(?![\p{L}\p{N}&/@$£€¥]))(?!-[\p{L}\p{N}])(?!\.(?:\p{Ll}|com|org|gov))"
)
_TWO_CAPITALS = lazily.pattern(r"\p{Lu}[\p{Lu}&]")
_BRACKETED = lazily.pattern(r"\((\p{Lu}[\p{Lu}&-]*)\)")
_WORD = lazily.pattern(r"[\p{L}\p{N}]+(?:[’'.][\p{L}\p{N}]+)*")
_SHOUT_BEFORE = lazily.pattern(r"\p{Lu}[\p{Lu}’']+[ \n]\Z")
_SHOUT_AFTER = lazily.pattern(r"[ \n]\p{Lu}[\p{Lu}’']+(?!\p{L})")
_PLACE_BEFORE = lazily.pattern(r"\p{Lu}[\p{L}.’']+, \Z")
_NAME_AFTER = lazily.pattern(r" \p{Lu}\p{Ll}")
_SMALL = frozenset("of the and for in on to a an at by de la & or with".split())


@entity
class Acronym:
    """An initialism, where it stands first, how often it stands, and the span that spells it out, if any does."""

    text: str
    block: Block
    span: Span
    count: int
    expansion: tuple[Block, Span] | None


class Acronyms(tuple[Acronym, ...]):
    """The initialisms of a story, in the order in which they first stand in running text."""


def read(story: Story) -> Acronyms:
    """Find every initialism of the prose; expansions are looked for in all copy."""
    first: dict[str, tuple[Block, Span]] = {}
    counts: dict[str, int] = {}
    for block in story.prose:
        for text, span in _in_block(block) if _TWO_CAPITALS.search(block.text) else ():
            first.setdefault(text, (block, span))
            counts[text] = counts.get(text, 0) + 1
    initials = _Initials(tuple(story.blocks(*COPY, Part.LINK)) if first else ())
    return Acronyms(Acronym(text, *at, counts[text], _expansion(text, initials)) for text, at in first.items())


def _in_block(block: Block) -> Iterator[tuple[str, Span]]:
    for match in _ACRONYM.finditer(block.text):
        if not _shouting(block.text, match.span()) and not _of_a_name(block.text, match):
            yield match[0], Span(*match.span())


def _shouting(text: str, span: tuple[int, int]) -> bool:
    """Whether a word right beside, with nothing but a space between, is all capitals too, so that it is a shouted word."""
    return bool(_SHOUT_BEFORE.search(text, max(0, span[0] - 30), span[0]) or _SHOUT_AFTER.match(text, span[1]))


_POSTAL = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD "
    "TN TX UT VT VA WA WV WI WY".split()
)


def _of_a_name(text: str, match: regex.Match[str]) -> bool:
    """Whether two letters begin a name (`TJ Watt`, `AC Milan`) or are a state after a place (`Reno, NV`)."""
    if len(match[0]) != 2:
        return False
    in_state = match[0] in _POSTAL and _PLACE_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    return bool(in_state) or _NAME_AFTER.match(text, match.end(), match.end() + 3) is not None


class _Initials:
    """The first letters of the words of some blocks, a block a line, with and without the small words, to find an expansion in."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        words = [_WORD.findall(block.text) for block in blocks]
        main = [[word for word in found if word.lower() not in _SMALL] for found in words]
        self._letters = [_first_letters(found) for found in (main, words)]
        self._starts = [[0, *accumulate(len(line) + 1 for line in letters.split("\n"))] for letters in self._letters]

    def find(self, letters: str) -> Iterator[tuple[Block, list[regex.Match[str]], bool]]:
        """The runs of words with these initials, block by block, and whether all their main words have capitals."""
        for number, small, at in sorted(self._places(fold(letters))):
            run = self.words(number)[small][at : at + len(letters)]
            if not any(m[0].isupper() and len(m[0]) > 1 for m in run):
                yield self.blocks[number], run, all(m[0][0].isupper() or m[0].lower() in _SMALL for m in run)

    def _places(self, letters: str) -> Iterator[tuple[int, int, int]]:
        """Where letters stand: the block, whether small words count, the first word."""
        for small, (line, starts) in enumerate(zip(self._letters, self._starts, strict=True)):
            at = line.find(letters)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                yield number, small, at - starts[number]
                at = line.find(letters, at + 1)

    @cached_property
    def words(self) -> Callable[[int], tuple[list[regex.Match[str]], list[regex.Match[str]]]]:
        """The words of a block, without the small ones and with them, remembered."""
        return lru_cache(maxsize=64)(self._words)

    def _words(self, number: int) -> tuple[list[regex.Match[str]], list[regex.Match[str]]]:
        words = list(_WORD.finditer(self.blocks[number].text))
        return [m for m in words if m[0].lower() not in _SMALL], words

    @cached_property
    def bracketed(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Where initialisms stand in brackets first in each block: the block, the offset."""
        out: dict[str, dict[int, int]] = {}
        for number, block in enumerate(self.blocks):
            for match in _BRACKETED.finditer(block.text) if "(" in block.text else ():
                out.setdefault(match[1], {}).setdefault(number, match.start())
        return {text: list(places.items()) for text, places in out.items()}


def _first_letters(blocks: list[list[str]]) -> str:
    return "\n".join([fold("".join([word[0] for word in words])) for words in blocks])


def _expansion(text: str, initials: _Initials) -> tuple[Block, Span] | None:
    """Where the story spells an initialism out: words in capitals with its initials, or any such words beside it in brackets."""
    letters = text.replace("-", "").replace("&", "")
    for block, run, capitals in initials.find(letters):
        span = Span(run[0].start(), run[-1].end())
        if (capitals and len(letters) > 2) or len(letters) > 4 or _beside(block.text, span, text):
            return block, span
    return _bracketed(text, initials)


def _beside(block: str, span: Span, text: str) -> bool:
    """Whether the initialism stands in brackets after the words, or the words in brackets after it."""
    after, before = block[span.end : span.end + len(text) + 8], block[max(0, span.start - len(text) - 8) : span.start]
    return f"({text}" in after or (text in before and before.rstrip().endswith(("(", ", or", ",", "—"))) or f"or {text}" in after


def _bracketed(text: str, initials: _Initials) -> tuple[Block, Span] | None:
    """A full name before `(ABC)` whose initials do not fit the letters, as of a foreign name; it still explains."""
    for number, at in initials.bracketed.get(text, ()):
        before = initials.words(number)[1]
        last = bisect_right(before, at, key=lambda m: m.end())
        words = before[max(0, last - 6) : last] if at else []
        named = [m for m in words if m[0][0].isupper()]
        if len(named) > 1 and at - words[-1].end() <= 2:
            return initials.blocks[number], Span(named[0].start(), words[-1].end())
    return None
