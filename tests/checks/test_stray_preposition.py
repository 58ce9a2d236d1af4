from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "stray-preposition"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "They heard Minister of Rivers of Marta Quillon on Monday.",
        "They heard Rivers Minister of Marta Quillon on Monday.",
        "They heard Minister of Rivers of Marta Quillon’s plan on Monday.",
        "They heard Harbour Warden of José Ángel Íñiguez on Monday.",
        "They heard Tide Survey Director of Hugh T. Penrose on Monday.",
        "They heard the former Director of Hugh Penrose on Monday.",
    ],
)
def test_a_fact_that_gives_the_post_makes_it_sure(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, text + "\n")
    assert found.block.text[slice(*found.span)] == "of "
    assert found.fixes == ("",)
    assert found.doubt == 0


def test_the_fix_leaves_the_title_before_the_name(matches: Matches) -> None:
    (found,) = matches(KIND, "They heard Minister of Rivers of Marta Quillon on Monday.\n")
    text = found.block.text
    assert text[: found.span.start] + found.fixes[0] + text[found.span.end :] == "They heard Minister of Rivers Marta Quillon on Monday."


def test_the_same_title_elsewhere_in_the_story_makes_it_sure(matches: Matches) -> None:
    (found,) = matches(KIND, "Rivers Minister Anna Novak spoke. They heard Rivers Minister of Anna Novak.\n")
    assert found.doubt == 0
    assert found.evidence[0].text == "Rivers Minister Anna Novak"


def test_a_post_of_two_words_before_an_unknown_holder_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "They heard Rivers Minister of Karl Petrov.\n")
    assert found.doubt == 1


@pytest.mark.parametrize(
    "text",
    [
        "They heard Minister of Rivers Marta Quillon.",
        "They heard the Minister of Rivers of Ludgrave.",
        "They heard the President of Karl Novak University.",
        "They heard the President of Mary County.",
        "They heard the Rivers Minister of Ludgrave Karl Petrov.",
        "They heard the Rivers Minister of Karl Petrov’s day.",
        "They heard the Rivers Minister of Marta Quillon's day.",
        "They heard a friend of Marta Quillon.",
        "They heard the minister of Marta Quillon.",
        "They heard the Minister of Rivers and Marta Quillon.",
        "They heard Speaker of Hugh Penrose.",
        "They heard the Mayor of Anna.",
    ],
)
def test_a_place_an_owner_and_a_single_word_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == []


def test_other_prepositions_are_looked_for_when_the_rule_says_so(spotted: Spotted) -> None:
    text = "They heard Rivers Minister for Marta Quillon.\n"
    assert spotted(KIND, text) == []
    assert spotted(KIND, text, prepositions=["for"]) == ["for "]


@pytest.mark.parametrize(
    "text", ["Ludgrave Mayor of Hugh Novak came.", "The weir leaks, Sheriff of Ada Novak said.", "Ludgrave CEO of Hugh Novak sat."]
)
def test_a_local_post_before_a_name_is_in_doubt(matches: Matches, text: str) -> None:
    assert [match.doubt for match in matches(KIND, text + "\n")] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The Mayor of Hugh Novak came.",
        "Ludgrave Vice President of Hugh Novak sat.",
        "Ludgrave Mayor of Hugh Novak’s town.",
        "CEO of Hugh Novak said.",
    ],
)
def test_a_post_without_its_place_or_of_a_grade_is_left_alone(matches: Matches, text: str) -> None:
    assert matches(KIND, text + "\n") == []
