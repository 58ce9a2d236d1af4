"""CPU of every rule, every kind, and every reading that rules share, over the stories of a folder or a file of JSON lines: three tables.

python bench/profile.py [FOLDER, STORY or FILE.jsonl] [--stories 60] [--slowest 25]

What a story's readings cost (its words, people, quotations) is on their own bill, not on the rule's that asks for them first. Other
stories are checked before (the same ones, where there are no others), so that patterns are compiled and lists are in memory.

Last seen, on two quiet cores, by default: 9,500 words a CPU second, with the cost of the clocks. Wanted: 200,000.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from lintnews import Linter, Source, readers
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.scanner import Text

SEEDS = Path(__file__).parent.parent / "seeds"
ENDINGS = (".txt", ".md", ".html")


def sources(path: Path) -> Iterator[Source]:
    """The stories at a path; of JSON lines those that are not marked unreliable."""
    if path.suffix == ".jsonl":
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            if row.get("reliable", True):
                yield Source("story.txt", f"{row.get('title', '')}\n\n{row['text']}")
        return
    for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in ENDINGS):
        yield Source(str(file), file.read_text(encoding="utf-8"))


class Clock:
    """CPU seconds by name; what is timed inside something else is taken off that."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = time.thread_time()

    def _turn(self) -> None:
        now = time.thread_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """What `work` gives, its time on this name's bill."""
        self._turn()
        self._open.append(name)
        self.times[name] += 1
        try:
            return work()
        finally:
            self._turn()
            self._open.pop()


def timed(clock: Clock, kind: type) -> type:
    """A class with the same readings, each on a bill of its own."""

    def reading(name: str, own: cached_property[Any]) -> cached_property[Any]:
        made = cached_property(lambda self: clock.time(f"{kind.__name__}.{name}", lambda: own.func(self)))
        made.__set_name__(kind, name)
        return made

    return type(kind.__name__, (kind,), {n: reading(n, own) for n, own in vars(kind).items() if isinstance(own, cached_property)})


def profile(linter: Linter, stories: list[Source]) -> tuple[Clock, dict[str, str]]:
    """The bills of all rules and readings, and the kinds of the rules."""
    clock, kinds = Clock(), {rule.id: rule.kind for rule in linter.rules}
    made, text = timed(clock, Story), timed(clock, Text)
    for source in stories:
        document = clock.time("readers.read", lambda source=source: readers.read(source))  # type: ignore[misc]
        story = made(document, linter.packs.facts)
        story.text = text([block.text for block in document.blocks])
        for rule in clock.time("engine: which rules", lambda story=story: list(linter._own.likely(story, together=True))):  # type: ignore[misc]
            clock.time(rule.id, lambda rule=rule, story=story: list(rule.check.find(story)))  # type: ignore[misc]
    return clock, kinds


def show(title: str, bill: Counter[str], times: Counter[str], words: int, most: int) -> None:
    """The dearest of a bill, a line each."""
    print(f"\n{title}: {sum(bill.values()) / words * 1e6:.1f} s a million words")
    for name, seconds in bill.most_common(most):
        each = 1e6 * seconds / max(1, times[name])
        print(f"{1e6 * seconds / words:8.2f} s a million words {times[name]:6} times {each:9.0f} us each  {name}")


def main() -> None:
    """Warm up on other stories, then bill rules, kinds and readings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--slowest", type=int, default=25)
    parser.add_argument("--every", action="store_true", help="with every pack on, not the default rules alone")
    asked = parser.parse_args()
    every = list(islice(sources(asked.path), 3 * asked.stories))
    others, stories, billed = (every[n * asked.stories :][: asked.stories] or every for n in range(3))
    linter = Linter(Settings(select=tuple(sorted({rule.pack for rule in Linter().packs.rules})) if asked.every else ()))
    words = sum(len(source.text.split()) for source in stories)
    for source in others:
        linter.check(source)
    start = time.process_time()
    for source in stories:
        linter.check(source)
    took = time.process_time() - start
    print(f"{words} words in {len(stories)} stories, {len(linter.rules)} rules: {words / took:,.0f} words a CPU second")
    linter = Linter(linter.settings)
    for source in others:
        linter.check(source)
    gc.disable()
    clock, kinds = profile(linter, billed)
    words = sum(len(source.text.split()) for source in billed)
    rules = Counter({name: spent for name, spent in clock.spent.items() if name in kinds})
    by_kind, times = Counter[str](), Counter[str]()
    for name, spent in rules.items():
        by_kind[kinds[name]] += spent
        times[kinds[name]] += clock.times[name]
    show("readings", Counter({name: spent for name, spent in clock.spent.items() if name not in kinds}), clock.times, words, asked.slowest)
    show("kinds", by_kind, times, words, asked.slowest)
    show("rules", rules, clock.times, words, asked.slowest)


if __name__ == "__main__":
    main()
