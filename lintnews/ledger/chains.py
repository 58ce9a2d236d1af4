"""A block in, its chains out: runs of capitalised words, joined by the small words that stand inside names.

`Joint Chiefs of Staff Chairman Mark Milley` is one chain of seven tokens; what is post and what is name in it is read
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lintnews import lazily
from lintnews.model import Block, Span
from lintnews.words import ABBREVIATIONS

#: Small words that may stand inside the name of a body, a post or a place.
CONNECTORS = frozenset("of the for and on in to at & de la".split())
#: Small words that belong to a person's name.
PARTICLES = frozenset("de da do dos das del della di du des la le van von der den ter ten bin ibn bint al el y".split())

_SHORT = "|".join(
    sorted((a.capitalize() for a in ABBREVIATIONS if a.isalpha() and a not in {"al", "no", "fig", "miss"}), key=lambda a: (-len(a), a))
)
#: The looks ahead say nothing new: they spare the long lists of words where none can stand.
_CAP = (
    rf"(?:(?=[\p{{Lu}}aed])(?:(?:\p{{Lu}}\.){{2,}}(?:\p{{Lu}}(?![\p{{L}}]))?|\p{{Lu}}\.(?=[\s’'])|(?=\p{{Lu}}\p{{Ll}}{{0,6}}\.)(?:{_SHORT})\.(?=\s)"
    r"|(?:al-|el-|Al-|al |d’|d')?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'\-‐‑&.][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*))"
)
#: Words of posts that are printed without a capital between a body and a name: `White House press secretary Jay Carney`.
_POST_WORDS = (
    "press|national|security|prime|vice|deputy|foreign|defense|defence|finance|majority|minority|attorney|general|special|chief|executive|"
    "health|interior"
)
_POST_NOUNS = (
    "secretary|adviser|advisor|minister|spokesman|spokeswoman|spokesperson|counsel|director|leader|speaker|chairman|chairwoman|chair|president|"
    "commissioner|chancellor|governor|senator|envoy|ambassador|whip|administrator|general"
)
_LOWER_POST = rf"(?:(?:{_POST_WORDS})[ \u00a0])*(?:{_POST_NOUNS})"
_PARTICLE = "de la|de|da|do|dos|das|del|della|di|du|des|la|le|van der|van den|van|von|der|den|ter|ten|bin|ibn|bint|al|el|y"
_JOIN = rf"(?:of|for|and|on|in|to|at|&)(?:[ \u00a0](?:the|la))?|the|{_PARTICLE}|{_LOWER_POST}"
_GAP = r"[ \u00a0\n]"
_CHAIN = lazily.pattern(
    rf"(?<![\p{{L}}\p{{N}}])(?=\p{{Lu}}|al|el-|d[’']|[a-z]{{4,}}{_GAP})(?:(?=[a-z]{{4}}){_LOWER_POST}{_GAP}++)?{_CAP}"
    rf"(?:{_GAP}++(?:(?=[a-z&])(?:{_JOIN}){_GAP}++){{0,2}}{_CAP})*"
)
#: Within a chain its end stands for the white space after a point, so that a last `Jr.` keeps its point.
_TOKEN = lazily.pattern(rf"{_CAP}|&|\p{{Ll}}[\p{{L}}]*".replace(r"(?=\s)", r"(?=\s|\Z)"))
_POSSESSIVE = ("’", "'", "’s", "'s")


class Token(NamedTuple):
    """One word of a chain: its text without a possessive ending, its span in the block, whether it was possessive."""

    text: str
    span: Span
    possessive: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or "-" in self.text or "’" in self.text


@dataclass(frozen=True, eq=False)
class Chain:
    """A run of capitalised words in a block. `opens` tells that it stands where any word has a capital."""

    block: Block
    tokens: tuple[Token, ...]
    opens: bool

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from `start` up to `end`, without a possessive ending."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def text(self, start: int, end: int) -> str:
        """The tokens from `start` up to `end` as they stand in the block."""
        span = self.span(start, end)
        return self.block.text[span.start : span.end]


#: Words that open a sentence and are no part of the name that follows.
OPENING = frozenset(
    "the a an but and or nor when while with in on at as if for after before since under by from to of about against among "
    "around like this that these those he she it they we i his her its their our my your there here then now so yet also "
    "still once though although however because until during what who whom whose why how where which both all some many most "
    "few one two three no not just only even is was were are has have had did does do said says told via per between through "
    "over into upon without within despite unlike meanwhile moreover".split()
)
_OPENERS = "\"'“‘([*_"


def chains(block: Block, sentence_starts: frozenset[int]) -> Iterator[Chain]:
    """The chains of a block; a possessive ends one (`Iran’s elite`, `Joe Biden’s | Cabinet`)."""
    for match in _CHAIN.finditer(block.text):
        tokens: list[Token] = []
        for word in _TOKEN.finditer(block.text, match.start(), match.end()):
            whole, at = word[0], word.start()
            owned = whole.endswith(_POSSESSIVE)
            text = (whole.removesuffix("s")[:-1] or whole) if owned else whole
            tokens.append(Token(text, Span(at, at + len(text)), owned))
            if owned:
                yield from _chain(block, tokens, sentence_starts)
                tokens = []
        yield from _chain(block, tokens, sentence_starts)


def _chain(block: Block, tokens: list[Token], sentence_starts: frozenset[int]) -> Iterator[Chain]:
    while tokens and not tokens[0].capital and tokens[0].text in CONNECTORS:
        tokens = tokens[1:]
    while tokens and not tokens[-1].capital:
        tokens = tokens[:-1]
    if not tokens:
        return
    start = tokens[0].span.start
    while start and start not in sentence_starts and block.text[start - 1] in _OPENERS:
        start -= 1
    opens = start in sentence_starts or start == 0
    kept = tokens[1:] if opens and len(tokens) > 1 and tokens[0].text.lower() in OPENING else tokens
    while kept and not kept[0].capital and kept[0].text in CONNECTORS:
        kept = kept[1:]
    if kept:
        yield Chain(block, tuple(kept), opens and kept is tokens)
