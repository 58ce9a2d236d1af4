"""Counts of words and of pairs of words in, lintnews/english/neighbours.txt out: how common a word is and what stands beside it.

    neighbours.py UNIGRAMS BIGRAMS LISTS [NEWS.jsonl ...]

UNIGRAMS and BIGRAMS are the two files of SymSpell's frequency dictionary (`word count`, `word word count`), LISTS is the folder
of rules/spelling/lists, NEWS any number of stories (`text` and `title`), of which only pairs seen in three stories or more count.
A line of the result is a word, a blank, how common it is and the code of its class (word_classes.py), and behind tabs how common
its pairs are, each with the second words, which stand between blanks: each is a letter, that of the binary logarithm of a count.
`#` stands for a figure, `@` for a word with a capital, `.` for a stop.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log2
from pathlib import Path

from word_classes import OUT as CLASSES
from word_classes import Classes, tagged

from lintnews.english.tagger import _model

OUT = Path(__file__).parent.parent / "lintnews" / "english" / "neighbours.txt"
_TOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d[\d,.]*|[.,;:!?()“”\"—–]")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
#: Pairs in this many stories count, and a pair of the news weighs as much as so many of the books.
_STORIES, _WEIGHT = 3, 1_500_000
#: The books part contractions, so that pairs with them are of the news alone; and they count so many more pairs than words.
_CONTRACTED, _PAIRS = 20, 36
#: What a word of the news counts by itself.
_ALONE = 800_000
#: The smallest counts of a word and of a pair that have a class of their own.
_LEAST_WORD, _LEAST_PAIR = 4_000, 3_000_000
#: The count of a word of which only its list is known.
_BY_LIST = {"everyday-1": 60_000_000, "everyday-2": 9_000_000, "everyday-3": 900_000}


def counted(path: Path) -> Iterator[tuple[list[str], int]]:
    """The words of each line, and its count."""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        *words, count = line.split()
        yield words, int(count)


def shape(token: str) -> str:
    """What counts of a token."""
    if token[0].isdigit():
        return "#"
    if token[0].isalpha():
        return token.replace("’", "'") if token[0].islower() else "@"
    return "."


def pairs(paths: list[Path]) -> Counter[tuple[str, ...]]:
    """In how many stories each word and each pair stands."""
    out: Counter[tuple[str, ...]] = Counter()
    seen = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if text[:200] in seen:
                continue
            seen.add(text[:200])
            shapes = [shape(token) for paragraph in text.split("\n") for token in [".", *_TOKEN.findall(paragraph), "."]]
            out.update({*pairwise(shapes), *((each,) for each in shapes)})
    return out


def letter(count: int, least: int) -> str:
    """The class of a count: a letter more each time it doubles."""
    return chr(ord("a") + min(25, int(log2(max(1, count / least)))))


def main(unigrams: Path, bigrams: Path, lists: Path, *news: Path) -> None:
    """Write the file."""
    words = {word: count for name, count in _BY_LIST.items() for word in (lists / f"{name}.txt").read_text().split()}
    together: Counter[tuple[str, str]] = Counter({(a, b): count for (a, b), count in counted(bigrams)})
    paired = {word for pair in together for word in pair}
    counts = {word: count for (word,), count in counted(unigrams) if word in words or word in paired}
    words |= counts
    news_counts = {key: count for key, count in pairs([*news]).items() if count >= _STORIES}
    for (first, *second), count in news_counts.items():
        if second and (first, *second) != (".", "."):
            together[first, second[0]] += count * _WEIGHT * (_CONTRACTED if "'" in first + second[0] else 1)
    alone: Counter[str] = Counter()
    for (first, _), count in together.items():
        alone[first] += count // _PAIRS
    words = {word: words[word] if word in counts else max(words.get(word, 0), alone[word]) for word in {*words, *alone}}
    words |= {word: max(words.get(word, 0), count * _ALONE) for (word, *second), count in news_counts.items() if not second}
    grouped: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (a, b), count in together.items():
        if (_WORD.fullmatch(a) or a in "#@.") and (_WORD.fullmatch(b) or b in "#@."):
            grouped[a][letter(count, _LEAST_PAIR)].append(b)
    classes = Classes(list(tagged(news)), dict(_model().sure), frozenset(words))
    rows, codes = classes.lines()
    CLASSES.write_text("\n" + "\n".join(rows) + "\n", encoding="utf-8")
    lines = [
        f"{word} {letter(words.get(word, 0), _LEAST_WORD)}{codes.get(classes.of(word), codes['NN'])}"
        + "".join(f"\t{k} {' '.join(sorted(v))} " for k, v in sorted(grouped[word].items()))
        for word in sorted({*words, *grouped})
    ]
    OUT.write_text("\n" + "\n".join(sorted(lines, key=lambda line: line.split(" ")[0].encode())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
