from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.company import Check
from lintnews.model import OptionError

Spotted = Callable[..., list[str]]
HEAD = "A headline\n\n"
TEXT = HEAD + "One. It rained. He allegedly ran. It was wet. Two.\n\nThree.\n\nFour."


@pytest.mark.parametrize(
    ("within", "reaches"),
    [
        ("sentence", ["He"]),
        ("near", ["It rained", "wet"]),
        ("paragraph", ["One", "Two"]),
        ("neighbours", ["headline", "Three"]),
        ("opening", ["headline", "Four"]),
        ("body", ["Four"]),
        ("story", ["headline", "Four"]),
    ],
)
def test_company_is_looked_for_as_far_as_the_rule_says(spotted: Spotted, within: str, reaches: list[str]) -> None:
    for word in reaches:
        assert spotted("company", TEXT, tokens=["allegedly"], beside=[word], within=within) == []


@pytest.mark.parametrize(
    ("within", "beyond"), [("sentence", "wet"), ("near", "Two"), ("paragraph", "Three"), ("neighbours", "Four"), ("body", "headline")]
)
def test_company_further_off_does_not_count(spotted: Spotted, within: str, beyond: str) -> None:
    assert spotted("company", TEXT, tokens=["allegedly"], beside=[beyond], within=within) == ["allegedly"]


def test_a_story_about_something_else_is_left_alone(spotted: Spotted) -> None:
    assert spotted("company", TEXT, tokens=["ran"], about=["RAINED"]) == ["ran"]
    assert spotted("company", TEXT, tokens=["ran"], about=["snowed"]) == []


@pytest.mark.parametrize("values", [{"tokens": []}, {"tokens": ["a"], "within": "page"}, {"tokens": ["a"], "about": ["(b"]}])
def test_an_option_that_cannot_be_used_is_an_error(values: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        options.build(Check, values)
