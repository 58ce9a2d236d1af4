from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
ORDER = ["born", "arrested", "charged|indicted", "died"]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("She was born in 1950 and died in 1940.", "died in 1940"),
        ("She was born on May 4, 1950, in Ludgrave. She died on May 3, 1950.", "died on May 3, 1950"),
        ("He was charged on May 9 and arrested on May 12.", "arrested on May 12"),
        ("He was arrested May 12 and indicted May 9.", "indicted May 9"),
    ],
)
def test_steps_in_an_order_that_they_cannot_have_are_reported(spotted: Spotted, text: str, span: str) -> None:
    assert spotted("event-order", HEAD + text, "2021-06-10", order=ORDER) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "She was born in 1950 and died in 2010.",
        "She was born in 1950. Her son died in 1940.",
        "She died in 2010 and was born in 1950.",
        "He was arrested on May 9 and charged on May 12.",
        "He was not arrested on May 12; he was charged on May 9.",
        "He was charged on May 9 and arrested 12 times.",
    ],
)
def test_steps_that_may_be_right_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("event-order", HEAD + text, "2021-06-10", order=ORDER) == []


def test_days_without_a_year_in_a_story_without_a_date_are_of_one_year_where_they_are_near(spotted: Spotted) -> None:
    assert spotted("event-order", HEAD + "He was charged on May 9 and arrested on May 12.", order=ORDER) == ["arrested on May 12"]
    assert spotted("event-order", HEAD + "He was arrested on Dec. 9 and charged on Jan. 12.", order=ORDER) == []
    assert spotted("event-order", HEAD + "He was arrested on May 12 and charged on May 9, 2031.", order=ORDER) == []
