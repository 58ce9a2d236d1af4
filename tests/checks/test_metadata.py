from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.metadata import Check
from lintnews.model import OptionError

Spotted = Callable[..., list[str]]


def story(head: str, body: str = "Pier sold\n\nThe pier was sold on Monday.") -> str:
    return f"---\n{head}\n---\n{body}\n"


def test_names_of_fields_count_without_signs_and_capitals(spotted: Spotted) -> None:
    assert spotted("metadata", story("Photo_Credit: AFP\ncaption: A pier (EPA)"), credit="photo-credit", others=["EPA"], captions=True) == [
        "EPA"
    ]


def test_fields_inside_fields_are_found(spotted: Spotted) -> None:
    head = "images:\n  - src: a.jpg\n    alt: a.jpg"
    assert spotted("metadata", story(head), bad={"alt": "jpg$"}) == ["a.jpg"]


def test_a_rule_whose_condition_does_not_hold_is_silent(spotted: Spotted) -> None:
    assert spotted("metadata", story("genre: news"), when={"genre": "sponsored"}, holds=["paid"]) == []
    assert spotted("metadata", story("genre: sponsored"), when={"genre": "sponsored"}, holds=["paid"]) == ["sponsored"]
    assert spotted("metadata", story("owner: Roe"), when={"owner": ""}, holds=["owns"], mentioned=True) == []


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("2031-05-04", "2031-05-03", True),
        ("2031-05-04T09:00:00Z", "2031-05-04", False),
        ("2031-05-04T09:00:00Z", "2031-05-04T08:00:00Z", True),
        ("2031-05-04T09:00:00+02:00", "2031-05-04T08:00:00Z", False),
        ("soon", "2031-05-03", False),
    ],
)
def test_of_a_moment_and_a_day_only_the_days_count(spotted: Spotted, one: str, other: str, wrong: bool) -> None:
    assert bool(spotted("metadata", story(f"created: {one}\nupdated: {other}"), order={"created": "updated"})) is wrong


def test_short_copy_tells_no_language(spotted: Spotted) -> None:
    assert spotted("metadata", story("lang: fr", "Pier."), language="lang") == []


def test_a_story_without_a_head_is_left_alone(spotted: Spotted) -> None:
    assert spotted("metadata", "The pier was sold.", required=["credit"]) == []


@pytest.mark.parametrize("values", [{"when": {"a": "(b"}}, {"holds": ["(b"]}, {"within": ["margin"]}])
def test_an_option_that_cannot_be_used_is_an_error(values: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        options.build(Check, values)
