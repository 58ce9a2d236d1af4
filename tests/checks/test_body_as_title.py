from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "body-as-title"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_a_fact_makes_it_sure_and_gives_the_noun(matches: Matches) -> None:
    (found,) = matches(KIND, "The gauge is broken, Tide Survey Hugh Penrose said.\n")
    assert found.fixes == ("Tide Survey Director",)
    assert found.doubt == 0
    assert found.evidence[0].fact
    assert found.evidence[0].fact.value == "Director of the Tide Survey"
    assert found.words == {"match": "Tide Survey", "fix": "Tide Survey Director", "person": "Hugh Penrose", "noun": "Director"}


def test_the_full_title_elsewhere_in_the_story_makes_it_sure_and_is_shown(matches: Matches) -> None:
    (found,) = matches(KIND, "Harbour Board Chairman Karl Novak spoke. Then Harbour Board Karl Novak left.\n")
    assert found.doubt == 0
    assert found.evidence[0].text == "Harbour Board Chairman Karl Novak"


def test_a_deputys_title_elsewhere_gives_the_deputys_noun(matches: Matches) -> None:
    (found,) = matches(KIND, "Tide Survey Deputy Director Anna Novak spoke. Then Tide Survey Anna Novak left.\n")
    assert found.fixes == ("Tide Survey Deputy Director",)


def test_without_a_fact_or_a_place_it_is_doubted_and_shows_who_leads_the_body(matches: Matches) -> None:
    (found,) = matches(KIND, "The bread is stale, Guild of Master Bakers Karl Novak said.\n")
    assert (found.fixes[0], found.doubt) == ("Guild of Master Bakers Chairman", 1)
    assert "Chairman" in found.evidence[0].text


def test_the_short_name_of_a_body_is_the_body(spotted: Spotted) -> None:
    assert spotted(KIND, "The gauge is broken, TSV Hugh Penrose said.\n") == ["TSV"]


@pytest.mark.parametrize(
    "text",
    [
        "Tide Survey Director Hugh Penrose spoke.",
        "Director of the Tide Survey Hugh Penrose spoke.",
        "The director of the Tide Survey, Hugh Penrose, spoke.",
        "The Tide Survey’s Hugh Penrose spoke.",
        "The Tide Survey's Hugh Penrose spoke.",
        "Before he joined the Tide Survey, Hugh Penrose sailed.",
        "A Tide Survey clerk, Hugh Penrose, spoke.",
        "They asked the Tide Survey. Hugh Penrose answered.",
        "The Tide Survey Hugh Bridge is closed.",
        "They asked Tide Survey Penrose.",
    ],
)
def test_a_title_a_possessive_a_comma_and_a_stop_between_are_all_right(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n") == []


def test_a_name_that_may_be_no_persons_is_left_alone(spotted: Spotted) -> None:
    assert spotted(KIND, "They saw the Harbour Board Anna Ludgrave plan.\n") == []


def test_behind_an_article_the_name_may_open_a_clause_so_it_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "The gauges of the Tide Survey Hugh Penrose left behind are broken.\n")
    assert found.doubt == 1


def test_unlisted_bodies_are_told_by_their_last_word(matches: Matches) -> None:
    (found,) = matches(KIND, "It is over, Ludgrave Bridge Committee Karl Novak said.\n", nouns={"Committee": "Chairman"})
    assert found.fixes == tuple(f"Ludgrave Bridge Committee {noun}" for noun in ("Chairman", "Chair", "Chairwoman"))


def test_it_is_found_inside_a_quotation_and_a_caption_alike(spotted: Spotted) -> None:
    assert spotted(KIND, "“I heard Tide Survey Hugh Penrose say so,” she said.\n") == ["Tide Survey"]
