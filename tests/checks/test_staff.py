from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]

STAFF = ["Ida Cole", "Jo Park", "Maarten van der Berg"]


@pytest.mark.parametrize(
    ("byline", "wrong"),
    [
        ("By Ida Cole", []),
        ("By Ida Coel", ["Ida Coel"]),
        ("By Ida Cole and Jo Pakr", ["Jo Pakr"]),
        ("By Maarten van der Berg, in Delft", []),
        ("By Will May", ["Will May"]),
        ("By Reuters", []),
    ],
)
def test_a_byline_is_held_against_the_list(spotted: Spotted, byline: str, wrong: list[str]) -> None:
    assert spotted("staff", f"Pier sold\n\n{byline}\n\nThe pier was sold on Monday.\n", staff=STAFF) == wrong


def test_the_list_may_stand_in_the_head(spotted: Spotted) -> None:
    assert spotted("staff", "---\nauthor: By Jo Prak\nstaff: Jo Park\n---\nThe pier was sold.\n") == ["Jo Prak"]
    assert spotted("staff", "---\nauthor: Jo Prak\n---\nThe pier was sold.\n") == []
