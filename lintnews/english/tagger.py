"""The tokens of a sentence in, a part of speech for each out, in the letters of the Penn treebank: NN, VBD, JJ.

An averaged perceptron that goes from left to right and looks at the word, its end, its neighbours and the two tags before it.
What it weighs is in tagger.txt, which says above its parts how to read them; it is read when the first word is tagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from lintnews.english.lines import Lines

#: What is no word to a treebank, and has no part of speech.
_NONE = dict.fromkeys("-*0", "-NONE-")
_EDGES = ("-S2-", "-S1-", "-E1-", "-E2-")
_WEIGHT = re.compile(r"([A-Za-z])(-?\d+)")


def tag(words: Sequence[str]) -> list[str]:
    """The tag of each token of a sentence."""
    model = _model()
    before, last = _EDGES[:2]
    out, sides = [], None
    for i, word in enumerate(words):
        tag = model.sure.get(word)
        if tag is None:
            sides = sides or _Sides(words)
            tag = model.best(sides.features(i, word, last, before))
        out.append(tag)
        before, last = last, tag
    return out


class _Sides:
    """The words of a sentence as the model sees them from their neighbours."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [*_EDGES[:2], *map(_normal, words), *_EDGES[2:]]

    def features(self, i: int, word: str, last: str, before: str) -> Iterator[str]:
        """What the model weighs of one word, where the two words before it have these tags."""
        one, two, normal, next_one, next_two = self._words[i : i + 5]
        yield from (f"a{word[-3:]}", f"b{word[:1]}", f"c{last}", f"d{before}", f"e{last} {before}", f"f{normal}", f"g{last} {normal}")
        yield from (f"h{two}", f"i{two[-3:]}", f"j{one}", f"k{next_one}", f"l{next_one[-3:]}", f"m{next_two}", "n")


def _normal(word: str) -> str:
    if "-" in word and word[:1] != "-":
        return "!HYPHEN"
    if word[:1] in tuple("0123456789"):
        return "!YEAR" if len(word) == 4 and word.isdigit() else "!DIGITS"
    return word.lower()


class _Model:
    """Words of one tag, and the weights of the tags by what is seen of a word."""

    def __init__(self, path: Path) -> None:
        head, words = (part.decode() for part in path.read_bytes().split(b"\n\n")[:2])
        self._tags = dict(line.split(" ") for line in head.splitlines() if line[1:2] == " ")
        self.sure = _NONE | {word: tag for tag, *group in map(str.split, words.splitlines()) for word in group}
        self._written = Lines(path, "\t", last=True)
        self._weights: dict[str, list[tuple[str, int]]] = {}

    def best(self, features: Iterator[str]) -> str:
        """The tag that weighs most."""
        sums = dict.fromkeys(self._tags, 0)
        for feature in features:
            for tag, weight in self._of(feature):
                sums[tag] += weight
        return self._tags[max(sums, key=sums.__getitem__)]

    def _of(self, feature: str) -> list[tuple[str, int]]:
        weights = self._weights.get(feature)
        if weights is None:
            found = _WEIGHT.findall(self._written.of(feature))
            weights = self._weights[feature] = [(tag, int(weight)) for tag, weight in found]
        return weights


@cache
def _model() -> _Model:
    return _Model(Path(__file__).parent / "tagger.txt")
