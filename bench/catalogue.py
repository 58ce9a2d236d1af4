"""How much of the catalogue of house style is there: rows with a rule, by group, and the pairs of passages told apart.

A row of catalogue.tsv has its code, the houses that hold the convention, and the convention. A rule names in its `source` the rows
that it checks. A line of pairs/<GROUP>.txt is `CODE | bad passage, its slip in [[ ]] | good passage`; ¶ is the end of a line. A pair
counts where something is found at the slip and nothing in the good passage, in the profile of the houses (`ap`, `guardian`, `bbc`, `uk`,
`reuters`) or without one.

python bench/catalogue.py [--show] [--missing] [CODE or GROUP ...]
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.model import Finding, Span

HERE = Path(__file__).parent
CODE = re.compile(r"\b[A-Z]{3}-\d\d\b")
#: A house's letter, and the profile of houses like it; what is held everywhere needs none.
PROFILES = {"A": "ap", "G": "guardian", "B": "bbc", "UK": "uk", "R": "reuters"}


class Row(NamedTuple):
    """One convention."""

    code: str
    houses: str
    convention: str

    @property
    def group(self) -> str:
        return self.code[:3]

    @property
    def profile(self) -> str:
        if self.group == "LAW" or "L" in self.houses.split():
            return "law"
        return next((PROFILES[house] for house in self.houses.split() if house in PROFILES), "")


def rows() -> list[Row]:
    """The catalogue, in its order."""
    return [Row(*line.split("\t")) for line in (HERE / "catalogue.tsv").read_text(encoding="utf-8").splitlines()]


def pairs(group: str) -> list[tuple[str, str, Span, str]]:
    """The pairs of a group: code, bad passage, the place of its slip, good passage."""
    path, out = HERE / "pairs" / f"{group}.txt", []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        code, bad, good = (part.strip().replace("¶", "\n") for part in line.split(" | "))
        start, end = bad.index("[["), bad.index("]]") - 2
        out.append((code, bad.replace("[[", "").replace("]]", ""), Span(start, end), good))
    return out


@cache
def linter(profile: str) -> Linter:
    """A linter with the profile, or with the pack `law` alone."""
    return Linter(Settings(select=("law",)) if profile == "law" else Settings(profile=profile))


def findings(text: str, profile: str) -> tuple[Finding, ...]:
    """What is found in a passage."""
    return linter(profile).check(Source("passage.txt", text + "\n")).findings


def told_apart(row: Row, bad: str, slip: Span, good: str, *, show: bool) -> bool:
    """Whether the slip is found and the good passage is clean."""
    there = [f for f in findings(bad, row.profile) if f.span.overlaps(slip) or f.span.start == slip.start]
    stray = findings(good, row.profile)
    if show and not there:
        print(f"{row.code} {row.profile or 'default'}: nothing at “{bad[slip.start : slip.end]}” in: {bad!r}")
    for finding in stray if show else ():
        print(f"{row.code} {row.profile or 'default'}: {finding.rule} “{good[slice(*finding.span)]}” in good: {good!r}")
    return bool(there) and not stray


def main() -> None:
    """Print a line for each group, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is found in good passages")
    parser.add_argument("--missing", action="store_true", help="print the rows without a rule")
    asked = parser.parse_args()
    covered = {code for rule in linter("").packs.rules for code in CODE.findall(rule.source)}
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in rows():
        by_group[row.group].append(row)
    total = [0, 0, 0, 0]
    for group, members in by_group.items():
        if asked.codes and not any(code.startswith(group) for code in asked.codes):
            continue
        by_code = {row.code: row for row in members}
        known = [pair for pair in pairs(group) if not asked.codes or any(pair[0].startswith(code) for code in asked.codes)]
        right = sum(told_apart(by_code[code], bad, slip, good, show=asked.show) for code, bad, slip, good in known)
        counts = [len(covered & by_code.keys()), len(members), right, len(known)]
        total = [a + b for a, b in zip(total, counts, strict=True)]
        print("{}: {} of {} rows have a rule; {} of {} pairs told apart".format(group, *counts))
        if asked.missing:
            print("  without: " + ", ".join(sorted(by_code.keys() - covered)))
    print("all: {} of {} rows have a rule; {} of {} pairs told apart".format(*total))


if __name__ == "__main__":
    main()
