from __future__ import annotations

import string
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from records import StoryOf, fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.model import Match

KIND = "near-miss"
HEADS = ["Force", "Command"]
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("slip", "fix"),
    [
        ("Hreon Force", "Heron Force"),
        ("Hern Force", "Heron Force"),
        ("Herion Force", "Heron Force"),
        ("Heron Froce", "Heron Force"),
        ("Guild of Mastre Bakers", "Guild of Master Bakers"),
        ("Coastal Wach Command", "Coastal Watch Command"),
        ("Marta Quilon", "Marta Quillon"),
        ("Hugh T. Pemrose", "Hugh T. Penrose"),
        ("José Ángel Íñigues", "José Ángel Íñiguez"),
    ],
)
def test_one_letter_inserted_dropped_changed_or_swapped_is_found(matches: Matches, slip: str, fix: str) -> None:
    (found,) = matches(KIND, f"They met the {slip} on Monday.\n", heads=HEADS)
    assert found.block.text[slice(*found.span)] == slip
    assert (found.fixes, found.doubt) == ((fix,), 0)
    assert found.evidence[0].fact


@given(st.data())
def test_a_word_that_no_list_knows_is_found_wherever_the_slip_is(matches: Matches, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["Coastal Watch Command", "Heron Force", "Marta Quillon"]))
    first, _, last = name.rpartition(" ")
    at = data.draw(st.integers(1, len(last) - 1))
    slip = last[:at] + data.draw(st.sampled_from(string.ascii_lowercase)) + last[at + 1 :]
    assume(slip.lower() not in ("force", last.lower()))
    found = matches(KIND, f"They met {first} {slip} on Monday.\n")
    assert [match.fixes for match in found] == [(name,)]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("They met Harbour Warden Ines Carroways on Monday.", "Ines Carroway"),
        ("They met Rivers Minister Oskar Brand on Monday.", "Oskar Brandt"),
        ("They met the Guild of Master Baker on Monday.", None),
    ],
)
def test_behind_the_post_that_a_person_holds_any_slip_in_the_name_is_found(matches: Matches, text: str, fix: str | None) -> None:
    assert [found.fixes[0] for found in matches(KIND, text)] == ([fix] if fix else [])


def test_an_everyday_word_is_a_slip_only_beside_a_word_that_says_what_is_meant(spotted: Spotted) -> None:
    assert spotted(KIND, "They met the Herons Force on Monday.\n", heads=HEADS) == []
    assert spotted(KIND, "They met the Harbour Board and the Herring Force.\n", heads=HEADS) == []
    assert spotted(KIND, "They met the Coastal Watch Comand.\n", heads=HEADS) == ["Coastal Watch Comand"]


@pytest.mark.parametrize(
    "text",
    [
        "They met the Heron Force and the HERON FORCE and Jose Angel Iniguez.",
        "They met the Heron-Force on Monday.",
        "They met the Heron Forces on Monday.",
        "They met the Heron Fxrcq on Monday.",
        "They met the hreon force on Monday.",
        "They met the task force on Monday.",
        "They met Hugh, Penrose and others.",
        "They met Hugh Penrose Jr. on Monday.",
        "They met Oskar J. Brandt’s wife.",
        "They met Marta Quillon.A clerk wrote it down.",
    ],
)
def test_the_name_itself_a_plural_two_slips_and_small_letters_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", heads=HEADS) == []


def test_a_listed_first_name_or_surname_is_another_person(spotted: Spotted) -> None:
    assert spotted(KIND, "They met Marta Quillon and Mary Quillon.\n") == []
    assert spotted(KIND, "They met Hugh Penrose and Karl Brandt and Oskar Brand.\n", heads=HEADS) == ["Oskar Brand"]


@pytest.mark.parametrize("mark", ["’s", "'s"])
def test_a_possessive_is_left_as_it_is(matches: Matches, mark: str) -> None:
    (found,) = matches(KIND, f"They read the Hreon Force{mark} plan.\n", heads=HEADS)
    assert found.block.text[slice(*found.span)] == "Hreon Force"


def test_a_slip_made_again_and_again_may_be_another_name_and_is_doubted(matches: Matches) -> None:
    found = matches(KIND, "They met the Hreon Force. The Hreon Force sailed.\n", heads=HEADS)
    assert [match.doubt for match in found] == [1, 1]


def test_only_the_kinds_asked_for_are_looked_for(spotted: Spotted) -> None:
    text = "They met the Hreon Force and Marta Quilon.\n"
    assert spotted(KIND, text, kinds=["person"]) == ["Marta Quilon"]
    assert spotted(KIND, text, kinds=["force"]) == ["Hreon Force"]


def test_a_name_of_one_word_is_looked_for_only_when_the_rule_says_so(spotted: Spotted, matches: Matches) -> None:
    text = "They sailed to Ludgrvae on Monday.\n"
    assert spotted(KIND, text) == []
    (found,) = matches(KIND, text, single=True)
    assert (found.fixes, found.doubt) == (("Ludgrave",), 2)


