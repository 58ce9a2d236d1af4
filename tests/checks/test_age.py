from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Jon Ruud, 31, who was born in 1976, rows.", 0),
        ("Jon Ruud, 41, born in 1976, rows.", 1),
        ("The 30-year-old clerk, who was born in Ostby in 1976, rows.", 0),
        ("Born on May 3, 1976, Ruud is 30.", 0),
        ("Ruud, aged 43, born on May 3, 1976, rows.", 1),
        ("Ruud, 43, born 3 May 1976, rows.", 1),
    ],
)
def test_an_age_that_the_birth_year_denies_is_reported(matches: Matches, text: str, doubt: int) -> None:
    (found,) = matches("age", HEAD + text, "2019-02-11")
    assert found.doubt == doubt


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ruud, 42, who was born in 1976, rows.",
        "Jon Ruud, 43, who was born in 1976, rows.",
        "Jon Ruud, 42, born on May 3, 1976, rows.",
        "Ruud, 30, said the lock, born in 1976, was old.",
        "Born on May 3, 1976, Ruud is 30 miles off.",
        "A boy, 3, born in 2044, rows.",
    ],
)
def test_an_age_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("age", HEAD + text, "2019-02-11") == []


def test_a_story_without_a_day_is_not_checked(matches: Matches) -> None:
    assert matches("age", HEAD + "Jon Ruud, 31, who was born in 1976, rows.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Roe (1950-2010) died at 45.", ["45"]),
        ("Roe (1950-2010) died at 59.", []),
    ],
)
def test_a_life_and_the_age_at_its_end_are_held_together(matches: Callable[..., list[Match]], text: str, found: list[str]) -> None:
    assert [match.words["age"] for match in matches("age", f"Head of it\n\n{text}")] == found


def test_a_birth_before_the_age_and_a_life_told_in_full_are_read(matches: Matches) -> None:
    assert matches("age", "---\ndate: 2024-03-14\n---\nBorn in 1980, the 54-year-old actor has made 30 films.")
    assert not matches("age", "---\ndate: 2024-03-14\n---\nBorn in 1980, the 44-year-old actor has made 30 films.")
    assert matches("age", "He was born on May 2, 1950, and died on June 3, 2020, at the age of 60.")
    assert not matches("age", "He was born on May 2, 1950, and died on June 3, 2020, at the age of 70.")
