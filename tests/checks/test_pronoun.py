from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
Spotted = Callable[..., list[str]]


def test_he_and_she_of_one_person_are_reported(spotted: Spotted) -> None:
    assert spotted("pronoun", HEAD + "Jean Penrose said he would appeal. “It is unfair,” she added.") == ["she"]


@pytest.mark.parametrize(
    "text",
    [
        "Jean Penrose said he would appeal. “She was unfair,” he added.",
        "Jean Penrose said he would appeal, and his wife said she would too.",
        "Jean Penrose said he would appeal. Ada Brandt said she would not.",
        "The council said he would appeal, and she would not.",
    ],
)
def test_quotations_and_other_people_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("pronoun", HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hugh Penrose said that she would go.", ["she"]),
        ("Hugh Penrose herself came. Oskar Brandt slept.", ["herself"]),
        ("Hugh Penrose himself came.", []),
        ("Ada Lindqvist came. Hugh Penrose said she would go.", []),
        ("Jean Brandt came. Hugh Penrose said she would go.", []),
        ("The singer came. Hugh Penrose said she would go.", []),
        ("Hugh Penrose met Ada Lindqvist. Oskar Brandt said she would go.", []),
    ],
)
def test_a_pronoun_against_the_first_name_right_before_it_is_found_with_a_list(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted("pronoun", text + "\n", sexes="first-names-sex") == found
