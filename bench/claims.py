"""How well stored claims are told when a passage repeats them: prints precision, recall, and the time with many claims.

python bench/claims.py [--share 70] [--claims 0]

The pairs are bench/data/claims.tsv, written by us: each claim with a repeat, a paraphrase, a denial or debunking, and a passage of
the same words on something else. `--claims` adds as many made-up ones to the base, and tells milliseconds of CPU for a story of 40
sentences.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from lintnews.checks.stored_claim import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Fact, Source
from lintnews.readers import read

PAIRS = Path(__file__).parent / "data" / "claims.tsv"
KINDS = ("repeat", "paraphrase", "denial", "unrelated")


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
    words = sorted({word for row in rows for cell in row for word in cell.lower().split()})
    base = FactBase.of([fact(row[0]) for row in rows] + made_up(asked.claims, words))
    check, told = Check(share=asked.share), dict.fromkeys(KINDS, 0)
    for row in rows:
        for kind, passage in zip(KINDS, row[1:], strict=True):
            found = list(check.find(Story(read(Source("a.txt", f"Talk of the town\n\n{passage}\n")), base)))
            told[kind] += bool(found)
            if asked.show and bool(found) is not (kind in KINDS[:2]):
                print(f"{kind}: {passage}  [{row[0]}]")
    right, wrong = told["repeat"] + told["paraphrase"], told["denial"] + told["unrelated"]
    print(", ".join(f"{kind} {told[kind]} of {len(rows)}" for kind in KINDS))
    print(f"precision {right / max(1, right + wrong):.3f}, recall {right / (2 * len(rows)):.3f} over {4 * len(rows)} pairs")
    story = read(Source("a.txt", "\n\n".join(row[4] for row in rows)))
    list(check.find(Story(story, base)))
    begun = time.process_time()
    list(check.find(Story(story, base)))
    print(f"{1000 * (time.process_time() - begun):.1f} ms of CPU for {len(rows)} sentences against {len(rows) + asked.claims:,} claims")


if __name__ == "__main__":
    main()
