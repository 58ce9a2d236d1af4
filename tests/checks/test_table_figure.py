from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]

TABLE = "\n\n| Town | Boats | Nets |\n|---|---|---|\n| Harlow | 1,890 | 311 |\n| Fenwick | $640 | 20.7% |\n"


@pytest.mark.parametrize(
    ("copy", "wrong"),
    [
        ("Harlow has 1,980 boats.", ["1,980"]),
        ("Harlow has 1,890 boats.", []),
        ("Harlow has about 1,900 boats.", []),
        ("Harlow has 1,980 people.", []),
        ("Harlow and Fenwick have 1,980 boats.", []),
        ("Harlowton has 1,980 boats.", []),
        ("The boats of Fenwick cost $460 each.", ["460"]),
        ("In Fenwick 27.0% of the nets are old.", ["27.0"]),
        ("In Fenwick 640 boats were sold, and 311 nets.", []),
    ],
)
def test_a_figure_beside_its_labels_is_the_table_s(spotted: Spotted, copy: str, wrong: list[str]) -> None:
    assert spotted("table-figure", copy + TABLE) == wrong
    assert [each.strip() for each in spotted("table-figure", "Town\n\n" + copy + TABLE)] == wrong


def test_without_a_table_nothing_is_found(spotted: Spotted) -> None:
    assert spotted("table-figure", "Harlow has 1,980 boats.\n\n- Harlow: 1,890\n- Fenwick: 640\n") == []
