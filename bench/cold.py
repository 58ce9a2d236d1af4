"""How much CPU one cold `lintnews check` on one story costs, beside `python -c pass`: prints both and their ratio.

python bench/cold.py [STORY] [--runs 15]

Twice: for a story that no earlier run has seen (a line is added each time), and for one whose findings are kept. The rules are
compiled and the patterns kept by a first run that does not count; so is Python's bytecode, whatever the environment says.

Last seen, on two quiet cores: 28.9 for a new story, 4.2 for one seen before. Wanted: 10.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SEED = next(iter(sorted(Path(__file__).parent.parent.glob("seeds/*.txt"))), None)
BARE = [sys.executable, "-c", "pass"]


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, env=kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def measure(name: str, story: Path, runs: int, change: Callable[[int], object]) -> None:
    """Measure in turns, so that a busy machine touches both alike; `change` is called before each run."""
    check = [sys.executable, "-m", "lintnews", "check", str(story)]
    for number in range(3):
        change(-number)
        cpu_seconds(check)
    pairs = [(change(number), cpu_seconds(check), cpu_seconds(BARE))[1:] for number in range(1, runs + 1)]
    checking, passing = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: lintnews check {1000 * checking:.1f} ms, python -c pass {1000 * passing:.1f} ms, ratio {checking / passing:.1f}")


def main() -> None:
    """A story that is new each time, then one that is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", type=Path, default=SEED)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    text, begun = asked.story.read_text(encoding="utf-8"), time.time_ns() // 1000
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / asked.story.name
        measure(
            "a new story",
            story,
            asked.runs,
            lambda n: story.write_text(f"{text}\nThe clerk counted {begun + n} forms.\n", encoding="utf-8"),
        )
        measure("a story seen before", story, asked.runs, lambda n: None)


if __name__ == "__main__":
    main()
