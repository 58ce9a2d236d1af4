from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.consistency import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
ADVISER = {"adviser": "advisor"}
ENGLISH = {"color": "colour", "center": "centre", "theater": "theatre"}


def test_a_pair_is_reported_once_a_block_from_where_both_were_seen(matches: Matches) -> None:
    text = "An adviser left.\n\nAn advisor and an adviser came.\n\nThe adviser spoke."
    found = matches("consistency", text, either=ADVISER)
    assert [(match.block.text[:6], match.words["match"], match.words["other"]) for match in found] == [
        ("An adv", "adviser", "advisor"),
        ("The ad", "adviser", "advisor"),
    ]


def test_each_pair_is_counted_by_itself(spotted: Spotted) -> None:
    assert spotted("consistency", "An adviser at the centre.", either={**ADVISER, "center": "centre"}) == []


def test_the_rarer_form_is_reported_at_its_first_mention(spotted: Spotted) -> None:
    text = "An advisor left. An adviser and an adviser came. The advisor, an adviser, spoke."
    assert spotted("consistency", text, either=ADVISER, report="rarer") == ["advisor"]


def test_of_two_used_alike_the_later_gives_way(spotted: Spotted) -> None:
    assert spotted("consistency", "An advisor left. An adviser came.", either=ADVISER, report="rarer") == ["adviser"]


def test_the_other_place_is_the_evidence_and_the_other_form_the_fix(matches: Matches) -> None:
    (match,) = matches("consistency", "The adviser left. Advisor Roe came.", either=ADVISER, ignorecase=True, report="rarer")
    (evidence,) = match.evidence
    assert (match.fixes, evidence.span) == (("Adviser",), (4, 11))


def test_a_form_that_is_a_pattern_is_no_fix(matches: Matches) -> None:
    (match,) = matches("consistency", "It rose 4% and 5 percent.", nonword=True, report="rarer", either={r"\d%": r"\d percent"})
    assert match.fixes == ()


def test_more_than_a_few_forms_are_reported_once(spotted: Spotted) -> None:
    text = "It rose 1%, 2%, 3% and 4%. It fell 1 percent, 2 percent, 3 percent, 4 percent and 5 percent."
    assert spotted("consistency", text, nonword=True, report="rarer", either={r"\d%": r"\d percent"}) == ["1%"]


def test_together_makes_one_choice_of_all_pairs(matches: Matches) -> None:
    text = "The theater in the center is a centre of COLOUR and colour."
    found = matches("consistency", text, either=ENGLISH, together=True, report="rarer")
    assert [(match.words["match"], match.fixes) for match in found] == [("centre", ("center",)), ("colour", ("color",))]


def test_together_can_leave_capitals_out_of_account(spotted: Spotted) -> None:
    text = "The theater in the center. A COLOUR."
    assert spotted("consistency", text, either=ENGLISH, together=True, report="rarer", ignorecase=True) == ["COLOUR"]


def test_headlines_do_not_count_against_the_running_text(spotted: Spotted) -> None:
    text = "Prices up 3% at the pier\n\nPrices rose 3 percent in May, the county said on Monday.\n\nThey fell 2 percent in June, it said."
    assert spotted("consistency", text, nonword=True, report="rarer", either={r"\d%": r"\d percent"}) == []


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"either": {"a": "b", "(c": "d"}}, ("either", "(c")),
        ({"either": {"a": "(b"}}, ("either", "a", 1)),
        ({"either": {"a": "b"}, "report": "all"}, ("report",)),
        ({"either": {"a b": "c"}, "together": True}, ("either", "a b")),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path


def test_what_makes_a_form_one_of_the_other_side_is_its_fix(matches: Callable[..., list[Match]]) -> None:
    text = "A headline\n\nIt fell 3%, then 4 percent, then 5 percent."
    options = {"either": {r"\d+ percent": r"\d+%"}, "nonword": True, "report": "rarer"}
    assert [match.fixes for match in matches("consistency", text, **options)] == [()]
    assert [match.fixes for match in matches("consistency", text, **options, rewrite={"%$": " per cent", "%": " percent"})] == [
        ("3 percent",)
    ]
