"""A story in; out come the words of its copy that stand by themselves where others may be likelier, in one pass for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from typing import NamedTuple

from lintnews import lazily
from lintnews.english import neighbours
from lintnews.english.likelihood import Context, Word, of
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.together import Together
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

#: What rules take a word for: each rule, the word, and the others that it may be.
_Rows = Sequence[tuple["Rivals", Word, Sequence[Word]]]
#: A word in a piece of text between blanks: its number among the tokens or -1, where it begins and ends, the word, whether with a capital.
_Word = tuple[int, int, int, str, bool]
#: A piece of text: its tokens, its length with a blank, and of each word that rules know its number, where it is, whether with a capital.
_Piece = tuple[Sequence[str], int, Sequence[tuple[int, int, int, bool, _Rows]]]
#: Pieces of text that are remembered, and how many times as many words.
_KEPT, _MANY = 20_000, 5


class Rivals:
    """What a rule takes for what: `meant` tells which of some words it knows, each with others, `least` how much likelier they must be."""

    def __init__(self, meant: Callable[[AbstractSet[str], FactBase], Mapping[str, Sequence[str]]], least: float) -> None:
        self.meant, self.least = meant, least


class Risk(NamedTuple):
    """A word by itself where another may be likelier: its number among the shapes of its passage, where it begins and ends."""

    passage: Passage
    number: int
    start: int
    end: int
    word: Word
    others: Sequence[Word]


class Alone:
    """The words of the copy of a story that stand by themselves."""

    def __init__(self, story: Story) -> None:
        self._blocks = list(story.blocks())
        self._facts = story.facts
        self._together = story.facts.kept(_together)("")
        self._rules, self._known = self._together.whole()

    def at_risk(self, rivals: Rivals) -> Sequence[Risk]:
        """The words for which a rule has others that may be likelier, as far as the words beside them tell."""
        found = self._shared if rivals in self._rules else self._read(self._together.add(rivals))
        return found.get(rivals, ())

    @cached_property
    def _shared(self) -> Mapping[Rivals, Sequence[Risk]]:
        return self._read(self._known)

    def _read(self, known: Known) -> Mapping[Rivals, Sequence[Risk]]:
        learnt = known.learn({piece for block in self._blocks for piece in block.text.split()}, self._facts)
        out: dict[Rivals, list[Risk]] = {}
        for passage in map(Passage, self._blocks):
            for rows, number, start, end in passage.read(learnt):
                before, after = passage.shapes[number - 1], passage.shapes[number + 1]
                for rivals, word, others in rows:
                    if word.at_risk(others, before, after, rivals.least):
                        out.setdefault(rivals, []).append(Risk(passage, number, start, end, word, others))
        return out


class Learnt(NamedTuple):
    """What is known of all pieces of a story, and of all words in them."""

    pieces: Mapping[str, _Piece]
    words: Mapping[str, _Rows]


class Known:
    """What some rules take for what, by words and by pieces of text, remembered over stories."""

    def __init__(self, rules: Sequence[Rivals]) -> None:
        self._rules = rules
        self._kept: tuple[dict[str, _Piece], dict[str, _Piece], dict[str, _Rows]] = {}, {}, {}

    def learn(self, pieces: set[str], facts: FactBase) -> Learnt:
        """Take in pieces of text. When there are many, those that do not come again are forgotten, but by those who were told of them."""
        kept, older, known = self._kept
        if len(known) > _MANY * _KEPT:
            kept, older, known = self._kept = {}, {}, {}
        elif len(kept) > _KEPT:
            kept, older, known = self._kept = {}, kept, known
        new = [piece for piece in pieces if piece not in kept]
        kept.update((piece, older[piece]) for piece in new if piece in older)
        read = [(piece, *_piece(piece)) for piece in new if piece not in older]
        known.update(self._ask({word for _, _, words in read for _, _, _, word, _ in words if word not in known}, facts))
        for piece, tokens, words in read:
            meant = [(number, start, end, capital, rows) for number, start, end, word, capital in words if (rows := known[word])]
            kept[piece] = tokens, len(piece) + 1, meant or ()
        return Learnt(kept, known)

    def _ask(self, words: set[str], facts: FactBase) -> dict[str, _Rows]:
        out, found = dict[str, _Rows].fromkeys(words, ()), dict[str, list[tuple[Rivals, Word, Sequence[Word]]]]()
        for rivals in self._rules if words else ():
            for word, others in rivals.meant(words, facts).items():
                found.setdefault(word, []).append((rivals, of(word), tuple(map(of, others))))
        return {**out, **found}


class Passage:
    """A block and what counts of the tokens in it: `shapes`, where each word by itself has its neighbours on either side."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.shapes = [".", "."]

    def context(self, number: int) -> Context:
        """The two words on either side of a word."""
        further, left, _, right, beyond = self.shapes[number - 2 : number + 3]
        return Context(left, right, further if left != "." else ".", beyond if right != "." else ".")

    def read(self, learnt: Learnt) -> Iterable[tuple[_Rows, int, int, int]]:
        """Each word by itself that a rule knows: what rules take it for, its number, where it begins and ends."""
        text, shapes, pieces, at = self.block.text, self.shapes, learnt.pieces, len(self.block.text) - len(self.block.text.lstrip())
        found, apart = list[tuple[_Rows, int, int, int]](), list[tuple[_Rows, int, int]]()
        parted = text.split()
        if _within_reach(text, parted):
            for piece in parted:
                tokens, length, words = pieces[piece]
                for number, start, end, capital, rows in words:
                    if not capital or _opens(text, at):
                        if number < 0:
                            apart.append((rows, at + start, at + end))
                        else:
                            found.append((rows, len(shapes) + number, at + start, at + end))
                shapes += tokens
                at += length
        else:
            every = ((learnt.words.get(_plain(place[0]), ()), *place.span()) for place in _WORD.finditer(text))
            apart += ((rows, start, end) for rows, start, end in every if rows)
        shapes += (".", ".")
        return [*found, *(self._apart(*each) for each in apart)] if apart else found

    def _apart(self, rows: _Rows, start: int, end: int) -> tuple[_Rows, int, int, int]:
        """A word whose neighbours are read from the text: they are put behind all others."""
        before, after, further, beyond = _context(self.block.text, start, end)
        self.shapes += (further, before, ".", after, beyond)
        return rows, len(self.shapes) - 3, start, end


