from __future__ import annotations

from collections.abc import Callable

import pytest
from records import StoryOf, fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.model import Match

KIND = "former"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
DAY = "2020-05-01"


@pytest.mark.parametrize("word", ["former ", "ex-", "then-", "one-time ", "onetime ", "ex "])
def test_the_holder_of_that_day_called_a_former_one_is_found(matches: Matches, word: str) -> None:
    (found,) = matches(KIND, f"The dam will hold, {word}Rivers Minister Marta Quillon said.\n", DAY)
    assert found.block.text[slice(*found.span)] == word
    assert (found.fixes, found.words["match"], found.words["post"]) == (("",), word.strip(), "Minister of Rivers")
    assert found.evidence[0].fact
    assert found.evidence[0].fact.until == "2021-06-30"


@pytest.mark.parametrize(
    "text",
    [
        "The dam will hold, Rivers Minister Marta Quillon said.",
        "The dam will hold, former Harbour Warden Oskar Brandt said.",
        "The dam will hold, former Rivers Minister Oskar Brandt said.",
        "The dam will hold, former Harbour Warden Marta Quillon said.",
        "The dam will hold, former minister Marta Quillon said.",
        "The dam will hold. Then Rivers Minister Marta Quillon left.",
        "The dam will hold, former Rivers Minister Quillon said.",
        "“It was former Rivers Minister Marta Quillon,” she said.",
        "The dam will hold, former spokesman Karl Novak said.",
    ],
)
def test_another_post_another_holder_and_other_voices_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", DAY) == []


@pytest.mark.parametrize("day", ["2019-03-20", "2021-06-10", "2021-08-01", "2018-01-01"])
def test_near_the_ends_of_a_term_and_outside_it_nothing_is_said(spotted: Spotted, day: str) -> None:
    assert spotted(KIND, "The dam will hold, former Rivers Minister Marta Quillon said.\n", day) == []


def test_slack_is_an_option(spotted: Spotted) -> None:
    text = "The dam will hold, former Rivers Minister Marta Quillon said.\n"
    assert spotted(KIND, text, "2019-03-20", slack=5) == ["former "]


def test_a_story_without_a_day_is_not_checked(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, former Rivers Minister Marta Quillon said.\n") == []


def test_one_called_acting_who_is_the_holder_is_found_unless_a_fact_says_so(matches: Matches, spotted: Spotted) -> None:
    (found,) = matches(KIND, "The dam will hold, acting Rivers Minister Marta Quillon said.\n", DAY)
    assert (found.fixes, found.words["match"]) == (("",), "acting")
    assert spotted(KIND, "The dam will hold, acting Rivers Minister Marta Quillon said.\n", "2019-05-01") == []
    assert spotted(KIND, "The tide is low, acting Tide Survey Director Ada Lindqvist said.\n", "2023-06-01") == []


@pytest.mark.parametrize(("name", "day", "often"), [("Orr", DAY, 1), ("Ann Orr", DAY, 1), ("Orr", "2019-01-20", 0), ("Vance", DAY, 0)])
def test_elect_behind_the_post_of_one_who_has_it_is_found(story: StoryOf, name: str, day: str, often: int) -> None:
    base = FactBase.of(
        (
            fact("President of Velland", "post", "Velland", "", "", "President"),
            fact("President of Velland", "holders", "one"),
            fact("Ann Orr", "holds", "President of Velland", "2019-01-01", "2023-01-01"),
        ),
        {"given-names": ["Ann"], "surnames": ["Orr", "Vance"]},
    )
    check = options.build(checks.kind(KIND), {})
    found = list(check.find(story(f"On Monday President-elect {name} came.\n", day, base=base)))
    assert [(m.fixes, m.words["match"], m.doubt) for m in found] == [(("",), "-elect", 1)] * often
