from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Spotted = Callable[..., list[str]]
REST = "\n\nThey leave on Monday.\n"


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Ostby frees 640 eels", "The lock at Ostby says 540 of its eels will go.", ["640"]),
        ("Ostby frees nine eels from the lock", "The lock at Ostby frees 8 eels.", ["nine"]),
        ("Ostby lock tax is 9% this year", "The Ostby lock asks a 5 percent tax of bargemen.", ["9"]),
        ("Fire at Ostby lock kills 14", "The fire at Ostby killed 12 people.", ["14"]),
        ("14 dead in Ostby fire", "The fire at Ostby left 12 people dead.", ["14"]),
        ("Ostby pays $4 million for a lock", "Ostby will pay $9 million for locks.", ["4 million"]),
        ("Two killed in crash", "Three people died when two cars met.", ["Two"]),
        ("Police search for boy, 9", "Tom Roe, 8, was last seen by the lock.", ["9"]),
        ("Ostby police arrest 14", "Police at Ostby arrested 12 bargemen.", ["14"]),
        ("Three tips for eels at Ostby", "Here are four tips for eels.", ["Three"]),
    ],
)
def test_a_figure_that_the_body_counts_otherwise_is_reported(spotted: Spotted, headline: str, body: str, found: list[str]) -> None:
    assert spotted("headline-number", f"{headline}\n\n{body}{REST}") == found


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Two killed in crash", "Three people died, two of them when a car hit a wall and killed two."),
        ("Police search for boy, 9", "Tom Roe, 8, and Ann Roe, 12, were last seen by the lock."),
        ("Ostby frees 5 eels", "The lock at Ostby frees five eels."),
        ("Ostby frees 700 eels", "The lock at Ostby frees 712 eels."),
        ("Ostby frees 11 eels", "The lock at Ostby frees 8 eels and 3 eels more."),
        ("Ostby frees 11 eels", "The lock at Ostby frees eels."),
        ("Ostby frees 11 eels", "A lock far off holds 8 trout."),
        ("Ostby in 2019: the year of eels", "The year at Ostby was 8 years long, with eels."),
        ("Ostby's No. 5 eel wins", "The lock at Ostby holds 8 eel wins."),
        ("Ostby lock shut for 9 hours", "He walked for two hours."),
    ],
)
def test_a_figure_that_may_be_right_is_left_alone(spotted: Spotted, headline: str, body: str) -> None:
    assert spotted("headline-number", f"{headline}\n\n{body}{REST}") == []


BODY = "\n\nThe levy rose 42 percent in May, and 12 percent of it is spent.\n\nThe mill stands still."


@pytest.mark.parametrize(("share", "found"), [("45", ["45"]), ("42", []), ("54", []), ("58", []), ("40", [])])
def test_a_percentage_that_the_body_cannot_have_given_is_doubted(matches: Callable[..., list[Match]], share: str, found: list[str]) -> None:
    told = matches("headline-number", f"Weir takes up {share} percent this spring{BODY}", absent=True)
    assert [match.words["match"] for match in told] == found
    assert all(match.doubt == 1 for match in told)


def test_an_amount_of_money_for_the_same_thing_is_compared(spotted: Spotted) -> None:
    assert spotted("headline-number", f"Ostby approves $4 million lock\n\nOstby approved a $14 million lock.{REST}") == ["4 million"]
