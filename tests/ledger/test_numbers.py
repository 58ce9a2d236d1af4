from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.ledger import numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234", 1234, 1),
        ("5.25", Fraction(21, 4), Fraction(1, 100)),
        ("5.2 million", 5_200_000, 100_000),
        ("twenty-one", 21, 1),
        ("three hundred", 300, 100),
        ("Eleven", 11, 1),
    ],
)
def test_a_number_has_a_value_and_the_unit_of_its_last_digit(text: str, value: Fraction, unit: Fraction) -> None:
    (found,) = numbers.found(text)
    assert (found.value, found.unit, found.span) == (value, unit, (0, len(text)))


def test_ordinals_times_and_dotted_numbers_are_no_counts() -> None:
    assert list(numbers.found("the 5th at 12:30 on 1.2.3, 3/4 and someone")) == []


def test_what_rounds_to_a_number_lies_between_low_and_high() -> None:
    (found,) = numbers.found("94")
    assert (found.low, found.high) == (Fraction(187, 2), Fraction(189, 2))


@given(st.integers(0, 10**9))
def test_printed_figures_read_back(value: int) -> None:
    assert [n.value for n in numbers.found(f"{value:,} ships")] == [value]


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        numbers.number("ships")
    with pytest.raises(ValueError, match="no number word"):
        numbers.small("ships")
