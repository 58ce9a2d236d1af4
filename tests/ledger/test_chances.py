from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.english.trigrams import CLOSES, chance, number
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.chances import Line
from lintnews.model import Source


def lines(text: str) -> list[Line]:
    """The lines of words of a story."""
    return [row.line for row in Story(readers.read(Source("story.txt", text)), FactBase.of(())).chances.rows]


def doubtful(text: str) -> list[str]:
    return [word for line in lines(text) for _, word in line.words]


def test_a_word_that_does_not_fit_is_doubtful_and_one_that_fits_is_not() -> None:
    assert "form" in doubtful("She lives far form the river.\n")
    assert "from" not in doubtful("She lives far from the river.\n")


def test_names_and_figures_are_never_doubtful() -> None:
    assert not {"form", "roe"} & set(doubtful("She met Form Roe and 12 others.\n"))


def test_what_fits_better_gains_and_what_does_not_gains_nothing() -> None:
    (line,) = lines("She lives far form the river.\n")
    at = line.places.index(line.sentence.words.index("form"))
    assert line.gain(at, [number("from")]) > line.gain(at, [number("form")]) == 0
    assert line.weigh(at, "from") > 10 > line.weigh(at, "farm")
    assert line.weigh(at, "xqx") == 0


def test_commas_are_passed_over_and_other_marks_end_a_row() -> None:
    plain, comma, dash = (lines(f"He came{mark} and went.\n")[0] for mark in ("", ",", " –"))
    assert plain.numbers == comma.numbers != dash.numbers


WORDS = st.lists(st.sampled_from(("the", "form", "from", "of", "xqx", "Roe", "12", ".", ",", "–", "“", "it's")), min_size=1, max_size=12)


@given(WORDS, st.sampled_from(("the", "form", "from", "of")))
def test_a_gain_is_the_difference_of_whole_rows(words: list[str], other: str) -> None:
    for line in lines(" ".join(words) + "\n"):
        for at, _ in line.words:
            numbers = [*line.numbers]
            numbers[at] = number(other)
            end = numbers.index(number(CLOSES), at) + 1
            whole = sum(chance(*numbers[i - 2 : i + 1]) for i in range(at, min(at + 3, end))) - sum(line.chances[at : min(at + 3, end)])
            assert line.gain(at, [number(other)]) == pytest.approx(whole if whole >= 3.3 else 0)
