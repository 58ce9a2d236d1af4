"""A finding and its source in, what it is known by when the story around it has changed out: its rule, its words, its neighbours."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Finding, Report, Source

#: Words on either side that count, and the characters in which they are looked for.
_NEAR, _REACH = 4, 200
#: The longest words that are kept as they are.
_LONGEST = 120


class Print(NamedTuple):
    """What a finding is known by; white space is single blanks."""

    rule: str
    words: str
    before: str
    after: str


def of(source: Source, finding: Finding) -> Print:
    """The print of a finding. Where nothing is marked, for something is missing there, the message stands for the words."""
    start, end = finding.span
    words = " ".join(source.text[start:end].split()) or f"({' '.join(finding.message.split())})"
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 20]}… {hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    before = source.text[max(0, start - _REACH) : start].split()[-_NEAR:]
    after = source.text[end : end + _REACH].split()[:_NEAR]
    return Print(finding.rule, words, " ".join(before), " ".join(after))


def unique(report: Report, path: str) -> Iterator[str]:
    """A fingerprint for each finding of a report, as hexadecimal; no two of a path are the same."""
    seen: Counter[Print] = Counter()
    for finding in report.findings:
        known = of(report.source, finding)
        text = "\0".join((path, *known, str(seen[known])))
        seen[known] += 1
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
