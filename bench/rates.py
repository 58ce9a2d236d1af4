"""How often each rule fires on edited news: stories in, data/rates.tsv out: for each rule, the stories it fires on and its findings.

Every rule runs, on or off; of a profile's options none. The counts are kept, the stories are not.

python bench/rates.py STORIES.jsonl [--limit N]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.others import speaks

RATES = Path(__file__).parent / "data" / "rates.tsv"


def main() -> None:
    """Count, and write the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    asked = parser.parse_args()
    stories = [story for story in map(json.loads, asked.stories.open(encoding="utf-8")) if story.get("reliable", True)][: asked.limit]
    every = [rule.id for rule in Linter().known if not speaks(rule)]
    linter = Linter(Settings(select=tuple(every), cache=True))
    on_stories: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for story in stories:
        head = (f"---\ndate: {story['date'][:10]}\n---\n" if story.get("date") else "") + " ".join((story.get("title") or "").split())
        found = [finding.rule for finding in linter.check(Source("story.txt", f"{head}\n\n{story['text']}\n")).findings]
        on_stories.update(set(found))
        findings.update(found)
    lines = [f"{name}\t{on_stories[name]}\t{findings[name]}" for name in every]
    RATES.write_text("\n".join([f"stories {len(stories)}", "rule\tstories\tfindings", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
