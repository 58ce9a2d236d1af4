from __future__ import annotations

from collections.abc import Callable

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintnews import checks, options, readers
from lintnews.checks.arithmetic import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, Source

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


def mended(found: Match) -> str:
    """The figure that the first fix puts in."""
    (figure,) = regex.findall(r"[\d.]*\d", found.fixes[0])
    return str(figure)


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("He won 1 of 8 races, or 15 percent, at home.", (", or 12 percent,", "", ",")),
        ("He won 1 of 8 races (15%).", (" (12%)", "")),
        ("He led 58% to 42%, a 24-point lead.", (", a 16-point lead", "")),
        ("He led by 9 percentage points, 58 percent to 42 percent.", ("16",)),
        ("He led by 1,200 votes, 10,500 to 9,800.", ("700",)),
    ],
)
def test_what_tells_a_figure_anew_may_be_mended_or_left_out(matches: Matches, text: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("arithmetic", HEAD + text, sum="margin" if "led" in text else "share")
    assert found.fixes == fixes


@pytest.mark.parametrize(
    ("text", "right", "doubt"),
    [
        ("He won 19 of the past 23 races, or 71 percent, at home.", "83", 0),
        ("He won eight out of 12 races (75%).", "67", 0),
        ("He won 2 of 3 races, or 66 percent.", "67", 1),
        ("He won 1 of 8 races, or 15.5 percent.", "12.5", 0),
    ],
)
def test_a_share_that_its_counts_deny_is_reported(matches: Matches, text: str, right: str, doubt: int) -> None:
    (found,) = matches("arithmetic", HEAD + text, sum="share")
    assert (mended(found), found.doubt) == (right, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "He won 19 of 23 races, or 83 percent.",
        "He won 19 of 23 races, or about 84 percent.",
        "He won 19 of 23 races, or 12 percent of all.",
        "He sold 13 of the 48 million stamps, or 27 percent.",
        "One of 2020, or 5 percent, and 17 of 16 men, or 20 percent.",
        "He took 2,000 of 3,100 votes, or 65 percent.",
    ],
)
def test_a_share_that_agrees_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("arithmetic", HEAD + text, sum="share") == []


@pytest.mark.parametrize(
    ("text", "right", "doubt"),
    [
        ("He led 58 percent to 42 percent, a margin of 24 points.", "16", 0),
        ("He led 58% to 42%, a 24-point lead.", "16", 0),
        ("He led by 9 percentage points, 58 percent to 42 percent.", "16", 0),
        ("He led 58% to 42%, a margin of 15 points.", "16", 1),
    ],
)
def test_a_margin_that_is_no_difference_is_reported(matches: Matches, text: str, right: str, doubt: int) -> None:
    (found,) = matches("arithmetic", HEAD + text, sum="margin")
    assert (mended(found), found.doubt) == (right, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "He led 58 percent to 42 percent, a margin of 16 points.",
        "They won 102 to 98, a margin of 9 points.",
        "They won 14-10, a lead of 9 points.",
        "He led by 9 points, 58 percent to 42 percent of whites.",
    ],
)
def test_a_margin_that_agrees_or_is_a_score_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("arithmetic", HEAD + text, sum="margin") == []


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_share_worked_out_is_never_reported(part: int, whole: int) -> None:
    if part <= whole:
        text = f"{HEAD}He won {part} of {whole} races, or {100 * part / whole:.1f} percent.\n"
        story = Story(readers.read(Source("story.txt", text)), FactBase.of([]))
        assert list(Check(sum="share").find(story)) == []


def test_an_unknown_sum_is_refused() -> None:
    kind = checks.kind("arithmetic")
    assert kind is not None
    with pytest.raises(LintNewsError, match="`sum` must be share or margin"):
        options.build(kind, {"sum": "product"})
