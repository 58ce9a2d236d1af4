from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "first-name"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
USUAL = "Hugh Saunders built the dam. Hugh Saunders was proud of it.\n\nThe rain came in May.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody thanked Karl Saunders for it.",
        "Nobody read Karl Saunders’s plan.",
        "Nobody thanked Dr. Karl Saunders for it.",
        "Nobody thanked Gen. Karl Saunders for it.",
        "Nobody thanked Rivers Minister Karl Saunders for it.",
    ],
)
def test_another_first_name_is_found(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, USUAL + text + "\n")
    assert found.block.text[slice(*found.span)] == "Karl"
    assert (found.fixes, found.doubt) == (("Hugh",), 0)
    assert (found.words["surname"], found.words["count"]) == ("Saunders", "2")
    assert found.evidence[0].text == "Hugh Saunders"


def test_the_first_mention_may_be_the_wrong_one(spotted: Spotted) -> None:
    text = "Karl Saunders, 61, built the dam.\n\nHugh Saunders was proud of it. Hugh Saunders left.\n"
    assert spotted(KIND, text) == ["Karl"]


def test_mentions_by_surname_count_for_the_usual_person(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Saunders built the dam. Saunders was proud.\n\nNobody thanked Karl Saunders.\n") == ["Karl"]


def test_a_title_before_the_name_shows_a_first_name_that_no_list_has(spotted: Spotted) -> None:
    assert spotted(KIND, USUAL + "Nobody thanked Dr. Zorro Saunders. Nobody thanked Zorri Saunders.\n") == ["Zorro"]


@pytest.mark.parametrize(
    "text",
    [
        "His brother Karl Saunders left.",
        "Karl Saunders left. He is the engineer’s cousin.",
        "Karl Saunders, who is not related to him, left.",
        "Karl Saunders’s wife left.",
        "Hugh and Karl Saunders left.",
        "Marta, Anna and Karl Saunders left.",
        "The case is Brandt v. Karl Saunders.",
        "Karl Saunders, 34, left.",
        "Karl Saunders, a baker, left.",
        "Karl Saunders of Ludgrave left.",
        "Karl Saunders left. Karl wept.",
        "Karl Saunders left. Karl Saunders wept.",
        "H. Saunders left. Hugo Saunders left. Hughie Saunders left.",
        "Shuffle Saunders left. Ludgrave Saunders left.",
        "The Saunders Dam burst. Saunders left, and the Saunderses left too.",
        "Mr. and Mrs. Karl Saunders left.",
    ],
)
def test_a_relation_a_couple_and_a_person_of_its_own_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, USUAL + text + "\n") == []


def test_a_nickname_is_one_persons_name(spotted: Spotted) -> None:
    text = USUAL + "Nobody thanked Karl Saunders for it.\n"
    assert spotted(KIND, text, nicknames=["Hugh Karl Ned"]) == []
    assert spotted(KIND, text, nicknames=["Hugh Ned", "Karl Charles"]) == ["Karl"]


def test_a_listed_person_is_someone_else(spotted: Spotted) -> None:
    text = "Karl Brandt built the dam. Karl Brandt was proud of it. Nobody thanked Oskar Brandt.\n"
    assert spotted(KIND, text) == []


def test_a_listed_person_named_once_is_enough_and_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "Oskar Brandt built the dam. Nobody thanked Karl Brandt for it.\n")
    assert (found.fixes, found.doubt) == (("Oskar",), 1)
    assert matches(KIND, "Hugh Saunders built the dam. Nobody thanked Karl Saunders for it.\n") == []


def test_a_noun_that_is_said_of_the_usual_person_nowhere_is_doubted(matches: Matches) -> None:
    assert [m.doubt for m in matches(KIND, USUAL + "Nobody thanked coach Karl Saunders.\n")] == [1]
    assert [m.doubt for m in matches(KIND, "The coach is Hugh Saunders. " + USUAL + "Nobody thanked coach Karl Saunders.\n")] == [0]


def test_two_people_of_one_surname_need_a_third_that_is_named_much_more(spotted: Spotted) -> None:
    two = "Hugh Saunders left. Hugh Saunders wept. Ada Saunders stayed. Ada Saunders slept.\n\nNobody thanked Karl Saunders.\n"
    assert spotted(KIND, two) == []
    assert spotted(KIND, "Hugh Saunders sat. Hugh Saunders ate. Hugh Saunders read. Hugh Saunders rose.\n\n" + two) == ["Karl"]


def test_a_name_with_a_particle_is_no_slip_of_another(spotted: Spotted) -> None:
    text = "Marta bin Quillon left. Marta bin Quillon wept. Quillon slept.\n\nNobody thanked Karl bin Quillon, 30, of the board.\n"
    assert spotted(KIND, text) == []


def test_often_is_an_option(spotted: Spotted) -> None:
    text = USUAL + "Nobody thanked Karl Saunders for it.\n"
    assert spotted(KIND, text, often=3) == []
    assert spotted(KIND, text, often=1) == ["Karl"]


def test_a_headline_in_capitals_is_no_second_person(spotted: Spotted) -> None:
    assert spotted(KIND, "KARL SAUNDERS BUILT IT\n\n" + USUAL) == []
