from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The anti-flood wall, the anti-flood act and the antiflood plan.", [("antiflood", "anti-flood")]),
        ("The antiflood wall, the antiflood act and the anti-flood plan.", [("anti-flood", "antiflood")]),
        ("The anti-flood wall and the antiflood plan.", [("antiflood", "anti-flood")]),
        ("The anti-flood wall and the anti-flood plan.", []),
        ("The anti-flood wall and the flood plan.", []),
    ],
)
def test_the_odd_form_is_the_one_that_stands_less_or_later(matches: Matches, text: str, found: list[tuple[str, str]]) -> None:
    told = matches("one-term", f"Head of it\n\n{text}", often=1, times=1)
    assert [(match.words["match"], match.fixes[0]) for match in told] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is for the Harlow Board, by the Harlow Board, of the Harlow board.", ["Harlow board"]),
        ("It is for the Harlow board, by the Harlow board, of the Harlow Board.", ["Harlow Board"]),
        ("It is for the Harlow Board, of the Harlow board.", []),
        ("It is for the Harlow Board, by the Harlow Board. Harlow board and all.", []),
        ("It is for the Harlow Board, by the Harlow Board, of the Harlow mill.", []),
    ],
)
def test_a_capital_is_held_against_the_other_uses(matches: Matches, text: str, found: list[str]) -> None:
    assert [match.words["match"] for match in matches("one-term", f"Head of it\n\n{text}", what="capital")] == found
