from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Most voters, 48 percent, agreed.", "Most voters, 48 percent"),
        ("A majority of voters (48%) agreed.", "majority of voters (48%)"),
        ("More than half of voters, 45 percent, agreed.", "More than half of voters, 45 percent"),
        ("Two-thirds of voters — 50 percent — agreed.", "Two-thirds of voters — 50 percent"),
        ("A third of the 300 voters, or 50, agreed.", "third of the 300 voters, or 50"),
        ("Half of the 1,300 voters, or 1,100, agreed.", "Half of the 1,300 voters, or 1,100"),
    ],
)
def test_a_word_that_its_figure_denies_is_reported(spotted: Spotted, text: str, span: str) -> None:
    (found,) = spotted("share-word", HEAD + text)
    assert span.startswith(found)


@pytest.mark.parametrize(
    "text",
    [
        "Most voters, 52 percent, agreed.",
        "About half of voters, 42 percent, agreed.",
        "A third of the 300 voters, or 101, agreed.",
        "In the third quarter (12 percent) it fell; the first half, 3 percent.",
        "Most of them being poor (19 percent) agreed.",
        "Most voters, 48 percent of whom are old, agreed.",
        "Half of the $300 was lost, or 5 percent of it.",
    ],
)
def test_a_word_that_agrees_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("share-word", HEAD + text) == []
