from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.parts import Check
from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("what", "text", "doubt"),
    [
        ("total", "The crash killed 12 people: seven men and four women.", 0),
        ("total", "The crash killed 12 people — 7 men, 3 women and 1 child.", 0),
        ("total", "Twelve people (seven men and six women) were killed.", 0),
        ("total", "Twelve people, seven men and four women, were killed.", 1),
        ("total", "The board has nine members, five Democrats and three Republicans.", 1),
        ("whole", "Some 52% said yes, 41% said no and 12% were undecided.", 0),
        ("possible", "Only 37 percent of the 12 jurors agreed.", 0),
        ("each", "It spent $90 million on 300 homes, or $30,000 each.", 0),
    ],
)
def test_parts_that_do_not_make_the_whole_are_reported(matches: Matches, what: str, text: str, doubt: int) -> None:
    assert [found.doubt for found in matches("parts", HEAD + text, what=what)] == [doubt]


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("total", "The crash killed 12 people: seven men and five women."),
        ("total", "The crash killed 12 people, including seven men and four women."),
        ("total", "The crash killed 12 people, two dogs and three cats."),
        ("total", "The crash killed nine civilians, five police officers and two soldiers."),
        ("total", "At least 12 people, seven men and four women, were killed."),
        ("total", "He sold 12 coats: seven on Monday and four on Friday."),
        ("total", "The crash killed 30 people: two men and three women from the village were named."),
        ("whole", "Some 52% said yes, 41% said no and 8% were undecided."),
        ("whole", "Some 52% drink tea, 41% coffee and 12% cocoa."),
        ("possible", "About 37 percent of the 12 jurors, 33 percent of the 12 judges and 37 percent of the 12 million voters agreed."),
        ("each", "It spent $90 million on 300 homes, or about $290,000 each."),
        ("possible", "Of the 15 members, 40% voted no, and a survey of eight schools found that 25% had no nurse."),
    ],
)
def test_parts_that_may_be_right_are_left_alone(matches: Matches, what: str, text: str) -> None:
    assert matches("parts", HEAD + text, what=what) == []


def test_an_unknown_sum_is_refused() -> None:
    with pytest.raises(OptionError, match="`what` must be one of total, whole, possible, each"):
        options.build(Check, {"what": "product"})


@pytest.mark.parametrize("text", ["Of the 15 members, 42% voted no.", "A survey of eight schools found that 30% had no nurse."])
def test_a_share_of_a_few_is_found_behind_them_too(matches: Matches, text: str) -> None:
    assert len(matches("parts", HEAD + text, what="possible")) == 1
