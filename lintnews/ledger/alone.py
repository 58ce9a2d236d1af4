"""A story in; out come the words of its copy that stand by themselves, each with the two words on either side, read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lintnews import lazily
from lintnews.english import neighbours
from lintnews.english.likelihood import Context
from lintnews.ledger import Story
from lintnews.model import Block

#: A word by itself, in small letters or with a capital at the head of a sentence.
_WORD = re.compile(
    r"(?<![\w@#/\\.’'&\xad-])(?:[a-z]+|(?:(?<=^)|(?<=[.!?] ))[A-Z][a-z]*)(?:['’](?!s\b)[a-z]+|(?<=\b[Ii]t)['’]s)?(?![\w@/\\’'&\xad-]|\.\w)",
    re.MULTILINE,
)
#: What counts as a neighbour: a word, a figure, a mark; and how far away one may begin.
_TOKEN = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{Ll}+)*|[$£€]?\d[\d,.]*|\S")
_REACH = 60
#: What stands for an owner.
_OWNED = "his"
#: The longest piece between blanks with which two tokens on either side are within reach.
_LONGEST = _REACH // 2 - 2
#: White space to Python and none to a pattern.
_SEPARATORS = re.compile("[\x1c-\x1f]")
#: Marks about a plain word, each a token of its own.
_OPENING, _CLOSING = '“"(', '”"),.;:!?'
#: Behind them, or in a new line, a capital says nothing.
_STOPS = frozenset((". ", "! ", "? "))

#: Where a word stands by itself: its passage, its number there, where it begins and ends.
Place = tuple["Passage", int, int, int]
#: A word in a piece of text between blanks: its number among the tokens or -1, where it begins and ends, the word, whether with a capital.
_Word = tuple[int, int, int, str, bool]


class Passage:
    """A block and what counts of the tokens in it: `shapes`, where each word by itself has its neighbours on either side."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.shapes = [".", "."]

    def context(self, number: int) -> Context:
        """The two words on either side of a word."""
        further, left, _, right, beyond = self.shapes[number - 2 : number + 3]
        return Context(left, right, further if left != "." else ".", beyond if right != "." else ".")

    def read(self, places: Mapping[str, list[Place]]) -> None:
        """Put in the places of each word by itself, in small letters and with straight apostrophes."""
        text, shapes, apart = self.block.text, self.shapes, list[tuple[str, int, int]]()
        pieces = text.split()
        if _within_reach(text, pieces):
            at = len(text) - len(text.lstrip())
            for piece in pieces:
                tokens, words, length = _piece(piece)
                for number, start, end, word, capital in words:
                    if not capital or _opens(text, at):
                        if number < 0:
                            apart.append((word, at + start, at + end))
                        else:
                            places[word].append((self, len(shapes) + number, at + start, at + end))
                shapes += tokens
                at += length
        else:
            apart += ((_plain(found[0]), *found.span()) for found in _WORD.finditer(text))
        shapes += (".", ".")
        for word, start, end in apart:
            before, after, further, beyond = _context(text, start, end)
            shapes += (further, before, word, after, beyond)
            places[word].append((self, len(shapes) - 3, start, end))


def read(story: Story) -> Mapping[str, Sequence[Place]]:
    """The places of each word of the copy."""
    out: defaultdict[str, list[Place]] = defaultdict(list)
    for block in story.blocks():
        Passage(block).read(out)
    return out


def _within_reach(text: str, pieces: Sequence[str]) -> bool:
    """Whether a text is pieces with a blank between, none so long that the tokens beside a word are out of reach."""
    if len(max(pieces, key=len, default="")) > _LONGEST:
        return False
    joined = " ".join(pieces)
    return joined == text or (len(joined) == len(text.strip()) and not _SEPARATORS.search(text))


def _opens(text: str, at: int) -> bool:
    """Whether a line or a sentence begins here."""
    return at == 0 or text[at - 1] == "\n" or text[max(0, at - 2) : at] in _STOPS


@lru_cache(maxsize=50_000)
def _piece(piece: str) -> tuple[Sequence[str], Sequence[_Word], int]:
    """What counts of the tokens of a text without blanks, the words by themselves in it, and its length with a blank."""
    opened = piece.lstrip(_OPENING)
    core = opened.rstrip(_CLOSING)
    if core.isalpha() and core.isascii():
        before, after = len(piece) - len(opened), len(opened) - len(core)
        whole = core.islower() or (not before and core.istitle())
        word = (before, before, before + len(core), core.lower(), not core.islower())
        return [*"." * before, core if core[0].islower() else "@", *"." * after], [word] if whole else [], len(piece) + 1
    spans = [found.span() for found in _TOKEN.finditer(piece)]
    numbers = {span: number for number, span in enumerate(spans)}
    words = [(numbers.get(found.span(), -1), *found.span(), _plain(found[0]), found[0][0].isupper()) for found in _WORD.finditer(piece)]
    return [_shape(piece[start:end]) for start, end in spans], words, len(piece) + 1


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _context(text: str, start: int, end: int) -> Context:
    """The two words on either side of a word, read from the text."""
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
