from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fire this month, on June 28, killed two.", "2021-07-01"),
        ("The court will rule this month, on June 3.", "2021-05-31"),
        ("The strike began last month, on Jan. 20.", "2021-03-01"),
        ("They spoke of this month's vote on May 30.", "2031-06-01"),
    ],
)
def test_a_month_that_the_day_is_not_in_is_reported(spotted: Spotted, text: str, day: str) -> None:
    assert spotted("month-word", HEAD + text, day) == [next(f"{w} month" for w in ("this", "last") if f"{w} month" in text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fire last month, on June 28, killed two.", "2021-07-01"),
        ("The fire this month, on June 28, killed two.", ""),
        ("The council meets this month. On June 28 it rained.", "2021-07-01"),
        ("The term begins next month and lasted until June 28 before.", "2021-07-01"),
    ],
)
def test_the_right_month_and_a_day_of_something_else_are_left_alone(spotted: Spotted, text: str, day: str) -> None:
    assert spotted("month-word", HEAD + text, day) == []
