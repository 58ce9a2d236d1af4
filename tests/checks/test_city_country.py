from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from lintnews import checks, options
from lintnews.facts import Fact, FactBase
from lintnews.ledger import Story
from lintnews.model import Match

LISTS = {
    "world-cities": [
        "Tarn Mirnia | 48.0,11.0",
        "Port_Vell Ostland / Mirnia | 10.0,20.0 -10.0,20.0",
        "Quay Ostland | 48.0,12.0",
    ]
}
NAMES = ("Mirnia", "Ostland", "United Kingdom")
COUNTRIES = tuple(Fact(name, "capital", f"{name} City", as_of=date(2020, 1, 1), source="example.org") for name in NAMES)
BASE = FactBase.of(COUNTRIES, LISTS)
Found = Callable[[str], list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("city-country")
    assert made is not None
    return lambda text: list(options.build(made, {}).find(story(text + "\n", base=BASE)))


@pytest.mark.parametrize(
    "text",
    [
        "She was born in Tarn, Ostland.",
        "The talks are held in Tarn, England, in May.",
        "He left Quay, Mirnia, for good.",
        "He flew to Tarn, Ostland — and back.",
    ],
)
def test_a_country_that_has_no_such_city_is_found(found: Found, text: str) -> None:
    (match,) = found(text)
    assert match.fixes == (("Ostland",) if "Quay" in text else ("Mirnia",))


@pytest.mark.parametrize(
    "text",
    [
        "She was born in Tarn, Mirnia.",
        "She was born in Port Vell, Mirnia, and in Port Vell, Ostland.",
        "In Tarn, Ostland won by two goals.",
        "The tour goes to Tarn, Ostland and home.",
        "The tour goes to Tarn, Ostland, and Mirnia.",
        "In Tarn, Ostland, who had won before, lost.",
        "She was born in Nowhere, Ostland.",
        "He sat in Tarn, Georgia.",
    ],
)
def test_a_country_that_may_be_right_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []
