"""Reports in, a line for each rule out: how often it found something, and how many of its findings can be fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from json import dumps

from lintnews.model import LintNewsError, Report
from lintnews.reporters import Page, Style
from lintnews.reporters._tally import Tally

_HEAD = ("findings", "fixable", "unsafe", "rule")


def write(reports: Iterable[Report], page: Page, form: str) -> None:
    """Write the counts, the greatest first: all findings, those with a safe fix, those with one that is not.

    Raises LintNewsError for a form that has no statistics.
    """
    if form not in ("text", "json"):
        raise LintNewsError(f"--statistics: there are none in the form `{form}`; take text or json")
    total, safe, unsafe, tally = Counter[str](), Counter[str](), Counter[str](), Tally()
    for report in reports:
        tally.take(report)
        for finding in report.findings:
            total[finding.rule] += 1
            safe[finding.rule] += finding.safe
            unsafe[finding.rule] += bool(finding.fixes) and not finding.safe
    rows = [(total[rule], safe[rule], unsafe[rule], rule) for rule in sorted(total, key=lambda rule: (-total[rule], rule))]
    if form == "json":
        page.put(dumps([dict(zip(_HEAD, row, strict=True)) for row in rows], indent=1) + "\n")
        return
    if rows:
        page.put(page.paint("  ".join(_HEAD), Style.DIM) + "\n")
    for *numbers, rule in rows:
        page.put("".join(f"{number:>{len(head)}}  " for number, head in zip(numbers, _HEAD, strict=False)) + f"{rule}\n")
    page.put("".join(f"{line}\n" for line in tally.lines(page)))
