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
    r"(?<![\w@#/\\.’'&-])(?:[a-z]+|(?:(?<=^)|(?<=[.!?] ))[A-Z][a-z]*)(?:['’](?!s\b)[a-z]+|(?<=\b[Ii]t)['’]s)?(?![\w@/\\’'&-]|\.\w)",
    re.MULTILINE,
)
#: What counts as a neighbour: a word, a figure, a mark; and how far away one may begin.
_TOKEN = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{Ll}+)*|[$£€]?\d[\d,.]*|\S")
_REACH = 60
#: What stands for an owner.
_OWNED = "his"


#: The longest piece between blanks with which two tokens on either side are within reach.
_LONGEST = _REACH // 2 - 2

#: Where a word stands by itself: its passage, where it begins and ends.
Place = tuple["Passage", int, int]


class Passage:
    """A block and the words, figures and marks in it, read when a rule asks for the neighbours of one."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self._read = False
        self._at: dict[int, int] = {}
        self._ends: Sequence[int] = ()
        self._shapes: Sequence[str] = ()

    def beside(self, start: int, end: int) -> tuple[str, str]:
        """The words before and after a word, as neighbours are counted."""
        at = self._number(start, end)
        if at < 0:
            context = self.context(start, end)
            return context.before, context.after
        return self._shapes[at + 1], self._shapes[at + 3]

    def context(self, start: int, end: int) -> Context:
        """The two words on either side of a word."""
        at = self._number(start, end)
        if at < 0:
            return _context(self.block.text, start, end)
        further, left, _, right, beyond = self._shapes[at : at + 5]
        return Context(left, right, further if left != "." else ".", beyond if right != "." else ".")

    def _number(self, start: int, end: int) -> int:
        """Which token a word is; -1 where its neighbours must be read from the text."""
        if not self._read:
            self._tokenise()
        at = self._at.get(start, -1)
        return at if at >= 0 and self._ends[at] == end else -1

    def _tokenise(self) -> None:
        self._read = True
        text = self.block.text
        pieces = text.split()
        if len(max(pieces, key=len, default="")) <= _LONGEST and len(" ".join(pieces)) == len(text.strip()):
            spans = [found.span() for found in _TOKEN.finditer(text)]
            self._at = {start: at for at, (start, _) in enumerate(spans)}
            self._ends = [end for _, end in spans]
            self._shapes = [".", ".", *[_shape(text[start:end]) for start, end in spans], ".", "."]


def read(story: Story) -> Mapping[str, Sequence[Place]]:
    """The places of each word of the copy, in small letters and with straight apostrophes."""
    out: defaultdict[str, list[Place]] = defaultdict(list)
    for passage in map(Passage, story.blocks()):
        for found in _WORD.finditer(passage.block.text):
            out[_plain(found[0])].append((passage, *found.span()))
    return out


@lru_cache(maxsize=50_000)
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
