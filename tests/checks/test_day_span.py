from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The trial began in September 2021 and ended in March 2022, eight months later.", "six"),
        ("The strike began on Oct. 3 and ended on Oct. 17, 3 weeks later.", "2"),
        ("It was shut from 2 May to 16 May, three weeks.", "two"),
        ("No rain fell from January through June, a period of nine months.", "six"),
        ("It was shut between Dec. 20 and Jan. 3. The four-week break was the first.", "two"),
        ("The siege began on April 5, 1992, and lasted until Feb. 29, 1996, nearly three years.", "four"),
        ("It opened in May 2015 and, three years later, in May 2020, it burned. It was sold.", "five"),
    ],
)
def test_a_span_that_the_days_deny_is_found(matches: Matches, text: str, fix: str) -> None:
    (found,) = matches("day-span", f"Head of it\n\n{text}")
    assert found.fixes == (fix,)


@pytest.mark.parametrize(
    "text",
    [
        "The trial began in September 2021 and ended in March 2022, six months later.",
        "It was shut from May 2 to May 16, about two and a half weeks, and from May 2 to May 16, 14 days.",
        "It was shut from May 2 to May 16, three weeks later than planned.",
        "The siege began on April 5, 1992, and lasted until Feb. 29, 1996, more than three years.",
        "It was built from June 2018 to April 2019.",
        "It was shut from Feb. 30 to May 16, three weeks.",
        "It is open from June to August, three months a year. It ran from May 1 to May 4, a four-day fair.",
        "It was shut from May 2 to May 16, 0 days.",
    ],
)
def test_a_span_that_the_days_allow_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("day-span", f"Head of it\n\n{text}") == []


def test_a_range_that_ends_before_it_begins_is_found(matches: Matches) -> None:
    (found,) = matches("day-span", "Head of it\n\nIt was built from June 2018 to April 2018. It ran from May to April.")
    assert found.words["message"] == "April 2018 is before June 2018"
