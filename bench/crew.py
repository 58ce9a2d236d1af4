"""How much sooner many stories are done in several processes than in one, and how little a second run costs: prints both.

python bench/crew.py [FOLDER] [--stories 2000] [--jobs 2]

Without a folder the stories are those of seeds/, over and over, each with a line of its own.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def stories(folder: Path, number: int) -> None:
    """Write a number of stories to a folder."""
    seeds = sorted(path for path in SEEDS.iterdir() if path.suffix in (".txt", ".md"))
    for i, seed in enumerate(islice(cycle(seeds), number)):
        (folder / f"{i:05}{seed.suffix}").write_text(f"{seed.read_text(encoding='utf-8')}\n\nStory number {i}.\n", encoding="utf-8")


def run(folder: Path, cache: Path, *more: str) -> tuple[float, float]:
    """Seconds that pass, and CPU seconds, of one run over a folder."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "lintnews", "check", str(folder), "--statistics", *more]
    subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LINTNEWS_CACHE": str(cache)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """One process, then several, then the second run, each on a cache that has the rules and no results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--stories", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder, cache = asked.folder or Path(home, "stories"), Path(home, "cache")
        if not asked.folder:
            folder.mkdir()
            stories(folder, asked.stories)
        number = sum(path.suffix in (".txt", ".md", ".html") for path in folder.rglob("*"))
        run(SEEDS, cache)
        took = {}
        for name, more in (("one process", "1"), (f"{asked.jobs} processes", str(asked.jobs))):
            (cache / "results.sqlite").unlink(missing_ok=True)
            took[name] = run(folder, cache, "--jobs", more)
        took["again"] = run(folder, cache)
    for name, (seconds, cpu) in took.items():
        print(f"{name:12} {seconds:7.2f} s, {cpu:7.2f} CPU seconds, {1000 * cpu / max(1, number):.3f} CPU ms a story")
    (one, _), (several, _), (again, _) = took.values()
    print(f"{asked.jobs} processes are done {one / several:.2f} times as soon as one; a second run {one / again:.1f} times")


if __name__ == "__main__":
    main()
