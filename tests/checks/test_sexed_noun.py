from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "sexed-noun"
OPTIONS = {"sexes": "first-names-sex", "nouns": [["spokesman", "spokeswoman"], ["actor", "actress"]], "either": ["actor"]}
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_the_noun_of_the_other_sex_before_a_name_is_found_in_its_own_letters(matches: Matches) -> None:
    small, capital = matches(KIND, "So said spokesman Ada Quillon. Board Spokeswoman Oskar Brandt agreed.\n", **OPTIONS)
    assert (small.block.text[slice(*small.span)], small.fixes, small.words["person"]) == ("spokesman", ("spokeswoman",), "Ada Quillon")
    assert (capital.words["match"], capital.fixes) == ("Spokeswoman", ("Spokesman",))


def test_behind_the_name_it_is_found_between_commas(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Penrose, 41, a retired Vellish actress, came.\n", **OPTIONS) == ["actress"]


@pytest.mark.parametrize(
    "text",
    [
        "So said spokeswoman Ada Quillon and spokesman Oskar Brandt.",
        "So said the actor Ada Quillon.",
        "So said spokesman Jean Quillon.",
        "Hugh Penrose, the actress’s husband, came.",
        "Hugh Penrose, a friend of the actress, came.",
        "Hugh Penrose, the actress Ada Quillon and others came.",
        "So said SPOKESMAN Ada Quillon.",
        "So said spokesman Quillon.",
    ],
)
def test_what_may_be_right_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", **OPTIONS) == []
