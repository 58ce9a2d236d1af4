from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.english import neighbours


def test_a_common_word_has_a_higher_class_than_a_rare_one_and_no_word_none() -> None:
    assert neighbours.common("the") > neighbours.common("harbour") > neighbours.common("abacus") > neighbours.NONE
    assert neighbours.common("qqq") == neighbours.common("") == neighbours.NONE


@pytest.mark.parametrize(
    ("first", "second"), [("far", "from"), ("public", "library"), ("from", "#"), (".", "the"), ("zoom", "lens"), ("#", "percent")]
)
def test_words_that_often_stand_together_have_a_class(first: str, second: str) -> None:
    assert neighbours.together(first, second) > neighbours.NONE


@pytest.mark.parametrize(("first", "second"), [("far", "form"), ("pubic", "library"), ("qqq", "the"), ("the", "qqq")])
def test_words_that_hardly_stand_together_have_none(first: str, second: str) -> None:
    assert neighbours.together(first, second) == neighbours.NONE


@pytest.mark.parametrize(("word", "shape"), [("harbour", "harbour"), ("don’t", "don't"), ("12th", "#"), ("Board", "@")])
def test_figures_and_capitals_count_as_such(word: str, shape: str) -> None:
    assert neighbours.shape(word) == shape


def test_the_words_of_the_file_are_sorted_so_that_each_is_found() -> None:
    lines = (Path(neighbours.__file__).parent / "neighbours.txt").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.partition(" ")[0].encode() for line in lines]
    assert words == sorted(words)
    assert all(neighbours.common(word.decode()) for word in words[::997])
