from __future__ import annotations

import pytest

from lintnews.english.trigrams import CLOSES, OPENS, UNKNOWN, alone, chance, number, seen


def likely(*words: str) -> float:
    """How likely the last of three words is."""
    return chance(*map(number, words))


def test_a_word_is_likelier_where_it_belongs() -> None:
    assert likely("one", "of", "the") > likely("one", "of", "then")
    assert likely(OPENS, "the", "board") > likely(OPENS, "the", "bored")
    assert likely("of", "the", CLOSES) < likely("of", "them", CLOSES)


@pytest.mark.parametrize(
    "words", [("one", "of", "the"), ("zebra", "of", "the"), ("zebra", "quarrel", "the"), ("xqx", "of", "the"), ("a", "xqx", "the")]
)
def test_no_row_is_more_than_certain(words: tuple[str, ...]) -> None:
    assert likely(*words) <= 3


def test_what_is_not_known_has_no_number_and_an_owner_that_is_not_known_stands_as_his() -> None:
    assert number("xqx") == UNKNOWN
    assert number("xqx's") == number("his")
    assert likely("one", "of", "xqx") < likely("one", "of", "water")


def test_a_common_word_is_likelier_by_itself() -> None:
    assert alone(number("the")) > alone(number("zebra"))


def test_rows_that_were_seen_are_told_from_others() -> None:
    assert seen(*map(number, ("one", "of", "the")))
    assert not seen(*map(number, ("zebra", "of", "then")))
    assert not seen(UNKNOWN, number("of"), number("the"))
