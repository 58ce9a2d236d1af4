from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

BASE = FactBase.of((), {"us-cities": ["Tarn CO", "Port_Mirna MN / KS UT", "Quay IL OR / TX", "St._Orm VT"]})
Found = Callable[[str], list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("city-state")
    assert made is not None
    return lambda text: list(options.build(made, {}).find(story(text + "\n", base=BASE)))


@pytest.mark.parametrize(
    ("text", "state", "fixes"),
    [
        ("He was born in Tarn, Nevada, in May.", "Nevada", ("Colorado",)),
        ("He was born in Tarn, Nev., in May.", "Nev.", ("Colo.",)),
        ("He was born in Tarn, NV, in May.", "NV", ("CO",)),
        ("In Tarn, Nevada, it rained.", "Nevada", ("Colorado",)),
        ("It rained in Port Mirna, Nevada.", "Nevada", ("Minnesota",)),
        ("It rained in Quay, Nevada.", "Nevada", ("Illinois", "Oregon")),
        ("It rained in St. Orm, Nevada.", "Nevada", ("Vermont",)),
        ("It rained in Tarn, Nev. The sun shone in Quay.", "Nev.", ("Colo.",)),
        ("It rained in Tarn, Nevada April 12, 2016.", "Nevada", ("Colorado",)),
        ("It rained in Tarn, Nevada Monday.", "Nevada", ("Colorado",)),
        ("It rained in Tarn, Nevada, and in Quay, Oregon.", "Nevada", ("Colorado",)),
        ("It rained in Tarn, Nevada and Quay, Oregon.", "Nevada", ("Colorado",)),
    ],
)
def test_a_state_without_a_town_of_that_name_is_found(found: Found, text: str, state: str, fixes: tuple[str, ...]) -> None:
    (match,) = found(text)
    assert match.block.text[slice(*match.span)] == state
    assert match.fixes == fixes
    assert "no list has one in Nevada" in match.evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Tarn, Colorado.",
        "It rained in Port Mirna, Kan., and in Port Mirna, Utah.",
        "It rained in Tarn, Nevada and Utah.",
        "It rained in Tarn, Nevada, Utah and the District of Columbia.",
        "It rained on the Tarn, Nevada Dogs and others.",
        "It rained in Tarn, Nevada’s twin.",
        "It rained in Tarn, Nevada-style.",
        "It rained in North Tarn, Nevada.",
        "It rained in Hollin, Nevada.",
        "It rained in tarn, Nevada.",
        "It rained in Tarn, Scotland.",
        "It rained in Tarn.",
    ],
)
def test_the_right_state_a_list_another_name_and_an_unlisted_city_are_left_alone(found: Found, text: str) -> None:
    assert found(text) == []
