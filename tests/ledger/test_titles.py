from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import Story
from lintnews.ledger.titles import elements, grade, printed_rank

StoryOf = Callable[..., Story]


@pytest.fixture
def titled(story: StoryOf) -> Callable[[str], list[tuple[str, str]]]:
    """A function: a phrase in, the sort and text of each title element out."""

    def read(phrase: str) -> list[tuple[str, str]]:
        told = story(f"It is said that {phrase} came.\n")
        return [(e.sort.value, chain.text(e.start, e.end)) for chain in told.chains for e in elements(chain, told.facts)]

    return read


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Minister of Rivers Marta Quillon", [("post", "Minister of Rivers")]),
        ("Rivers Minister Marta Quillon", [("post", "Rivers Minister")]),
        ("Tide Survey Hugh Penrose", [("body", "Tide Survey")]),
        ("Hugh Tsv Penrose", []),
        ("Tide Survey Director Hugh Penrose", [("post", "Tide Survey Director")]),
        ("TSV Hugh Penrose", [("body", "TSV")]),
        ("Lt. Gen. Ruth Ollery", [("rank", "Lt. Gen.")]),
        ("Brigadier General Ruth Ollery", [("rank", "Brigadier General")]),
        ("Brigadier-General Ruth Ollery", [("rank", "Brigadier-General")]),
        ("Dr. Ruth Ollery", [("courtesy", "Dr.")]),
        ("Senator Ruth Ollery", [("noun", "Senator")]),
        ("Gen. Sir Karl Novak", [("rank", "Gen."), ("courtesy", "Sir")]),
        ("Rivers Minister Dr. Marta Quillon", [("post", "Rivers Minister"), ("courtesy", "Dr.")]),
        ("Harbour Board Chairman Karl Novak", [("body", "Harbour Board"), ("noun", "Chairman")]),
        ("Karl Novak", []),
    ],
)
def test_titles_are_read_left_to_right_the_longest_first(
    titled: Callable[[str], list[tuple[str, str]]], phrase: str, found: object
) -> None:
    assert titled(phrase) == found


def test_a_post_in_small_letters_is_a_title_where_it_stands_before_a_name(titled: Callable[[str], list[tuple[str, str]]]) -> None:
    assert titled("the rivers minister Marta Quillon") == [("noun", "minister")]
    assert titled("the minister of rivers, Marta Quillon,") == []


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("Lt. Gen.", "lieutenant general"),
        ("Lieutenant General", "lieutenant general"),
        ("Lt Gen", "lieutenant general"),
        ("Brigadier-General", "brigadier general"),
        ("Sgt. 1st Class", "sergeant"),
        ("Herring", ""),
    ],
)
def test_every_form_of_a_rank_names_its_grade(printed: str, named: str) -> None:
    assert grade(printed) == named


def test_a_grade_is_printed_in_full_or_short() -> None:
    assert printed_rank("lieutenant general", short=True) == "Lt. Gen."
    assert printed_rank("lieutenant general", short=False) == "Lieutenant General"
    assert printed_rank("commodore", short=True) == "Commodore"
