from __future__ import annotations

import string
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lintnews import checks, options, readers
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match, Source

KIND = "one-spelling"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize("slip", ["Zwirnbrandd", "Zwirnbradt", "Zwinbrandt", "Zwirnbrnadt", "Zwirrnbrandt"])
def test_a_letter_changed_dropped_swapped_or_inserted_is_found(matches: Matches, slip: str) -> None:
    (found,) = matches(KIND, f"The mill burned.\n\nZwirnbrandt came. Zwirnbrandt wept. Nobody saw {slip}’s face.\n")
    assert found.block.text[slice(*found.span)] == slip
    assert (found.fixes, found.doubt, found.words["count"]) == (("Zwirnbrandt",), 0, "2")
    assert found.evidence[0].span


@given(st.integers(1, 9), st.sampled_from(string.ascii_lowercase))
def test_a_changed_letter_is_found_wherever_it_stands(matches: Matches, at: int, letter: str) -> None:
    slip = "Zwirnbrandt"[:at] + letter + "Zwirnbrandt"[at + 1 :]
    assume(slip != "Zwirnbrandt")
    found = matches(KIND, f"Zwirnbrandt came. Zwirnbrandt wept. Nobody saw {slip} there.\n")
    assert [match.fixes for match in found] == [("Zwirnbrandt",)]


@pytest.mark.parametrize(("right", "slip"), [("Al-Hadrami", "Al-Hadrumi"), ("O’Rourke", "O’Rouke"), ("Zorn-Weller", "Zorn-Wellar")])
def test_a_name_with_a_hyphen_or_an_apostrophe_is_one_name(spotted: Spotted, right: str, slip: str) -> None:
    assert spotted(KIND, f"They saw {right} there. They saw {right} here. They saw {slip} here.\n") == [slip]


def test_a_name_in_the_headline_counts_and_lends_its_letters_but_not_its_capitals(matches: Matches) -> None:
    (found,) = matches(KIND, "ZWIRNBRANDT COMES\n\nOn Monday Zwirnbrandt wept. Nobody saw Zwirnbradt there for a week or more.\n")
    assert found.fixes == ("Zwirnbrandt",)


@pytest.mark.parametrize(
    "text",
    [
        "They saw the Zwirnbrandts and the Zwirnbrandts’ mill.",
        "They saw ZWIRNBRANT there.",
        "They saw zwirnbrant there.",
        "They saw Zwirnbrandta there.",
        "They saw Zwirnbrandty there.",
        "They saw Swirnbrandt there.",
        "They saw Zwirnbrnt there.",
        "They saw Zwirnbrant there. They saw Zwirnbrant here.",
        "They saw Zwirnbrant bin Quillon there.",
    ],
)
def test_a_plural_an_ending_another_letter_first_and_a_name_of_its_own_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, f"They saw Zwirnbrandt here. They saw Zwirnbrandt there. {text}\n") == []


@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("Bakker", "Baker"),
        ("Novaka", "Novak"),
        ("Mart", "Marta"),
        ("Ludgraves", "Ludgrave"),
        ("Petrova", "Petrove"),
        ("Karelia", "Karelian"),
    ],
)
def test_a_word_in_a_list_and_a_form_of_the_name_are_left_alone(spotted: Spotted, right: str, other: str) -> None:
    assert spotted(KIND, f"They saw {right} here. They saw {right} there. They saw {other} there.\n") == []


def test_an_accent_is_no_letter(spotted: Spotted) -> None:
    assert spotted(KIND, "They saw Íñiguez here. They saw Íñiguez there. They saw Iniguez there.\n") == []


@pytest.mark.parametrize("other", ["We’re", "We're"])
def test_a_contraction_is_no_name(spotted: Spotted, other: str) -> None:
    text = f"“{other.replace('re', 've')} come,” he said. “{other.replace('re', 've')} gone,” she said. “{other} home,” they said.\n"
    assert spotted(KIND, text) == []


def test_a_word_that_two_others_resemble_is_left_alone(spotted: Spotted) -> None:
    text = "They saw Zorland. They saw Zorland. They saw Zorlant. They saw Zorlant. They saw Zorlan.\n"
    assert spotted(KIND, text) == []


def test_often_and_shortest_are_options(spotted: Spotted) -> None:
    text = "They saw Zwirnbrandt here. They saw Zwirnbrandt there. They saw Zwirnbradt there.\n"
    assert spotted(KIND, text, often=3) == []
    assert spotted(KIND, text, shortest=11) == []
    assert spotted(KIND, "They saw Zorr here. They saw Zorr there. They saw Zurr there.\n") == ["Zurr"]


@pytest.fixture(scope="session")
def page(facts: FactBase) -> Callable[[str, str], list[str]]:
    """A function: a head and a picture of a page in, the slips found out."""

    def spotted(meta: str, picture: str = "") -> list[str]:
        text = f"<html><head>{meta}</head><body><article><h1>Zwirnbrandt</h1><p>Zwirnbrandt came. Zwirnbrandt wept.</p>{picture}</article>"
        story = Story(readers.read(Source("page.html", text)), facts)
        made = checks.kind(KIND)
        assert made is not None
        return [text[slice(*match.block.in_source(match.span))] for match in options.build(made, {}).find(story)]

    return spotted


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="og:title" content="Zwirnbradt came">',
        '<meta name="description" content="How Zwirnbradt’s face fell">',
        '<meta name="twitter:title" content="Zwirnbradt">',
    ],
)
def test_what_a_page_tells_other_sites_is_read(page: Callable[..., list[str]], meta: str) -> None:
    assert page(meta) == ["Zwirnbradt"]


def test_what_stands_for_a_picture_is_read(page: Callable[..., list[str]]) -> None:
    assert page("", '<img src="a.jpg" alt="Zwirnbradt at home"><img alt="">') == ["Zwirnbradt"]


def test_a_value_that_is_written_with_entities_is_left_alone(page: Callable[..., list[str]]) -> None:
    assert page('<meta property="og:title" content="Zwirnbradt &amp; sons">') == []


def test_a_right_name_in_the_head_and_other_fields_are_left_alone(page: Callable[..., list[str]]) -> None:
    assert page('<meta property="og:title" content="Zwirnbrandt"><meta name="author" content="Ada Zwirnbradt">') == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ada McZwirn came. Mczwirn left.", "Mczwirn"),
        ("Ada O’Zwirn came. O’zwirn left.", "O’zwirn"),
        ("Ada DeZwirn came. DeZwirn spoke. Dezwirn left.", "Dezwirn"),
    ],
)
def test_a_capital_lost_inside_a_name_is_found(matches: Callable[..., list[Match]], text: str, wrong: str) -> None:
    (found,) = matches("one-spelling", text + "\n")
    assert found.block.text[slice(*found.span)] == wrong
    assert [fix.casefold() for fix in found.fixes] == [wrong.casefold()]


@pytest.mark.parametrize(
    "text",
    [
        "Ada McZwirn came. McZwirn left.",
        "ADA MCZWIRN CAME. McZwirn left.",
        "Ada DeZwirn came. Dezwirn left.",
        "Ada DeZwirn came. DeZwirn spoke. Dezwirn sang. Dezwirn left.",
        "The McBread bill passed. Mcbread and Mcbread are dear.",
    ],
)
def test_another_form_that_stands_as_often_or_in_capitals_is_left_alone(matches: Callable[..., list[Match]], text: str) -> None:
    assert matches("one-spelling", text + "\n") == []
