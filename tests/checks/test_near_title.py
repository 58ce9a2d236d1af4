from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]
TITLES = ["On My Way to Where", "The Lord of the Flies", "Jane Eyre", "Her Father's House"]


@pytest.mark.parametrize("title", ["On the Way to Where", "On My Long Way to Where", "On Way to Where", "The Lord of Flies"])
def test_a_word_wrong_too_many_or_too_few_is_a_slip(spotted: Spotted, title: str) -> None:
    assert spotted("near-title", f"She read “{title}” in May.", titles=TITLES) == [title]


@pytest.mark.parametrize("title", ["On my way to where", "Her Father’s House", "Jane Air", "On the Road to Ruin"])
def test_a_listed_title_a_short_one_and_another_one_are_left_alone(spotted: Spotted, title: str) -> None:
    assert spotted("near-title", f"She read “{title}” in May.", titles=TITLES) == []


def test_a_title_without_marks_is_not_looked_at(spotted: Spotted) -> None:
    assert spotted("near-title", "She was on the Way to Where.", titles=TITLES) == []
