from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]


def test_another_day_than_the_bodys_is_reported_with_the_bodys(matches: Matches) -> None:
    (match,) = matches("headline-day", "School to reopen Tuesday\n\nThe school will reopen on Monday, its head said.")
    assert (match.fixes, match.words) == (("Monday",), {"match": "Tuesday", "other": "Monday"})


def test_another_month_is_reported(matches: Matches) -> None:
    (match,) = matches("headline-day", "Vote on pier set for May\n\nThe council will vote on the pier in June, its leader said.")
    assert match.fixes == ("June",)


@pytest.mark.parametrize(
    "body",
    [
        "The head said on Monday that the school would reopen on Tuesday.",
        "The school will reopen on Monday or on Wednesday.",
        "The school will reopen soon.",
    ],
)
def test_a_body_with_the_day_or_with_none_or_two_others_says_nothing(matches: Matches, body: str) -> None:
    assert not matches("headline-day", f"School to reopen Tuesday\n\n{body}")


def test_a_date_on_that_weekday_or_a_word_for_the_storys_day_clears_it(matches: Matches) -> None:
    head = "---\ndate: 2024-03-14\n---\n"
    assert not matches("headline-day", f"{head}School to reopen Tuesday\n\nIts head said Monday that it will reopen on March 19.")
    assert not matches("headline-day", f"{head}School reopens Friday\n\nIts head said on Monday that it will reopen tomorrow.")
    assert not matches("headline-day", "School to reopen Tuesday\n\nIts head said Monday that it will reopen on March 19.")


def test_days_with_a_name_are_no_days_of_the_week(matches: Matches) -> None:
    assert not matches("headline-day", "Shops ready for Black Friday\n\nThe shops open on Monday.")
