from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]

TABLE = "\n\n| Year | Homes |\n|---|---|\n| 2010 | 1,204 |\n| 2019 | 980 |\n| 2028 | 611 |\n"


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Chart: Homes, 2010 to 2030", ["2030"]),
        ("Chart: Homes since 2008", ["2008"]),
        ("Graphic: Homes, 2005–2030", ["2005", "2030"]),
        ("Chart: Homes to 2028", []),
        ("Chart: The 2008 act", []),
        ("The chart shows homes from 2010 to 2030.", []),
    ],
)
def test_the_title_s_years_are_those_of_the_rows(spotted: Spotted, title: str, wrong: list[str]) -> None:
    assert spotted("chart-span", f"Fewer homes are built.\n\n{title}{TABLE}") == wrong


@pytest.mark.parametrize(
    ("head", "wrong"),
    [
        ("chart_title: Homes to 2030\nchart_data_end: 2028", ["2030"]),
        ("chart_title: Homes, 2010 to 2028\nchart_data_end: 2028", []),
        ("chart: Homes, 2010-2030\ndata: 2011-2030", ["2010"]),
        ("chart: Homes, 2010-2030", []),
    ],
)
def test_data_of_the_head_count_first(spotted: Spotted, head: str, wrong: list[str]) -> None:
    assert spotted("chart-span", f"---\n{head}\n---\nFewer homes are built.\n") == wrong
