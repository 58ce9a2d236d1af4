from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.money_twice import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
UNITS = {"$, dollars": "1 1", "£, pounds": "0.3 1.1", "¥, yen": "60 400"}


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("It cost 2.5 billion pounds ($3.2 million).", ("3.2 billion",)),
        ("It cost £2.5bn ($3.2m).", ()),
        ("It cost $3 million, or about 300 thousand yen, in all.", ("300 million",)),
        ("It cost 300 pounds ($40,000).", ()),
    ],
)
def test_an_amount_that_no_rate_makes_the_other_is_found(matches: Matches, text: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("money-twice", f"Head of it\n\n{text}", units=UNITS)
    assert found.fixes == fixes


@pytest.mark.parametrize(
    "text",
    [
        "It cost 2.5 billion pounds ($3.2 billion).",
        "It cost £300 ($400) and 12 million yen ($110,000).",
        "It cost $3 million ($4 billion).",
    ],
)
def test_an_amount_that_some_rate_makes_the_other_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("money-twice", f"Head of it\n\n{text}", units=UNITS) == []


@pytest.mark.parametrize("rates", ["1", "a b", "2 1", "0 1"])
def test_rates_that_are_none_are_told(rates: str) -> None:
    with pytest.raises(OptionError, match="the least and the most"):
        options.build(Check, {"units": {"$": rates}})
