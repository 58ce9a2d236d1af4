from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


def test_the_fix_keeps_the_form_of_the_weekday(matches: Matches) -> None:
    (long,) = matches("weekday", HEAD + "It fell on Monday, May 1, 2018.")
    (short,) = matches("weekday", HEAD + "It fell on Mon. May 1, 2018.")
    assert (long.fixes, short.fixes) == (("Tuesday, May 1, 2018",), ("Tue. May 1, 2018",))


def test_without_a_year_the_match_is_doubted(matches: Matches) -> None:
    (found,) = matches("weekday", HEAD + "It fell on Friday, May 1.", "2018-05-04")
    assert found.doubt == 1


def test_a_weekday_that_another_year_explains_is_a_matter_of_judgement(matches: Matches) -> None:
    (found,) = matches("weekday", HEAD + "It fell on Monday, May 1.", "2018-05-04")
    assert (found.doubt, found.fixes) == (2, ("Tuesday, May 1",))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on Friday, May 1.", ""),
        ("It fell on Monday, May 1.", "2018-05-14"),
        ("It fell on Monday the May 1 crew came.", "2018-05-04"),
        ("It fell on Friday, May 1.", "2018-12-04"),
        ("It fell on Tuesday, May 1, 2018.", ""),
        ("It fell on Friday, February 30, 2018.", ""),
    ],
)
def test_what_cannot_be_told_is_left_alone(matches: Matches, text: str, day: str) -> None:
    assert matches("weekday", HEAD + text, day) == []
