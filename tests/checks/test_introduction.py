from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "introduction"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize("first", ["“It held,” Novak said.", "“It held,” said Novak.", "They read Novak’s plan.", "Novak was glad of it."])
def test_a_surname_before_the_full_name_is_found(matches: Matches, first: str) -> None:
    (found,) = matches(KIND, f"The bridge is shut. {first}\n\nThe river rose, and Hugh Novak saw it.\n")
    assert found.words == {"match": "Novak", "how": "before the full name, Hugh Novak"}
    assert found.evidence[0].text == "Hugh Novak"


@pytest.mark.parametrize(
    "text",
    [
        "Hugh Novak said so. Novak was glad.",
        "“Novak was glad,” they said. Hugh Novak said so.",
        "Rivers Minister Novak was glad. Hugh Novak said so.",
        "They saw Novak there. Hugh Novak said so.",
        "Novak was glad. Karl Novak and Hugh Novak said so.",
        "Penrose was glad. Hugh Penrose said so.",
        "Novak was glad. Zorro Novak said so.",
    ],
)
def test_a_title_a_quotation_and_a_namesake_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == []


def test_a_listed_surname_is_found_where_somebody_else_is_named_in_full_later(spotted: Spotted) -> None:
    assert spotted(KIND, "Saunders was glad. Hugh Saunders said so.\n") == ["Saunders"]


def test_a_single_sentence_is_no_story_that_should_introduce_anybody(spotted: Spotted) -> None:
    assert spotted(KIND, "Novak, 34, was there.\n") == []


@pytest.mark.parametrize("text", ["Novak was arrested.", "Police arrested Novak.", "According to Novak, it held."])
def test_in_a_short_story_a_surname_that_does_something_is_enough_once(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, f"The bridge is shut. {text}\n", short=50) == ["Novak"]


def test_a_name_in_the_headline_needs_no_first_name_at_once(spotted: Spotted) -> None:
    assert spotted(KIND, "Novak builds a dam in the hills\n\nNovak was glad. Hugh Novak said so.\n") == []


@pytest.mark.parametrize("text", ["Novak said so. Novak left.", "“No,” said Novak. They saw Novak leave."])
def test_a_surname_that_is_never_introduced_is_found(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, f"The bridge is shut. {text}\n")
    assert found.words["how"] == "and nobody of that surname is named in full"
    assert found.evidence[0].text == "Novak stands again"


@pytest.mark.parametrize(
    "text",
    [
        "Novak, 34, was there.",
        "Novak, a teacher of maths, was there.",
        "“No,” said Novak, director of the mill.",
        "Novak, a tall man, was there.",
    ],
)
def test_an_age_or_a_description_is_enough_once(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, f"The bridge is shut. {text}\n") == ["Novak"]


@pytest.mark.parametrize(
    "text",
    [
        "Novak said so.",
        "They saw Novak there. They saw Novak here.",
        "Zwirn said so. Zwirn left.",
        "Herring said so. Herring left.",
        "Ludgrave said so. Ludgrave left.",
        "Saunders said so. Saunders left.",
        "“Novak left,” they said. Novak said so.",
        "They came from Novak, a town of ten.",
        "They saw the Novak Dam. Novak said so. Novak left.",
        "May said so. May left.",
    ],
)
def test_a_name_that_may_be_no_surname_or_a_known_one_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, f"The bridge is shut. {text}\n") == []


def test_a_listed_surname_with_an_age_is_somebody_elses(spotted: Spotted) -> None:
    assert spotted(KIND, "The bridge is shut. Saunders, 34, was there.\n") == ["Saunders"]


def test_often_is_an_option(spotted: Spotted) -> None:
    assert spotted(KIND, "The bridge is shut. Novak said so. Novak left.\n", often=3) == []


@pytest.mark.parametrize(
    "text", ["The lawyer Novak said it held.", "It held, said Novak, a farmer. Mr. Novak sat.", "It held, said Novak, who sat."]
)
def test_a_noun_before_it_or_words_after_it_are_enough(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, f"The bridge is shut. {text}\n") == ["Novak"]


def test_a_courtesy_title_is_no_introduction_and_another_word_with_a_capital_is(spotted: Spotted) -> None:
    text = "It held, said Novak, a farmer. {} slept.\n"
    assert spotted(KIND, text.format("Mr. Novak")) == ["Novak"]
    assert spotted(KIND, text.format("Wanda Novak")) == []
