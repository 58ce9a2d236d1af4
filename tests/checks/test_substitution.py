from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.substitution import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
REPLACE = {"name": "replace"}


def test_the_longest_key_wins(matches: Matches) -> None:
    found = matches(
        "substitution",
        "In the event that it rains.",
        ignorecase=True,
        swap={"in the event": "if", "in the event that": "if"},
        action=REPLACE,
    )
    assert [match.words["match"] for match in found] == ["In the event that"]


def test_keys_that_meet_do_not_both_match(spotted: Spotted) -> None:
    assert spotted("substitution", "one two three", swap={"one two": "a", "two three": "b"}) == ["one two"]


def test_groups_in_a_key_do_not_count_for_the_joined_pattern(matches: Matches) -> None:
    found = matches("substitution", "the cat and the dog", swap={"(c)(a)t": "cow", "(d)og": "pig", r"[(](a)": "x"}, action=REPLACE)
    assert [match.fixes for match in found] == [("cow",), ("pig",)]


def test_a_value_can_take_groups_of_its_key(matches: Matches) -> None:
    (match,) = matches("substitution", "It is 90 years young.", swap={r"(\d+) years young(?=\.)": "$1 years old"}, action=REPLACE)
    assert match.fixes == ("90 years old",)


def test_options_are_parted_only_where_the_action_replaces(matches: Matches) -> None:
    (offered,) = matches("substitution", "The Cat sat.", swap={"Cat": r"dog|wolf|a\|b"}, action=REPLACE)
    (shown,) = matches("substitution", "The Cat sat.", swap={"Cat": "dog|wolf"})
    assert (offered.fixes, offered.words["fix"]) == (("dog", "wolf", "a|b"), "dog, wolf or a|b")
    assert (shown.fixes, shown.words["fix"]) == ((), "dog|wolf")


def test_an_empty_value_offers_nothing(matches: Matches) -> None:
    (match,) = matches("substitution", "The Cat sat.", swap={"Cat": ""}, action=REPLACE)
    assert match.fixes == ()


@pytest.mark.parametrize(
    ("swap", "action", "left_alone"),
    [
        ({"color": "colou?r"}, {}, True),
        ({"color": "colou?r"}, REPLACE, False),
        ({"color": "color|hue"}, REPLACE, True),
        ({"color": "colour"}, {}, False),
        ({"Color": "color"}, {}, True),
        ({"color": "(unclosed"}, {}, False),
    ],
)
def test_what_reads_as_it_should_is_left_alone(spotted: Spotted, swap: dict[str, str], action: dict[str, str], left_alone: bool) -> None:
    assert (spotted("substitution", "A color is.", swap=swap, action=action, ignorecase=True) == []) is left_alone


def test_capitals_of_the_match_can_be_kept(matches: Matches) -> None:
    (first,) = matches("substitution", "Utilize it.", ignorecase=True, capitalize=True, swap={"utilize": "use"}, action=REPLACE)
    (each,) = matches("substitution", "FREE Gift", ignorecase=True, matchcase=True, swap={"free gift": "nice gift"}, action=REPLACE)
    assert (first.fixes, each.fixes) == (("Use",), ("NICE Gift",))


def test_another_action_works_on_the_match(matches: Matches) -> None:
    (match,) = matches("substitution", "A big big cat.", swap={"big big": "very big"}, action={"name": "edit", "params": ["truncate", " "]})
    assert (match.fixes, match.words["fix"]) == (("big",), "very big")


def test_a_fix_is_set_with_the_apostrophe_of_the_copy(matches: Matches) -> None:
    for text, fix in (
        ("He said it’s so; I dont.", "don’t"),
        ("He said it's so; I dont.", "don't"),
        ("I dont.\n\nIt’s so; that’s it.", "don’t"),
    ):
        assert [match.fixes for match in matches("substitution", text, swap={"dont": "don't"}, action=REPLACE)] == [(fix,)]


def test_exceptions_excuse_a_match(spotted: Spotted) -> None:
    assert spotted("substitution", "The cat at Cat Hall.", ignorecase=True, swap={"cat": "dog"}, exceptions=["Cat Hall"]) == ["cat"]


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"swap": {}}, ("swap",)),
        ({"swap": {"a": "b", "(c": "d"}}, ("swap", "(c")),
        ({"swap": {"a": "b"}, "exceptions": ["[a"]}, ("exceptions", 0)),
        ({"swap": {"a": "b"}, "action": {"name": "sugest"}}, ("action",)),
        ({"swap": ["a"]}, ("swap",)),
        ({"swap": {"a": ["b"]}}, ("swap", "a")),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
