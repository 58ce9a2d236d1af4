"""How many slips of our own passages are found, how many are mended, and how many of their right twins stay clean.

A line of data/slips.tsv has its half (`a` or `b`), the section (2 arithmetic, 3 one figure a thing, 4 calendar, 5 quotations, 6 source,
7 headline, 8 structure, 9 acronyms, 10 one form), `f` where one fix is possible and `-` where it is not, the passage with ⟦slip→right⟧
where ¶ ends a line, and the text of the source it quotes, if any. A slip is found where a finding that the twin lacks touches it or has
it as evidence; it is mended where a fix of such a finding makes the twin; a twin is clean where it has no error and no warning.

python bench/passages.py [FILE.tsv] [--half a] [--section 4] [--show]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from lintnews import Finding, Linter, Source
from lintnews.config import Settings
from lintnews.ledger.sources import Cited

HERE = Path(__file__).parent
SLIP = re.compile(r"⟦(.*?)→(.*?)⟧", re.S)


class Passage(NamedTuple):
    """One slip and its twin."""

    half: str
    section: str
    fixable: bool
    bad: str
    good: str
    at: tuple[int, int]
    source: str


def passages(path: Path) -> list[Passage]:
    """The passages of a file, in its order."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        half, section, fix, text, source = (*line.split("\t"), "")[:5]
        text = text.replace("¶", "\n") + "\n"
        slip = SLIP.search(text)
        assert slip, line
        bad, good = (text[: slip.start()] + slip[side] + text[slip.end() :] for side in (1, 2))
        out.append(Passage(half, section, fix == "f", bad, good, (slip.start(), slip.start() + len(slip[1])), source))
    return out


def findings(text: str, source: str) -> tuple[Finding, ...]:
    """What is found in a passage, which may quote a source."""
    name = "passage.md" if text.startswith("# ") else "passage.txt"
    return (Linter(Settings(sources=(Cited("source", source),))) if source else linter).check(Source(name, text)).findings


def row(passage: Passage, *, show: bool) -> Counter[str]:
    """What is counted for one passage."""
    clean = findings(passage.good, passage.source)
    had = Counter((f.rule, passage.good[slice(*f.span)]) for f in clean)
    start, end = passage.at
    hits = []
    for finding in findings(passage.bad, passage.source):
        had[key] = had[key := (finding.rule, passage.bad[slice(*finding.span)])] - 1
        spans = [finding.span, *(e.span for e in finding.evidence if e.span)]
        if had[key] < 0 and any(a <= end + 1 and b >= start - 1 for a, b in spans):
            hits.append(finding)
    fixed = any(passage.bad[: f.span.start] + fix + passage.bad[f.span.end :] == passage.good for f in hits for fix in f.fixes)
    stray = [f for f in clean if f.severity != "suggestion"]
    if show and (not hits or (passage.fixable and not fixed) or stray):
        print(f"§{passage.section}{passage.half} {passage.bad!r}\n   right: {passage.good[start : start + 60]!r}")
        for finding in hits:
            fixes = "; ".join(finding.fixes)
            print(f"   {finding.severity} {finding.rule} “{passage.bad[slice(*finding.span)]}” {finding.message} [{fixes}]")
        for finding in stray:
            print(f"   STRAY {finding.rule} “{passage.good[slice(*finding.span)]}” {finding.message}")
    return Counter(
        n=1,
        found=bool(hits),
        firm=any(f.severity != "suggestion" for f in hits),
        fixable=passage.fixable,
        fixed=passage.fixable and fixed,
        clean=not stray,
        quiet=not clean,
    )


def main() -> None:
    """Print a line for each section, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "data" / "slips.tsv")
    parser.add_argument("--half", default="")
    parser.add_argument("--section", default="")
    parser.add_argument("--show", action="store_true", help="print what is missed, not mended, or not clean")
    asked = parser.parse_args()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages(asked.file):
        if asked.half in ("", passage.half) and asked.section in ("", passage.section):
            count = row(passage, show=asked.show)
            tally[passage.section] += count
            tally["all"] += count
    print(f"{'section':8} {'n':>4} {'found':>6} {'firm':>6} {'fixed':>6} {'clean':>6} {'quiet':>6}")
    for name, t in sorted(tally.items(), key=lambda pair: (pair[0] == "all", pair[0].zfill(3))):
        shares = [
            t[what] / max(1, t[of]) for what, of in (("found", "n"), ("firm", "n"), ("fixed", "fixable"), ("clean", "n"), ("quiet", "n"))
        ]
        print(f"{name:8} {t['n']:4} " + " ".join(f"{share:6.2f}" for share in shares))


linter = Linter(Settings())

if __name__ == "__main__":
    main()
