"""A block in, its chains out: runs of capitalised words, joined by the small words that stand inside names.

`Joint Chiefs of Staff Chairman Mark Milley` is one chain of seven tokens; what is post and what is name in it is read
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

import regex

from lintnews import lazily
from lintnews.model import Block, Span
from lintnews.words import ABBREVIATIONS, fold

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
    "secretary|adviser|advisor|chief|minister|spokesman|spokeswoman|spokesperson|counsel|director|leader|speaker|chairman|chairwoman|chair|president|"
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
_CAPITAL = lazily.pattern(r"(?<![\p{L}\p{N}])\p{Lu}")
_LETTER = lazily.pattern(r"[\p{L}\p{N}]")
_PARTICLES_BEFORE = ("al-", "el-", "al ", "d’", "d'")
_GAPS = (" ", "\u00a0", "\n")
_NOUNS_OF_POSTS, _WORDS_OF_POSTS = frozenset(_POST_NOUNS.split("|")), frozenset(_POST_WORDS.split("|"))
_LONGEST_POST = 1 + max(map(len, _NOUNS_OF_POSTS | _WORDS_OF_POSTS))
_POSSESSIVE = ("’", "'", "’s", "'s")


class Token(NamedTuple):
    """One word of a chain: its text without a possessive ending, its span in the block, whether it was possessive."""

    text: str
    span: Span
    possessive: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper() or "-" in self.text or "’" in self.text


class Phrase:
    """The words of a chain, wherever it stands: the same phrase is one object, so that what is read from it can be remembered.

    `spans` are the places of the words in the phrase; `folded` are the words as keys.
    """

    def __init__(self, text: str, words: tuple[Token, ...]) -> None:
        first = words[0].span.start
        self.raw = text[first : words[-1].span.end]
        self.at = first
        self.spans = tuple([(word.span.start - first, word.span.end - first) for word in words])
        self.tokens = words
        self.words = tuple([word.text for word in words])
        self.capitals = tuple([word.capital for word in words])
        self.folded = tuple(map(fold, self.words))
        self._whole = text

    def text(self, start: int, end: int) -> str:
        """The words from `start` up to `end` as they are printed."""
        return self.raw[self.spans[start][0] : self.spans[end - 1][1]]

    @cached_property
    def without_opening(self) -> Phrase:
        """The phrase without a first word that opens a sentence and is no part of the name after it."""
        if len(self.tokens) < 2 or self.words[0].lower() not in OPENING:
            return self
        kept = _stripped(self.tokens[1:])
        return Phrase(self._whole, kept) if kept else self


class Chain:
    """A run of capitalised words in a block. `opens` tells that it stands where any word has a capital."""

    def __init__(self, block: Block, phrase: Phrase, at: int, opens: bool) -> None:
        self.block, self.phrase, self.at, self.opens = block, phrase, at, opens

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        at, tokens = self.at, zip(self.phrase.tokens, self.phrase.spans, strict=True)
        return tuple([Token(token.text, Span(at + start, at + end), token.possessive) for token, (start, end) in tokens])

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from `start` up to `end`, without a possessive ending."""
        return Span(self.at + self.phrase.spans[start][0], self.at + self.phrase.spans[end - 1][1])

    def text(self, start: int, end: int) -> str:
        """The tokens from `start` up to `end` as they stand in the block."""
        return self.phrase.text(start, end)


#: Words that open a sentence and are no part of the name that follows.
OPENING = frozenset(
    "the a an but and or nor when while with in on at as if for after before since under by from to of about against among "
    "around like this that these those he she it they we i his her its their our my your there here then now so yet also "
    "still once though although however because until during what who whom whose why how where which both all some many most "
    "few one two three no not just only even is was were are has have had did does do said says told via per between through "
    "over into upon without within despite unlike meanwhile moreover later earlier eventually finally instead "
    "afterward afterwards sometimes recently previously perhaps amid".split()
)
_OPENERS = "\"'“‘([*_"


def chains(block: Block, sentence_starts: frozenset[int]) -> Iterator[Chain]:
    """The chains of a block; a possessive ends one (`Iran’s elite`, `Joe Biden’s | Cabinet`)."""
    for match in _runs(block.text):
        for phrase in _phrases(match[0]):
            yield _chain(block, phrase, match.start() + phrase.at, sentence_starts)


def _runs(text: str) -> Iterator[regex.Match[str]]:
    """The matches of `_CHAIN`, which is tried only at a capital and at the small words that may stand before one."""
    end = 0
    for capital in _CAPITAL.finditer(text):
        if capital.start() < end:
            continue
        for start in _openings(text, capital.start(), end):
            if match := _CHAIN.match(text, start):
                yield match
                end = match.end()
                break


def _openings(text: str, at: int, least: int) -> Iterator[int]:
    """Where a chain whose first capital is known may begin, farthest first, but not before `least`."""
    start = at
    if text.endswith(_PARTICLES_BEFORE, least, at):
        length = 2 if text[at - 2] == "d" else 3
        start = at - length if _begins_word(text, at - length) else at
    yield from _posts_before(text, start, least)
    yield start
    if start < at:
        yield at


def _posts_before(text: str, at: int, least: int) -> Iterator[int]:
    """Where a post that is printed in small letters before an offset may begin, farthest first."""
    end = at
    while end > least and text[end - 1] in _GAPS:
        end -= 1
    places: list[int] = []
    wanted = _NOUNS_OF_POSTS
    while end < at and (word := _small_word(text, end, least)) in wanted:
        at, wanted = end - len(word), _WORDS_OF_POSTS
        places.append(at)
        end = at - 1 if at > least and text[at - 1] in " \u00a0" else at
    return (place for place in reversed(places) if _begins_word(text, place))


def _small_word(text: str, end: int, least: int) -> str:
    """The small letters that end at an offset, as far as a word of a post may go."""
    start = end
    while start > least and "a" <= text[start - 1] <= "z" and end - start < _LONGEST_POST:
        start -= 1
    return text[start:end]


def _begins_word(text: str, at: int) -> bool:
    return not _LETTER.match(text, at - 1) if at else True


@lru_cache(maxsize=20_000)
def _phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a run of words, each but the last ended by a possessive."""
    groups: list[list[Token]] = [[]]
    for word in _TOKEN.finditer(text):
        whole, at = word[0], word.start()
        owned = whole.endswith(_POSSESSIVE)
        bare = (whole.removesuffix("s")[:-1] or whole) if owned else whole
        groups[-1].append(Token(bare, Span(at, at + len(bare)), owned))
        if owned:
            groups.append([])
    return tuple(Phrase(text, kept) for group in groups if (kept := _stripped(tuple(group), behind=True)))


def _stripped(tokens: tuple[Token, ...], *, behind: bool = False) -> tuple[Token, ...]:
    """Words without the small ones at their head, and `behind` them."""
    first, last = 0, len(tokens)
    while first < last and not tokens[first].capital and tokens[first].text in CONNECTORS:
        first += 1
    while behind and first < last and not tokens[last - 1].capital:
        last -= 1
    return tokens[first:last]


def _chain(block: Block, phrase: Phrase, at: int, sentence_starts: frozenset[int]) -> Chain:
    start = at
    while start and start not in sentence_starts and block.text[start - 1] in _OPENERS:
        start -= 1
    opens = start in sentence_starts or start == 0
    kept = phrase.without_opening if opens else phrase
    return Chain(block, kept, at + kept.at - phrase.at, opens and kept is phrase)
