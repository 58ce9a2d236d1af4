from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.capitalization import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


@pytest.fixture
def wanted(matches: Matches) -> Callable[..., str | None]:
    """A function: a line and options in, what should stand instead out, None where the line is right."""

    def ask(text: str, match: str, **values: Any) -> str | None:
        found = matches("capitalization", text, match=match, **values)
        assert all(each.span == (0, len(text)) for each in found)
        return found[0].words["fix"] if found else None

    return ask


Wanted = Callable[..., str | None]


@pytest.mark.parametrize("line", ["The Ferry", "A Guide to Docker", "How To Use It", "THE FERRY IS SOLD", "...", "Foo Bar Baz Bat but"])
def test_a_title_may_stand(wanted: Wanted, line: str) -> None:
    assert wanted(line, "$title") is None


def test_as_many_words_as_the_threshold_says_must_be_right(wanted: Wanted) -> None:
    assert wanted("Foo bar Bat Baz Bar", "$title") is None
    assert wanted("Foo bar Bat Baz", "$title") == "Foo Bar Bat Baz"
    assert wanted("Foo bar Bat Baz", "$title", threshold=0.7) is None
    assert wanted("Foo bar Bat Baz Bar", "$title", threshold=1) == "Foo Bar Bat Baz Bar"
    assert wanted("Foo bar Bat Baz", "$title", threshold=0) == "Foo Bar Bat Baz"


def test_chicago_keeps_more_words_small(wanted: Wanted) -> None:
    assert wanted("Walking Across the Bridge", "$title", threshold=1) is None
    assert wanted("Walking Across the Bridge", "$title", threshold=1, style="Chicago") == "Walking across the Bridge"


def test_a_sentence_begins_with_a_capital_whatever_the_threshold(wanted: Wanted) -> None:
    assert wanted("the ferry is sold for a song", "$sentence", threshold=0.1) == "The ferry is sold for a song"
    assert wanted("The ferry is Sold for a song", "$sentence") is None


@pytest.mark.parametrize("word", ["O'Leary", "U.S.", "X/Y", "A-B"])
def test_a_first_word_of_several_parts_may_have_a_capital_in_each(wanted: Wanted, word: str) -> None:
    assert wanted(f"{word} is good for all of us", "$sentence") is None


@pytest.mark.parametrize("word", ["IPhone", "MacOS", "A_B", "Foo’Bar"])
def test_a_first_word_with_other_capitals_is_wrong(wanted: Wanted, word: str) -> None:
    assert wanted(f"{word} is good for all of us", "$sentence") is not None


def test_exceptions_keep_their_capitals(wanted: Wanted) -> None:
    values = {"exceptions": ["iPhone", "Big Apple", "NASA"], "threshold": 1}
    assert wanted("The iPhone in the Big Apple", "$sentence", **values) is None
    assert wanted("iPhones of the Big Apple by NASA", "$sentence", **values) is None
    assert wanted("Big Appleton", "$sentence", **values) == "Big appleton"
    assert wanted("Use the iPhone", "$title", **values) is None
    assert wanted("use NASA", "$lower", **values) is None


def test_a_word_behind_an_indicator_begins_a_sentence(wanted: Wanted) -> None:
    assert wanted("Ferry: The end", "$sentence", threshold=1) == "Ferry: the end"
    assert wanted("Ferry: The end", "$sentence", threshold=1, indicators=[":"]) is None


def test_a_prefix_does_not_belong_to_the_line(wanted: Wanted) -> None:
    assert wanted("Step 1: the ferry", "$sentence", prefix=r"Step \d: ") == "Step 1: The ferry"
    assert wanted("Step x: the ferry", "$sentence", prefix=r"Step \d: ", threshold=1) is None


@pytest.mark.parametrize(
    ("match", "right", "wrong", "fix"),
    [("$lower", "straße", "Straße", "straße"), ("$upper", "STRAßE 5", "Straße 5", "STRAßE 5"), ("^[A-Z]", "Ferry", "ferry", "^[A-Z]")],
)
def test_a_block_may_be_asked_to_be_all_alike_or_to_hold_a_match(wanted: Wanted, match: str, right: str, wrong: str, fix: str) -> None:
    assert wanted(right, match) is None
    assert wanted(wrong, match) == fix


def test_the_fix_is_the_block_anew(matches: Matches) -> None:
    action = {"name": ["replace"]}
    assert [m.fixes for m in matches("capitalization", "(A Tale) - of Two", match="$sentence", action=action)] == [("(A tale) - of two",)]
    assert [m.fixes for m in matches("capitalization", "A Tale of Two", match="$sentence")] == [()]
    assert [m.fixes for m in matches("capitalization", "ferry", match="^[A-Z]", action=action)] == [()]


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({}, ()),
        ({"match": "("}, ("match",)),
        ({"match": "$title", "style": "MLA"}, ("style",)),
        ({"match": "$title", "threshold": -1}, ("threshold",)),
        ({"match": "$title", "threshold": "much"}, ("threshold",)),
        ({"match": "$title", "prefix": "["}, ("prefix",)),
        ({"match": "$title", "exceptions": ["a", "("]}, ("exceptions", 1)),
        ({"match": "$title", "action": {"name": ["shout"]}}, ("action",)),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
