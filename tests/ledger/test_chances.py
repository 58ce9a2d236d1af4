from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.english.trigrams import CLOSES, chance, number
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chances import Row
from lintnews.model import Source


def rows(text: str) -> list[Row]:
    """The rows of a story."""
    return list(Story(readers.read(Source("story.txt", text)), FactBase.of(())).chances.rows)


def doubtful(text: str) -> list[str]:
    return [word for row in rows(text) for _, word in row.words()]


def test_a_word_that_does_not_fit_is_doubtful_and_one_that_fits_is_not() -> None:
    assert "form" in doubtful("She lives far form the river.\n")
    assert "from" not in doubtful("She lives far from the river.\n")


def test_names_and_figures_are_never_doubtful() -> None:
    assert not {"form", "roe"} & set(doubtful("She met Form Roe and 12 others.\n"))


def test_what_fits_better_gains_and_what_does_not_gains_nothing() -> None:
    (row,) = rows("She lives far form the river.\n")
    at = row.places.index(row.sentence.words.index("form"))
    assert row.gain(at, [number("from")]) > row.gain(at, [number("form")]) == 0
    assert row.weigh(at, "from") > 10 > row.weigh(at, "farm")
    assert row.weigh(at, "xqx") == 0


def test_commas_are_passed_over_and_other_marks_end_a_row() -> None:
    plain, comma, dash = (rows(f"He came{mark} and went.\n")[0] for mark in ("", ",", " –"))
    assert plain.numbers == comma.numbers != dash.numbers


WORDS = st.lists(st.sampled_from(("the", "form", "from", "of", "xqx", "Roe", "12", ".", ",", "–", "“", "it's")), min_size=1, max_size=12)


@given(WORDS, st.sampled_from(("the", "form", "from", "of")))
def test_a_gain_is_the_difference_of_whole_rows(words: list[str], other: str) -> None:
    for row in rows(" ".join(words) + "\n"):
        for at, _ in row.words():
            numbers = [*row.numbers]
            numbers[at] = number(other)
            end = numbers.index(number(CLOSES), at) + 1
            whole = sum(chance(*numbers[i - 2 : i + 1]) for i in range(at, min(at + 3, end))) - sum(row.chances[at : min(at + 3, end)])
            assert row.gain(at, [number(other)]) == pytest.approx(whole if whole >= 3.3 else 0)
