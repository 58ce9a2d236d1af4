"""How well stored claims are told when a passage repeats them: prints precision, recall, and the time with many claims.

python bench/claims.py [--share 70] [--claims 0]

The pairs are bench/data/claims.tsv, written by us: a claim, and a passage that repeats it, says it in other words, denies or debunks
it, says it with another figure, says it of others, or says something else in the same words. The first two kinds are to be told.
`--claims` adds as many made-up ones to the base; what is told last is what a story costs.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from lintnews.checks.stored_claim import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Fact, Source
from lintnews.readers import read

PAIRS = Path(__file__).parent / "data" / "claims.tsv"
TOLD, SILENT = ("repeat", "paraphrase"), ("denial", "figure", "swapped", "unrelated")


def fact(claim: str) -> Fact:
    """A claim judged false."""
    return Fact(claim, "claim", "false", "https://example.org/check", "2024-01-01", since="2023-05-01", note="Example Check")


def made_up(number: int, words: list[str]) -> list[Fact]:
    """Claims of words drawn at random."""
    draw = random.Random(7)
    return [fact(" ".join(draw.choices(words, k=9)) + f" {i}") for i in range(number)]


def main() -> None:
    """The share of each kind that is told, precision and recall, and the time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=int, default=Check.share)
    parser.add_argument("--claims", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="show the pairs that are wrong")
    asked = parser.parse_args()
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    words = sorted({word for row in rows for word in row[0].lower().split()})
    claims = list(dict.fromkeys(claim for claim, _, _ in rows))
    base = FactBase.of([*map(fact, claims), *made_up(asked.claims, words)])
    check, told, of = Check(share=asked.share), Counter[str](), Counter[str]()
    for claim, kind, passage in rows:
        found = bool(list(check.find(Story(read(Source("a.txt", f"Talk of the town\n\n{passage}\n")), base))))
        told[kind] += found
        of[kind] += 1
        if asked.show and found is not (kind in TOLD):
            print(f"{kind}: {passage}  [{claim}]")
    right, wrong = sum(told[kind] for kind in TOLD), sum(told[kind] for kind in SILENT)
    print(", ".join(f"{kind} {told[kind]} of {of[kind]}" for kind in (*TOLD, *SILENT)))
    recall = right / sum(of[kind] for kind in TOLD)
    print(f"precision {right / max(1, right + wrong):.3f}, recall {recall:.3f} over {len(rows)} pairs")
    story = read(Source("a.txt", "\n\n".join(passage for _, kind, passage in rows if kind == "unrelated")))
    list(check.find(Story(story, base)))
    begun = time.process_time()
    list(check.find(Story(story, base)))
    spent = 1000 * (time.process_time() - begun)
    print(f"{spent:.1f} ms of CPU for {of['unrelated']} sentences against {len(claims) + asked.claims:,} claims")


if __name__ == "__main__":
    main()
