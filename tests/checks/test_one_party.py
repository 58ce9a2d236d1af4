from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rep. Ada Penrose (D) spoke first. Then the Republican Penrose left.", "Republican"),
        ("Rep. Ada Penrose, D-Ohio, voted yes. Penrose, R-Ohio, spoke.", "R"),
        ("Sen. Ada Penrose, a Democrat, voted yes. Republican Sen. Ada Penrose left.", "Republican"),
    ],
)
def test_two_parties_of_one_person_are_reported(spotted: Spotted, text: str, said: str) -> None:
    assert spotted("one-party", HEAD + text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Ada Penrose (D) spoke first. Then the Democrat Penrose left.",
        "Rep. Ada Penrose (D) spoke. Republican Rep. Hugh Brandt left.",
        "Rep. Ada Penrose (D) switched parties in May. Republican Rep. Ada Penrose left.",
        "Rep. Ada Penrose (D) spoke. “Republican Rep. Ada Penrose left,” he said.",
    ],
)
def test_one_party_two_people_and_a_change_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("one-party", HEAD + text) == []
