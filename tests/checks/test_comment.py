from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.comment import Check
from lintnews.model import OptionError

Spotted = Callable[..., list[str]]


def test_a_comment_with_one_of_the_words_is_told(spotted: Spotted) -> None:
    copy = "The pier <!-- Check length --> is long. <!-- photo --> <!-- lintnews ignore-file: check -->"
    assert spotted("comment", copy, tokens=["check"]) == ["<!-- Check length -->"]
    assert spotted("comment", "The pier is checked.", tokens=["check"]) == []


def test_a_broken_pattern_is_an_error() -> None:
    with pytest.raises(OptionError):
        options.build(Check, {"tokens": ["(a"]})
