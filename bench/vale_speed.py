"""CPU seconds of Vale and of `lintnews check` with the same styles on the same files, whole processes: prints both and their ratio.

python bench/vale_speed.py STYLES CORPUS [--styles Google,Microsoft] [--vale vale] [--runs 3]

STYLES is a Vale StylesPath, CORPUS a folder or one file: a folder of thousands tells the throughput, one file the cold start.
Each run is a new process with a `.vale.ini` of its own; what is kept of rules is warm, what was found before is thrown away.

Last seen, on two quiet cores, 302 stories of 0.8 MB as plain text: Vale 26.5 s, lintnews 6.5 s, ratio 4.1. Wanted: 20.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path


def cpu_seconds(command: list[str], folder: Path) -> float:
    """User and system time of a command and all its children, without findings of earlier runs; exits where it fails."""
    cache = folder / "cache"
    for kept in cache.glob("results.sqlite*"):
        kept.unlink()
    start = os.times()
    env = {**os.environ, "LINTNEWS_CACHE": str(cache)}
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    end = os.times()
    if run.returncode not in (0, 1):
        sys.exit(f"{command[0]} ends with {run.returncode}: {(run.stderr or run.stdout).strip()[-500:]}")
    return end.children_user + end.children_system - start.children_user - start.children_system


def main() -> None:
    """Measure in turns, so that a busy machine touches both alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles_path", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--styles", default="Google,Microsoft,write-good,proselint,alex")
    parser.add_argument("--vale", default="vale")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(asked.styles_path, folder / "styles")
        target = folder / "copy" / asked.corpus.name
        (shutil.copytree if asked.corpus.is_dir() else _copy)(asked.corpus, target)
        (folder / ".vale.ini").write_text(f"StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {asked.styles}\n")
        ours = [sys.executable, "-m", "lintnews", "check", "--format", "concise", "--exit-zero", "copy"]
        theirs = [asked.vale, "--no-global", "--output=line", "--no-exit", "copy"]
        cpu_seconds(ours, folder)
        pairs = [(cpu_seconds(theirs, folder), cpu_seconds(ours, folder)) for _ in range(asked.runs)]
    vale, here = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"vale {vale:.2f} s, lintnews {here:.2f} s, ratio {vale / here:.1f}")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir()
    shutil.copy(source, target)


if __name__ == "__main__":
    main()
