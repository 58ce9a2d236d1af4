from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The storm killed six people. Officials said eight people died.", "eight"),
        ("The storm killed six people. Nine were killed, the police said.", "Nine"),
        ("The crash injured 30 people. Doctors treated them. Thirteen people were hurt, they said.", "Thirteen"),
        ("At least 12 people were killed. The minister said at least 21 people were killed.", "21"),
        ("Six people died in the fire, leaving a village in mourning. The fire, which left seven dead, is out.", "seven"),
    ],
)
def test_two_counts_of_one_event_are_told(spotted: Spotted, text: str, given: str) -> None:
    assert spotted("one-toll", HEAD + text) == [given]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed six people. Officials said six people died.",
        "The storm killed six people. At least nine people died, one paper said.",
        "The storm killed six people. A second blast killed nine people.",
        "The storm killed six people. In 1998 nine people died there.",
        "The storm killed six people, including two who died later. Nine people died, the earlier count said.",
        "The storm killed six people. “Nine people died,” she said.",
        "The storm killed six people. The police killed nine people. The army killed four people.",
        "The storm killed six people. She wrote of the man who killed nine people at a mill.",
        "The storm killed six people. Nine people were hurt.",
        "The toll rose to nine dead. The storm killed six people.",
        "The storm killed six people. Another nine people were killed by the flood.",
    ],
)
def test_parts_other_events_and_earlier_counts_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("one-toll", HEAD + text) == []
