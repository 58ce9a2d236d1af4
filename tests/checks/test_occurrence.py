from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.occurrence import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


def test_too_many_are_shown_at_the_first_with_the_count(matches: Matches) -> None:
    (match,) = matches("occurrence", "It was, so, and, so, on.", token=",", max=3)
    assert (match.span, match.words["count"]) == ((6, 7), "4")


def test_as_many_as_allowed_are_none(matches: Matches) -> None:
    assert not matches("occurrence", "It was, so, and, so on.", token=",", max=3)


def test_none_at_all_is_shown_at_the_first_word(matches: Matches) -> None:
    (match,) = matches("occurrence", "It was so.", token="said", min=1)
    assert (match.span, match.words["count"]) == ((0, 2), "0")


def test_the_token_has_no_word_boundaries(matches: Matches) -> None:
    assert matches("occurrence", "aardvark", token="a", max=2)
    assert not matches("occurrence", "AARDVARK", token="a", max=2)
    assert matches("occurrence", "AARDVARK", token="a", max=2, ignorecase=True)


@pytest.mark.parametrize(("per", "places"), [("sentence", [(18, 21)]), ("block", [(0, 3), (0, 3)]), ("story", [(0, 3)])])
def test_they_are_counted_in_a_sentence_a_block_or_the_story(matches: Matches, per: str, places: list[tuple[int, int]]) -> None:
    text = "One and two went. One and one and one did.\n\nOne and one and one and one and two, it is said."
    found = matches("occurrence", text, token="(?i)one", max=2, per=per)
    assert [match.span for match in found][: len(places)] == places


def test_blank_matches_are_no_place(matches: Matches) -> None:
    assert not matches("occurrence", "a  b  c", token=r"\s", max=1)


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"token": "(a", "max": 1}, ("token",)),
        ({"token": "a"}, ()),
        ({"token": "a", "max": 1, "per": "page"}, ("per",)),
        ({"token": "a", "max": "many"}, ("max",)),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
