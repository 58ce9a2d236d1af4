from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]
HEAD = "A headline\n\n"
COUNTS = [r"deaths of (?:dozens|hundreds)"]


def test_a_count_that_nobody_answers_for_is_reported(spotted: Spotted) -> None:
    assert spotted("unsourced-count", HEAD + "It rained. It caused the deaths of dozens. It rained on.", counts=COUNTS) == [
        "deaths of dozens"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It caused the deaths of dozens, according to Ruud.",
        "It caused the deaths of dozens. Police named 31.",
        "“It caused the deaths of dozens,” he said.",
        "It may cause the deaths of dozens.",
    ],
)
def test_a_source_in_the_sentence_or_beside_it_is_enough(spotted: Spotted, text: str) -> None:
    assert spotted("unsourced-count", HEAD + text, counts=COUNTS) == []


def test_a_source_further_off_is_not(spotted: Spotted) -> None:
    text = HEAD + "Ruud said so. It rained. It caused the deaths of dozens."
    assert spotted("unsourced-count", text, counts=COUNTS) == ["deaths of dozens"]
    assert spotted("unsourced-count", text, counts=COUNTS, around=2) == []


def test_a_paragraph_without_a_hint_is_passed_over(spotted: Spotted) -> None:
    assert spotted("unsourced-count", HEAD + "It caused the deaths of dozens.", counts=COUNTS, hints=["kill"]) == []
