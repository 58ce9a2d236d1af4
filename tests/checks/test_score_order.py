from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "score-order"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("The bill passed 41-59 on Tuesday.", [("59-41",)]),
        ("The bill passed the Senate 41–59 on Tuesday.", [("59–41",)]),
        ("The bill passed 59-41 on Tuesday.", []),
        ("The bill passed in 2009-10, after 3 years.", []),
        ("They won after a 0-2 start.", []),
        ("They won the set. A 2-6 vote followed.", []),
    ],
)
def test_a_smaller_figure_that_stands_first_is_found(matches: Matches, text: str, fixes: list[tuple[str, ...]]) -> None:
    assert [match.fixes for match in matches(KIND, text, verbs=["passed", "won"])] == fixes
