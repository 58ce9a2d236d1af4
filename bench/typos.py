"""How many slips of the pen are found in sentences, by their class, and how often right sentences are blamed.

python bench/typos.py [--sentences FILE.tsv] [--misspellings FILE --stories FILE.jsonl] [--languagetool] [--show 20]

Sentences: a class, a tab, and a sentence with `{wrong|right}` in it; bench/data/typos.tsv holds some of our own. Each is read with what is
wrong and with what is right. Misspellings: a line is a word and what it is written for it, blanks between (as the lists of Birkbeck and of
Wikipedia are kept); each is planted in a sentence of the stories (JSON lines with a `text`) that has the word. Nothing is kept.
`found`: some finding touches the slip; `warned`: one that is an error or a warning; `first`: its first fix gives what is right.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.languagetool import service
from lintnews.languagetool.asked import Asked, Mode
from lintnews.model import Finding, Severity, Span

_OWN = Path(__file__).parent / "data" / "typos.tsv"
_SLIP = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_SENTENCE, _WORD = re.compile(r"(?<=[.!?])\s+"), re.compile(r"\b[a-z]{4,}\b")
#: Misspellings of a list that are planted, and the lengths of sentences that they are planted in.
_MANY, _LENGTHS = 500, range(50, 300)


class Sentence(NamedTuple):
    """A sentence with one slip, where that is, and the sentence as it should be."""

    kind: str
    text: str
    span: Span
    right: str


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a table."""
    for line in path.read_text("utf-8").splitlines()[1:]:
        kind, marked = line.split("\t")
        if slip := _SLIP.search(marked):
            before, after, (wrong, right) = marked[: slip.start()], marked[slip.end() :], slip.groups()
            yield Sentence(kind, f"{before}{wrong}{after}", Span(len(before), len(before) + len(wrong)), f"{before}{right}{after}")


def planted(words: Path, stories: Path) -> Iterator[Sentence]:
    """Misspellings in sentences of stories, the same each time."""
    chance, having = random.Random(1), defaultdict[str, list[str]](list)
    for line in stories.read_text("utf-8").splitlines():
        for text in filter(lambda each: len(each) in _LENGTHS, _SENTENCE.split(json.loads(line)["text"])):
            for word in set(_WORD.findall(text)):
                having[word].append(text)
    pairs = [
        (right, wrong) for right, *wrongs in map(str.split, filter(str.strip, words.read_text("utf-8").splitlines())) for wrong in wrongs
    ]
    chance.shuffle(pairs)
    for right, wrong in [pair for pair in pairs if pair[0] in having and _WORD.fullmatch(pair[1])][:_MANY]:
        text = chance.choice(having[right])
        place = re.search(rf"\b{right}\b", text)
        if place:
            start = place.start()
            yield Sentence("misspelling", text[:start] + wrong + text[place.end() :], Span(start, start + len(wrong)), text)


def told(finding: Finding, sentence: Sentence) -> bool:
    """Whether the first fix of a finding gives the sentence as it should be."""
    (start, end), text = finding.span, sentence.text
    return bool(finding.fixes) and text[:start] + finding.fixes[0] + text[end:] == sentence.right


def main() -> None:
    """Read every sentence both ways and print a line a class."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, default=_OWN)
    parser.add_argument("--misspellings", type=Path)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--languagetool", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    linter = Linter(Settings(languagetool=Asked(Mode.ON)) if asked.languagetool else Settings())
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in planted(asked.misspellings, asked.stories) if asked.misspellings else sentences(asked.sentences):
        start, end = sentence.span
        there = [
            each
            for each in linter.check(Source("a.txt", sentence.text + "\n")).findings
            if each.span.start <= end + 1 and each.span.end >= start - 1
        ]
        warned = [each for each in there if each.severity is not Severity.SUGGESTION]
        blamed = [
            each for each in linter.check(Source("a.txt", sentence.right + "\n")).findings if each.severity is not Severity.SUGGESTION
        ]
        if not there and asked.show:
            asked.show -= 1
            print(f"missed ({sentence.kind}): {sentence.text}")
        for kind in (sentence.kind, "all"):
            told_of = {"n": 1, "found": bool(there), "warned": bool(warned), "first": any(told(each, sentence) for each in there)}
            counts[kind].update({**told_of, "blamed": len(blamed), "words": len(sentence.right.split())})
    for kind, count in sorted(counts.items()):
        shares = "  ".join(f"{name} {count[name] / count['n']:.2f}" for name in ("found", "warned", "first"))
        print(f"{kind:16} {count['n']:5}  {shares}  blamed per 1,000 words {1000 * count['blamed'] / count['words']:.2f}")
    if asked.languagetool:
        service.close()


if __name__ == "__main__":
    main()
