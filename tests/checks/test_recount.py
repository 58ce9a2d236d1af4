from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The blast killed six miners. The bodies of the eight miners were found.", "eight"),
        ("The fire burned 300 homes. The 330 homes burned were new.", "330"),
        ("Police said 14 people were injured. The 12 injured people went home.", "12"),
        ("It drew 18,000 fans. The 81,000 fans left.", "81,000"),
        ("A ferry carrying 61 people capsized. Of them 49 of the 71 people on board were rescued.", "71"),
        ("It lost 14 men. The 41 men were named. The 41 men had families.", "14"),
        ("The firm has 2,000 workers. The firm's 2,500 workers will strike.", "2,500"),
    ],
)
def test_a_count_taken_up_as_another_is_reported(spotted: Spotted, text: str, given: str) -> None:
    assert spotted("recount", HEAD + text) == [given]


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed six miners. The bodies of the six miners were found.",
        "Police held 12 people. The three people with knives went to court.",
        "It has 20 shops. It will close 30 shops.",
        "Police held 12 people, then 14 people. The 16 people went home.",
        "He walked 12 miles. The 20 miles back were harder.",
        "The blast killed six miners. “The eight miners were friends,” he said.",
    ],
)
def test_the_same_count_a_part_and_a_quotation_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("recount", HEAD + text) == []
