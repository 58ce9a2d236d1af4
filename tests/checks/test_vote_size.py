from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.vote_size import Check
from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
BODIES = {"River Court": "9", "Tide House": "30"}
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "worked"),
    [
        ("The nine-member board voted 7-3 to close it.", "7 and 3 are 10 votes of 9"),
        ("The 5-member panel of experts rejected the plan, 4 to 2.", "4 and 2 are 6 votes of 5"),
        ("The 5-member panel backed it by a vote of 4-2.", "4 and 2 are 6 votes of 5"),
        ("The vote was 7-3 on the nine-member council.", "7 and 3 are 10 votes of 9"),
        ("The River Court ruled 6-4 on the Vellish weir.", "6 and 4 are 10 votes of 9"),
        ("In a 6–4 ruling, the River Court kept it. It is Vellish.", "6 and 4 are 10 votes of 9"),
        ("It passed in the Tide House, 17-14, after the Vellish vote.", "17 and 14 are 31 votes of 30"),
        ("The Tide House passed it, 15-14-2. It is Vellish.", "15 and 14 and 2 are 31 votes of 30"),
    ],
)
def test_more_votes_than_members_are_reported(matches: Matches, text: str, worked: str) -> None:
    (found,) = matches("vote-size", HEAD + text, bodies=BODIES, there=["Vellish"])
    assert [shown.text for shown in found.evidence] == [worked]


@pytest.mark.parametrize(
    "text",
    [
        "The nine-member board voted 6-3, then 5-2. The nine-member team won 7-3.",
        "The River Court ruled 6-4 on Monday.",
        "The Vellish town knows the Ostham River Court, which ruled 6-4, and the River Court of Ludgrave, which ruled 6-4.",
        "The Vellish mill, the River Court upheld what the Tide House had passed, 17-10.",
        "The River Court ruled on a Vellish case. It voted 6-4.",
        "The nine-member board passed it at 7-10 Mill Lane, 7-30 p.m.",
    ],
)
def test_votes_that_may_be_right_are_left_alone(matches: Matches, text: str) -> None:
    assert matches("vote-size", HEAD + text, bodies=BODIES, there=["Vellish"]) == []


def test_a_size_that_is_no_number_is_refused() -> None:
    with pytest.raises(OptionError, match="the size of `Senate` must be a number of votes, not `many`"):
        options.build(Check, {"bodies": {"Senate": "many"}})
