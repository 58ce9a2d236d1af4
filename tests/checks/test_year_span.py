from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("She has led it for 12 years, since 2012.", ("9",), 0),
        ("She has led it since 2012, for 12 years.", ("9",), 0),
        ("She has led it for twelve years, since May 2012.", ("nine",), 0),
        ("The fire of 1971, 40 years ago, was bad.", ("50",), 0),
        ("Ten years ago, in 2005, it burned.", ("Sixteen",), 0),
        ("The town marks the 50th anniversary of the 1970 fire.", (), 1),
        ("The town marks the 40th anniversary of the 1971 fire.", ("50",), 0),
        ("The 30-year-old company, founded in 1981, closed.", ("40",), 0),
        ("He ruled for eight years, from 2011 to 2015.", ("four",), 0),
        ("He ruled from 2011 to 2015, a span of eight years.", ("four",), 0),
        ("She has led it for more than 12 years, since 2012.", ("9",), 0),
    ],
)
def test_a_span_that_the_years_deny_is_reported(matches: Matches, text: str, fixes: tuple[str, ...], doubt: int) -> None:
    found = matches("year-span", HEAD + text, "2021-05-01")
    assert [(match.fixes, match.doubt) for match in found] == [(fixes, doubt)]


@pytest.mark.parametrize(
    "text",
    [
        "She has led it for nine years, since 2012, and for eight years, since 2012.",
        "She has led it for nearly 10 years, since 2012.",
        "She has led it for more than 8 years, since 2012.",
        "Next year it will mark the 51st anniversary of the 1971 fire.",
        "“I have led it for 12 years, since 2012,” she said.",
        "He ruled for four years, from 2011 to 2015.",
        "It was the worst fire in 12 years, and 2012 was dry.",
        "The 12-year-old was born in 2009.",
    ],
)
def test_a_span_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("year-span", HEAD + text, "2021-05-01") == []


def test_a_story_without_a_day_has_no_span_to_it(matches: Matches) -> None:
    assert matches("year-span", HEAD + "She has led it for 12 years, since 2012.") == []
