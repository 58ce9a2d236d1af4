from __future__ import annotations

from collections.abc import Callable

import pytest
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

BASE = FactBase.of(
    (
        fact("Marta Quillon", "represents", "senator from Ohio", "2015-01-03"),
        fact("Marta Quillon", "party", "Democrat"),
        fact("Oskar Brandt", "represents", "representative from Iowa", "2015-01-03", "2023-12-31"),
        fact("Oskar Brandt", "party", "Republican"),
        fact("Ada Lindqvist", "represents", "senator from Maine", "2005", "2009"),
        fact("Ada Lindqvist", "party", "Independent"),
    ),
    {},
)
Found = Callable[..., list[tuple[str, tuple[str, ...], int]]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("home-state")
    assert made is not None

    def find(text: str, day: str | None = "2020-03-01") -> list[tuple[str, tuple[str, ...], int]]:
        matches: list[Match] = list(options.build(made, {}).find(story(text + "\n", day, base=BASE)))
        return [(match.words["match"], match.fixes, match.doubt) for match in matches]

    return find


@pytest.mark.parametrize(
    ("text", "match", "fix", "doubt"),
    [
        ("It was Sen. Marta Quillon of Utah.", "Utah", "Ohio", 0),
        ("It was U.S. Sen. Marta Quillon, of Utah.", "Utah", "Ohio", 0),
        ("It was Utah’s Sen. Marta Quillon.", "Utah", "Ohio", 0),
        ("It was Maine Rep. Oskar Brandt.", "Maine", "Iowa", 1),
        ("It was Marta Quillon, the Utah senator.", "Utah", "Ohio", 0),
        ("It was Marta Quillon, a Democratic senator from Utah.", "Utah", "Ohio", 0),
        ("It was Marta Quillon, a Republican from Ohio.", "Republican", "Democrat", 1),
        ("It was Marta Quillon, the Republican senator from Ohio.", "Republican", "Democratic", 0),
        ("It was Oskar Brandt, an Iowa Democrat, who spoke.", "Democrat", "Republican", 1),
    ],
)
def test_another_state_or_party_is_found(found: Found, text: str, match: str, fix: str, doubt: int) -> None:
    assert found(text) == [(match, (fix,), doubt)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was Sen. Marta Quillon of Ohio, a Democrat from Ohio.", "2020-03-01"),
        ("It was state Sen. Marta Quillon of Utah.", "2020-03-01"),
        ("It was Marta Quillon, a Republican from Utah.", "2020-03-01"),
        ("It was Sen. Karl Novak of Utah.", "2020-03-01"),
        ("It was Sen. Marta Quillon of Utah.", "2012-03-01"),
        ("It was Rep. Marta Quillon of Utah.", "2020-03-01"),
        ("It was Washington Sen. Marta Quillon.", "2020-03-01"),
    ],
)
def test_a_namesake_and_another_time_are_left_alone(found: Found, text: str, day: str) -> None:
    assert found(text, day) == []


def test_a_party_and_a_state_without_an_article_are_read(found: Found) -> None:
    assert found("It was Marta Quillon, Republican of Ohio, who spoke.") == [("Republican", ("Democrat",), 1)]
    assert found("It was Marta Quillon, Democrat of Iowa, who spoke.") == [("Iowa", ("Ohio",), 1)]
    assert found("It was Marta Quillon, Democrat of Ohio, and Marta Quillon, Republican of Iowa.") == []
