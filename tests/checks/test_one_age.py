from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\nMarta Quillon, 41, runs the mill. "
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize("text", ["It closed, Marta Quillon, 44, said.", "So said the 44-year-old Quillon.", "Quillon is 44, she said."])
def test_another_age_is_reported(spotted: Spotted, text: str) -> None:
    assert spotted("one-age", HEAD + text) == ["44"]


@pytest.mark.parametrize(
    "text",
    [
        "It closed, Quillon, 41, said.",
        "When Quillon, 22, ran the weir, it was dry.",
        "“Quillon is 44,” he said.",
        "Quillon, 22 at the time, ran the weir.",
        "Oskar Brandt, 44, ran the weir.",
    ],
)
def test_an_age_of_another_time_or_person_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("one-age", HEAD + text) == []
