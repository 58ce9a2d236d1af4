from __future__ import annotations

import json
from typing import Any

import pytest
from records import fact

from lintnews import plain
from lintnews.model import Evidence, Finding, Severity, Span

FACT = fact("A", "named", "city", "2019", "", "B", note="n", review="2024-01")
FINDINGS = (
    Finding("a.b", Severity.ERROR, "“x” → y\n", Span(2, 2), ("z", ""), (), "https://example.org", True),
    Finding("a", Severity.SUGGESTION, "half a character: \udc80", Span(0, 9)),
    Finding(
        "c.d", Severity.WARNING, "", Span(1, 9), (),
        (Evidence("there", None, Span(0, 3)), Evidence("", None, None, FACT, "l")),
    ),
)  # fmt: skip


def test_findings_come_back_as_they_were() -> None:
    line = plain.dumps(FINDINGS)
    assert "\n" not in line
    assert plain.loads(line, 9) == FINDINGS


def test_no_findings_come_back_as_none() -> None:
    assert plain.loads(plain.dumps(()), 0) == ()


def _spoilt(*path: int, value: Any) -> str:
    values = json.loads(plain.dumps(FINDINGS))
    at = values
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(values)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((0,), None), ((0,), []), ((0, 0), 3), ((0, 1), "grave"), ((0, 2), None), ((0, 3), -1), ((0, 4), 10), ((0, 4), 1), ((0, 3), True),
        ((0, 3), 1.0), ((0, 5), [1]), ((0, 5), None), ((0, 6), [[]]), ((0, 7), {}), ((0, 8), 1), ((2, 6, 0, 1), [0, 99]),
        ((2, 6, 0, 1), "no"), ((2, 6, 1, 2), ["A"]), ((2, 6, 1, 2), "named"), ((2, 6, 1, 2, 0), 7), ((2, 6, 1, 2, 7), [7]),
        ((2, 6, 1, 2, 7), None), ((2, 6, 0), "note"),
    ],
)  # fmt: skip
def test_what_is_no_finding_in_this_story_is_refused(path: tuple[int, ...], value: Any) -> None:
    with pytest.raises(plain.NoFindingsError):
        plain.loads(_spoilt(*path, value=value), 9)


@pytest.mark.parametrize("line", ["", "{", "3", '{"a": 1}', "[" * 100_000, b"\xff"])
def test_what_is_no_list_of_findings_is_refused(line: str | bytes) -> None:
    with pytest.raises(plain.NoFindingsError):
        plain.loads(line, 9)
