from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.existence import Check
from lintnews.ledger import Story
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_the_first_token_that_matches_at_a_place_wins(spotted: Spotted) -> None:
    assert spotted("existence", "A foo bar.", tokens=["foo", "foo bar"]) == ["foo"]
    assert spotted("existence", "A foo bar.", tokens=["foo bar", "foo"]) == ["foo bar"]


def test_a_reference_counts_groups_over_all_tokens(spotted: Spotted) -> None:
    assert spotted("existence", "aa xx xy", tokens=["(a)a", r"(x)\2"]) == ["aa", "xx"]


def test_a_flag_in_a_token_holds_for_the_tokens_after_it(spotted: Spotted) -> None:
    assert spotted("existence", "FOO BAR", tokens=["(?i)foo", "bar"]) == ["FOO", "BAR"]


def test_raw_is_joined_outside_the_word_boundaries(spotted: Spotted) -> None:
    assert spotted("existence", "rebar, re bar.", raw=["re", "-?"], tokens=["bar"]) == []
    assert spotted("existence", "re-bar, re bar.", raw=["re", "-?"], tokens=["bar"]) == ["re-bar"]
    assert spotted("existence", "bar!? bar!", tokens=["bar"], raw=["!", r"\?"], append=True) == ["bar!?"]
    assert spotted("existence", "A (ha) B.", raw=[r"\(ha\)"]) == ["(ha)"]


def test_word_boundaries_can_be_left_out(spotted: Spotted) -> None:
    assert spotted("existence", "foobar", tokens=["foo"]) == []
    assert spotted("existence", "foobar", tokens=["foo"], nonword=True) == ["foo"]


def test_an_exception_found_in_the_match_excuses_it(spotted: Spotted) -> None:
    text = "Foo Bar and Foo Barista and Foo BAR"
    assert spotted("existence", text, tokens=[r"Foo \w+"], exceptions=["Bar"]) == ["Foo Barista", "Foo BAR"]


def test_an_excepted_phrase_excuses_what_is_in_it(spotted: Spotted) -> None:
    assert spotted("existence", "A mea culpa; mea maxima.", tokens=["mea"], exceptions=["mea culpa"]) == ["mea"]


def test_the_vocabulary_excuses_a_match_unless_the_rule_says_no(story: Callable[..., Story]) -> None:
    told = story("The frobnicator works.")
    told.vocabulary = ("frobnicator",)
    assert not list(options.build(Check, {"tokens": ["frobnicator"]}).find(told))
    assert list(options.build(Check, {"tokens": ["frobnicator"], "vocab": False}).find(told))
    assert list(options.build(Check, {"tokens": ["frobnicator"], "nonword": True}).find(told))


@pytest.mark.parametrize(
    ("action", "fixes"),
    [
        ({"name": "remove"}, ("",)),
        ({"name": "replace", "params": ["pier", "dock"]}, ("pier", "dock")),
        ({"name": "replace", "params": "$1s"}, ("Old Piers",)),
        ({"name": "replace"}, ()),
        ({"name": "replace", "params": "Old Pier"}, ()),
        ({"name": "edit", "params": ["truncate", " "]}, ("Old",)),
        ({"name": "edit", "params": ["split", " ", "1"]}, ("Pier",)),
        ({"name": "edit", "params": ["split", " ", "7"]}, ()),
        ({"name": "edit", "params": ["replace", "Old", "New"]}, ("New Pier",)),
        ({"name": "edit", "params": ["remove", "dO"]}, ("l Pier",)),
        ({"name": "edit", "params": ["trim", "Or"]}, ("ld Pie",)),
        ({"name": "edit", "params": ["trim_left", "O"]}, ("ld Pier",)),
        ({"name": "edit", "params": ["trim_right", "r"]}, ("Old Pie",)),
        ({"name": "edit", "params": ["upper"]}, ("OLD PIER",)),
        ({"name": "edit", "params": ["lower"]}, ("old pier",)),
        ({"name": "edit", "params": ["uncapitalize"]}, ("old Pier",)),
        ({"name": "edit", "params": ["capitalize"]}, ()),
        ({"name": "edit", "params": ["squeeze"]}, ()),
        ({"name": "edit", "params": ["regex", r"(\w+) (\w+)", "$2 $1"]}, ("Pier Old",)),
    ],
)
def test_an_action_gives_the_fixes(matches: Matches, action: dict[str, Any], fixes: tuple[str, ...]) -> None:
    (match,) = matches("existence", "The Old Pier is shut.", tokens=["(Old Pier)"], action=action)
    assert match.fixes == fixes


def test_a_fix_can_take_over_the_capitals_of_the_match(matches: Matches) -> None:
    found = matches(
        "existence",
        "Pier and pier and PIER.",
        tokens=["pier"],
        ignorecase=True,
        matchcase=True,
        action={"name": "replace", "params": "dock"},
    )
    assert [match.fixes for match in found] == [("Dock",), ("dock",), ("DOCK",)]


def test_an_empty_match_is_a_place(matches: Matches) -> None:
    (match,) = matches("existence", "one two", nonword=True, tokens=["(?= two)"], action={"name": "replace", "params": ","})
    assert (match.span, match.fixes) == ((3, 3), (",",))


def test_a_match_over_the_end_of_a_line_is_shown_on_one_line(matches: Matches) -> None:
    text = "The county closed the bridge on Monday, and past\nhistory tells us that it will be closed for long."
    assert [match.words["match"] for match in matches("existence", text, tokens=["past history"])] == ["past history"]


@pytest.mark.parametrize(
    ("values", "path", "words"),
    [
        ({}, (), "needs `tokens` or `raw`"),
        ({"tokens": ["fine", "(bad"]}, ("tokens", 1), "bad pattern"),
        ({"raw": ["[a"]}, ("raw", 0), "bad pattern"),
        ({"tokens": ["a"], "exceptions": ["b", "(c"]}, ("exceptions", 1), "bad pattern"),
        ({"tokens": ["a"], "action": {"name": "remvoe"}}, ("action",), "unknown action `remvoe`"),
        ({"tokens": ["a"], "action": {"name": "remove", "nane": "x"}}, ("action",), "unknown key `nane`"),
        ({"tokens": ["a"], "action": {"name": "edit", "params": ["trimm"]}}, ("action",), "unknown edit `trimm`"),
        ({"tokens": ["a"], "action": {"name": "edit"}}, ("action",), "unknown edit"),
        ({"tokens": ["a"], "action": {"name": "edit", "params": ["trim"]}}, ("action",), "takes 1 more"),
        ({"tokens": ["a"], "action": {"name": "edit", "params": ["regex", "(", "x"]}}, ("action",), "bad pattern"),
        ({"tokens": ["a"], "action": {"name": "edit", "params": ["split", " ", "x"]}}, ("action",), "a whole number"),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...], words: str) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
    assert words in str(error.value)
