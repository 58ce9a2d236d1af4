from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "surname"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
USUAL = "Hugh Saunders built the dam. Saunders was proud of it.\n\nThe rain came in May.\n\n"


@pytest.mark.parametrize(
    "text", ["Nobody thanked Hugh Sanders for it.", "Nobody read Hugh Sanders’s plan.", "“No,” said Dr. Hugh Sanders."]
)
def test_another_surname_after_the_same_first_name_is_found(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, USUAL + text + "\n")
    assert found.block.text[slice(*found.span)] == "Sanders"
    assert (found.fixes, found.doubt) == (("Saunders",), 0)
    assert (found.words["person"], found.words["times"]) == ("Hugh Saunders", "twice")
    assert found.evidence[0].text == "Hugh Saunders"


@pytest.mark.parametrize(
    "text", ["“It held,” Sanders said.", "“It held,” said Sanders.", "Never Sanders has told them.", "Nobody heard Sanders weep."]
)
def test_a_surname_alone_is_found(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, USUAL + text + "\n") == ["Sanders"]


def test_a_surname_after_a_title_is_found(spotted: Spotted) -> None:
    assert spotted(KIND, USUAL + "Nobody thanked Mr. Sanders.\n") == ["Sanders"]


@pytest.mark.parametrize("word", ["Herrings", "Herrin"])
def test_a_word_that_is_said_to_speak_may_be_any(spotted: Spotted, word: str) -> None:
    text = "Hugh Herring built the dam. Herring was proud of it.\n\n"
    assert spotted(KIND, f"{text}“It held,” {word} said.\n") == ([] if word == "Herrings" else [word])


def test_of_two_that_stand_once_each_the_one_that_no_list_has_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "Hugh Sauders built the dam.\n\nNobody thanked Mr. Saunders for it.\n")
    assert (found.words["match"], found.fixes, found.doubt) == ("Sauders", ("Saunders",), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody thanked Karl Sanders for it.",
        "Nobody thanked Hugh Sanders for it. Hugh Sanders left.",
        "Sanders came. Sanders left.",
        "The Saunderss left.",
        "They saw Quillon, Sanders, Novak there.",
        "SANDERS LEFT.",
        "Karl Sanders came and Sanders left.",
        "Nobody thanked Hugh Zanders for it.",
        "Ada Sander wept.",
    ],
)
def test_another_person_a_plural_and_a_list_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, USUAL + text + "\n") == []


def test_an_everyday_word_a_listed_name_and_a_first_name_are_left_alone(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Bakes came. Bakes left. They saw Baker there.\n") == []
    assert spotted(KIND, "Hugh Ludgraves came. Ludgraves left. They saw Ludgrave there.\n") == []
    assert spotted(KIND, "Hugh Marty came. Marty left. Marta Novak wept. “No,” Marta said.\n") == []


def test_a_surname_that_two_people_have_is_nobodys(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Saunders came. Karl Saunders left. “No,” Sanders said.\n") == []


def test_a_surname_that_two_resemble_is_left_alone(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Novak came. Karl Novac left. “No,” Nova said.\n") == []


def test_short_names_are_left_alone(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Orr came. Orr left. “No,” Ore said.\n") == []
    assert spotted(KIND, "Hugh Orre came. Orre left. “No,” Orra said.\n", shortest=5) == []


def test_a_story_without_people_has_nothing(spotted: Spotted) -> None:
    assert spotted(KIND, "The rain came. “No,” Sanders said.\n") == []
