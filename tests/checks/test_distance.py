from __future__ import annotations

from collections.abc import Callable

import pytest
from atlas import Found, finder

from lintnews.ledger import Story, cities


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    return finder("distance", story)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It is 900 miles from Tarn to Quay.", "50 miles"),
        ("Tarn is 900 kilometers west of Quay.", "70 kilometers"),
        ("It fell in Tarn, about 900 km from Quay.", "70 kilometers"),
        ("The 900-mile drive from Tarn to Quay took a day.", "50 miles"),
        ("The road from Tarn to Quay is 900 miles long.", "50 miles"),
        ("Tarn and Quay are 900 miles apart.", "50 miles"),
        ("It is 90 miles from Tarn to Port Vell.", "2,680 miles"),
    ],
)
def test_a_distance_that_no_road_has_is_found(found: Found, text: str, right: str) -> None:
    (match,) = found(text)
    assert match.words["right"] == right
    assert match.evidence[0].text == f"in a straight line it is about {right}"


@pytest.mark.parametrize(
    "text",
    [
        "It is 46 miles from Tarn to Quay.",
        "It is 100 miles from Tarn to Quay by road.",
        "It is 4,000 miles from Tarn to Port Vell.",
        "It is 900 miles from Tarn to Nowhere.",
        "She ran 900 miles. From Tarn she flew to Quay.",
        "It is 900 miles from Tarn to Tarn.",
    ],
)
def test_a_distance_that_may_be_right_is_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


def test_the_distance_of_two_places_is_that_on_a_globe() -> None:
    assert cities.kilometers([(0.0, 0.0)], [(0.0, 180.0), (90.0, 0.0)]) == pytest.approx([20015, 10008], rel=0.001)
