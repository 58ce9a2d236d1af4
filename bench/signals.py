"""How often each rule of the pack `signals` fires in stories of unreliable and of reliable outlets: prints both rates and their ratio.

python bench/signals.py NEWS.jsonl [--pack signals]

Each line of NEWS.jsonl holds `title`, `text` and `reliable` (true or false). A rate is the share of stories with a finding;
where none of the reliable ones has any, the ratio is taken against one story.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from lintnews import Linter, Source
from lintnews.config import Settings


def main() -> None:
    """One line a rule, the strongest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("--pack", default="signals")
    asked = parser.parse_args()
    linter = Linter(Settings(select=(asked.pack,)))
    stories: Counter[bool] = Counter()
    fired: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for line in asked.news.open(encoding="utf-8"):
        story = json.loads(line)
        reliable = bool(story["reliable"])
        stories[reliable] += 1
        found = linter.check(Source("story.txt", f"{story['title']}\n\n{story['text']}")).findings
        fired[reliable].update({finding.rule for finding in found})
    rows = []
    for rule in sorted({*fired[True], *fired[False]}):
        bad, good = fired[False][rule] / stories[False], max(fired[True][rule], 1) / stories[True]
        rows.append((bad / good, rule, fired[False][rule], fired[True][rule]))
    print(f"{stories[False]} stories of unreliable outlets, {stories[True]} of reliable ones")
    for ratio, rule, bad_count, good_count in sorted(rows, reverse=True):
        print(f"{ratio:6.1f}  {rule}: {bad_count} and {good_count}")


if __name__ == "__main__":
    main()
