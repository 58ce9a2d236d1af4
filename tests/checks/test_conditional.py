from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.conditional import Check
from lintnews.model import OptionError

Spotted = Callable[..., list[str]]
SPELLED = {"first": r"\b[A-Z]{3,5}\b", "second": r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"}


def test_what_is_said_in_the_same_block_or_above_satisfies(spotted: Spotted) -> None:
    assert spotted("conditional", "The HLA, or Harbor Lands Agency (HLA), is old.", **SPELLED) == []
    assert spotted("conditional", "The Harbor Lands Agency (HLA) is old.\n\nThe HLA is shut.", **SPELLED) == []


def test_what_is_said_further_down_does_not(spotted: Spotted) -> None:
    assert spotted("conditional", "The HLA is shut.\n\nThe Harbor Lands Agency (HLA) is old.", **SPELLED) == ["HLA"]


def test_only_what_the_group_captured_is_satisfied(spotted: Spotted) -> None:
    assert spotted("conditional", "The Harbor Lands Agency (HLA) met the NRX.", **SPELLED) == ["NRX"]


def test_without_a_group_any_match_in_the_block_satisfies_all_of_it(spotted: Spotted) -> None:
    values = {"first": "allegedly", "second": "said"}
    text = "He allegedly ran and allegedly fell.\n\nShe allegedly swam, police said."
    assert spotted("conditional", text, **values) == ["allegedly", "allegedly"]


def test_case_counts_whatever_ignorecase_says(spotted: Spotted) -> None:
    assert spotted("conditional", "Allegedly he ran.", first="allegedly", second="said", ignorecase=True) == []


def test_exceptions_excuse_a_match(spotted: Spotted) -> None:
    assert spotted("conditional", "The FBI met the HLA.", **SPELLED, exceptions=["FBI"]) == ["HLA"]


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"first": "a"}, ()),
        ({"first": "(a", "second": "b"}, ("first",)),
        ({"first": "a", "second": "[b"}, ("second",)),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
