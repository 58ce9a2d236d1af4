from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import Linter, Source
from lintnews.config import Settings
from lintnews.model import Match

Matches = Callable[..., list[Match]]
BODY = "Marta Quillon closed the weir on Monday. She said that it would open in May. Quillon runs the rivers. "


@pytest.fixture
def named(matches: Matches) -> Callable[[str, str], list[tuple[str, tuple[str, ...], int]]]:
    def find(head: str, body: str) -> list[tuple[str, tuple[str, ...], int]]:
        found = matches("headline-entity", f"{head}\n\n{body}\n\nThe mill stands still.", least=10)
        return [(match.words["match"], match.fixes, match.doubt) for match in found]

    return find


def test_a_surname_that_the_body_never_has_is_reported_with_the_one_it_has(named: Callable[..., object]) -> None:
    assert named("Brandt closes the weir in the valley", BODY) == [("Brandt", ("Quillon",), 0)]


def test_where_the_body_names_nobody_else_it_is_doubted(named: Callable[..., object]) -> None:
    assert named("Brandt closes the weir in the valley", "The weir was closed on Monday. It will open in May, they said.") == [
        ("Brandt", (), 1)
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Quillon closes the weir in the valley",
        "Quillon’s weir in the valley is closed",
        "Baker closes the weir in the valley",
        "The weir in the valley is closed | Brandt",
    ],
)
def test_who_is_in_the_body_an_everyday_word_and_the_outlet_are_left_alone(named: Callable[..., object], head: str) -> None:
    assert named(head, BODY) == []


def test_a_short_body_that_names_another_is_less_sure(matches: Matches) -> None:
    (match,) = matches("headline-entity", f"Brandt closes the weir in the valley\n\n{BODY}\n\nThe mill stands still.")
    assert match.doubt == 1


def test_a_brief_counts_where_it_names_another_and_a_state_as_a_country(matches: Matches) -> None:
    body = "A storm killed two people in Nebraska on Wednesday night, the governor said on his way home."
    (match,) = matches("headline-entity", f"Storm kills two in Kansas\n\n{body}")
    assert (match.fixes, match.doubt) == (("Nebraska",), 1)
    assert not matches("headline-entity", f"Storm kills two in Kansas\n\n{body.replace('Nebraska', 'the north')}")


@pytest.mark.parametrize(
    ("head", "fixes"),
    [
        ("Fire guts old mill in Leeds", [("Halifax",)]),
        ("Two hurt in Leeds mill fire", [("Halifax",)]),
        ("Fire guts old mill in Halifax", []),
        ("Fire guts old mill in York", []),
    ],
)
def test_a_city_that_is_neither_in_the_body_nor_the_dateline_is_reported(head: str, fixes: list[tuple[str, ...]]) -> None:
    body = "HALIFAX, England — A fire destroyed a mill on Wednesday night, the fire brigade of York said. No one was inside."
    report = Linter(Settings(select=("headline.entity",))).check(Source("a.txt", f"{head}\n\n{body}\n"))
    assert [finding.fixes for finding in report.findings] == fixes
