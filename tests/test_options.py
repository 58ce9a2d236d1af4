from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from lintnews import options
from lintnews.model import OptionError


@dataclass(frozen=True)
class Sample:
    """Options of every type."""

    name: str
    many: tuple[str, ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    count: int = 0
    loud: bool = False
    maybe: str | None = None
    tone: Literal["low", "high"] = "low"


@pytest.mark.parametrize(
    ("values", "made"),
    [
        ({"name": "a"}, Sample("a")),
        ({"name": 5}, Sample("5")),
        ({"name": True}, Sample("true")),
        ({"name": "a", "many": "b"}, Sample("a", ("b",))),
        ({"name": "a", "many": ["b", 3]}, Sample("a", ("b", "3"))),
        ({"name": "a", "pairs": {"b": 1}}, Sample("a", pairs={"b": "1"})),
        ({"name": "a", "count": 3, "loud": "yes"}, Sample("a", count=3, loud=True)),
        ({"name": "a", "loud": "Off"}, Sample("a", loud=False)),
        ({"name": "a", "maybe": "b"}, Sample("a", maybe="b")),
        ({"name": "a", "tone": "high"}, Sample("a", tone="high")),
    ],
)
def test_plain_values_become_options(values: dict[str, Any], made: Sample) -> None:
    assert options.build(Sample, values) == made


@pytest.mark.parametrize(
    ("values", "path", "words"),
    [
        ({}, (), "this kind needs `name`"),
        ({"name": ["a"]}, ("name",), "`name` must be a text, not `['a']`"),
        ({"name": None}, ("name",), "`name` must be a text, not `nothing`"),
        ({"name": "a", "many": ["b", {}]}, ("many", 1), "`many` must be a text, not `{}`"),
        ({"name": "a", "pairs": "b"}, ("pairs",), "`pairs` must be a mapping of `key: value` lines"),
        ({"name": "a", "pairs": {"b": []}}, ("pairs", "b"), "`pairs` must be a text, not `[]`"),
        ({"name": "a", "count": "3"}, ("count",), "`count` must be a whole number, not `3`"),
        ({"name": "a", "count": True}, ("count",), "`count` must be a whole number, not `True`"),
        ({"name": "a", "loud": 1}, ("loud",), "`loud` must be true or false, not `1`"),
        ({"name": "a", "tone": "loud"}, ("tone",), "`tone` must be one of low, high, not `loud`"),
        ({"name": "x", "count": "y" * 90}, ("count",), f"`count` must be a whole number, not `{'y' * 59}…`"),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_its_path(values: dict[str, Any], path: tuple[Any, ...], words: str) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Sample, values)
    assert (error.value.path, str(error.value)) == (path, words)


@pytest.mark.parametrize(
    ("message", "filled"),
    [
        ("plain", "plain"),
        ("“{fix}”, not “{match}”", "“dog or wolf”, not “Cat”"),
        ("{none}!", "!"),
        ("%s, not %s, %s", "'dog' or 'wolf', not Cat, "),
        ("%[2]s is not %[1]s%[9]s", "Cat is not 'dog' or 'wolf'"),
        ("Use '%s' instead of '%s'.", "Use 'dog' or 'wolf' instead of 'Cat'."),
        ('Use "%s" for "%s".', "Use 'dog' or 'wolf' for \"Cat\"."),
        ("Use '%s'.", "Use ''dog' or 'wolf''."),
        ("100%% of %d", "100% of 'dog' or 'wolf'"),
        ("{match} rose 4%", "Cat rose 4%"),
    ],
)
def test_a_message_takes_words_by_name_and_by_place(message: str, filled: str) -> None:
    words = {"fix": "dog or wolf", "fix quoted": "'dog' or 'wolf'", "match": "Cat"}
    assert options.fill(message, ("fix", "match"), words) == filled


def test_a_percent_sign_in_a_word_is_no_place() -> None:
    assert options.fill("{a} and %s", ("a",), {"a": "4%s"}) == "4%s and 4%s"


def test_a_number_may_have_a_point() -> None:
    assert options.fit("4.5", float, "likely") == 4.5
    assert options.fit(4, float, "likely") == 4.0
    with pytest.raises(OptionError, match="`likely` must be a number, not `four`"):
        options.fit("four", float, "likely")
