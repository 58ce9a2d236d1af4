"""How many slips in quotations are found when a story is held against what was said.

python bench/planting_quotations.py NEWS.jsonl [--each 60] [--seed 1]

What was said is the story itself, without its quotation marks, between two other stories. A word of one quotation is then left out, or
changed, or the quotation is one of another story. A slip is found when a finding of `quotes.source` touches it; any finding on the
story as published is a false alarm. Same seed, same slips.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from dataclasses import replace

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.ledger.sources import Cited

_QUOTATION = re.compile(r"“([^“”\n]{40,240})[,.?!]”|\"([^\"\n]{40,240})[,.?!]\"")
_OTHER = "seven always river council money early north paper building winter question morning answer number".split()


def dropped(said: str, dice: random.Random) -> str:
    """The quotation without one of its inner words."""
    words = said.split(" ")
    at = dice.randrange(2, len(words) - 2)
    return " ".join(words[:at] + words[at + 1 :])


def changed(said: str, dice: random.Random) -> str:
    """The quotation with another word for one of its inner words."""
    words = said.split(" ")
    words[dice.randrange(2, len(words) - 2)] = dice.choice(_OTHER)
    return " ".join(words)


def main() -> None:
    """Read, plant, lint, print a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice, tally = random.Random(asked.seed), Counter[str]()
    with open(asked.news, encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for text in dice.sample(texts, len(texts)):
        found = [m for m in _QUOTATION.finditer(text) if len((m[1] or m[2]).split()) > 7]
        if tally["n"] >= asked.each or len(found) < 2:
            continue
        others = [_unmarked(other) for other in dice.sample(texts, 2) if other is not text]
        said = Cited("transcript", "\n".join((others[0], _unmarked(text), others[-1])))
        linter = Linter(replace(Settings(), select=("quotes.source",), sources=(said,)))
        tally["n"] += 1
        tally["false"] += len(linter.check(Source("a.txt", f"A headline\n\n{text}")).findings)
        tally["quotations"] += len(found)
        _planted(linter, text, dice.choice(found), dice, tally)
    print(f"{tally['n']} stories, {tally['quotations']} quotations, {tally['false']} findings on the stories as published")
    for kind in ("dropped", "changed", "invented"):
        shares = (f"{what or 'found'} {tally[f'{kind} {what}'.strip()] / tally['n']:.2f}" for what in ("", "error", "fixed"))
        print(f"{kind:10}", *shares)


def _unmarked(text: str) -> str:
    return re.sub('[“”"]', "", text)


def _planted(linter: Linter, text: str, quotation: re.Match[str], dice: random.Random, tally: Counter[str]) -> None:
    group = 1 if quotation[1] else 2
    said = quotation[group]
    made = {
        "dropped": dropped(said, dice),
        "changed": changed(said, dice),
        "invented": "Nobody ever told the keeper of the mill what the price of herring was",
    }
    for kind, words in made.items():
        head = "A headline\n\n"
        page = head + text[: quotation.start(group)] + words + text[quotation.end(group) :]
        low, high = len(head) + quotation.start(group), len(head) + quotation.start(group) + len(words)
        hits = [f for f in linter.check(Source("a.txt", page)).findings if f.span.start <= high and f.span.end >= low]
        tally[kind] += bool(hits)
        tally[f"{kind} error"] += any(f.severity == "error" for f in hits)
        tally[f"{kind} fixed"] += any(page[: f.span.start] + x + page[f.span.end :] == head + text for f in hits for x in f.fixes)


if __name__ == "__main__":
    main()
