from __future__ import annotations

from collections.abc import Callable

import pytest
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

BASE = FactBase.of(
    (
        fact("Velland", "capital", "Ludgrave", "", "", "Republic of Velland"),
        fact("Ostmark", "capital", "Pella", "", "", "O.M."),
        fact("Ostmark", "capital", "Norrim"),
        fact("South Ostmark", "capital", "Quay"),
        fact("Isle of Sand", "capital", "Sandport"),
        fact("Vellish", "demonym", "Velland"),
        fact("Vellish", "demonym", "Isle of Sand"),
        fact("Ostmarkian", "demonym", "Ostmark"),
        fact("Velland", "named", "country"),
        fact("Ostmark", "named", "country"),
        fact("Isle of Sand", "named", "territory"),
        fact("Hollin", "named", "region"),
        *(fact(town, "named", "city") for town in ("Tarn", "Ludgrave", "Port de Sel", "Mirna")),
        fact("Mirna", "named", "company"),
        fact("Heron Force", "named", "force"),
    ),
    {
        "english": ["green", "market"],
        "given-names": ["Marta"],
        "surnames": ["Quillon"],
        "towns": ["Orm Velland", "Sel Ostmark", "Lud Velland", "Lud Ostmark", "Green Velland", "Al_Orm Velland"],
    },
)
Stories = Callable[..., Story]


@pytest.fixture
def found(story: Stories) -> Callable[[str], list[Match]]:
    made = checks.kind("capital")
    assert made is not None
    return lambda text: list(options.build(made, {}).find(story(text + "\n", base=BASE)))


Found = Callable[[str], list[Match]]


def towns(matches: list[Match]) -> list[str]:
    return [match.block.text[slice(*match.span)] for match in matches]


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Vellish capital, Tarn, in May.",
        "They met in the Vellish capital, Tarn.",
        "They met in the Vellish capital, Tarn on Monday.",
        "They met in the Vellish capital of Tarn in May.",
        "They met in the Vellish capital Tarn in May.",
        "They met in the Vellish capital city, Tarn.",
        "They met in Velland’s capital, Tarn’s, shadow.",
        "They met in Velland's capital city of Tarn.",
        "In Velland’s capital, Tarn, they met.",
        "They met in the Republic of Velland’s capital, Tarn.",
        "They met in Tarn, Velland’s capital, in May.",
        "They met in Tarn, the Vellish capital, in May.",
        "They met in Tarn, the capital of Velland.",
        "Tarn is the capital of Velland.",
        "The capital of Velland is Tarn.",
        "They met in the capital of Velland, Tarn, in May.",
    ],
)
def test_a_listed_town_called_the_capital_is_found_in_every_form(found: Found, text: str) -> None:
    (match,) = found(text)
    assert match.block.text[slice(*match.span)] == "Tarn"
    assert (match.fixes, match.doubt, match.words["country"]) == (("Ludgrave",), 0, "Velland")
    assert match.evidence[0].fact


def test_the_capital_of_another_country_is_found(found: Found) -> None:
    (match,) = found("They met in the Ostmarkian capital, Ludgrave, in May.")
    assert match.fixes == ("Pella",)


def test_a_town_whose_name_has_a_small_word_is_marked_whole(found: Found) -> None:
    assert towns(found("They met in the Vellish capital, Port de Sel, in May.")) == ["Port de Sel"]


def test_a_country_is_named_by_points_too(found: Found) -> None:
    assert towns(found("They met in the O.M. capital, Tarn, in May.")) == ["Tarn"]


