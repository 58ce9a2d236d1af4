from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.checks.interval import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Fact, Match, Source


def happened(subject: str, day: str, alias: str) -> Fact:
    return Fact(subject, "happened", "Ostby", "an almanac", "2020-01-01", day, day, (alias,))


FACTS = FactBase.of(
    [
        happened("collapse of the weir", "2019-04-02", "weir + burst|fell"),
        happened("storming of the town hall", "2019-04-09", "town hall + stormed|attacked"),
        happened("founding of Ostby", "1999-04-09", "Ostby + founded"),
    ]
)


def found(text: str, day: str = "2020-05-01") -> list[Match]:
    source = Source("story.txt", f"---\ndate: {day}\n---\nA headline\n\n{text}\n")
    return list(Check().find(Story(readers.read(source), FACTS)))


@pytest.mark.parametrize(
    ("text", "fixes", "doubt"),
    [
        ("Men stormed the town hall three days after the weir burst.", ("seven days after",), 0),
        ("Men stormed the town hall six days after the weir burst.", ("seven days after",), 1),
        ("Men stormed the town hall 3 days after the weir burst.", ("7 days after",), 0),
        ("Three days after the weir burst, men stormed the town hall.", ("Seven days after",), 0),
        ("The weir burst, which came two days before the town hall was stormed.", ("seven days before",), 0),
        ("The weir burst three weeks before men stormed the town hall.", (), 0),
        ("The weir burst two days after men stormed the town hall.", (), 0),
        ("Men stormed the town hall more than two weeks after the weir burst.", (), 0),
        ("Men stormed the town hall less than three days after the weir burst.", (), 0),
        ("The news comes five years after Ostby was founded.", (), 0),
        ("Men stormed the town hall the day after the weir burst.", (), 0),
        ("The weir burst. Two days later, men stormed the town hall.", ("Seven days later",), 1),
        ("The weir burst, and the town hall was stormed two days later.", ("seven days later",), 1),
        ("Men stormed the town hall; six days earlier the weir burst.", ("seven days earlier",), 2),
    ],
)
def test_an_interval_that_the_dates_deny_is_reported(text: str, fixes: tuple[str, ...], doubt: int) -> None:
    (match,) = found(text)
    assert (match.fixes, match.doubt) == (fixes, doubt)
    assert len(match.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Men stormed the town hall seven days after the weir burst.",
        "Men stormed the town hall a week after the weir burst.",
        "Men stormed the town hall less than a month after the weir burst.",
        "Men stormed the town hall about six days after the weir burst.",
        "Men stormed the town hall two days after the keeper left.",
        "He left. The weir burst two days before. The town hall was stormed.",
        "The news comes 21 years after Ostby was founded.",
        "The weir burst two days before the weir fell.",
        "The weir burst. Seven days later, men stormed the town hall.",
        "The weir burst. It rained. Two days later, men stormed the town hall.",
        "Two days later, men stormed the town hall.",
    ],
)
def test_an_interval_that_may_be_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_facts_are_shown() -> None:
    (match,) = found("Men stormed the town hall three days after the weir burst.")
    assert [e.fact.subject for e in match.evidence if e.fact] == ["storming of the town hall", "collapse of the weir"]
