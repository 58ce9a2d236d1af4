"""How many slips of names, posts, relations, figures, days and copy are found when one is planted in each of many real stories.

python bench/planted.py NEWS.jsonl [--kinds first_name,capital] [--each 60] [--seed 1] [--show 3]

NEWS.jsonl has a story a line: `title`, `text`, and `date` where it is known. A slip is found when a finding that the story
as published lacks touches it, or has it as evidence. Same seed, same slips.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import planting_agreement
import planting_copy
import planting_corrections
import planting_figures
import planting_forms
import planting_names
import planting_offices
import planting_posts
import planting_production
import planting_spellings
import planting_story
from planting import Kind, Page, Slip

from lintnews import Finding, Linter, Source
from lintnews.config import Settings

PLANTINGS = (
    planting_names, planting_posts, planting_forms, planting_figures, planting_story, planting_copy, planting_production,
    planting_agreement, planting_spellings, planting_offices, planting_corrections,
)  # fmt: skip
KINDS: dict[str, Kind] = {name: kind for planting in PLANTINGS for name, kind in planting.KINDS.items()}
Key = tuple[str, str]


def pages(path: str, linter: Linter) -> list[Page]:
    """The stories of a file, as they are linted."""
    out = []
    with open(path, encoding="utf8") as lines:
        for story in map(json.loads, lines):
            day = story.get("date")
            head = (f"---\ndate: {day}\n---\n" if day else "") + " ".join((story.get("title") or "").split()) + "\n\n"
            out.append(Page(head + story["text"], len(head), date.fromisoformat(day[:10]) if day else None, linter.packs.facts))
    return out


@lru_cache(maxsize=2000)
def published(linter: Linter, text: str) -> tuple[Finding, ...]:
    """The findings of a story as it was published, asked for by many kinds."""
    return linter.check(Source("a.txt", text)).findings


def keys(text: str, findings: tuple[Finding, ...]) -> Iterator[tuple[Key, Finding]]:
    """Each finding with what tells it from another: its rule and the words it marks."""
    return (((finding.rule, text[slice(*finding.span)]), finding) for finding in findings)


def found(linter: Linter, page: Page, text: str, slip: Slip) -> list[Finding]:
    """The findings at the slip that the story as published lacks."""
    clean = published(linter, page.text)
    had, places = Counter(key for key, _ in keys(page.text, clean)), {(finding.rule, finding.span) for finding in clean}
    low, high, longer = slip.start - 1, slip.start + len(slip.text) + 1, len(slip.text) - (slip.end - slip.start)
    out = []
    for key, finding in keys(text, linter.check(Source("a.txt", text)).findings):
        had[key] -= 1
        start, end = finding.span
        if start < slip.start and end > slip.start and (finding.rule, (start, end - longer)) in places:
            continue  # it was about the whole before
        spans = [finding.span, *(e.span for e in finding.evidence if e.span)]
        if had[key] < 0 and any(a <= high and b >= low for a, b in spans):
            out.append(finding)
    return out


def row(linter: Linter, stories: list[Page], name: str, asked: argparse.Namespace) -> None:
    """Plant one kind, lint, count, print."""
    dice, tally, missed = random.Random(f"{asked.seed} {name}"), Counter[str](), []
    for page in dice.sample(stories, len(stories)):
        slip = KINDS[name](page, dice)
        if tally["n"] >= asked.each or slip is None:
            continue
        text = page.text[: slip.start] + slip.text + page.text[slip.end :]
        hits = found(linter, page, text, slip)
        tally["n"] += 1
        tally["found"] += bool(hits)
        tally["error"] += any(f.severity == "error" for f in hits)
        tally["fixed"] += any(text[: f.span.start] + fix + text[f.span.end :] == page.text for f in hits for fix in f.fixes)
        if not hits:
            missed.append(f"    {slip.note}: …{text[max(0, slip.start - 60) : slip.start + 60]}…".replace("\n", " / "))
    share = (f"{tally[what] / max(1, tally['n']):7.2f}" for what in ("found", "error", "fixed"))
    print(f"{name:20} {tally['n']:5} {' '.join(share)}", *missed[: asked.show], sep="\n", flush=True)


def main() -> None:
    """Read, plant, lint, print a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    linter = Linter(Settings())
    stories = pages(asked.news, linter)
    print(f"{'kind':20} {'n':>5} {'found':>7} {'error':>7} {'fixed':>7}")
    for name in asked.kinds.split(","):
        row(linter, stories, name, asked)


if __name__ == "__main__":
    main()
