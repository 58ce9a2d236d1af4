from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The bridge will open on June 3.", "will open on June 3"),
        ("The bridge will be closed Wednesday, June 2.", "will be closed Wednesday, June 2"),
        ("The firm will publish its results on Sept. 2, 2020.", "will publish its results on Sept. 2, 2020"),
        ("The trial is set to begin on June 3.", "is set to begin on June 3"),
        ("The council met on June 23.", "met on June 23"),
        ("She was arrested on June 23.", "was arrested on June 23"),
    ],
)
def test_a_tense_that_the_day_denies_is_reported(spotted: Spotted, text: str, span: str) -> None:
    assert spotted("story-tense", HEAD + text, "2021-06-10") == [span]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open on June 23 and opened on June 3.",
        "The bridge will open on June 9.",
        "The bridge will open on Jan. 3.",
        "“It will open on June 3,” he said.",
        "He will be tried over the fire of June 3.",
        "He will speak for the first time since June 3.",
        "The council met to set a vote for June 23.",
        "The council won a delay until June 23.",
    ],
)
def test_a_tense_that_may_be_right_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("story-tense", HEAD + text, "2021-06-10") == []


def test_a_story_without_a_day_has_no_tense(spotted: Spotted) -> None:
    assert spotted("story-tense", HEAD + "The bridge will open on June 3, 2020.") == []
