from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

BASE = FactBase.of(
    (
        fact("Marta Quillon", "born", "1970-05-02", "", "", "Martha Quillon"),
        fact("Karl Brandt", "born", "1970-05-02"),
        fact("Karl Brandt", "born", "1980-05-02"),
    ),
    {"given-names": ["Marta", "Martha", "Karl"], "surnames": ["Quillon", "Brandt"]},
)
Found = Callable[..., list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("listed-age")
    assert made is not None

    def find(text: str, day: str = "2020-06-10", **given: Any) -> list[Match]:
        return list(options.build(made, given).find(story(text + "\n", day, base=BASE)))

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Marta Quillon, 54, left.",
        "Dr. Martha Quillon, aged 54, left.",
        "Dr. Marta Quillon (54) left.",
        "The 54-year-old Dr. Marta Quillon left.",
        "Marta Quillon, 54, left. Dr. Quillon wept.",
    ],
)
def test_another_age_than_the_day_of_birth_gives_is_found(found: Found, text: str) -> None:
    (match,) = found(text)
    assert match.block.text[slice(*match.span)] == "54"
    assert (match.fixes, match.doubt) == (("50",), 0)
    assert match.evidence[0].fact
    assert match.words["born"] == "1970-05-02"


def test_an_age_off_by_one_and_a_person_without_a_title_are_doubted(found: Found) -> None:
    assert [m.doubt for m in found("Dr. Marta Quillon, 51, left.")] == [1]
    assert [m.doubt for m in found("Marta Quillon, 54, left.")] == [1]
    assert [m.doubt for m in found("Marta Quillon, 51, left.")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Marta Quillon, 50, left.",
        "Dr. Marta Quillon, 23, left.",
        "Dr. Marta Quillon left.",
        "Dr. Quillon, 54, left.",
        "Dr. Marta Brandt, 54, left.",
        "Dr. Karl Brandt, 54, left.",
        "Dr. Marta Quillon, 54,000 of whose books were sold, left.",
        "“Dr. Marta Quillon, 54, left,” they said.",
    ],
)
def test_the_right_age_a_namesake_and_other_numbers_are_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


def test_around_a_birthday_both_ages_are_right(found: Found) -> None:
    for age in (49, 50):
        assert found(f"Dr. Marta Quillon, {age}, left.", "2020-05-01") == []
    assert len(found("Dr. Marta Quillon, 50, left.", "2020-05-01", slack=0)) == 1


def test_far_is_an_option_and_a_story_without_a_day_is_not_checked(found: Found) -> None:
    assert found("Dr. Marta Quillon, 54, left.", far=3) == []
    assert found("Dr. Marta Quillon, 54, left.", "") == []
