from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "honorific"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
USUAL = "Mr. Quillon opened the sluice. Mr. Quillon closed it.\n\nThe rain came in May.\n\n"


@pytest.mark.parametrize("title", ["Ms.", "Mrs.", "Miss", "Ms", "Mrs"])
def test_a_title_of_the_other_sort_is_found(matches: Matches, title: str) -> None:
    (found,) = matches(KIND, USUAL + f"Nobody thanked {title} Quillon for it.\n")
    assert found.block.text[slice(*found.span)] == title
    assert (found.fixes, found.doubt, found.words["count"]) == (("Mr.",), 0, "2")
    assert found.evidence[0].text == "Mr. Quillon"


def test_the_reverse_and_british_titles_are_found(matches: Matches) -> None:
    (found,) = matches(KIND, "Marta Quillon came. Ms Quillon opened it. Mrs Quillon closed it.\n\nNobody thanked Mr Quillon’s men.\n")
    assert (found.words["match"], found.fixes) == ("Mr", ("Ms",))


@pytest.mark.parametrize(
    "text",
    [
        "His wife, Ms. Quillon, left.",
        "Ms. Quillon left. She is no relation.",
        "Ms. Quillon left. Ms. Quillon slept.",
        "Ms. Penrose left.",
        "Dr. Quillon left. Mx. Quillon left. Gen. Quillon left.",
        "Ms. Ada Quillon left.",
        "Ada Quillon came. Hugh Quillon came. Ms. Quillon left.",
        "Mr. and Mrs. Quillon left.",
    ],
)
def test_a_couple_another_person_and_a_title_without_a_sex_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, USUAL + text + "\n") == []


def test_a_spouse_anywhere_in_the_story_makes_it_doubtful(matches: Matches) -> None:
    (found,) = matches(KIND, USUAL + "Ms. Quillon left.\n\nIt is told that his wife built the house.\n")
    assert found.doubt == 1


def test_both_titles_in_one_sentence_make_it_doubtful(matches: Matches) -> None:
    (found,) = matches(KIND, USUAL + "Mr. Quillon and Ms. Quillon left.\n")
    assert found.doubt == 1


def test_one_of_each_tells_nothing(spotted: Spotted) -> None:
    assert spotted(KIND, "Mr. Quillon came.\n\nMs. Quillon left.\n") == []
    assert spotted(KIND, USUAL + "Ms. Quillon left.\n", often=3) == []


def test_a_title_in_the_headline_is_not_read(spotted: Spotted) -> None:
    assert spotted(KIND, "Ms. Quillon Opens Sluice\n\n" + USUAL) == []


NAMED = "Oskar Quillon opened the sluice.\n\n"


def test_a_title_that_the_first_name_gainsays_is_found(matches: Matches) -> None:
    (found,) = matches(KIND, NAMED + "Nobody thanked Ms. Quillon for it.\n", sexes="first-names-sex")
    assert (found.fixes, found.doubt, found.words["told"]) == (("Mr.",), 1, "the story names Oskar Quillon")


def test_with_the_right_title_elsewhere_it_is_surer(matches: Matches) -> None:
    (found,) = matches(KIND, NAMED + "Mr Quillon slept. Nobody thanked Mrs Quillon for it.\n", sexes="first-names-sex")
    assert (found.fixes, found.doubt) == (("Mr",), 0)


@pytest.mark.parametrize(
    "text",
    [
        NAMED + "Ada Quillon slept. Nobody thanked Ms. Quillon.\n",
        NAMED + "His wife, Ms. Quillon, slept.\n",
        NAMED + "Ms. Quillon slept. Ms. Quillon woke.\n",
        NAMED + "Mr. Quillon slept.\n",
        "Dana Quillon opened the sluice.\n\nNobody thanked Mr. Quillon.\n",
        "Mr. Quillon opened the sluice.\n",
    ],
)
def test_a_second_person_and_a_name_of_both_sexes_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text, sexes="first-names-sex") == []
