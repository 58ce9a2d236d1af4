from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.repetition import Check
from lintnews.model import Match, OptionError

Spotted = Callable[..., list[str]]


def test_tokens_are_held_against_the_one_before(spotted: Spotted) -> None:
    assert spotted("repetition", "It is is so. So it is.", tokens=[r"[^\s.]+"]) == ["is is"]


def test_case_counts_unless_the_rule_says_no(spotted: Spotted) -> None:
    assert spotted("repetition", "The the pier.", tokens=[r"\w+"]) == []
    assert spotted("repetition", "The the pier.", tokens=[r"\w+"], ignorecase=True) == ["The the"]


def test_a_repetition_over_the_end_of_a_sentence_is_none(spotted: Spotted) -> None:
    assert spotted("repetition", "We saw it. It was big.", tokens=[r"\w+"], ignorecase=True) == []


def test_a_repetition_over_the_end_of_a_line_is_one(spotted: Spotted) -> None:
    text = "The county closed the bridge on Monday, and it will be\nbe closed for long, as the county said in a note."
    assert spotted("repetition", text, tokens=[r"\w+"]) == ["be be"]


def test_the_count_runs_on_past_a_token_that_is_unlike(spotted: Spotted) -> None:
    assert spotted("repetition", "a a b c c", tokens=[r"\w+"], max=1) == ["c c"]


def test_only_letters_count_where_the_rule_says_so(spotted: Spotted) -> None:
    assert spotted("repetition", "7 7 and no no", tokens=[r"\w+"], alpha=True) == ["no no"]


def test_the_fix_keeps_the_first(matches: Callable[..., list[Match]]) -> None:
    (match,) = matches("repetition", "It was the the pier.", tokens=[r"[^\s]+"], action={"name": "edit", "params": ["truncate", " "]})
    assert (match.fixes, match.words["match"], match.words["fix"]) == (("the",), "the", "the")


def test_exceptions_excuse_a_match(spotted: Spotted) -> None:
    assert spotted("repetition", "In Walla Walla it is is.", tokens=[r"\w+"], exceptions=["Walla Walla"]) == ["is is"]


def test_what_is_passed_over_does_not_set_the_count_back(spotted: Spotted) -> None:
    assert spotted("repetition", "I saw a a. B b. C c d d.", tokens=[r"\w"], ignorecase=True, max=1) == ["B b", "d d"]
    assert spotted("repetition", "a a. A b b c c", tokens=[r"\w"], ignorecase=True, max=1) == ["b b"]


@pytest.mark.parametrize(("values", "path"), [({"tokens": []}, ("tokens",)), ({"tokens": ["(a"]}, ("tokens", 0))])
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
