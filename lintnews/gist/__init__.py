"""A sentence in, the words that say what it claims out: stemmed, synonyms made one, without the small words; figures as they are."""

from __future__ import annotations

import re
import sys
import threading
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations, permutations, product
from pathlib import Path
from types import ModuleType
from typing import Any

from lintnews import lazily
from lintnews.gist import synonyms
from lintnews.gist.figures import NUMBERED, alike
from lintnews.model import Span
from lintnews.record import record

_WORD = lazily.pattern(r"\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\d[\d,.]*\d|\d|%")
_SMALL = frozenset(
    (
        "a an the of to in on at by for from with and or but as is are was were be been being it its this that these those he she they "
        "we you i his her their our your my them him us me who whom whose which what when where why how there here than then so if "
        "also just only very more most much many some any all each both can could will would shall should may might must do does did "
        "has have had having s t d ll re ve m about into over under after before during between through out up down off again once own "
        "same such too while until because against say says said tell told tells according one ones new year years day days today week "
        "month get gets got make makes made use used using take takes took people person "
    ).split()
)
#: People who are named by whose they are.
_NEAR_ONE = frozenset(
    "father mother parent parents wife husband son sons daughter daughters child children brother sister uncle aunt cousin friend friends "
    "aide aides adviser lawyer lawyers critic critics opponent opponents supporter supporters follower followers fan fans".split()
)
#: Letters that a stem leaves as they are; the letters of the shortest word that counts.
_BEGIN, _LEAST = 2, 2
#: Letters that are no others with a mark; endings of one name in the Latin letters of this language and that.
_LETTERS = str.maketrans("łŁøØđĐıßæ’ʼ", "lLoOdDisa''")
_SKY = re.compile(r"sk(?:yy|iy|ij|yi|yj|i)\Z")
_NEGATIONS = frozenset(
    "not no never none neither nor without cannot nobody nothing nowhere fails failed fail unable refuses refused lacks".split()
)
#: What is a small word but for its capitals.
_CAPITALS = {"US": "america", "WHO": "who"}
#: What is said of more and of less.
_MORE, _LESS = "more most higher highest greater greatest increase".split(), "fewer fewest less least lower lowest decrease".split()
#: One in each pair is not the other, and a sentence with the one does not say what a claim with the other says.
_OPPOSED = """
larger smaller, largest smallest,
bigger smaller, biggest smallest, increase decrease, rich poor, wealthy poverty, better worse, best worst, first last,
win lose, legal illegal, safe dangerous, male female, man woman, northern southern, eastern western, democrat republican,
start end, start stop, allow ban, vaccine unvaccinated, majority minority, support oppose, buy sell, accept refuse,
strengthen weaken, improve worsen, true false, longer shorter, older younger, faster slower, likely unlikely,
innocent guilty, conservative labour, private public, indoors outdoors, alive kill, earlier later, stronger weaker,
cheaper dearer
"""


@record
class Gist:
    """`words` in order, each once; `names` those of them with a capital inside the sentence, `given` those that another name follows;
    `figures`; `denials`, before which of the words it says no.

    `owners` are the names that stand only as those of owners: `Roe's father` and `the father of Roe` are not Roe; `belonging` those
    behind `of`. `turns` are the words in it that have an
    opposite, small ones too (`more`); `beyond` those of the words that stand behind `than`, which has so many before it.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    denials: tuple[int, ...] = ()
    owners: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    than: int = 0

    def negative(self, last: int) -> bool:
        """Whether it says no, not counting what stands behind the word of this number."""
        return bool(sum(denial <= last for denial in self.denials) % 2)

    def opposes(self, other: Gist) -> bool:
        """Whether a word here has its opposite there, and does not stand there itself."""
        return any(opposite in other.turns for turn in self.turns - other.turns for opposite in _opposites()[turn] - self.turns)


@lru_cache(maxsize=20_000)
def gist(sentence: str) -> Gist:
    """What a sentence claims."""
    return _Reading(plain(sentence)).gist()


@lru_cache(maxsize=1_000)
def plain(sentence: str) -> str:
    """The sentence without accents, its phrases and figures in one form."""
    if not sentence.isascii():
        sentence = "".join(mark for mark in unicodedata.normalize("NFKD", sentence.translate(_LETTERS)) if not unicodedata.combining(mark))
    return alike(synonyms.joined(sentence))


class _Reading:
    """The words of a sentence, read from first to last."""

    def __init__(self, sentence: str) -> None:
        self._sentence, self._than, self._of = sentence, 0, False
        self._denials: list[int] = []
        self._words: dict[str, None] = {}
        self._names, self._given, self._figures = set[str](), set[str](), set[str]()
        self._owners, self._others, self._turns, self._beyond = set[str](), set[str](), set[str](), set[str]()
        self._belonging, self._last = set[str](), ""

    def gist(self) -> Gist:
        """What was read."""
        before: tuple[int, str] = (-1, "")
        for found in _WORD.finditer(self._sentence):
            text = found[0]
            low = text.lower()
            if low == "no" and not found.start() and self._sentence[2:3] == ",":
                continue
            if low in _NEGATIONS or low.endswith("n't"):
                self._denials.append(len(self._words))
            elif text[0].isdigit():
                self._add(figure := text.replace(",", "").rstrip("."))
                self._figures.add(figure)
            elif text == "%":
                self._add("percent")
            else:
                before = self._word(text, low, Span(*found.span()), before)
        return Gist(
            tuple(self._words),
            frozenset(self._names),
            frozenset(self._figures),
            tuple(self._denials),
            frozenset(self._owners - self._others),
            frozenset(self._given),
            frozenset(self._turns),
            frozenset(self._beyond),
            frozenset(self._belonging),
            self._than,
        )

    def _word(self, text: str, low: str, at: Span, before: tuple[int, str]) -> tuple[int, str]:
        """Note a word; out come where it ends and what it is, where it may be the name before a name."""
        if low == "than":
            self._than = len(self._words)
        if low in _opposites():
            self._turns.add(low)
        bare = low.removesuffix("'s")
        if (bare in _SMALL or len(bare) < _LEAST) and text not in _CAPITALS:
            self._of = low == "of" or (self._of and low == "the")
            return (-1, "")
        self._add(made := _CAPITALS.get(text) or stem(bare))
        if made in _opposites():
            self._turns.add(made)
        owner = bare != low or (self._of and text[0].isupper() and self._last in _NEAR_ONE)
        (self._owners if owner else self._others).add(made)
        if self._of:
            self._belonging.add(made)
        if not text[0].isupper():
            self._of, self._last = False, low
            return (-1, "")
        if before[0] == at.start - 1 and before[1]:
            self._given.add(before[1])
            self._names |= {before[1], made}
        elif at.start:
            self._names.add(made)
        return (at.end, made) if bare == low else (-1, "")

    def _add(self, made: str) -> None:
        if made not in self._words:
            self._words[made] = None
            if self._than:
                self._beyond.add(made)


def pairs(words: Iterable[str]) -> list[str]:
    """Every two of the words, as keys that do not depend on their order."""
    return [f"{a} {b}" for a, b in combinations(sorted(set(words)), 2)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word in lower case, or the word that stands for it and its synonyms."""
    same = _heads()
    if word in same:
        return same[word]
    made = _stemmed(_SKY.sub("sky", word))
    return same.get(made, made)


