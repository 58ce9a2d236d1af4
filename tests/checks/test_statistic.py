from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import significance
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("what", "text", "given"),
    [
        ("mean", "Waits of 5 to 12 days were seen, an average of 14 days.", "14"),
        ("mean", "Salaries ranged between $30,000 and $50,000 and averaged $58,000.", "58,000"),
        ("growth", "Exports grew 20% annually for four years, or 80% overall.", "80"),
        ("p-value", "The effect was clear (t(40) = 0.90, p < .01).", ".01"),
        ("p-value", "The test gave chi2(1) = 0.80, p = .001.", ".001"),
        ("p-value", "Groups differed, F(1, 60) = 1.10, p < .05.", ".05"),
        ("lead", "Roe leads Lund 47% to 45%. The margin of error is 4 points.", "leads"),
    ],
)
def test_a_figure_that_its_figures_deny_is_reported(matches: Matches, what: str, text: str, given: str) -> None:
    (found,) = matches("statistic", text, what=what)
    assert found.block.text[slice(*found.span)] == given


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("mean", "Waits of 5 to 12 days were seen, an average of nine days."),
        ("mean", "Prices rose from $3 to $9, and the average stay is 20 days."),
        ("growth", "Exports grew 20% annually for four years, or 107% overall."),
        ("growth", "Exports grew 20% annually for four years, or 300% overall in value."),
        ("p-value", "The effect was clear (t(40) = 3.90, p < .01), and z = 1.96, p = .05."),
        ("p-value", "Nothing was seen, F(2) = 0.5, p = .60."),
        ("lead", "Roe leads Lund 57% to 40%. The margin of error is 4 points."),
        ("lead", "The poll has Roe at 47% to 45%. The margin of error is 4 points."),
    ],
)
def test_figures_that_agree_are_left_alone(matches: Matches, what: str, text: str) -> None:
    assert matches("statistic", text, what=what) == []


@pytest.mark.parametrize(
    ("test", "value", "sizes", "p"),
    [("t", 2.048, [28], 0.05), ("F", 4.085, [1, 40], 0.05), ("chi2", 3.841, [1], 0.05), ("z", 1.96, [], 0.05), ("r", 0.361, [28], 0.05)],
)
def test_p_values_are_those_of_the_tables(test: str, value: float, sizes: list[int], p: float) -> None:
    found = significance.p(test, value, sizes)
    assert found is not None
    assert abs(found - p) < 0.0005


def test_a_test_without_its_degrees_of_freedom_has_no_p_value() -> None:
    assert significance.p("t", 2.0, []) is None
    assert significance.p("F", 2.0, [3]) is None


def test_what_it_may_be_is_told(matches: Matches) -> None:
    with pytest.raises(OptionError, match="mean, growth, p-value, lead"):
        matches("statistic", "Nothing.", what="mode")
