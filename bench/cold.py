"""How much CPU one cold `lintnews check` on one story costs, beside `python -c pass`: prints both and their ratio.

python bench/cold.py [STORY] [--runs 15]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from pathlib import Path

SEED = next(iter(sorted(Path(__file__).parent.parent.glob("seeds/*.txt"))), None)


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main() -> None:
    """Measure in turns, so that a busy machine touches both alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", nargs="?", default=SEED)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    check = [sys.executable, "-m", "lintnews", "check", str(asked.story)]
    bare = [sys.executable, "-c", "pass"]
    cpu_seconds(check)
    pairs = [(cpu_seconds(check), cpu_seconds(bare)) for _ in range(asked.runs)]
    checking, passing = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"lintnews check {1000 * checking:.1f} ms, python -c pass {1000 * passing:.1f} ms, ratio {checking / passing:.1f}")


if __name__ == "__main__":
    main()
