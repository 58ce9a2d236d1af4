from __future__ import annotations

import pytest

from lintnews import Linter


@pytest.mark.parametrize(
    ("copy", "places"),
    [
        ("Ann Roe of Boston won. Ann Roe of Denver was glad.", ["Denver"]),
        ("Ann Roe, 34, a baker from Leeds, won. Roe, from Leeds, was glad.", []),
        ("Ann Roe, a baker from Leeds, won. Roe, who lives in London, was glad.", []),
        ("Ann Roe of Boston won. Roe, who moved from Denver, was glad.", []),
        ("Ann Roe of Boston won. “Roe of Denver,” he said.", []),
        ("Ann Roe of Boston won. Bo Lund of Denver was glad.", []),
        ("Ann Roe of Boston won. Roe of Denver University was glad.", []),
    ],
)
def test_a_person_is_of_one_city(linter: Linter, copy: str, places: list[str]) -> None:
    found = [f for f in linter.check(copy).findings if f.rule == "people.one-home"]
    assert [copy[f.span.start : f.span.end] for f in found] == places
