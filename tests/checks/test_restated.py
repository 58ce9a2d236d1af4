from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.restated import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("what", "text", "fixes"),
    [
        ("share", "Nine out of 10 residents, 80 percent, stayed.", ("90",)),
        ("share", "Four in 10 voters, or about 60 percent, stayed.", ("40",)),
        ("time", "It took 36 months, or four years.", ("three",)),
        ("time", "It took three hours (240 minutes).", ("180",)),
        ("time", "It took 100 days, or five months.", ()),
        ("average", "Scores of 80, 90 and 100 make an average of 95.", ("90",)),
        ("sum", "It has $1.5 billion for roads and $2 billion for mills, for a total of $4.5 billion.", ("$3.5 billion",)),
        ("sum", "It costs $100: $40 for roads and $50 for schools.", ("$90",)),
        ("head", "The town of 5,000 spends $1 million a year, or $2,000 per person.", ("$200",)),
    ],
)
def test_what_does_not_agree_is_worked_out(matches: Matches, what: str, text: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("restated", f"Head of it\n\n{text}", what=what)
    assert found.fixes == fixes


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("share", "One in 12 residents, or 8 percent, stayed."),
        ("share", "Two of five, or 12 percent of all, stayed."),
        ("time", "It took 36 months, or three years, and 24 months or three years."),
        ("time", "It took 10 minutes, or nearly 12 minutes."),
        ("average", "Scores of 80, 90 and 100 make an average of about 95."),
        ("sum", "It has $40 million for roads and $50 million for mills, for a total of $90 million."),
        ("sum", "It costs $100: $40 for roads and £50 for schools."),
        ("sum", "It costs $100 million: $40 million for roads and $50 million for schools, among others."),
        ("head", "In May of 2019 it spent $1 million, or $2,000 per person."),
    ],
)
def test_what_agrees_or_is_loose_is_left_alone(matches: Matches, what: str, text: str) -> None:
    assert matches("restated", f"Head of it\n\n{text}", what=what) == []


def test_another_choice_is_told() -> None:
    with pytest.raises(OptionError, match="one of share"):
        options.build(Check, {"what": "twice"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Four of the three members left.", ["Four"]),
        ("Two of the three members left.", []),
        ("On day five of the three weeks it rained.", []),
        ("He won 40 of the 2 million votes.", []),
    ],
)
def test_a_part_is_no_more_than_its_whole(matches: Matches, text: str, found: list[str]) -> None:
    assert [match.words["given"] for match in matches("restated", f"Head of it\n\n{text}", what="more")] == found
