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
        ("The town marks the 40th anniversary of the 1971 fire.", ("50th",), 0),
        ("The 30-year-old company, founded in 1981, closed.", ("40",), 0),
        ("He ruled for eight years, from 2011 to 2015.", ("four",), 0),
        ("He ruled from 2011 to 2015, a span of eight years.", ("four",), 0),
        ("She has led it for more than 12 years, since 2012.", ("9",), 0),
        ("The mill, which opened in 1921, celebrates its 150th anniversary this week.", ("100th",), 0),
        ("The mill was founded in 1921. On Monday it celebrated its 90th anniversary.", ("100th",), 0),
        ("The Becks, married in May 1964, kept their 50th wedding anniversary in May 2020.", ("56th",), 0),
        ("The chapel, built in 1642, is the oldest 16th-century building there.", ("17th",), 1),
        ("It was built in 1934, during the boom of the 1920s.", ("1930s",), 1),
        ("The mill marks its 90th anniversary since it opened in 1921.", ("100th",), 0),
        ("It took effect in 2015, two years after it was passed in 2010.", ("five",), 0),
        ("Ten years after the flood of 1995, in 2009, it was raised.", ("Fourteen",), 0),
        ("He was born in 1950 and died in 2010 at the age of 70.", ("60",), 0),
        ("Born on May 3, 1980, she died on June 1, 2020. She was 38.", (), 1),
        ("The 17th-century mill, built in 1580, burned.", ("16th",), 1),
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
        "The mill, which opened in 1921, will celebrate its 101st anniversary next year.",
        "It took effect in 2015, five years after it was passed in 2010. Ten years after the flood of 1995, in 2005, it was raised.",
        "Born in 1950, he died in 2010 at 59. Born in 1950, he died in 2010 at 60.",
        "The 17th-century mill, built in 1680, and the 18th-century mill, built in 1700, burned.",
    ],
)
def test_a_span_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("year-span", HEAD + text, "2021-05-01") == []


def test_a_story_without_a_day_has_no_span_to_it(matches: Matches) -> None:
    assert matches("year-span", HEAD + "She has led it for 12 years, since 2012.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The war came 19 years after the 1990 fire, in 2001.", ["19"]),
        ("In 2001, 11 years after the 1990 fire, the war came.", []),
        ("She served two four-year terms, from 2001 to 2005.", ["four"]),
        ("She served two four-year terms, from 2001 to 2009.", []),
        ("She was elected in 2018 to a four-year term that ends in 2020.", ["four"]),
    ],
)
def test_years_between_two_years_are_worked_out(matches: Callable[..., list[Match]], text: str, found: list[str]) -> None:
    assert [match.words["given"] for match in matches("year-span", f"Head of it\n\n{text}")] == found
