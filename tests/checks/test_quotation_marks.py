from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


def test_the_mark_is_missing_before_the_attribution(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "“We lost, she said in the hall — “and we are going.”")
    assert (found.fixes, found.doubt) == (("lost,”",), 0)
    assert found.evidence[0].span == (0, 1)


def test_a_question_may_end_what_is_quoted(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + '"Who lost? said Ada Lindqvist, a clerk.')
    assert found.fixes == ('lost?"',)


def test_with_two_places_the_first_is_doubted(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "“We lost, she said in the hall. They won, he said.")
    assert found.doubt == 1


def test_without_a_place_the_opening_mark_is_reported(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "He read “We lost in the paper.")
    assert (found.fixes, found.block.text[slice(*found.span)]) == ((), "“")


def test_a_mark_that_closes_nothing_is_reported(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "Roe wrote We lost,” on a wall.")
    assert found.block.text[slice(*found.span)] == "”"


@pytest.mark.parametrize(
    "text",
    [
        "“We lost.\n\n“We are going.”",
        "The board is 6\" wide. The cat’s '90s hat.",
        "“I told them, he said no, and left,” she said.",
        "‘We lost, she said.",
    ],
)
def test_what_pairs_or_need_not_pair_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("quotation-marks", HEAD + text) == []


def test_a_paragraph_that_is_quoted_from_its_head_is_opened_there(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "We lost,” she said.")
    assert (found.block.text[slice(*found.span)], found.fixes) == ("We", ("“We",))


def test_a_mark_too_many_is_taken_out(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "“We lost,”” she said.")
    assert (found.block.text[slice(*found.span)], found.fixes) == ("”", ("",))


def test_an_inner_quotation_that_the_outer_mark_closes_is_mended(matches: Matches) -> None:
    (found,) = matches("quotation-marks", HEAD + "“He told me to ‘get out” and shut the door,” she said.")
    assert found.fixes == ("’",)
