"""A piece of a pattern in, the texts that it can match out, as far as they are few; and such texts joined and weighed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from lintnews import lazily
from lintnews.needs import EDGE, TIGHT, WIDE

#: Texts that a need may hold, characters of a class that is followed, and letters of a text.
MOST, _RUN, _LONGEST = 500, 60, 40
ANY: frozenset[str] = frozenset()
NOTHING = frozenset({""})
BLANK = frozenset({" "})


class Piece(NamedTuple):
    """A piece of a pattern: all the texts that it may match, if they are few; texts of which its match holds one, or begins with one.

    What a match begins with may reach beyond it. `tight` pieces match no blank, those that `end` match at the end of the text.
    `tail` are texts of which each match ends with one, `behind` those of which one stands right before it.
    """

    exact: frozenset[str] | None
    holds: frozenset[str] = ANY
    begins: frozenset[str] = ANY
    tight: bool = False
    end: bool = False
    tail: frozenset[str] = ANY
    behind: frozenset[str] = ANY

    @property
    def ends(self) -> frozenset[str]:
        return self.tail or self.exact or ANY

    @property
    def start(self) -> frozenset[str]:
        return self.begins or self.exact or ANY

    @property
    def best(self) -> frozenset[str]:
        return max(self.holds, self.begins, self.exact or ANY, key=rarity)


#: Nothing can be told of it.
UNTOLD = Piece(None)
EMPTY = Piece(NOTHING)
BORDER = Piece(frozenset({EDGE}))
#: A letter, of a class of letters.
BLACK = Piece(None, begins=frozenset({TIGHT}), tight=True)
SPREAD = frozenset({WIDE})
OPTIONAL = frozenset({"", " "})


@lru_cache(maxsize=50_000)
def rarity(texts: frozenset[str]) -> float:
    """How much it tells that a text holds one of these; nothing when one of them is empty, blank or a letter."""
    if not texts or len(texts) > MOST:
        return 0
    return max(0.0, min(map(_weight, texts)) - len(texts).bit_length() / 4 + 1)


@lru_cache(maxsize=200_000)
def _weight(text: str) -> float:
    """Letters count one, capitals and all that is no letter more: they are rarer; most of all two words."""
    edges, text = text.count(EDGE) + text.count(TIGHT), text.strip(EDGE + TIGHT)
    if not text.strip() or (len(text) == 1 and text.isalpha() and text.isascii()):
        return -99
    inner = 1 if " " in text.strip() else 0
    return inner + edges / 4 + sum(map(_worth, text))


@cache
def _worth(char: str) -> float:
    return 2 if char.isupper() or not char.isascii() else 1 if char.isalnum() else 0.5 if char == " " else 1.5


def _followed(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Every text of one and every one of another as one, but what can never be; all of them where none can."""
    pairs = list(product(a, b))
    return frozenset(_one_after(x, y) for x, y in [pair for pair in pairs if not _parted(*pair)] or pairs)


def _parted(a: str, b: str) -> bool:
    """Whether a border would stand between two letters or figures, which it never does."""
    if a[-1:] != EDGE and b[:1] != EDGE:
        return False
    around = (a.rstrip(EDGE)[-1:], b.lstrip(EDGE)[:1])
    return all(char.isalpha() or char.isdecimal() for char in around)


def _one_after(a: str, b: str) -> str:
    """Two texts as one, with single blanks, and with edges at its ends only."""
    text = a + b
    if EDGE not in text:
        return _BLANKS.sub(" ", text) if "  " in text else text
    inside = text[1:-1].replace(EDGE, "")
    text = EDGE if text == EDGE + EDGE else text[:1] + inside + text[1:][-1:]
    return _BLANKS.sub(" ", text)


def union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All the texts of several sets; nothing where one of them is unknown, or they are too many."""
    known = list(sets)
    together = frozenset().union(*known)
    return together if all(known) and len(together) <= MOST else ANY


def openings(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """What all the texts of several sets begin with: as much of each as is not too much."""
    known = list(sets)
    together = frozenset().union(*known) if all(known) else ANY
    shorter = ({text[:length] for text in together} for length in (_LONGEST, 4, 2, 1))
    return frozenset(next((texts for texts in shorter if len(texts) <= _RUN), ANY))


def joined(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Every text of one followed by every one of another; nothing where that is unknown or too much."""
    if not a or not b or len(a) * len(b) > MOST:
        return ANY
    if a == NOTHING:
        return b
    together = _followed(a, b)
    return together if max(map(len, together)) <= _LONGEST else ANY


def literal(text: str) -> frozenset[str] | None:
    """What one character of a pattern, or its escape, may match."""
    if text in (r"\s", r"\n", r"\t", r"\r") or text.isspace():
        return BLANK
    if text == r"\d":
        return frozenset("0123456789")
    if text.startswith("\\"):
        point = _pointed(text)
        if point != text:
            return frozenset(point)
        return None if text[1:].isalnum() or len(text) > 2 else frozenset(text[1])
    return None if text == "." else frozenset(text)


def members(text: str) -> frozenset[str] | None:
    """The characters of a class, if they are few and plainly listed."""
    inside = _POINT.sub(lambda found: _pointed(found[0]), text[1:-1])
    if inside.startswith("^") or "[" in inside or "&&" in inside or "||" in inside or "--" in inside:
        return None
    out: set[str] = set()
    items = list(_MEMBER.findall(inside))
    if "-" in items[1:-1]:
        return None
    for item in items:
        chars: Iterable[str] | None = literal(item) if item != "." else item
        if _RANGE.fullmatch(item):
            chars = map(chr, range(ord(item[0]), ord(item[2]) + 1))
        if chars is None:
            return None
        out.update(islice(chars, _RUN + 1))
    return frozenset(out) if len(out) <= _RUN else None


def _pointed(escape: str) -> str:
    """The character of a code point beyond Latin-1, which is no sign of the language of patterns; anything else as it is."""
    found = _POINT.fullmatch(escape)
    code = int(found[1], 16) if found else 0
    return chr(code) if 0x100 <= code < 0xD800 or 0xE000 <= code < 0x110000 else escape


_POINT = lazily.pattern(r"\\x\{([0-9A-Fa-f]{2,6})\}")
_BLANKS = lazily.pattern(r" {2,}")
_RANGE = lazily.pattern(r"[0-9A-Za-z\u0100-\U0010ffff]-[0-9A-Za-z\u0100-\U0010ffff]")
_MEMBER = lazily.pattern(
    r"[0-9A-Za-z\u0100-\U0010ffff]-[0-9A-Za-z\u0100-\U0010ffff]|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\x..|\\u....|\\.|.", lazily.DOTALL
)
