"""How far our findings agree with Vale's, style by style: alerts of one and of the other, those in both, and samples of the rest.

python bench/vale.py STYLES CORPUS... [--style NAME ...] [--vale vale] [--show 5] [--rule Style.Rule]

STYLES is a Vale StylesPath, CORPUS files or folders. Each style runs alone, on the same files, in Vale and here. An alert is
(path, line, column, rule). `recall` is the share of Vale's alerts that we give, `extra` that of ours that Vale lacks. `elsewhere` is how
many of both are the same alert, by path, rule and message, at another place.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lintnews.model import LintNewsError, Source
from lintnews.vale.document import Reading
from lintnews.vale.linter import ValeLinter
from lintnews.vale.settings import Choices
from lintnews.vale.styles import names

FORMATS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".txt": "txt", ".rst": "rst", ".adoc": "adoc"}


class Alert(NamedTuple):
    """What is compared."""

    path: str
    line: int
    column: int
    rule: str


def files(corpus: Iterable[Path]) -> Iterator[Path]:
    """The files of the corpus."""
    for path in corpus:
        yield from [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in FORMATS)


def theirs(vale: str, styles: Path, style: str, paths: list[Path]) -> tuple[dict[Alert, str], float, set[Path]]:
    """Vale's alerts with their messages, the CPU seconds it took, and the files at which it stops: they are not compared."""
    alerts, took, why = _run(vale, styles, style, paths)
    if not why:
        return alerts, took, set()
    if len(paths) == 1:
        return {}, took, set(paths)
    half = len(paths) // 2
    one, other = (theirs(vale, styles, style, some) for some in (paths[:half], paths[half:]))
    if len(one[2]) + len(other[2]) == len(paths):
        raise LintNewsError(f"vale stops: {why}")
    return {**one[0], **other[0]}, one[1] + other[1], one[2] | other[2]


def _run(vale: str, styles: Path, style: str, paths: list[Path]) -> tuple[dict[Alert, str], float, str]:
    with tempfile.TemporaryDirectory() as folder:
        ini = Path(folder, ".vale.ini")
        ini.write_text(f"StylesPath = {styles}\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {style}\n")
        start = os.times()
        command = [vale, "--no-global", f"--config={ini}", "--output=JSON", "--no-exit", *map(str, paths)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        end = os.times()
    took = end.children_user + end.children_system - start.children_user - start.children_system
    if run.returncode:
        return {}, took, " ".join((run.stderr or run.stdout).split())[:300]
    return (
        {
            Alert(path, alert["Line"], alert["Span"][0], alert["Check"]): alert["Message"]
            for path, alerts in json.loads(run.stdout or "{}").items()
            for alert in alerts
        },
        took,
        "",
    )


def ours(styles: Path, style: str, paths: list[Path]) -> tuple[dict[Alert, str], float, tuple[str, ...]]:
    """Our alerts with their messages, the CPU seconds, and the faults of the style."""
    start = time.process_time()
    out: dict[Alert, str] = {}
    linters: dict[str, ValeLinter] = {}
    for path in paths:
        kind = FORMATS[path.suffix]
        if kind not in linters:
            reading = Reading(format=kind, ending=path.suffix[1:])
            linters[kind] = ValeLinter(Choices(styles_paths=(styles,), styles=(style,), reading=reading))
        source = Source(str(path), path.read_bytes().decode("utf-8"))
        for finding in linters[kind].check(source).findings:
            out[Alert(str(path), *source.place(finding.at.start), finding.rule)] = finding.message
    faults = tuple(fault for linter in linters.values() for fault in linter.faults)
    return out, time.process_time() - start, tuple(dict.fromkeys(faults))


def compare(asked: argparse.Namespace, style: str, paths: list[Path]) -> Counter[str]:
    """Run one style both ways and print what differs."""
    left, their_time, stops = theirs(asked.vale, asked.styles, style, paths)
    paths = [path for path in paths if path not in stops]
    right, our_time, faults = ours(asked.styles, style, paths)
    if asked.rule:
        left, right = ({a: m for a, m in side.items() if a.rule == asked.rule} for side in (left, right))
    both = left.keys() & right.keys()
    said = sum(left[alert] == right[alert] for alert in both)
    count = Counter(vale=len(left), ours=len(right), both=len(both), said=said, elsewhere=_elsewhere(left, right))
    print(f"{style:16} {_figures(count)}  CPU {their_time:.1f} s / {our_time:.1f} s" + (f"  vale stops at {len(stops)}" if stops else ""))
    for fault in faults:
        print(f"    fault: {fault}")
    for name, only, side in (("only Vale", left.keys() - right.keys(), left), ("only here", right.keys() - left.keys(), right)):
        rules = Counter(alert.rule for alert in only)
        for rule, number in rules.most_common(asked.show and None):
            shown = sorted(alert for alert in only if alert.rule == rule)[: asked.show]
            print(f"    {name}: {number} {rule}", *(f"\n        {a.path}:{a.line}:{a.column} {side[a][:100]!r}" for a in shown))
    if both and said < len(both) and asked.show:
        for alert in sorted(alert for alert in both if left[alert] != right[alert])[: asked.show]:
            print(f"    said otherwise: {alert.rule} {left[alert]!r} / {right[alert]!r}")
    return count


def _elsewhere(left: dict[Alert, str], right: dict[Alert, str]) -> int:
    """How many alerts of one side are those of the other at another place."""
    one, other = (
        Counter((alert.path, alert.rule, said[alert]) for alert in only)
        for said, only in ((left, left.keys() - right.keys()), (right, right.keys() - left.keys()))
    )
    return (one & other).total()


def _figures(count: Counter[str]) -> str:
    vale, here, both = count["vale"], count["ours"], count["both"]
    recall, extra = (100 * both / vale if vale else 100.0), (100 * (here - both) / here if here else 0.0)
    words = 100 * count["said"] / (both or 1)
    shares = f"recall {recall:6.2f} %  extra {extra:5.2f} %  elsewhere {count['elsewhere']:4}  same words {words:6.2f} %"
    return f"vale {vale:6} ours {here:6} both {both:6}  {shares}"


def main() -> None:
    """Compare every style, then sum up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles", type=Path)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--style", action="append")
    parser.add_argument("--vale", default="vale")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--rule")
    asked = parser.parse_args()
    paths, total = list(files(asked.corpus)), Counter[str]()
    for style in asked.style or names([asked.styles]):
        try:
            total += compare(asked, style, paths)
        except LintNewsError as error:
            print(f"{style:16} {error}")
    print(f"{'all':16} {_figures(total)}  in {len(paths)} files")


if __name__ == "__main__":
    main()
