"""Reports in, the lines that count them out: findings by severity, and what could be fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lintnews.model import Report, Severity
from lintnews.reporters import Page, Style


class Tally:
    """What a run has found so far."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def take(self, report: Report) -> None:
        """Count a report."""
        counts = self._counts
        counts["stories"] += 1
        counts["with"] += bool(report.findings)
        for finding in report.findings:
            counts[finding.severity] += 1
            counts["safe"] += finding.safe
            counts["unsafe"] += bool(finding.fixes) and not finding.safe

    def lines(self, page: Page) -> Iterator[str]:
        """What was found, and what of it can be fixed; nothing when there was no story."""
        counts = self._counts
        total = sum(counts[severity] for severity in Severity)
        if total:
            sorts = ", ".join(count(counts[severity], severity) for severity in reversed(Severity) if counts[severity])
            found = page.paint(f"Found {count(total, 'finding')}", Style.BOLD)
            yield f"{found} ({sorts}) in {count(counts['with'], 'story')}"
            yield from self._fixable()
        elif counts["stories"]:
            yield page.paint(f"No findings in {count(counts['stories'], 'story')}", Style.NEW)

    def _fixable(self) -> Iterator[str]:
        safe, unsafe = self._counts["safe"], self._counts["unsafe"]
        told = [f"{safe} fixable with --fix"] if safe else []
        told += [f"{unsafe} {'more' if safe else 'fixable'} with --unsafe-fixes"] if unsafe else []
        if told:
            yield ", ".join(told)


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 story`, `2 stories`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
