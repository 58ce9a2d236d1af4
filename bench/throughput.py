"""How many words one CPU second checks with every pack on, and which rules take most of it: prints both.

python bench/throughput.py [FOLDER or STORY] [--words 200000] [--slowest 10]

Without a path the stories are those of seeds/, over and over. What a rule is the first to ask of a story (its people, its
quotations) is on that rule's bill.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

from lintnews import Linter, Source, readers
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.model import LintNewsError

SEEDS = Path(__file__).parent.parent / "seeds"
ENDINGS = (".txt", ".md", ".html")


def stories(path: Path, words: int) -> list[Source]:
    """The stories at a path, or the seeds over and over, up to a number of words."""
    found = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in ENDINGS)
    sources = [Source(str(p), p.read_text(encoding="utf-8")) for p in found]
    return list(_upto(cycle(sources) if path == SEEDS else sources, words))


def _upto(sources: Iterable[Source], words: int) -> Iterator[Source]:
    for source in sources:
        if words <= 0:
            return
        words -= size(source)
        yield source


def size(source: Source) -> int:
    """How many words a source has."""
    return len(source.text.split())


def bill(linter: Linter, sources: Iterable[Source]) -> Counter[str]:
    """CPU seconds by rule."""
    spent: Counter[str] = Counter()
    for source in sources:
        story = Story(readers.read(source), linter.packs.facts)
        for rule in linter.rules:
            start = time.thread_time()
            try:
                list(rule.check.find(story))
            except LintNewsError as error:
                print(f"{source.name}: {rule.id}: {error}")
            spent[rule.id] += time.thread_time() - start
    return spent


def main() -> None:
    """Warm up on all of it, then measure the whole, then rule by rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--slowest", type=int, default=10)
    asked = parser.parse_args()
    sources = stories(asked.path, asked.words)
    linter = Linter(Settings(select=tuple(sorted({rule.pack for rule in Linter().packs.rules}))))
    for source in set(sources):
        linter.check(source)
    start = time.process_time()
    for source in sources:
        linter.check(source)
    took = time.process_time() - start
    words = sum(map(size, sources))
    print(f"{words} words in {len(sources)} stories, {len(linter.rules)} rules: {took:.1f} CPU seconds, {words / took:,.0f} words a second")
    spent = bill(linter, sources)
    for rule, seconds in spent.most_common(asked.slowest):
        print(f"{1e6 * seconds / words:8.2f} s a million words  {100 * seconds / spent.total():5.1f} %  {rule}")


if __name__ == "__main__":
    main()
