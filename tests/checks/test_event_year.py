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
        fact("Great Lock fire", "happened", "Ludgrave", "1990-05-04", "1990-05-04", "Great Lock + burned|fire"),
        fact("May 4 storm", "happened", "Ostham", "2001-05-04", "2001-05-04", "storm|storms + May 4"),
    ),
    {},
)
Found = Callable[[str], list[tuple[str, tuple[str, ...]]]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("event-year")
    assert made is not None

    def find(text: str) -> list[tuple[str, tuple[str, ...]]]:
        matches: list[Match] = list(options.build(made, {}).find(story(f"A headline\n\n{text}\n", base=BASE)))
        return [(match.words["event"], match.fixes) for match in matches]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "The Great Lock burned in 1991.",
        "The Great Lock burned here in May 1991.",
        "The Great Lock burned on May 4, 1991, a Saturday.",
        "The Great Lock fire of early 1989 is not forgotten.",
        "The 1989 Great Lock fire is not forgotten.",
    ],
)
def test_a_year_beside_an_event_that_is_another_is_reported(found: Found, text: str) -> None:
    assert found(text) == [("Great Lock fire", ("1990",))]


def test_a_day_in_the_name_of_an_event_has_its_year_too(found: Found) -> None:
    assert found("The storms of May 4, 2002, were strong.") == [("May 4 storm", ("2001",))]
    assert found("The storms of May 4, 2012, were strong.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Great Lock burned in 1990, and the 1990 Great Lock fire is not forgotten.",
        "The Great Lock burned in 1870.",
        "A film of the Great Lock fire in 1991 won.",
        "After the Great Lock fire, in 1991, it closed.",
        "The Great Lock fire and the storm of May 4, 2002, were bad.",
        "The Great Lock fire cost 1991 florins.",
    ],
)
def test_another_thing_of_another_year_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []
