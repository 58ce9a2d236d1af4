from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import options, readers
from lintnews.checks.change import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match, OptionError, Source

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "right", "doubt"),
    [
        ("Enrollment rose from 200 to 260, a 20 percent increase.", "30", 0),
        ("Enrollment grew from 200 in 2010 to 260 in 2018, or 25%.", "30", 0),
        ("Enrollment jumped by 20% from 200 to 260.", "30", 0),
        ("Sales fell 10 percent to $45 million from $60 million.", "25", 0),
        ("Sales fell from $60 to $45 million (down 10 percent).", "25", 0),
        ("The rate fell from 9.1 percent to 8.6 percent, a drop of 0.9 percentage points.", "0.5", 0),
        ("Enrollment rose from 200 to 260, an increase of 31 percent.", "30", 1),
    ],
)
def test_a_percentage_that_the_figures_deny_is_reported(matches: Matches, text: str, right: str, doubt: int) -> None:
    (found,) = matches("change", HEAD + text, what="percent")
    assert (found.fixes, found.doubt) == ((right,), doubt)


@pytest.mark.parametrize(
    "text",
    [
        "Enrollment rose from 200 to 260, a 30 percent increase.",
        "Enrollment rose from 200 to 260, about 28 percent more.",
        "Enrollment rose from 200 to 260, a 20 percent increase from 2017.",
        "Turnout rose from 40 percent to 44 percent, up 4 percent.",
        "It rose from 2010 to 2015, a 30 percent increase.",
        "It fell from 3 hours to 40 minutes, a 20 percent drop.",
        "Prices rose from $4 to $6 billion, a 50 percent rise.",
        "Prices rose from $1.1 million to $1.2 million, a 14 percent rise.",
    ],
)
def test_a_percentage_that_may_be_right_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("change", HEAD + text, what="percent") == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Turnout rose from 4 percent to 6 percent, up 2 percent.", "2 percentage points"),
        ("Turnout fell from 9 percent to 8 percent, down 1 percent.", "1 percentage point"),
    ],
)
def test_a_difference_of_percentages_is_in_points(matches: Matches, text: str, fix: str) -> None:
    assert [found.fixes for found in matches("change", HEAD + text, what="points")] == [(fix,)]


@pytest.mark.parametrize(
    ("what", "text", "count"),
    [
        ("direction", "Enrollment rose from 260 to 200.", 1),
        ("direction", "Crime fell from 40 cases to 44 cases.", 1),
        ("direction", "Crime fell to 44 from 40 cases.", 1),
        ("direction", "Debt up to $750,000, down from $1 million.", 0),
        ("direction", "They moved from 44 to 40.", 0),
        ("direction", "It rose from 5th to 3rd, and from 9 p.m. to 7 p.m.", 0),
        ("direction", "It rose from 90 cents to $1.20.", 0),
        ("multiple", "Rents tripled, from $500 to $1,000.", 1),
        ("multiple", "Rents were halved, from $500 to $400.", 1),
        ("multiple", "Rents were halved, from $500 to $250.", 0),
        ("multiple", "Rents nearly doubled, from $500 to $900.", 0),
        ("multiple", "Rents more than doubled, from $500 to $1,400.", 0),
        ("points", "Turnout rose from 40 percent to 44 percent, up 10 percent.", 0),
    ],
)
def test_words_of_change_are_held_to_the_figures(matches: Matches, what: str, text: str, count: int) -> None:
    assert len(matches("change", HEAD + text, what=what)) == count


@given(st.integers(2, 900), st.integers(2, 900))
def test_a_change_worked_out_is_never_reported(first: int, second: int) -> None:
    verb, share = ("rose" if second > first else "fell"), 100 * abs(second - first) / first
    text = f"{HEAD}It {verb} from {first} to {second}, or {share:.1f} percent.\n"
    story = Story(readers.read(Source("story.txt", text)), FactBase.of([]))
    assert [match for what in ("percent", "direction") for match in Check(what).find(story)] == []


def test_an_unknown_sum_is_refused() -> None:
    with pytest.raises(OptionError, match="`what` must be one of difference, percent, points, direction, multiple"):
        options.build(Check, {"what": "product"})


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("The budget grew tenfold, from $1 million to $5 million.", ("fivefold",)),
        ("The budget rose by a third, from $30 million to $45 million.", ("half",)),
        ("The budget grew 3-fold from 20 to 25.", ("1.25-fold",)),
    ],
)
def test_a_fold_or_a_part_that_the_figures_do_not_bear_out_is_reported(
    matches: Callable[..., list[Match]], text: str, fixes: tuple[str, ...]
) -> None:
    (found,) = matches("change", f"Head of it\n\n{text}", what="fold")
    assert found.fixes == fixes


@pytest.mark.parametrize(
    "text", ["It grew tenfold, from 1 to 10.", "It fell by a third, from 30 to 20.", "It rose by nearly half, from 30 to 44."]
)
def test_a_fold_that_agrees_is_left_alone(matches: Callable[..., list[Match]], text: str) -> None:
    assert matches("change", f"Head of it\n\n{text}", what="fold") == []


@pytest.mark.parametrize(
    ("text", "fix", "doubt"),
    [
        ("It rose two feet, to 18 feet from 15 feet.", "3", 1),
        ("It went up by $5, from $40 to $50.", "10", 0),
        ("It fell 200 points, or 1 percent, to 19,900 from 20,000.", "100", 0),
        ("It grew by 2.5 tons, to 9.5 tons from 5.0 tons.", "4.5", 0),
    ],
)
def test_an_amount_that_is_not_the_difference_is_reported(matches: Matches, text: str, fix: str, doubt: int) -> None:
    (found,) = matches("change", HEAD + text, what="difference")
    assert (found.fixes[0].split()[0], found.doubt) == (fix, doubt)


@pytest.mark.parametrize(
    "text",
    [
        "It rose three feet, to 18 feet from 15 feet, and by $10, from $40 to $50.",
        "It fell 100 points, or 1 percent, to 19,900 from 20,000.",
        "It rose 2 years ago, from 300 to 400.",
        "It rose about 2.4 feet, to 18 feet from 15.5 feet.",
        "It rose 20 percent, to $60 from $50, and 2 percentage points, to 8 from 6.",
        "It rose $5, to 18 from 13 in all.",
    ],
)
def test_an_amount_of_something_else_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("change", HEAD + text, what="difference") == []
