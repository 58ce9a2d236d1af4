from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintnews import needs
from lintnews.needs import EDGE, TIGHT, Need


def test_one_of_several_patterns_needs_what_any_of_them_does() -> None:
    assert needs.either([Need(("Ab",)), Need(("cd",), folded=True)]).texts == ("ab", "cd")
    assert needs.either([Need(("Ab",)), Need(())]).texts == ()
    assert needs.either([Need(("ab",), anchors=("a.",)), Need(("cd",), anchors=("c.",))]).anchors == ("a.", "c.")
    assert needs.either([Need(("ab",), anchors=("a.",)), Need(("cd",))]).anchors == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{EDGE}They have{EDGE}", "they have"),
        (f"{EDGE}they hav", "~they"),
        ("thing", "~hing"),
        (f"{EDGE}thing{EDGE}", "thing"),
        (".The ", ".the"),
        (" He ", "he"),
        (f"9am{EDGE}", "~9am~"),
        ("Ã©", "ã"),
        (f",{TIGHT}", ","),
        (f"{EDGE}a b", "a"),
        ("a", ""),
    ],
)
def test_a_text_is_looked_up_under_its_rarest_key(text: str, key: str) -> None:
    assert needs.key(text) == key


@given(st.characters(), st.characters())
def test_letters_that_regex_takes_for_one_another_fold_to_one(one: str, other: str) -> None:
    assert len(needs.fold(one + other)) == 2
    alike = regex.compile(f"(?i){regex.escape(one)}", regex.V1)
    for char in {other, one.upper()[:1], one.lower()[:1], one.casefold()[:1]}:
        assert not alike.fullmatch(char) or needs.fold(char) == needs.fold(one)


@pytest.mark.parametrize("alike", ["iIİ", "iı", "Iı", "kKK", "sSſ", "ßẞ", "µμΜ", "\u0390\u1fd3", "\u03b0\u1fe3", "ﬅﬆ", "ςσΣ"])
def test_letters_of_one_case_fold_to_one_letter(alike: str) -> None:
    assert len(set(map(needs.fold, alike))) == 1


def test_anchors_are_few_and_tell_something() -> None:
    assert needs.anchors(["a b", "a c"]) == (("a b", "a c"), ())
    assert needs.anchors([f"a {letter}" for letter in "bcdefghijkl"]) == (("a ",), tuple(f"a {letter}" for letter in "bcdefghijkl"))
    assert needs.anchors(["a", "b c"]) == ((), ())
    assert needs.anchors([f"x{number}" for number in range(100)]) == ((), ())
    assert needs.anchors([]) == ((), ())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (f"{EDGE}These red fox", ("these", 0)),
        ("the Reddish fox", ("reddish", 4)),
        (f" of late{EDGE}", ("late", 4)),
        ("ring ", ("", 0)),
        (f"{EDGE}fox{TIGHT}", ("", 0)),
        (f"{EDGE}colo", ("", 0)),
        (", ", ("", 0)),
    ],
)
def test_the_longest_word_that_is_whole_wherever_a_text_stands_is_told(text: str, word: tuple[str, int]) -> None:
    assert needs.whole_word(text) == word


@pytest.mark.parametrize("text", ["the fox, the", "the “fox” – the fox’s", "é the²a\u0301 x1"])
def test_the_places_of_words_are_those_where_they_begin(text: str) -> None:
    places = needs.places(text)
    assert sorted(needs.words(text)) == sorted(word for word, found in places.items() for _ in found)
    assert all(text.startswith(word, at) for word, found in places.items() for at in found)
