"""Much at once, whole processes, in CPU seconds and megabytes of the largest process: many files, one large file, two runs at once.

    python bench/bulk.py files [--count 10000] [--words 40] [--select RULES]
    python bench/bulk.py large [--megabytes 50] [--select RULES]
    python bench/bulk.py twice

`files` runs twice: the second run finds what the first has kept. `large` prints how much more a file four times as large takes: 4 is
linear. `twice` starts two runs at the same moment on an empty cache, and says whether both found what one alone finds.

Last seen: 48 MB with one rule, 31 CPU s and 153 MB, 3.4 times the CPU of 12 MB. Wanted: 300 MB at most for 50 MB, and linear time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Cost(NamedTuple):
    """What a run took: CPU seconds of all its processes, seconds by the clock, megabytes of the largest process; and what it printed."""

    cpu: float
    clock: float
    memory: float
    out: str

    def __str__(self) -> str:
        return f"{self.cpu:8.1f} CPU s {self.clock:8.1f} s {self.memory:6.0f} MB"


def paragraphs() -> list[str]:
    """Copy of our own, a paragraph each."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if len(line.split()) > 15]


def measured(folder: Path, args: Sequence[str], cache: Path) -> Cost:
    """Run the command line in a process of its own, which runs it in one more, so that its resources are counted apart."""
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-m', 'lintnews', *sys.argv[1:]], stdout=sys.stdout)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode, file=sys.stderr)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LINTNEWS_CACHE": str(cache)}
    start = perf_counter()
    run = subprocess.run([sys.executable, "-c", code, *args], cwd=folder, env=env, capture_output=True, text=True, check=True)
    cpu, memory, status = run.stderr.splitlines()[-1].split()
    if int(status) > 1:
        raise SystemExit(run.stderr)
    return Cost(float(cpu), perf_counter() - start, float(memory), run.stdout)


def files(folder: Path, count: int, words: int, select: Sequence[str]) -> None:
    """Many small files, read anew and then from the cache."""
    lines = cycle(paragraphs())
    for i in range(count):
        (folder / f"story-{i}.txt").write_text(f"Story {i}\n\n{' '.join(next(lines).split()[:words])} It was file {i}.\n", encoding="utf-8")
    for name in ("anew", "kept"):
        print(f"{count} files, {name}: {measured(folder, ['check', '--statistics', *select, '.'], folder / '.cache')}", flush=True)


def large(folder: Path, megabytes: int, select: Sequence[str]) -> None:
    """One file, a quarter of the size and the whole, once the rules are compiled."""
    lines, path = cycle(paragraphs()), folder / "large.txt"
    costs = []
    (folder / "small.txt").write_text(f"{next(lines)}\n", encoding="utf-8")
    measured(folder, ["check", "--statistics", *select, "small.txt"], folder / ".cache")
    for size in (megabytes * 250_000, megabytes * 1_000_000):
        with path.open("w", encoding="utf-8") as out:
            while out.tell() < size:
                out.write(f"{next(lines)}\n\n")
        costs.append(measured(folder, ["check", "--statistics", *select, path.name], folder / ".cache"))
        print(f"{size / 1_000_000:6.1f} MB: {costs[-1]}", flush=True)
    print(f"four times the size: {costs[1].cpu / costs[0].cpu:.1f} times the CPU")


def twice(folder: Path) -> None:
    """Two runs at once on an empty cache, and one alone."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LINTNEWS_CACHE": str(folder / "shared")}
    command = [sys.executable, "-m", "lintnews", "check", "--jobs", "1", "-f", "concise", str(ROOT / "seeds")]
    alone = measured(folder, command[3:], folder / "own").out
    runs = [subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [run.communicate() for run in runs]
    again = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    same = [out == alone for out in (*(out for out, _ in said), again.stdout)]
    errors = "".join(error for _, error in said) or "none"
    print(f"{len(alone.splitlines())} lines alone; both at once and one after them the same: {all(same)}; errors: {errors}")
    if not all(same):
        raise SystemExit(1)


def main() -> None:
    """Make the files in a folder of their own, and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("files", "large", "twice"))
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=40)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--select", default="")
    asked = parser.parse_args()
    select = ["--select", asked.select] if asked.select else []
    with tempfile.TemporaryDirectory() as name:
        if asked.what == "files":
            files(Path(name), asked.count, asked.words, select)
        elif asked.what == "large":
            large(Path(name), asked.megabytes, select)
        else:
            twice(Path(name))


if __name__ == "__main__":
    main()
