from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"


@pytest.mark.parametrize(
    "text", ["on June 31.", "on 31 June 2019", "her March 32 letter", "until Feb. 30", "Feb. 29, 2019", "Friday, April 31"]
)
def test_a_day_that_no_calendar_has_is_sure(matches: Callable[..., list[Match]], text: str) -> None:
    (found,) = matches("calendar-date", HEAD + text)
    assert found.doubt == 0


def test_before_a_plural_noun_it_is_doubted(matches: Callable[..., list[Match]]) -> None:
    (found,) = matches("calendar-date", HEAD + "By June 31 ships had passed.")
    assert found.doubt == 1


@pytest.mark.parametrize(
    "text", ["In June 31 ships passed.", "By May 60 had passed.", "on Feb. 29", "Feb. 29, 2020", "March 32,000", "last June 45 of them"]
)
def test_counts_and_leap_days_are_left_alone(spotted: Callable[..., list[str]], text: str) -> None:
    assert spotted("calendar-date", HEAD + text, "2019-05-01") == []