@pytest.mark.parametrize(
    "text",
    [
        "They met in the Vellish capital, Ludgrave, in May. LUDGRAVE, VELLAND’S CAPITAL, WAS SHUT.",
        "They met in Ostmark’s capital, Pella, and in Ostmark’s capital, Norrim.",
        "They met in the Vellish capital, Sandport, in May.",
        "They met in the Vellish capital, Lüdgrave, in May. They met in the Vellish capital, Ludgrve.",
        "They met in the Vellish capital, Greater Ludgrave, in May.",
    ],
)
def test_every_known_capital_and_its_spellings_are_right(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They met in South Ostmark’s capital, Quay, and in North Velland’s capital, Tarn.",
        "They met in Hollin’s capital, Tarn, and in the Hollin capital, Tarn.",
        "They met in Upper Vellish capital, Tarn.",
        "They met in the state capital, Tarn.",
        "They met in Velland’s commercial capital, Tarn, and in the former Vellish capital, Tarn.",
        "They plan the new Vellish capital, Tarn, in May.",
        "Tarn was the Vellish capital of cheese. Tarn, Velland’s capital of cheese, is far. Tarn, the cheese capital of Velland.",
        "Tarn is the capital of Velland’s north.",
        "Tarn, the capital of Velland until the war, is far.",
        "In 1810, Tarn, Velland’s capital, burned.",
    ],
)
def test_another_place_another_sort_and_another_time_are_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vellish capital punishment is gone, and Vellish capital markets are shut.",
        "They left the Vellish capital, Marta Quillon said.",
        "They left the Vellish capital, Minister Quillon, who was there, said.",
        "They left the Vellish capital, Monday, at noon.",
        "They left the Vellish capital, Heron Force, and all.",
        "They left the Vellish capital, Green Market, and all.",
        "They left the Vellish capital, Mirna, and all.",
        "They left the Vellish capital, Ostmark, and all.",
        "They met in the Vellish capital, Tarn-based makers said.",
        "Far from the Vellish capital, Tarn was quiet.",
        "Unlike the Vellish capital, Tarn, a port, was quiet.",
        "They went to Mirna, Tarn, the Vellish capital, and home.",
        "They flew from Tarn, Velland’s capital, Ludgrave, and home.",
    ],
)
def test_what_stands_beside_the_capital_and_is_not_called_it_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["They met in the Vellish capital, Zorrow.", "They met in Velland’s capital of Zorrow in May."])
def test_a_town_that_no_list_knows_is_doubted(found: Found, text: str) -> None:
    (match,) = found(text)
    assert (match.words["match"], match.doubt) == ("Zorrow", 1)


def test_an_unknown_word_that_may_open_a_clause_is_left_alone(found: Found) -> None:
    assert found("In the Vellish capital, Zorrow, a grocer, was shut. In the Vellish capital Zorrow opened shops.") == []


LONE = "Velland shut its ports. Velland has no flour, and Velland is sad."


def test_the_capital_alone_is_that_of_the_country_named_most_and_doubted(found: Found) -> None:
    (match,) = found(f"{LONE} People left the capital, Tarn, at night.")
    assert (match.words["match"], match.doubt) == ("Tarn", 1)


@pytest.mark.parametrize(
    "text",
    [
        "They left the capital, Tarn, at night.",
        f"{LONE} Ostmark, Ostmark and Ostmark helped. They left the capital, Tarn, at night.",
        f"{LONE} The governor of Hollin left the capital, Tarn, at night.",
        f"{LONE} Bargen’s governor left the capital, Tarn, at night.",
        f"{LONE} They left the capital, Quay, and the state capital, Tarn, at night.",
    ],
)
def test_the_capital_alone_beside_another_place_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


def test_the_headline_is_left_to_the_desk(found: Found) -> None:
    assert found("They meet in Vellish capital, Tarn\n\nNobody from the board came to the hall on Monday.") == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Velland is shut, and Ostmark is open. The envoys met in the capital, Orm.", "Orm"),
        ("Velland is shut. Hollin is open.\n\nThe government in the capital, Orm, is silent.", "Orm"),
        ("The Vellish government in the capital of Orm is silent.", "Orm"),
        ("The Vellish government in the capital, Quatt, is silent.", "Quatt"),
        ("The envoys met in the Vellish capital of Al Orm.", "Al Orm"),
        ("Thousands of Ostmarkians marched past the Vellish embassy in the capital, Sel, and sang.", "Sel"),
    ],
)
def test_the_country_of_the_capital_is_the_one_named_before_it_or_the_towns(
    found: Callable[[str], list[Match]], text: str, town: str
) -> None:
    assert [match.block.text[slice(*match.span)] for match in found(text)] == [town]


@pytest.mark.parametrize(
    "text",
    [
        "Velland is shut, and Ostmark is open. The envoys met in the capital, Lud.",
        "Hollin is open. The envoys met in the capital, Orm.",
        "The Vellish envoy met an Ostmarkian one in the capital, Lud.",
    ],
)
def test_a_town_of_two_countries_or_of_one_that_is_not_named_is_left_alone(found: Callable[[str], list[Match]], text: str) -> None:
    assert found(text) == []


def test_the_capital_alone_may_be_that_of_a_part_of_a_federal_country(story: Stories) -> None:
    made = checks.kind("capital")
    assert made is not None
    text = "Velland is shut, and Hollin is open. The envoys met in the capital, Orm.\n"
    assert list(options.build(made, {"federal": ["Velland"]}).find(story(text, base=BASE))) == []
    assert len(list(options.build(made, {}).find(story(text, base=BASE)))) == 1
