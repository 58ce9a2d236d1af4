from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "acronym"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_it_is_found_once_where_it_stands_first(matches: Matches) -> None:
    (found,) = matches(KIND, "The QRX met in May. The QRX agreed.\n")
    assert found.span == (4, 7)
    assert found.fixes == ()
    assert found.words["hint"] == "; explain it to the reader"


def test_a_listed_name_is_offered(matches: Matches) -> None:
    (found,) = matches(KIND, "The TSV met in May.\n")
    assert found.fixes == ("Tide Survey (TSV)",)
    assert found.evidence[0].fact
    assert found.evidence[0].fact.subject == "Tide Survey"


def test_inside_a_quotation_nothing_is_offered_to_put_in_its_place(matches: Matches) -> None:
    (found,) = matches(KIND, "“The TSV met in May,” she said.\n")
    assert found.fixes == ()
    assert "Tide Survey" in found.words["hint"]


@pytest.mark.parametrize(
    "text", ["The QRX met.", "Two QRXs met.", "The QRX’s chair left.", "The QRX's chair left.", "(QRX) is all it said."]
)
def test_a_plural_a_possessive_and_brackets_hide_none(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == ["QRX"]


def test_letters_that_the_house_knows_need_no_spelling_out(spotted: Spotted) -> None:
    assert spotted(KIND, "The QRX met the TLD and two QRXs.\n", known=["QRX"]) == ["TLD"]


def test_names_of_the_kinds_given_need_no_spelling_out(spotted: Spotted) -> None:
    assert spotted(KIND, "It was on VBC in May.\n") == ["VBC"]
    assert spotted(KIND, "It was on VBC in May.\n", kinds=["outlet"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Quiet River Exchange (QRX) met.",
        "Pope John XXIII, Louis XIV and room XLII stayed.",
        "She did NOT say so, and she NEVER will.",
        "JB Pritchard and TJ Watt met AC Ludgrave fans.",
        "They live in Reno, NV, and in Dallas, TX 75001.",
        "Write to @QRX, or to qrx.com and QRX.com.",
        "They saw the A40, the G7 and the B-52.",
        "It cost $3M, and the U.S.A. paid.",
    ],
)
def test_numerals_names_states_handles_and_force_are_no_initialisms(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == []


def test_all_caps_headings_are_not_read(spotted: Spotted) -> None:
    assert spotted(KIND, "QRX SAYS NO\n\nIt rained, and nobody from the board came to the hall.\n") == []


@pytest.mark.parametrize("text", ["Its affiliate WTMJ said so.", "Shares of Tide (TDE.N) fell.", "It was NEVER so."])
def test_stations_shares_and_words_need_no_spelling_out(spotted: Callable[..., list[str]], text: str) -> None:
    assert spotted("acronym", f"A headline\n\n{text}\n") == []


def test_letters_that_could_be_a_station_are_told(spotted: Spotted) -> None:
    assert spotted("acronym", "A headline\n\nThe WRAF gave a loan.\n") == ["WRAF"]


@pytest.mark.parametrize(
    "text",
    [
        "The analyst works for QRX Global in Oslo.",
        "He read the quick register of xenon (QRX) aloud.",
        "She uses QRX (as in “quite rare xenon”) at home.",
        "The index QRX, +0.4%, rose.",
        "The fire was seen by WQRX-TV first.",
        "The fire began at noon, according to KQRX.",
    ],
)
def test_letters_that_are_explained_or_part_of_a_name_need_no_spelling_out(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == []


def test_a_post_behind_the_letters_does_not_make_them_a_name(spotted: Spotted) -> None:
    assert spotted(KIND, "The plan of QRX Secretary Ann Roe failed.\n") == ["QRX"]