@pytest.mark.parametrize("text", ["They met Karl Ludgrvae.", "They sailed to Ludgrvae. Ludgrvae is far.", "They sailed to Mudgrave."])
def test_a_single_word_that_is_a_surname_stands_twice_or_begins_otherwise_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", single=True) == []


def test_the_headline_is_read_too(spotted: Spotted) -> None:
    assert spotted(KIND, "Hreon Force sails on\n\nNobody from the board came to the hall.\n", heads=HEADS) == ["Hreon Force"]


def test_a_name_broken_over_a_line_is_one_name(matches: Matches) -> None:
    lines = (
        "A headline\n\nThey had been waiting in the hall for two hours when the Hreon\n"
        "Force came in, and nobody said another word until all of it was\ngone from the hall, as the chair of the board said later.\n"
    )
    (found,) = matches(KIND, lines, heads=HEADS)
    assert found.fixes[0].split() == ["Heron", "Force"]


def test_one_slip_gives_one_finding_for_the_longest_name(spotted: Spotted) -> None:
    assert spotted(KIND, "They met Hugh T. Penrsoe on Monday.\n") == ["Hugh T. Penrsoe"]


@pytest.mark.parametrize(
    "text",
    [
        "Tide Survey Director Hugh R. Penrose came.",
        "Hugh Penrose came.\n\nThen Hugh R. Penrose sat.",
        "Hugh T. Penrose came. Hugh R. Penrose sat.",
    ],
)
def test_another_initial_of_a_listed_person_is_found(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, text + "\n")
    assert (found.words["match"], found.fixes, found.doubt) == ("Hugh R. Penrose", ("Hugh T. Penrose",), 0)


@pytest.mark.parametrize(
    "text", ["Hugh R. Penrose came.", "Mayor Hugh R. Penrose came.", "Hugh T. Penrose came.", "Hugh Penrose came. Ada R. Penrose sat."]
)
def test_a_namesake_with_another_initial_and_the_right_one_are_left_alone(matches: Matches, text: str) -> None:
    assert matches(KIND, text + "\n") == []


@pytest.mark.parametrize(("text", "doubt"), [("The Minister of Rivers, Marla Quillon, came.", 0), ("Nobody asked Marla Quillon.", 1)])
def test_a_slip_that_makes_another_name_is_sure_beside_the_post_and_a_doubt_without_it(matches: Matches, text: str, doubt: int) -> None:
    (found,) = matches(KIND, text + "\n")
    assert (found.fixes, found.doubt) == (("Marta Quillon",), doubt)


@pytest.mark.parametrize(
    "text",
    ["Marla Quillon, 34, came.", "Baker Marla Quillon, of Ludgrave, came.", "Marla Quillon Novak came.", "Mayor Marla Quillon came."],
)
def test_who_is_introduced_as_somebody_else_is_somebody_else(matches: Matches, text: str) -> None:
    assert matches(KIND, text + "\n") == []


PEOPLE = FactBase.of(
    (
        fact("Oskar Zwirnbrandt", "holds", "Harbour Warden", "2019"),
        fact("Stephen Quarry", "named", "person"),
        fact("Stephen Gates", "named", "person"),
    ),
    {"given-names": ["Oskar", "Stephen", "Steven", "Esteban"], "english": ["gate"], "surnames": ["Quarry"]},
)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Nobody asked Oskar Zwirmbrant about it.", "Oskar Zwirnbrandt"),
        ("Nobody asked Steven Quarry about it.", "Stephen Quarry"),
        ("Nobody asked Stephen Gate about it.", "Stephen Gates"),
        ("Nobody asked Harbour Warden Oskar Zwirmbrant about it.", "Oskar Zwirnbrandt"),
    ],
)
def test_two_letters_a_twin_of_the_first_name_and_an_everyday_word_are_doubted(story: StoryOf, text: str, fix: str) -> None:
    found = list(options.build(checks.kind(KIND), {}).find(story(text + "\n", base=PEOPLE)))
    assert [(m.fixes, m.doubt) for m in found] == [((fix,), 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody asked Esteban Quarry about it.",
        "Nobody asked Steven Quarry, 34, about it.",
        "Nobody asked Mayor Steven Quarry about it.",
        "Nobody asked the Stephen Quarrys of the world.",
        "Nobody asked Oskar Zwirmbrant about it. Zwirmbrant slept.",
    ],
)
def test_another_person_is_left_alone(story: StoryOf, text: str) -> None:
    assert list(options.build(checks.kind(KIND), {}).find(story(text + "\n", base=PEOPLE))) == []


def test_a_name_listed_with_a_hyphen_is_missed_without_it_too(story: StoryOf) -> None:
    base = FactBase.of((fact("Kwim Tong-un", "named", "person"),), {"given-names": ["Kwim"], "surnames": ["Tung", "Tong"]})
    (found,) = options.build(checks.kind(KIND), {}).find(story("Nobody asked Kwim Tozng Un.\n", base=base))
    assert found.fixes == ("Kwim Tong Un",)
