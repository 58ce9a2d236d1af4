from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.sequence import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_a_pattern_is_the_whole_word(spotted: Spotted) -> None:
    assert spotted("sequence", "The dog dogged a Dog. My dog.", tokens=[{"pattern": "dog"}]) == ["dog", "dog"]
    assert spotted("sequence", "The dog dogged a DOG.", tokens=[{"pattern": "dog"}], ignorecase=True) == ["dog", "DOG"]


def test_words_stand_one_after_another_in_a_sentence(spotted: Spotted) -> None:
    tokens = [{"pattern": "the"}, {"pattern": "dog"}]
    assert spotted("sequence", "I saw the cat and the dog, the  dog. He has the. dog", tokens=tokens) == ["the dog", "the  dog"]


def test_a_tag_is_found_in_the_tag_of_a_word(spotted: Spotted) -> None:
    assert spotted("sequence", "He left. They leave.", tokens=[{"tag": "VB"}]) == ["left", "leave"]
    assert spotted("sequence", "He left. They leave.", tokens=[{"tag": "VBD"}]) == ["left"]
    assert spotted("sequence", "They leave the leave.", tokens=[{"pattern": "leave", "tag": "NN"}]) == ["leave"]


@pytest.mark.parametrize(
    ("upos", "words"),
    [
        ("AUX", ["could", "have"]),
        ("SCONJ", ["because"]),
        ("VERB", ["have", "bought"]),
        ("PRON", ["they"]),
        ("noun | PRON", ["they", "boat"]),
        ("AUX|SCONJ", ["could", "have", "because"]),
        ("DET", ["the"]),
        ("PUNCT", ["."]),
        ("INTJ", []),
    ],
)
def test_a_universal_part_of_speech_is_several_tags(spotted: Spotted, upos: str, words: list[str]) -> None:
    assert spotted("sequence", "We saw that they could have bought the boat because.", tokens=[{"upos": upos}])[-len(words) or 9 :] == words


def test_words_may_be_skipped_on_the_side_away_from_the_anchor(spotted: Spotted) -> None:
    text = "I saw a very big cat."
    assert spotted("sequence", text, tokens=[{"pattern": "saw"}, {"pattern": "cat", "skip": 3}]) == ["saw a very big cat"]
    assert spotted("sequence", text, tokens=[{"pattern": "saw"}, {"pattern": "cat", "skip": 2}]) == []
    assert spotted("sequence", text, tokens=[{"tag": "DT", "skip": 2}, {"pattern": "cat"}]) == ["a very big cat"]
    assert spotted("sequence", text, tokens=[{"tag": "DT"}, {"pattern": "cat", "skip": 2}]) == []


def test_a_negated_token_is_any_other_word_or_none(spotted: Spotted) -> None:
    tokens = [{"pattern": "dog", "negate": True}, {"pattern": "ran"}]
    assert spotted("sequence", "ran off. The cat ran. The dog ran.", tokens=tokens) == ["ran", "cat ran"]
    after = [{"pattern": "ran"}, {"pattern": "off", "negate": "yes"}]
    assert spotted("sequence", "He ran off. He ran", tokens=after) == ["ran"]


def test_a_negated_token_may_skip_too(spotted: Spotted) -> None:
    tokens = [{"pattern": "ran"}, {"pattern": "dog", "negate": True, "skip": 2}, {"pattern": "cat"}]
    assert spotted("sequence", "ran big cat, ran dog cat, ran a b cat, ran dog a cat", tokens=tokens) == ["ran big cat", "ran dog a cat"]
    before = [{"pattern": "dog", "negate": True, "skip": 2}, {"pattern": "ran"}]
    assert spotted("sequence", "dog ran", tokens=before) == ["dog ran"]


def test_a_token_may_have_to_come_several_times(spotted: Spotted) -> None:
    assert spotted("sequence", "very very very good", tokens=[{"pattern": "very", "min": 2}]) == ["very very", "very very"]
    tokens = [{"pattern": "very", "min": 2, "skip": 1}, {"pattern": "good"}]
    assert spotted("sequence", "very so very good, very good", tokens=tokens) == ["very so very good"]


def test_the_targets_alone_are_the_match(matches: Matches) -> None:
    tokens = [{"pattern": "a"}, {"pattern": "very", "target": True}, {"pattern": "good", "target": "true"}, {"pattern": "dog"}]
    [match] = matches("sequence", "He has a very good dog.", tokens=tokens)
    assert match.block.text[slice(*match.span)] == match.words["match"] == "very good"
    assert [match.words[f"word{i}"] for i in range(1, 5)] == ["a", "very", "good", "dog"]


def test_a_match_that_begins_in_an_exception_is_none(spotted: Spotted) -> None:
    tokens = [{"pattern": "good"}]
    assert spotted("sequence", "very good good dog", tokens=tokens, exceptions=["very good"]) == ["good"]
    assert spotted("sequence", "Very good", tokens=tokens, exceptions=["very good"]) == ["good"]


def test_an_action_gives_fixes(matches: Matches) -> None:
    action = {"name": ["edit"], "params": ["upper"]}
    assert [m.fixes for m in matches("sequence", "the dog", tokens=[{"pattern": "dog"}], action=action)] == [("DOG",)]


@pytest.mark.parametrize(
    ("values", "path", "fault"),
    [
        ({}, (), "needs `tokens`"),
        ({"tokens": []}, ("tokens",), "not negated"),
        ({"tokens": [{"pattern": "a", "negate": True}]}, ("tokens",), "not negated"),
        ({"tokens": [{"pattern": "a"}, {"patern": "b"}]}, ("tokens", 1, "patern"), "did you mean `pattern`"),
        ({"tokens": [{"skip": 1}]}, ("tokens", 0), "needs `pattern`, `tag` or `upos`"),
        ({"tokens": [{"pattern": "("}]}, ("tokens", 0, "pattern"), "bad pattern"),
        ({"tokens": [{"tag": "["}]}, ("tokens", 0, "tag"), "bad pattern"),
        ({"tokens": [{"tag": "NN", "upos": "NOUN"}]}, ("tokens", 0, "upos"), "both `tag` and `upos`"),
        ({"tokens": [{"upos": "NOON"}]}, ("tokens", 0, "upos"), "no universal tag `NOON`"),
        ({"tokens": [{"pattern": "a", "skip": "-1"}]}, ("tokens", 0, "skip"), "whole number"),
        ({"tokens": [{"pattern": "a", "min": "99999"}]}, ("tokens", 0, "min"), "whole number"),
        ({"tokens": [{"pattern": "a", "target": "perhaps"}]}, ("tokens", 0, "target"), "true or false"),
        ({"tokens": ["a"]}, ("tokens", 0), "mapping"),
        ({"tokens": [{"pattern": "a"}], "exceptions": ["("]}, ("exceptions", 0), "bad pattern"),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...], fault: str) -> None:
    with pytest.raises(OptionError, match=fault) as error:
        options.build(Check, values)
    assert error.value.path == path
