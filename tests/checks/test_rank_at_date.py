from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "rank-at-date"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_another_rank_than_the_fact_gives_is_found_with_the_fact(matches: Matches) -> None:
    (found,) = matches(KIND, "The letter is signed by Army Col. Ruth Ollery of Ludgrave.\n", "2019-06-01")
    assert found.block.text[slice(*found.span)] == "Col."
    assert (found.fixes, found.doubt) == (("Brig. Gen.",), 0)
    assert found.evidence[0].fact
    assert found.evidence[0].fact.until == "2020-12-31"


def test_the_fix_is_printed_short_or_in_full_like_the_rank_it_replaces(matches: Matches) -> None:
    (found,) = matches(KIND, "The letter is signed by Army Lieutenant General Ruth Ollery.\n", "2019-06-01")
    assert found.fixes == ("Brigadier General",)


def test_the_rank_of_the_storys_day_counts(spotted: Spotted) -> None:
    text = "The letter is signed by Army Maj. Gen. Ruth Ollery.\n"
    assert spotted(KIND, text, "2019-06-01") == ["Maj. Gen."]
    assert spotted(KIND, text, "2022-06-01") == []


@pytest.mark.parametrize(("day", "found"), [("2020-12-01", []), ("2021-02-15", []), ("2021-06-01", ["Brig. Gen."])])
def test_around_a_promotion_both_ranks_will_do(spotted: Spotted, day: str, found: list[str]) -> None:
    assert spotted(KIND, "The letter is signed by Army Brig. Gen. Ruth Ollery.\n", day) == found


def test_general_for_a_brigadier_general_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "The letter is signed by Army Gen. Ruth Ollery.\n", "2019-06-01")
    assert found.doubt == 1


def test_without_a_service_it_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "The letter is signed by Col. Ruth Ollery.\n", "2019-06-01")
    assert found.doubt == 1


def test_an_undated_story_is_judged_by_the_posts_of_the_people_in_it(spotted: Spotted) -> None:
    text = "Rivers Minister Marta Quillon spoke. The letter is signed by Army Maj. Gen. Ruth Ollery.\n"
    assert spotted(KIND, text.replace("Marta Quillon", "Oskar Brandt")) == []
    assert spotted(KIND, "Harbour Warden Oskar Brandt spoke. The letter is signed by Army Col. Ruth Ollery.\n") == ["Col."]


@pytest.mark.parametrize(
    "text",
    [
        "The letter is signed by Army Brig. Gen. Ruth Ollery. General Ollery did not reply.",
        "The letter is signed by Army Brigadier-General Ruth M. Ollery.",
        "The letter is signed by Ruth Ollery, and Col. Ollery did not reply.",
        "The letter is signed by Navy Col. Ruth Ollery.",
        "The letter is signed by Sgt. Ruth Ollery of the Ludgrave police.",
        "The letter is signed by Capt. Ruth Ollery of Heron Rovers.",
        "The letter is signed by then-Army Col. Ruth Ollery.",
        "In 2004 it was Army Col. Ruth Ollery who signed the letter.",
        "Army Col. Ruth Ollery was promoted on Monday.",
        "The letter is signed by Army Col. Karl Novak.",
        "The letter is signed by Army Col. Ruth Smith.",
        "The letter is signed by Dr. Ruth Ollery.",
    ],
)
def test_the_right_rank_another_service_another_time_and_a_namesake_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2019-06-01") == []


def test_a_rank_known_from_later_on_says_nothing_of_earlier_days(spotted: Spotted) -> None:
    assert spotted(KIND, "The letter is signed by Royal Navy Cmdr. Piet Saunders.\n", "2010-06-01") == []
