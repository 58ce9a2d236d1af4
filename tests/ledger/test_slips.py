from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.ledger.slips import cost, distance, letters, one_slip_away

WORDS = st.text("abceghiprst", min_size=1, max_size=8)


@given(WORDS)
def test_a_word_is_no_way_from_itself(word: str) -> None:
    assert distance(word, word, 9) <= 1.0


@given(st.sampled_from(["harbour", "committee", "parliament", "chief"]), st.data())
def test_one_slip_costs_no_more_by_the_long_way(word: str, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(sorted(one_slip_away(word))))
    assert distance(wrong, word, 9) <= cost(wrong, word) + 1e-9


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("adition", "addition"), ("fotograf", "photograph"), ("relevent", "relevant"), ("kwality", "quality"), ("comitee", "committee")],
)
def test_slips_of_the_ear_and_of_the_hand_cost_little(wrong: str, right: str) -> None:
    assert distance(wrong, right, 9) < 4.5


def test_what_lies_beyond_the_limit_is_above_it() -> None:
    assert distance("abcdefgh", "strength", 2) > 2


def test_the_letters_of_a_word_are_bits() -> None:
    assert letters("cabbac") == 0b111
