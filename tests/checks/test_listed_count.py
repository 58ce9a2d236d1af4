from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("Three people were charged: Ann Roe and Bo Lund.", ("Two people",), 0),
        ("It covers 4 states: Ohio, Iowa and Maine.", ("3 states",), 0),
        ("The two suspects, Ann Roe, Bo Lund and Cy Dahl, were charged.", ("three suspects",), 0),
        ("They named the three suspects as Ann Roe, Bo Lund, Cy Dahl and Di Eck.", ("four suspects",), 0),
        ("The four towns, Ostham, Vell and Ludgrave, signed.", ("three towns",), 0),
        ("The two winners — Ann Roe, Bo Lund and Cy Dahl — will share.", ("three winners",), 0),
        ("He gave two reasons: cost, time and weather.", ("three reasons",), 1),
    ],
)
def test_a_count_that_the_list_denies_is_reported(matches: Matches, text: str, fixes: tuple[str, ...], doubt: int) -> None:
    (found,) = matches("listed-count", HEAD + text)
    assert (found.fixes, found.doubt) == (fixes, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "Two people were charged: Ann Roe and Bo Lund.",
        "At least three people were charged: Ann Roe and Bo Lund.",
        "Nine people were charged: Ann Roe and Bo Lund.",
        "The three islands, Vell, Ost and Lud and Grave, signed.",
        "The three towns — Ostham, Vell and Ludgrave — signed, and the two rivers, Vell and Ost, rose.",
        "It lasted three years: Monday, Tuesday and Friday.",
        "He gave three reasons: cost and bad weather.",
    ],
)
def test_a_count_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("listed-count", HEAD + text) == []


def test_names_with_ages_and_items_between_semicolons_are_counted(matches: Matches) -> None:
    assert matches("listed-count", "Four people died: Ann Hale, 30, Joe Brand, 41, and Lena Ross, 19.")
    assert not matches("listed-count", "Three people died: Ann Hale, 30, Joe Brand, 41, and Lena Ross, 19.")
    assert matches("listed-count", "Four people died: Ann Hale, of Leeds; Joe Brand, who was 41; and Lena Ross.")
    assert not matches("listed-count", "Three people died: Ann Hale, of Leeds; Joe Brand, who was 41; and Lena Ross.")
