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


def test_of_two_named_once_each_the_first_or_the_listed_one_is_the_usual_and_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "Oskar Brandt built the dam. Nobody thanked Karl Brandt for it.\n")
    assert (found.fixes, found.doubt) == (("Oskar",), 1)
    (found,) = matches(KIND, "Nobody thanked Karl Brandt for it. Oskar Brandt built the dam.\n")
    assert (found.fixes, found.doubt) == (("Oskar",), 1)
    (found,) = matches(KIND, "Hugh Saunders built the dam. Nobody thanked Karl Saunders for it.\n")
    assert (found.fixes, found.doubt) == (("Hugh",), 1)


def test_mentions_by_surname_are_the_usual_persons_wherever_the_slip_stands(matches: Matches) -> None:
    (found,) = matches(KIND, "Karl Brandt built the dam. Brandt was proud. Brandt left.\n\nNobody thanked Oskar Brandt for it.\n")
    assert (found.fixes, found.doubt) == (("Oskar",), 0)


def test_the_headline_names_the_usual_person(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Saunders: the man who built a dam\n\nSaunders left. Karl Saunders left. Hugh Saunders came.\n") == ["Karl"]


@pytest.mark.parametrize("head", ["Karl Saunders builds a dam in the hills", "A dam in the hills is what Karl Saunders’s men want"])
def test_another_first_name_in_the_headline_is_found(spotted: Spotted, head: str) -> None:
    assert spotted(KIND, f"{head}\n\n{USUAL}Saunders left.\n") == ["Karl"]


@pytest.mark.parametrize(
    ("usual", "odd"),
    [("Sarah", "Sara"), ("Sara", "Sarah"), ("John", "Jon"), ("Stephen", "Steven"), ("Eric", "Erik"), ("Jeff", "Geoff"), ("Karl", "Carl")],
)
def test_a_first_name_in_another_spelling_is_found(matches: Matches, usual: str, odd: str) -> None:
    (found,) = matches(KIND, f"Dr. {usual} Saunders came. Dr. {usual} Saunders left.\n\nNobody thanked Dr. {odd} Saunders for it.\n")
    assert (found.block.text[slice(*found.span)], found.fixes, found.words["times"]) == (odd, (usual,), "twice")


def test_of_two_spellings_that_stand_once_each_the_later_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "Dr. Sarah Saunders came.\n\nNobody thanked Dr. Sara Saunders for it.\n")
    assert (found.words["match"], found.doubt) == ("Sara", 1)


def test_another_initial_is_found(matches: Matches) -> None:
    text = "Karl B. Saunders came. Karl B. Saunders left. Saunders wept.\n\nNobody thanked Karl D. Saunders for it.\n"
    (found,) = matches(KIND, text)
    assert (found.words["match"], found.fixes) == ("Karl D.", ("Karl B.",))


@pytest.mark.parametrize("other", ["Andrei", "Will", "Abbie", "A."])
def test_a_transliteration_a_short_form_and_an_initial_are_no_other_spelling(spotted: Spotted, other: str) -> None:
    usual = {"Andrei": "Andrey", "Will": "Willy", "Abbie": "Abby", "A.": "Andrey"}[other]
    assert spotted(KIND, f"Dr. {usual} Saunders came. Dr. {usual} Saunders left. Nobody thanked Dr. {other} Saunders.\n") == []


def test_a_relation_elsewhere_in_the_sentence_is_a_doubt(matches: Matches) -> None:
    text = (
        USUAL + "Nobody thanked Karl Saunders for it, and the mayor, who came late, spoke of the rain and the long night and the family.\n"
    )
    assert [m.doubt for m in matches(KIND, text)] == [1]


def test_a_name_that_is_the_end_of_a_longer_one_is_no_other(spotted: Spotted) -> None:
    assert spotted(KIND, "Hugh Karl Saunders built the dam. Saunders left. Nobody thanked Karl Saunders.\n") == []


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


@pytest.mark.parametrize(("often", "doubt"), [(2, 0), (3, 1)])
def test_fewer_mentions_than_often_are_a_doubt(matches: Matches, often: int, doubt: int) -> None:
    assert [m.doubt for m in matches(KIND, USUAL + "Nobody thanked Karl Saunders for it.\n", often=often)] == [doubt]


def test_a_headline_in_capitals_is_no_second_person(spotted: Spotted) -> None:
    assert spotted(KIND, "KARL SAUNDERS BUILT IT\n\n" + USUAL) == []


def test_two_full_names_in_a_sentence_are_two_people(matches: Callable[..., list[Match]]) -> None:
    assert matches("first-name", "Hugh Novak and Anna Novak ran the shop. On Monday Novak closed it.\n") == []
