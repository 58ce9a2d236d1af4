"""Findings in, a line of JSON out, and the way back: how they go to the cache and from one process to another.

What is read is held against the story: a place outside it, or a value of the wrong sort, makes it no finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from lintnews import record
from lintnews.model import Evidence, Fact, Finding, Severity, Sort, Span

_FACT = tuple(record.names(Fact))


class NoFindingsError(ValueError):
    """What was read are no findings in this story."""


def dumps(findings: Iterable[Finding]) -> str:
    """Findings as one line of JSON."""
    return json.dumps([_finding(finding) for finding in findings], separators=(",", ":"))


def loads(line: str | bytes, length: int) -> tuple[Finding, ...]:
    """The findings of such a line in a story of this length; raises NoFindingsError for what are none."""
    try:
        return tuple(_found(plain, length) for plain in json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NoFindingsError(str(error)) from None


def _finding(finding: Finding) -> list[Any]:
    evidence = [_evidence(each) for each in finding.evidence]
    return [
        finding.rule, finding.severity.value, finding.message, *finding.span, finding.fixes, evidence, finding.link, finding.safe,
        finding.sort, finding.reported,
    ]  # fmt: skip


def _evidence(evidence: Evidence) -> list[Any]:
    fact = [getattr(evidence.fact, name) for name in _FACT] if evidence.fact else None
    return [evidence.text, evidence.span, fact, evidence.link]


def _found(plain: list[Any], length: int) -> Finding:
    rule, severity, message, start, end, fixes, evidence, link, safe, sort, reported = plain
    if not isinstance(safe, bool):
        raise ValueError("no truth")
    shown = tuple(_seen(each, length) for each in evidence)
    span, mended, told = _span((start, end), length), tuple(map(_text, fixes)), None if sort is None else Sort(*map(_text, sort))
    said = None if reported is None else _span(reported, length)
    return Finding(_text(rule), Severity(severity), _text(message), span, mended, shown, _text(link), safe, told, said)


def _seen(plain: list[Any], length: int) -> Evidence:
    text, span, fact, link = plain
    return Evidence(_text(text), None, None if span is None else _span(span, length), None if fact is None else _fact(fact), _text(link))


def _fact(plain: list[Any]) -> Fact:
    values = dict(zip(_FACT, plain, strict=True))
    aliases = tuple(map(_text, values.pop("aliases")))
    return Fact(**{name: _text(value) for name, value in values.items()}, aliases=aliases)


def _span(plain: Any, length: int) -> Span:
    start, end = plain
    if not (type(start) is int and type(end) is int and 0 <= start <= end <= length):
        raise ValueError("no place in the story")
    return Span(start, end)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value
