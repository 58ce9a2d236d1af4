from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


def test_a_holder_whose_office_the_story_never_tells_is_reported(spotted: Spotted) -> None:
    assert spotted("without-post", HEAD + "Marta Quillon arrived on Thursday.", "2020-06-10") == ["Marta Quillon"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Minister of Rivers Marta Quillon arrived on Thursday.", "2020-06-10"),
        ("Marta Quillon arrived on Thursday. The minister was late.", "2020-06-10"),
        ("Marta Quillon arrived on Thursday.", "2024-06-10"),
        ("Marta Quillon arrived on Thursday.", ""),
        ("Anna Novak arrived on Thursday.", "2020-06-10"),
        ("“Marta Quillon arrived,” he said.", "2020-06-10"),
    ],
)
def test_an_office_told_or_over_and_an_unknown_name_are_left_alone(spotted: Spotted, text: str, day: str) -> None:
    assert spotted("without-post", HEAD + text, day) == []


def test_the_famous_need_no_office(spotted: Spotted) -> None:
    assert spotted("without-post", HEAD + "Marta Quillon arrived.", "2020-06-10", famous=["Marta Quillon"]) == []
