from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.relation import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("work", "frame", "text", "fixes"),
    [
        ("difference", "from A to B, up C", "It went from $40 to $50, up $5.", ("$40 to $50, up $10", "$45 to $50, up $5")),
        ("difference", "from A to B, up C", "It went from 40 cents to 60 cents, up 10 cents.", ("20 cents",)),
        ("difference", "from A to B, up C", "It went from 4 percent to 6 percent, up 3 percentage points.", ("2 percentage points",)),
        ("difference", "by C, to B from A", "It was cut by a third, to $20 from $40.", ("half",)),
        ("share", "A of B~, C", "It won 20 of 25 games, 75 percent.", ("80 percent",)),
        ("multiple", "B, C the A", "It took 300, twice the 100.", ("three times",)),
        ("product", "B~ on each of A~, a maximum of C", "He faces 20 years on each of three counts, a maximum of 80 years.", ("60",)),
        ("each", "B…among A~, who each get C", "It gave $60 among four schools, who each get $30.", ("$15",)),
        ("move", "rose A, or C%, to B", "It rose $2, or 5 percent, to $20.", ("9 percent",)),
        ("years", "in A…in B, C years later", "It sank in 1912 and was found in 1985, 60 years later.", ("73",)),
        ("years", "built in A, is C years old", "The mill, built in 1920, is 91 years old.", ("101",)),
        ("span", "from A to B, C years", "It ran from 2015 to 2019, two years.", ("four",)),
        ("total", "A~(?:, #~)* and B~, C in all", "It won 14 golds, six silvers and two bronzes, 33 in all.", ("22",)),
        ("average", "A, (?:[$#], )*and B, an average of C", "They cost $10, $20, and $30, an average of $25.", ("$20",)),
        ("within", "C~, A~ and B~,", "The jury of 12, five men and eight women, left.", ("13",)),
        ("within", "C~, of which A", "It has 12 pools, of which 15 are closed.", ("15",)),
        ("whole", "A…the other C", "It sold 60 percent here and the other 30 percent there.", ("40 percent",)),
        ("most", "by A to C", "It was passed by 58 percent to 52 percent.", ("42 percent",)),
    ],
)
def test_what_does_not_come_to_its_figures_is_found(matches: Matches, work: str, frame: str, text: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("relation", f"Head of it\n\n{text}", day="2021-03-04", work=work, frames=[frame])
    assert found.fixes == fixes


@pytest.mark.parametrize(
    ("work", "frame", "text"),
    [
        ("difference", "from A to B, up C", "It went from $40 to $50, up 25 percent, and from $40 to €50, up $7."),
        ("difference", "from A to B, up C", "It went from 4 percent to 6 percent, up 50 percent."),
        ("difference", "B, C more than A", "It sold 50 cars, 20 more than 40 shops did."),
        ("share", "A of B~, C", "It won about 20 of 25 games, 75 percent."),
        ("move", "rose A, or C%, to B", "It rose $2, or 11 percent, to $20, and $2, or 9 percent, to $20."),
        ("multiple", "B, C the A", "It took 300, about three times the 110."),
        ("years", "in A…in B, C years later", "It sank in November 1912 and was found in 1985, 72 years later."),
        ("years", "built in A, is C years old", "The mill, built in 1920, is 100 years old."),
        ("total", "A~(?:, #~)* and B~, C in all", "It won 14 golds, six silvers and two bronzes, six in all."),
        ("within", "C~, A~ and B~,", "The jury of 12, five men and six women, left."),
        ("most", "by A to C", "It was passed by 48 percent to 42 percent."),
    ],
)
def test_what_comes_to_its_figures_or_is_loose_is_left_alone(matches: Matches, work: str, frame: str, text: str) -> None:
    assert matches("relation", f"Head of it\n\n{text}", day="2021-03-04", work=work, frames=[frame]) == []


def test_what_comes_after_is_not_before(matches: Matches) -> None:
    frames = ["died in B, C years after her husband, who died in A"]
    (found,) = matches(
        "relation", "Head of it\n\nShe died in 1946, four years after her husband, who died in 1952.", work="years", frames=frames
    )
    assert (found.words["sum"], found.doubt) == ("1952 is after 1946", 1)


def test_a_rise_to_a_smaller_figure_is_told(matches: Matches) -> None:
    frames = ["B…,? up from A…, an? rise of C"]
    (found,) = matches("relation", "Head of it\n\nIt sold 60, up from 80, a rise of 25 percent.", work="difference", frames=frames)
    assert found.words["given"] == "rise"


APART = {"work": "difference", "pairs": ["up from A~ to B"], "claims": ["(?:the|an?) (?:rise|fall) of C"]}


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("It was up from $70 to $84. The rise of 30 percent came late.", ("20 percent",), 0),
        ("It was up from $70 to $84. It was sold. The rise of 30 percent came late.", ("20 percent",), 1),
        ("It was up from $70 to $84. The rise of 75 percent came late.", ("20 percent",), 1),
        ("A rise of 30 percent was told: up from $70 to $84.", ("20 percent",), 0),
    ],
)
def test_a_claim_that_stands_apart_from_its_figures_is_found(matches: Matches, text: str, fixes: tuple[str, ...], doubt: int) -> None:
    assert [(match.fixes, match.doubt) for match in matches("relation", f"Head of it\n\n{text}", **APART)] == [(fixes, doubt)]


def test_a_claim_without_a_pair_is_held_against_any_two_figures(matches: Matches) -> None:
    options = {"work": "share", "loose": ["that is C%"]}
    (found,) = matches("relation", "Head of it\n\nIt asked 640 and 416 had gone. That is 56 percent.", **options)
    assert found.fixes == ("65 percent",)
    assert not matches("relation", "Head of it\n\nIt asked 640 and 416 had gone. That is 12 percent.", **options)


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("It was 4,600, down 8 percent from 6,000.", ("23 percent from 6,000", "8 percent from 5,000")),
        ("It was 4,600, down 8 percent from 5,200.", ("12 percent",)),
    ],
)
def test_either_of_two_figures_may_be_mended(matches: Matches, text: str, fixes: tuple[str, ...]) -> None:
    (found,) = matches("relation", f"Head of it\n\n{text}", work="difference", frames=["B, down C% from A"])
    assert found.fixes == fixes


@pytest.mark.parametrize(
    "text",
    [
        "It was up from $70 to $84. The rise of 20 percent came late.",
        "It was up from $70 to $84. A rise of 30 percent came late.",
        "It was up from $70 to $84, and $10 became $13. The rise of 30 percent came late.",
        "The rise of 30 percent came late. It was up from $70 to $84.",
        "It was up from $70 to $84. It was sold. It was won. The rise of 30 percent came late.",
    ],
)
def test_a_claim_that_is_explained_or_of_other_figures_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("relation", f"Head of it\n\n{text}", **APART) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"work": "root", "frames": ["A B C"]}, "one of difference"),
        ({"work": "share", "frames": ["A (C"]}, "bad pattern"),
        ({"work": "share", "frames": ["A of B"]}, "A, B and C"),
        ({"work": "share"}, "give `frames`"),
        ({"work": "total", "pairs": ["A B"], "claims": ["C"]}, "three figures"),
        ({"work": "share", "pairs": ["A"], "claims": ["C"]}, "A and B"),
        ({"work": "share", "pairs": ["A B"], "claims": ["B"]}, "worked with, C"),
    ],
)
def test_options_that_cannot_be_used_are_told(values: dict[str, object], told: str) -> None:
    with pytest.raises(OptionError, match=told):
        options.build(Check, values)
