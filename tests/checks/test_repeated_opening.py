from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]
HEAD = "A headline\n\n"
GAP = " It rained. It rained on.\n\n"


def test_fewer_words_are_enough_after_a_link(spotted: Spotted) -> None:
    text = HEAD + "However, the ferry sails." + GAP + "However, the ferry is late."
    assert spotted("repeated-opening", text, links=["however"]) == ["However, the ferry"]
    assert spotted("repeated-opening", text) == []


def test_five_words_are_enough_without_one(spotted: Spotted) -> None:
    text = HEAD + "The keeper of the lock sails." + GAP + "The keeper of the lock is late."
    assert spotted("repeated-opening", text) == ["The keeper of the lock"]


@pytest.mark.parametrize(
    "text",
    [
        "“However, the ferry sails,” he said." + GAP + "“However, the ferry is late,” he said.",
        "However, Jon Ruud sails." + GAP + "However, Jon Ruud is late.",
        "However, the ferry sails. However, the ferry is late.",
        "However, the ferry sails." + GAP + "However, the ferry sails.",
        "However, the ferry sails." + GAP + "However, the ferry waits." + GAP + "However, the ferry is late.",
        "However, the 12 sail." + GAP + "However, the 12 are late.",
    ],
)
def test_names_quotations_and_figures_of_speech_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("repeated-opening", HEAD + text, links=["however"]) == []
