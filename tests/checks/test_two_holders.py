from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "two-holders"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
FIRST = "Ludgrave Mayor Oskar Penrose came. Penrose sat.\n\n"


@pytest.mark.parametrize("text", ["Nobody heard Ludgrave Mayor Ada Novak.", "The weir, Ludgrave Mayor Ada Novak said, is old."])
def test_a_second_holder_is_reported_against_the_first(matches: Matches, text: str) -> None:
    (found,) = matches(KIND, FIRST + text + "\n")
    assert (found.words["match"], found.fixes, found.words["times"]) == ("Ada Novak", ("Oskar Penrose",), "twice")
    assert found.evidence[0].text == "Mayor Oskar Penrose"


def test_the_one_named_less_often_is_reported_though_first(spotted: Spotted) -> None:
    assert spotted(KIND, "Nobody heard Ludgrave Mayor Ada Novak.\n\n" + FIRST) == ["Ada Novak"]


def test_an_owner_of_two_everyday_words_is_one(spotted: Spotted) -> None:
    text = "Heron Bridge Mayor Oskar Penrose came. Penrose sat.\n\nNobody heard Heron Bridge Mayor Ada Novak.\n"
    assert spotted(KIND, text) == ["Ada Novak"]
    assert spotted(KIND, text.replace("Heron Bridge", "Harbour")) == []


def test_a_bare_title_will_do_for_one_first_name(spotted: Spotted) -> None:
    assert spotted(KIND, "Mayor Oskar Penrose came. Penrose sat.\n\nNobody heard Mayor Oskar Novak.\n") == ["Oskar Novak"]
    assert spotted(KIND, "Mayor Oskar Penrose came. Penrose sat.\n\nNobody heard Mayor Ada Novak.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody heard former Ludgrave Mayor Ada Novak.",
        "Nobody heard Deputy Ludgrave Mayor Ada Novak.",
        "In 2009 Ludgrave Mayor Ada Novak built it.",
        "“Nobody heard Ludgrave Mayor Ada Novak,” he said.",
        "Ludgrave Mayor Ada Novak, who was succeeded by Penrose, sat.",
        "Nobody heard Carroway Mayor Ada Novak.",
        "Nobody heard Ludgrave Mayor Oskar Novak Penrose.",
        "Nobody heard Ludgrave Mayor Oskar Penrosse.",
        "Nobody heard Ludgrave Senator Ada Novak. Nobody heard Ludgrave Senator Hugh Brandt.",
    ],
)
def test_another_time_another_place_and_another_form_of_the_name_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, FIRST + text + "\n") == []
