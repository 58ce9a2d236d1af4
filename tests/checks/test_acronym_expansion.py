from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.acronym_expansion import Check
from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The Regional Library Office (RLS) met.", "RLO"),
        ("The Office for Rural Land (OLR) met.", "ORL"),
        ("The Federal Bureau of Weirs (FBM) met.", "FBW"),
        ("The Bureau for Weirs and Co-operation in Mills (BCWM) met.", "BWCM"),
        ("The Co-operation and Weir Office (CWOO) met.", "COWO"),
    ],
)
def test_letters_that_are_one_off_are_reported(matches: Matches, text: str, fix: str) -> None:
    assert [found.fixes for found in matches("acronym-expansion", HEAD + text, what="letters")] == [(fix,)]


@pytest.mark.parametrize(
    "text",
    [
        "The Regional Library Office (RLO) and the Office for Rural Land (ORL, OFRL) met.",
        "The Bureau of Weirs and Mills (BOWAM) met.",
        "The International Weir Security Assistance Force (IWSAF) met.",
        "The Fuerza Azul (XFQ) met. The Board (ABC) met.",
    ],
)
def test_letters_that_may_fit_are_left_alone(matches: Matches, text: str) -> None:
    assert matches("acronym-expansion", HEAD + text, what="letters") == []


@pytest.mark.parametrize(
    ("what", "text", "count"),
    [
        ("two", "The Regional Library Office (RLO) met. The Rural Land Organization (RLO) did not.", 1),
        ("two", "The Regional Library Office (RLO) met. Regional Library Office (RLO) staff did not.", 0),
        ("unused", "The Regional Library Office (RLO) met.", 1),
        ("unused", "The Regional Library Office (RLO) met. The RLO’s head did not.", 0),
        ("late", "The RLO met. The Regional Library Office (RLO) will.", 1),
        ("late", "The Regional Library Office (RLO) met. The RLO will.", 0),
    ],
)
def test_a_story_reads_letters_in_one_way(matches: Matches, what: str, text: str, count: int) -> None:
    assert len(matches("acronym-expansion", HEAD + text, what=what)) == count


def test_what_to_look_for_must_be_known() -> None:
    with pytest.raises(OptionError, match="`what` must be one of letters, two, unused, late"):
        options.build(Check, {"what": "all"})


def test_letters_in_another_order_are_told_where_a_small_word_has_one(matches: Callable[..., list[Match]]) -> None:
    (found,) = matches("acronym-expansion", "A headline\n\nThe Board of Justice (BJO) has moved.", what="letters")
    assert found.fixes == ("BOJ",)
