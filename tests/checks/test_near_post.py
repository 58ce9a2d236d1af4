from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "near-post"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
DAY = "2020-05-01"


@pytest.mark.parametrize(
    ("text", "printed", "fix"),
    [
        ("The dam will hold, Tide Survey Director Nils Aubrey said.", "Tide Survey Director", "Tide Survey Deputy Director"),
        ("The dam will hold, Tide Survey Director Aubrey said.", "Tide Survey Director", "Tide Survey Deputy Director"),
        ("The dam will hold, Tide Survey Deputy Director Hugh Penrose said.", "Tide Survey Deputy Director", "Tide Survey Director"),
        ("Hugh Penrose came. Tide Survey Deputy Director Penrose left.", "Tide Survey Deputy Director", "Tide Survey Director"),
    ],
)
def test_a_word_of_grade_lost_or_added_is_found_with_the_fact(matches: Matches, text: str, printed: str, fix: str) -> None:
    (found,) = matches(KIND, text + "\n", DAY)
    assert (found.block.text[slice(*found.span)], found.fixes) == (printed, (fix,))
    assert found.evidence[0].fact
    assert found.evidence[0].fact.value == found.words["post"]


def test_a_former_deputy_called_the_former_chief_is_found(spotted: Spotted) -> None:
    text = "The dam will hold, former Tide Survey Director Nils Aubrey said.\n"
    assert spotted(KIND, text, "2023-05-01") == ["Tide Survey Director"]
    assert spotted(KIND, text, DAY) == []


def test_without_a_day_it_counts_where_the_post_was_never_held(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, Tide Survey Director Nils Aubrey said.\n") == ["Tide Survey Director"]
    assert spotted(KIND, "The dam will hold, Tide Survey Director Aubrey said.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "The dam will hold, Tide Survey Director Hugh Penrose said.",
        "The dam will hold, Tide Survey Deputy Director Nils Aubrey said.",
        "The dam will hold, Director of the Tide Survey Penrose said.",
        "The dam will hold, acting Tide Survey Director Nils Aubrey said.",
        "The dam will hold, deputy Tide Survey Director Nils Aubrey said.",
        "If Tide Survey Director Nils Aubrey came, it held.",
        "Tide Survey Director Nils Aubrey would build a dam.",
        "“It was Tide Survey Director Nils Aubrey,” she said.",
        "The dam will hold, Tide Survey Director Karl Novak said.",
        "Karl Aubrey came. Tide Survey Director Aubrey left.",
        "The dam will hold, Minister Nils Aubrey said.",
        "The dam will hold, Nils Aubrey said.",
    ],
)
def test_the_right_post_another_person_and_what_is_not_so_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", DAY) == []


def test_a_term_that_the_facts_do_not_cover_is_left_alone(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, Tide Survey Director Nils Aubrey said.\n", "2024-05-01") == []


def test_one_who_acted_is_left_to_the_post_of_their_own(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, Tide Survey Deputy Director Ada Lindqvist said.\n", "2023-05-01") == []
    assert spotted(KIND, "The dam will hold, former Tide Survey Deputy Director Ada Lindqvist said.\n", "2024-05-01") == []
