from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.defined import Check
from lintnews.model import OptionError

KIND = "defined"
Spotted = Callable[..., list[str]]
GIVEN = "The Harbour Pilots Union (HPU) met on the pier."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It left.", [" (HPU)"]),
        ("The HPU left.", []),
        ("The HPU’s boat left.", []),
        ("The Harbour Pilots Union (HPU) left.", []),
    ],
)
def test_an_abbreviation_that_is_not_used_again_is_found(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted(KIND, f"{GIVEN} {text}", report="unused") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("The Harbour Pilots Union (HPU) left.", [" (HPU)"]), ("The HPU left.", []), ("He left (NPR) early.", [])],
)
def test_an_abbreviation_that_is_given_twice_is_found(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted(KIND, f"{GIVEN} {text}", report="twice") == found


def test_an_unknown_report_is_told() -> None:
    with pytest.raises(OptionError, match="`report`"):
        options.build(Check, {"report": "thrice"})
