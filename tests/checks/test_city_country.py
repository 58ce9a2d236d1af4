from __future__ import annotations

from collections.abc import Callable

import pytest
from atlas import Found, finder

from lintnews.ledger import Story


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    return finder("city-country", story)


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
