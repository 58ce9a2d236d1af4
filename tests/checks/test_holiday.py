from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lintnews import options
from lintnews.checks.holiday import Check, _on
from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
FEASTS = {"Harvest Day": "4 Thursday November", "Good Friday": "easter -2", "New Year's Day": "January 1", "May Bank": "last Monday May +1"}
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("It shut on Harvest Day, Nov. 23, 2018.", ("Nov. 22, 2018",), 0),
        ("It shut on Nov. 23, 2018, Harvest Day.", ("Nov. 22, 2018",), 0),
        ("It shut on Good Friday (1 April 2018).", (), 0),
        ("It shut on New Year’s Day, Jan. 2.", ("Jan. 1",), 1),
        ("It shut on New Year's Day, June 2, 2018.", (), 1),
        ("Harvest Day falls on Nov. 23, 2018.", ("Nov. 22, 2018",), 0),
    ],
)
def test_a_feast_on_another_day_is_reported(matches: Matches, text: str, fixes: tuple[str, ...], doubt: int) -> None:
    (found,) = matches("holiday", HEAD + text, "2019-01-10", feasts=FEASTS)
    assert (found.fixes, found.doubt) == (fixes, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "It shut on Harvest Day, Nov. 22, 2018, and on Good Friday, March 30, 2018.",
        "It shut before Harvest Day, on Nov. 20, 2018.",
        "It shut on Harvest Day and on Nov. 20, 2018.",
        "It shut on Harvest Day. Nov. 20, 2018, was dry.",
    ],
)
def test_a_feast_on_its_day_or_not_beside_a_date_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("holiday", HEAD + text, "2019-01-10", feasts=FEASTS) == []


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2008, date(2008, 3, 23)), (2019, date(2019, 4, 21)), (2038, date(2038, 4, 25))],
)
def test_easter_is_on_its_day(year: int, day: date) -> None:
    assert _on("easter", year) == day


def test_the_last_of_a_month_and_a_day_after_it() -> None:
    assert _on("last Monday May +1", 2021) == date(2021, 6, 1)


@pytest.mark.parametrize("rule", ["Dec 25th", "5 Monday February", "June 31", "someday"])
def test_a_day_that_cannot_be_read_is_refused(rule: str) -> None:
    with pytest.raises(OptionError, match="is no day"):
        options.build(Check, {"feasts": {"Weir Day": rule}})
