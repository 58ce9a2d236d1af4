"""News stories in; out come the classes of words, and how often two and three of them stand in a row: lintnews/english/classes.txt.

A word that is common and of a closed class is a class by itself; any other word belongs with those that may be the same parts of
speech (`NN|VB`). Parts of speech are those that lintnews.english.tagger gives. A class has a code of two letters. The lines of the
file are a code and `=` before it, and how often it stands (`=` alone: all); two codes, and how often they stand in a row, with each
third code behind them and its count; and `=names`, the names and codes of the classes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

from lintnews.english.tagger import tag
from lintnews.english.tokens import tokens
from lintnews.words import sentences

OUT = Path(__file__).parent.parent / "lintnews" / "english" / "classes.txt"
_CLOSED = frozenset("DT IN TO MD PRP PRP$ CC WDT WP WP$ WRB EX PDT RP".split())
#: Words that are a class by themselves though they are no closed class.
_OWN = frozenset(
    "is are was were be been being has have had having do does did not it's there's that's he's she's i'm you're they're we're don't"
    " doesn't didn't can't won't isn't aren't wasn't weren't wouldn't couldn't shouldn't i've we've they've you've i'll we'll they'll"
    " more most than then too very so also now just even only still never here there".split()
)
#: How often such words must stand, and an ambiguous class; how often a word must be a part of speech for it to count.
_OFTEN, _SOMETIMES, _MANY, _SHARE = 300, 30, 400, 0.15
_ENDINGS = (("ly", "RB"), ("ing", "NN|VBG"), ("ed", "VBD|VBN"), ("ss", "NN"), ("s", "NNS"))
_ADJECTIVES = ("ous", "ful", "ive", "able", "ible", "ic", "al")
#: Past forms of verbs that have no ending of their own.
_PAST = frozenset(
    "bent bled blown bore bred burnt clung crept cast dealt dreamt drove dug dwelt fled flung forbade forgave forsook froze ground hewn"
    " hid hung knelt laid leant leapt learnt lent lit mown proven rang rent rode rove sang sank sawn sewn shed shone shook shorn shrank"
    " slain slept slid slung slunk smelt smote sowed sown spat sped spelt spilt split spoilt sprang sprung spun stank stole stove strewn"
    " strode struck strung stung sunk swam swept swore swum swung tore trod underwent upheld wept woke wore wove woven wrung".split()
)
Sentence = list[tuple[str, str]]


def tagged(paths: Iterable[Path]) -> Iterator[Sentence]:
    """The sentences of the stories: each word as it counts and its part of speech, between two stops."""
    seen = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            if text[:200] not in seen:
                seen.add(text[:200])
                for paragraph in text.split("\n"):
                    yield from (_read(paragraph[span.start : span.end]) for span in sentences(paragraph))


def _read(sentence: str) -> Sentence:
    words = [sentence[span.start : span.end] for span in tokens(sentence)]
    out: Sentence = [(".", ".")]
    for word, part in zip(words, tag(words), strict=True):
        if len(out) > 1 and (word.lower() in ("n't", "n’t") or (word[:1] in "'’" and word[1:2].isalpha())):
            out[-1] = ((out[-1][0] + word).replace("’", "'"), out[-1][1])
        else:
            out.append((_shape(word), part))
    return [*out, (".", ".")]


def _shape(word: str) -> str:
    if word[0].isdigit() or word[0] in "$£€":
        return "#"
    return "." if not word[0].isalpha() else word if word[0].islower() else "@"


class Classes:
    """The classes of words, as some sentences have them."""

    def __init__(self, stories: list[Sentence], sure: dict[str, str], words: frozenset[str]) -> None:
        self._stories, self._sure, self._words = stories, sure, words
        parts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word, part in (pair for sentence in stories for pair in sentence[1:-1] if pair[0][0].islower()):
            parts[word][part] += 1
        self._parts = parts
        names = {word: name for word, counts in parts.items() if (name := self._name(word, counts))}
        large = Counter(name for name in names.values() for _ in range(1))
        for word, counts in parts.items():
            if word in names:
                large[names[word]] += counts.total() - 1
        self._names = {
            word: name if name == word or "|" not in name or large[name] >= _MANY else self._first(word) for word, name in names.items()
        }

    def _first(self, word: str) -> str:
        return self._parts[word].most_common(1)[0][0]

    def _name(self, word: str, counts: Counter[str]) -> str:
        total = counts.total()
        if (self._first(word) in _CLOSED and total >= _OFTEN) or (word in _OWN and total >= _SOMETIMES):
            return word
        return "|".join(sorted(part for part, count in counts.items() if count >= _SHARE * total)) if total > 2 else ""

    def of(self, word: str) -> str:
        """The class of a word, known or guessed by its ending and by the forms of it that there are."""
        return word if word in "#@." else self._names.get(word) or self._sure.get(word) or self._guess(word)

    def _guess(self, word: str) -> str:
        if word in _PAST:
            return "VBD|VBN"
        ending = next((part for ending, part in _ENDINGS if word.endswith(ending)), "")
        if ending not in ("", "NNS"):
            return ending
        verb = self._is_verb(word.removesuffix("s")) or (word.endswith("es") and self._is_verb(word[:-2]))
        if ending:
            return "NNS|VBZ" if verb else "NNS"
        if verb:
            return "NN|VB"
        return "JJ" if word.endswith(_ADJECTIVES) or word + "ly" in self._words else "NN"

    def _is_verb(self, word: str) -> bool:
        return any(form + "ing" in self._words and form + "ed" in self._words for form in (word, word[:-1], word + word[-1:]))

    def lines(self) -> tuple[list[str], dict[str, str]]:
        """The lines of the file, and the code of each class."""
        rows = [[self.of(word) for word, _ in sentence] for sentence in self._stories]
        alone = Counter(name for row in rows for name in row)
        codes = {name: ascii_lowercase[i // 26] + ascii_lowercase[i % 26] for i, name in enumerate(sorted({*alone, "NN"}))}
        pairs = Counter(pair for row in rows for pair in pairwise(row))
        thirds: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for (a, b, c), count in sorted(Counter(three for row in rows for three in zip(row, row[1:], row[2:], strict=False)).items()):
            if count > 1:
                thirds[a, b].append(f"{codes[c]}{count}")
        out = [f"{codes[a]}{codes[b]} {' '.join([str(count), *thirds[a, b]])}" for (a, b), count in pairs.items()]
        out += [f"={codes[name]} {count}" for name, count in alone.items()]
        out += [f"= {alone.total()}", f"=names {' '.join(f'{name} {code}' for name, code in codes.items())}"]
        return sorted(out, key=str.encode), codes
