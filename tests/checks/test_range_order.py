from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("She ruled from 2015 until 2011.", "from 2011 until 2015"),
        ("She ruled between 2015 and 2011.", "between 2011 and 2015"),
        ("The war of 1948–1945 was long.", "1945–1948"),
        ("It is for workers aged between 65 and 18.", "aged between 18 and 65"),
        ("It costs between $50 and $20.", "between $20 and $50"),
        ("It costs between $50 and $20 million.", "between $20 and $50 million"),
        ("It grew between 5 percent and 3 percent.", "between 3 percent and 5 percent"),
        ("It has between 50 and 20 members.", "between 20 and 50 members"),
    ],
)
def test_a_range_that_runs_backward_is_turned_round(matches: Matches, text: str, fix: str) -> None:
    (found,) = matches("range-order", HEAD + text)
    assert fix.startswith(found.fixes[0])
    assert fix[: found.span.end - found.span.start] == found.fixes[0]


@pytest.mark.parametrize(
    "text",
    [
        "She ruled from 2011 until 2015, in 1948–49 and between 2011 and 2015.",
        "It fell from 50 to 20 and from $50 to $20.",
        "The gap between 50 percent and 20 percent is wide.",
        "Call 2015-2011-4, or flight 1998-1950X.",
        "It costs between $50 and $20,000, or between $900 and $2 million.",
    ],
)
def test_a_range_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("range-order", HEAD + text) == []


def test_days_of_one_month_run_on(matches: Callable[..., list[Match]]) -> None:
    (found,) = matches("range-order", "Head of it\n\nThe fair, Jan. 20-15, is free. The other, Jan. 15-20, is not.")
    assert found.fixes == ("Jan. 15-20",)
