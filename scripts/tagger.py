"""Texts in, lintnews/english/tagger.txt out: the weights of the tagger, learned from the tags that Vale gives to the words of the texts.

    python scripts/tagger.py [--measure] [--vale vale] TEXT.txt ...

`--measure` learns nothing and says how far the tagger as it is agrees with Vale, on tags and on where sentences begin. Texts
are plain, some pages each, an empty line between paragraphs; nothing of them is kept but what single words weigh.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from lintnews.english import tagger
from lintnews.english.punkt import sentences
from lintnews.english.tokens import tokens
from lintnews.model import Span

TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB"
    " . , : $ # `` '' ( ) -NONE-"
).split()
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#: Rounds over the sentences; how often a word must be seen with one tag only to be sure; weights below are dropped; their scale.
ROUNDS, SURE, LEAST, SCALE = 8, 10, 1.5, 3
#: A rule for each bit of a tag's number says of each word whether its tag has the bit; another where sentences begin.
BITS = len(TAGS).bit_length()
BEGINNING = "extends: existence\nmessage: s\nscope: sentence\nraw: ['\\A\\s*\\S+']\n"
HEAD = """Parts of speech, learned from sentences that Vale had tagged. The letter of each tag:
{letters}
Then the words that have one tag only, a line for each tag; then what may be seen of a word, by its kind (a its last three letters, b
its first, c the tag before, d the one before that, e both, f the word, g it with the tag before, h the word before, i its end, j the
one before that, k the word behind, l its end, m the one behind that, n nothing), and the weight that it gives to tags."""
Sentence = list[tuple[str, str]]


def _rule(bit: int) -> str:
    escaped = ("".join(f"\\{c}" if c in ".$()" else c for c in tag) for i, tag in enumerate(TAGS, 1) if i >> bit & 1)
    pattern = "|".join(escaped).replace("'", "''")
    return f"extends: sequence\nmessage: w\ntokens:\n  - tag: '^({pattern})$'\n"


def alerts(path: Path, vale: str) -> Iterator[tuple[str, int, int, int]]:
    """What Vale says of a text: rule, line, first and last column."""
    with tempfile.TemporaryDirectory() as folder:
        style = Path(folder, "styles", "T")
        style.mkdir(parents=True)
        for name, rule in [("s", BEGINNING), *((f"b{bit}", _rule(bit)) for bit in range(BITS))]:
            (style / f"{name}.yml").write_text(rule, encoding="utf-8")
        ini = Path(folder, ".vale.ini")
        ini.write_text("StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = T\n", encoding="utf-8")
        command = [vale, "--no-global", "--config", str(ini), "--output=JSON", "--no-exit", str(path)]
        said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return ((alert["Check"][2:], alert["Line"], *alert["Span"]) for found in said.values() for alert in found)


def labelled(path: Path, vale: str) -> tuple[list[Sentence], set[int]]:
    """The sentences of a text, each word with its tag, and where they begin, all as Vale has it."""
    text = path.read_text(encoding="utf-8")
    lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    numbers: Counter[Span] = Counter()
    begin = set()
    for rule, line, first, last in alerts(path, vale):
        span = Span(lines[line - 1] + first - 1, lines[line - 1] + last)
        if rule == "s":
            begin.add(span.end - len(text[: span.end].split()[-1]))
        else:
            numbers[span] += 1 << int(rule[1:])
    out: list[Sentence] = []
    for span in tokens(text):
        if span.start in begin or not out:
            out.append([])
        out[-1].append((text[slice(*span)], TAGS[numbers[span] - 1]))
    return out, begin


class Learner:
    """An averaged perceptron: weights by what is seen of a word and by tag, and their sums over all steps."""

    def __init__(self, found: Iterable[Sentence]) -> None:
        self._sentences = [list(sentence) for sentence in found]
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for word, tag in (pair for sentence in self._sentences for pair in sentence):
            seen[word][tag] += 1
        self.sure = {word: next(iter(tags)) for word, tags in seen.items() if len(tags) == 1 and tags.total() >= SURE}
        self._weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._step = 0

    def learn(self) -> dict[str, dict[str, float]]:
        """The mean of every weight over all steps of all rounds."""
        order = random.Random(1)
        for _ in range(ROUNDS):
            order.shuffle(self._sentences)
            for sentence in self._sentences:
                self._read(sentence)
        means = {}
        for seen, weights in self._weights.items():
            means[seen] = {tag: weight - self._sums[seen][tag] / max(self._step, 1) for tag, weight in weights.items()}
        return means

    def _read(self, sentence: Sentence) -> None:
        sides = tagger._Sides([word for word, _ in sentence])
        before, last = tagger._EDGES[:2]
        for i, (word, right) in enumerate(sentence):
            given = self.sure.get(word)
            if given is None:
                seen = list(sides.features(i, word, last, before))
                given = self._best(seen)
                self._step += 1
                if given != right:
                    self._change(seen, right, 1)
                    self._change(seen, given, -1)
            before, last = last, given

    def _best(self, seen: Iterable[str]) -> str:
        sums = dict.fromkeys(TAGS, 0.0)
        for each in seen:
            for tag, weight in self._weights.get(each, {}).items():
                sums[tag] += weight
        return max(sums, key=sums.__getitem__)

    def _change(self, seen: Iterable[str], tag: str, by: int) -> None:
        for each in seen:
            self._weights[each][tag] += by
            self._sums[each][tag] += by * (self._step - 1)


def written(sure: dict[str, str], weights: dict[str, dict[str, float]]) -> str:
    """The text of the file."""
    letter = dict(zip(TAGS[:-1], LETTERS, strict=False))
    words = [" ".join([tag, *sorted(word for word in sure if sure[word] == tag)]) for tag in letter]
    kept = []
    for seen, by_tag in sorted(weights.items()):
        rounded = {letter[tag]: round(weight * SCALE) for tag, weight in by_tag.items() if tag in letter and abs(weight) >= LEAST}
        if row := "".join(f"{code}{weight}" for code, weight in sorted(rounded.items()) if weight):
            kept.append(f"{seen}\t{row}")
    head = HEAD.format(letters="\n".join(f"{code} {tag}" for tag, code in letter.items()))
    return "\n\n".join([head, "\n".join(words), "\n".join(kept)]) + "\n"


def measure(paths: Iterable[Path], vale: str) -> None:
    """Print the shares of words and of beginnings of sentences on which both agree."""
    words = alike = theirs = ours = both = 0
    for path in paths:
        found, begin = labelled(path, vale)
        own = {span.start for span in sentences(path.read_text(encoding="utf-8"))}
        theirs, ours, both = theirs + len(begin), ours + len(own), both + len(begin & own)
        for sentence in found:
            given = tagger.tag([word for word, _ in sentence])
            words += len(given)
            alike += sum(tag == right for tag, (_, right) in zip(given, sentence, strict=True))
    print(f"tags: {alike:,} of {words:,} words alike, {alike / max(words, 1):.2%}")
    print(f"sentences: {both:,} beginnings of {theirs + ours - both:,} alike, {both / max(theirs + ours - both, 1):.2%}")


def main() -> None:
    """Learn the weights anew, or measure those that there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--vale", default="vale")
    parser.add_argument("--measure", action="store_true")
    asked = parser.parse_args()
    if asked.measure:
        measure(asked.texts, asked.vale)
        return
    learner = Learner(sentence for path in asked.texts for sentence in labelled(path, asked.vale)[0])
    Path(tagger.__file__).with_suffix(".txt").write_text(written(learner.sure, learner.learn()), encoding="utf-8")


if __name__ == "__main__":
    main()
