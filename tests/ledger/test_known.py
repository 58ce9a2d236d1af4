from __future__ import annotations

import pytest

from lintnews.facts import FactBase
from lintnews.ledger.known import known_word, plural


@pytest.mark.parametrize("word", ["Force", "force", "Marta", "Quillon", "Ludgrave", "Heron-Force", "Marta-Zorr", "Fórce"])
def test_a_word_of_any_list_or_made_of_one_is_known(facts: FactBase, word: str) -> None:
    assert known_word(word, facts)


@pytest.mark.parametrize("word", ["Forc", "Zorr", "Zorr-Zarr", "-"])
def test_a_word_of_no_list_is_not(facts: FactBase, word: str) -> None:
    assert not known_word(word, facts)


def test_names_can_be_left_out(facts: FactBase) -> None:
    assert [known_word(word, facts, names=False) for word in ("Marta", "Quillon", "Ludgrave", "Force")] == [False, False, True, True]


@pytest.mark.parametrize(("a", "b", "same"), [("Obama", "Obamas", True), ("Obama", "Osama", False), ("Íñigos", "Inigo", True)])
def test_words_that_differ_by_a_final_s_are_one(a: str, b: str, same: bool) -> None:
    assert plural(a, b) is same