def read(story: Story) -> Alone:
    """The words of the copy that stand by themselves."""
    return Alone(story)


def _together(facts: FactBase, _: str) -> Together[Rivals, Known]:
    return Together(Known)


def _within_reach(text: str, pieces: Sequence[str]) -> bool:
    """Whether a text is pieces with a blank between, none so long that the tokens beside a word are out of reach."""
    if len(max(pieces, key=len, default="")) > _LONGEST:
        return False
    joined = " ".join(pieces)
    return joined == text or (len(joined) == len(text.strip()) and not _SEPARATORS.search(text))


def _opens(text: str, at: int) -> bool:
    """Whether a line or a sentence begins here."""
    return at == 0 or text[at - 1] == "\n" or text[max(0, at - 2) : at] in _STOPS


@lru_cache(maxsize=5_000)
def _piece(piece: str) -> tuple[Sequence[str], Sequence[_Word]]:
    """What counts of the tokens of a text without blanks, and the words by themselves in it."""
    opened = piece.lstrip(_OPENING)
    core = opened.rstrip(_CLOSING)
    if core.isalpha() and core.isascii():
        before, after = len(piece) - len(opened), len(opened) - len(core)
        whole = core.islower() or (not before and core.istitle())
        word = (before, before, before + len(core), core.lower(), not core.islower())
        return [*"." * before, core if core[0].islower() else "@", *"." * after], [word] if whole else []
    spans = [found.span() for found in _TOKEN.finditer(piece)]
    numbers = {span: number for number, span in enumerate(spans)}
    words = [(numbers.get(found.span(), -1), *found.span(), _plain(found[0]), found[0][0].isupper()) for found in _WORD.finditer(piece)]
    return [_shape(piece[start:end]) for start, end in spans], words


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
