from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import clock
from lintnews.model import Match

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "given", "fix"),
    [
        ("It ran from 7 p.m. to 9:30 p.m., four hours.", "four hours", "two and a half hours"),
        ("For three hours, from 9:00 to 11:00, it rained.", "three hours", "two hours"),
        ("It began at 9 p.m. and was out 40 minutes later, at 10:05 p.m.", "40 minutes", "1 hour and 5 minutes"),
        ("It opened at 11 p.m. and shut at 2 a.m., half an hour later.", "half an hour", "three hours"),
        ("The doors open at 11 a.m., two hours before the noon show.", "two hours", "one hour"),
        ("It starts at noon in New York, or 4 a.m. in London.", "4 a.m.", "5 p.m."),
        ("It airs at 8 p.m. Eastern (6 p.m. Pacific).", "6 p.m.", "5 p.m."),
    ],
)
def test_times_that_do_not_agree_are_found(matches: Matches, text: str, given: str, fix: str) -> None:
    (found,) = matches("clock", f"Head of it\n\n{text}")
    assert (found.words["given"], found.fixes) == (given, (fix,))


@pytest.mark.parametrize(
    "text",
    [
        "It ran from 7 p.m. to 9:30 p.m., two and a half hours.",
        "It ran from 7 p.m. to 9:10 p.m., two hours.",
        "It ran from 7 p.m. to 9:30 p.m., about three hours.",
        "The plane left at 9 a.m. and landed at 8 a.m., three hours later.",
        "The bar is open from 6 p.m. to 2 a.m., buses from 5 a.m. to 1 a.m.",
        "It starts at noon in New York, or 4 p.m. in London, and at 8 p.m. ET (5 p.m. PT).",
        "It went on from 6 a.m. to 6 a.m., for 24 hours.",
    ],
)
def test_times_that_agree_are_left_alone(matches: Matches, text: str) -> None:
    assert matches("clock", f"Head of it\n\n{text}") == []


def test_a_range_of_all_but_a_day_ends_in_the_other_half(matches: Matches) -> None:
    (found,) = matches("clock", "Head of it\n\nIt is open from 3 p.m. to 2 p.m. daily.")
    assert found.fixes == ("from 3 p.m. to 2 a.m.",)


def test_times_are_printed_as_copy_has_them() -> None:
    assert [clock.printed(at) for at in (0, 570, 720, 1380, 1500)] == ["midnight", "9:30 a.m.", "noon", "11 p.m.", "1 a.m."]


def test_what_starts_and_ends_lasts_as_long(matches: Matches) -> None:
    assert matches("clock", "The film starts at 7 p.m. and ends at 9 p.m.; it runs for three hours.")
    assert not matches("clock", "The film starts at 7 p.m. and ends at 9 p.m.; it runs for two hours.")


def test_a_shop_is_not_open_all_night(matches: Matches) -> None:
    (found,) = matches(
        "clock", "Head of it\n\nThe store is open from 9 a.m. to 5 a.m. on weekdays. The bar is open from 9 a.m. to 5 a.m. too."
    )
    assert found.fixes == ("from 9 a.m. to 5 p.m",)
