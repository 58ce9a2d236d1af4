from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "body-form"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
HEADS = {"heads": ["Guild", "Survey", "Force", "Command", "Board"], "groups": [["Survey", "Agency"]]}


@pytest.mark.parametrize(
    ("text", "wrong", "right", "doubt"),
    [
        ("The Guild for Master Bakers met.", "Guild for Master Bakers", "Guild of Master Bakers", 0),
        ("The Guilds of Master Bakers met.", "Guilds of Master Bakers", "Guild of Master Bakers", 0),
        ("The Guilds for Master Bakers met.", "Guilds for Master Bakers", "Guild of Master Bakers", 0),
        ("The Guild of Master Baker met.", "Guild of Master Baker", "Guild of Master Bakers", 1),
        ("The Guild of Master Breakers met.", "", "", 0),
        ("The Tides Survey met.", "Tides Survey", "Tide Survey", 0),
        ("The Tide Agency met.", "Tide Agency", "Tide Survey", 1),
        ("The Herons Force met.", "Herons Force", "Heron Force", 0),
        ("The Guild for Master Bakers Chairman Karl Novak met.", "Guild for Master Bakers", "Guild of Master Bakers", 0),
        ("Velland's Tides Survey met.", "Tides Survey", "Tide Survey", 0),
        ("Velland's Tide Agency met.", "", "", 0),
    ],
)
def test_a_listed_body_in_another_form_is_found(matches: Matches, text: str, wrong: str, right: str, doubt: int) -> None:
    found = matches(KIND, text + "\n", **HEADS)
    told = [(m.block.text[slice(*m.span)], m.fixes, m.doubt) for m in found]
    assert told == ([(wrong, (right,), doubt)] if wrong else [])


def test_a_plural_at_the_end_of_two_words_is_doubted_twice_and_may_be_two_bodies(matches: Matches) -> None:
    assert [m.doubt for m in matches(KIND, "The Tide Surveys met on Monday.\n", **HEADS)] == [2]
    assert matches(KIND, "The Tide Surveys of two countries met.\n", **HEADS) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Guild of Master Bakers met the Tide Survey.",
        "The Ostmark Guild for Master Bakers met.",
        "The Tides Survey Group met.",
        "The Guild for Master Bakers and Brewers met.",
        "The Harbour of Guild met. The Survey met.",
    ],
)
def test_a_right_name_and_a_part_of_a_longer_one_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", **HEADS) == []