#: What stands for any figure where a number is written in words, or with words.
FIGURE = "#"
_PART = lazily.pattern(r"\p{L}+|\d+")


def may_be(word: str, stems: frozenset[str]) -> tuple[str, ...]:
    """Those of these stems that a word, a figure or `%` may have in a gist, in a phrase too; `FIGURE` for part of a number in words."""
    if word[0].isdigit() and not word.isalpha():
        made = word.replace(",", "").rstrip(".")
        if made.replace(".", "").isdigit():
            return (made,) if made in stems else ()
        return (FIGURE, *dict.fromkeys(found for part in _PART.findall(word) for found in may_be(part, stems)))
    if word == "%" or word in _CAPITALS:
        return tuple({_CAPITALS.get(word, "percent")} & stems)
    low = (word if word.isascii() else plain(word)).lower()
    if low in NUMBERED:
        return (FIGURE,)
    found = synonyms.parts().get(low, frozenset()) & stems
    if low in _heads() or _begins_one(low, stems):
        found |= {stem(low)} & stems
    return tuple(found)


def _begins_one(word: str, stems: frozenset[str]) -> bool:
    """Whether a word begins like one of these stems: only such words are stemmed."""
    begins = _begins(stems)
    return any(word[:end] in begins for end in range(_BEGIN, len(word) + 1))


@lru_cache(maxsize=4)
def _begins(stems: frozenset[str]) -> frozenset[str]:
    """What words with these stems begin with: the last letter of a stem may be another, as in `happi`; and those they stand for."""
    alike = (word for word, same in _heads().items() if same in stems)
    return frozenset(stem[: max(_BEGIN, len(stem) - 1)] for stem in (*stems, *alike))


@lru_cache(maxsize=20_000)
def kin(stem: str) -> frozenset[str]:
    """The stems of words that mean much the same, or are made of the same word."""
    return frozenset(_kin().get(stem, "").split())


@cache
def _kin() -> Mapping[str, str]:
    rows = (Path(__file__).parent / "kin.txt").read_text(encoding="utf-8").splitlines()
    return {key: rest for key, _, rest in (row.partition(" ") for row in rows if row)}


@cache
def _heads() -> Mapping[str, str]:
    """Words in lower case with what stands for them: the stem of the first of their row, or of their base form."""
    found = synonyms.heads()
    firsts = {head for head in found.values() if found.get(head) == head}
    return {word: head if head in firsts else _stemmed(head) for word, head in found.items()}


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    out = dict[str, set[str]]()
    for pair in (*map(str.split, _OPPOSED.replace("\n", " ").split(",")), *product(_MORE, _LESS)):
        for one, other in permutations(pair):
            out.setdefault(one if one in _SMALL else stem(one), set()).add(other if other in _SMALL else stem(other))
    return {word: frozenset(found) for word, found in out.items()}


#: The stemmer keeps the word that it is at: one thread at a time asks it.
_turn = threading.Lock()


def _stemmed(word: str) -> str:
    with _turn:
        return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    home = ModuleType("lintnews_snowball")  # the package under a name of our own, whose door would load forty languages
    found = find_spec("snowballstemmer")
    home.__path__ = list((found and found.submodule_search_locations) or ())
    sys.modules[home.__name__] = home
    return import_module(f"{home.__name__}.english_stemmer").EnglishStemmer()
