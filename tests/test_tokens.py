from __future__ import annotations

import pytest

from lintnews import tokens
from lintnews.model import LintNewsError, OptionError


@pytest.mark.parametrize(
    ("token", "pattern"),
    [("a  b", r"a\s+b"), ("[a b]", "[a b]"), (r"a\ b", r"a\ b"), ("a +b", "a +b"), ("(?x) a b", "(?x) a b"), ("a ?b c", r"a ?b\s+c")],
)
def test_blanks_in_a_token_stand_for_any_white_space(token: str, pattern: str) -> None:
    assert tokens.flexible(token) == pattern


@pytest.mark.parametrize(
    ("terms", "text", "excused"),
    [
        (("Bar",), "Foo Bar", True),
        (("Bar",), "Barista", False),
        (("Bar",), "BAR", False),
        (("(?i)bar",), "BAR", True),
        (("U.S.A",), "U.S.A", True),
        (("U.S.A",), "UxSxA", False),
        (("[Bb]ar",), "bar", True),
        ((), "bar", False),
    ],
)
def test_an_exception_is_looked_for_inside_the_match(terms: tuple[str, ...], text: str, excused: bool) -> None:
    assert tokens.exceptions(terms).excuse(text, 0, len(text)) is excused


def test_a_match_inside_an_excepted_phrase_is_excused() -> None:
    assert tokens.exceptions(("mea culpa",)).excuse("his Mea culpa came", 4, 7)
    assert not tokens.exceptions(("mea culpa",)).excuse("his mea came", 4, 7)


def test_a_fault_in_a_list_is_laid_at_the_item_it_is_in() -> None:
    with pytest.raises(OptionError) as error:
        tokens.validate(tokens.compose(["fine", "(bad"]), tokens.paths("tokens", ["fine", "(bad"]))
    assert error.value.path == ("tokens", 1)


def test_a_fault_that_only_the_whole_list_has_is_laid_at_the_first_item() -> None:
    with pytest.raises(LintNewsError, match=r"bad pattern .*group") as error:
        tokens.validate(r"(a)|\2", tokens.paths("tokens", ["(a)", "b"]))
    assert getattr(error.value, "path", None) == ("tokens", 0)


def test_raw_stands_outside_the_word_boundaries() -> None:
    assert tokens.compose(["b"], ["x", "y"]) == r"xy(?m)\b(?:b)\b"
    assert tokens.compose(["b"], ["x"], append=True) == r"(?m)\b(?:b)\bx"
    assert tokens.compose([" "], ["x"], ignorecase=True) == "(?i)x(?m)(?:)"
