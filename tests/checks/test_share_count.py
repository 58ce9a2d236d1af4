from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]
HEAD = "A headline\n\n"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Of the 240 ferrymen, 60 percent, or 164, voted.", "60 percent"),
        ("It has 240 boats; 60 of them, or 35 percent, are laid up.", "35 percent"),
        ("Nearly half of the town's 1,200 boats, or about 300, are laid up.", "half"),
        ("Some 300 of the 1,500 boats (30 percent) are idle.", "30 percent"),
        ("A town of 8,000 voters counted 5,600 ballots, or 80 percent.", "80 percent"),
        ("The fleet cut 1,200 jobs, or 20 percent, of its work force of 12,000.", "20 percent"),
    ],
)
def test_a_share_and_a_count_that_fit_no_figure_beside_them_are_told(spotted: Spotted, text: str, given: str) -> None:
    assert spotted("share-count", HEAD + text) == [given]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 240 ferrymen, 60 percent, or 144, voted.",
        "The levy rose by $20 million, or 25 percent, to $100 million.",
        "The levy fell by $20 million, or 20 percent, to $80 million.",
        "Of 33.5 million votes 17.4 million, or 52 percent, were for it and 16.1 million, or 48 percent, against.",
        "Some 17.4 million, or 52 percent, were for it and 16.1 million, or 48 percent, against.",
        "It rained 10 percent, or 0.3mm, more than in the 30 years before.",
        "The index was down 5 points, or 0.3 percent, to 2110, and 55 boats left.",
        "She sold 60 boats, or 35 percent.",
        "Boats: 240. She sold 60 (25 percent). He sold 90 cars.",
    ],
)
def test_one_that_may_fit_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("share-count", HEAD + text) == []
