from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]


def listed(*lines: str) -> str:
    return "The council voted on it.\n\n" + "\n".join(f"- {line}" for line in lines) + "\n\nIt will vote again."


@pytest.mark.parametrize(
    ("lines", "fixes", "doubt"),
    [
        (("Roads: 40", "Schools: 50", "Total: 95"), ("90",), 0),
        (("Roads: 40", "Schools: 50", "Total: 900"), ("90",), 1),
        (("Roads: $1.5 million", "Schools: $2.25 million", "Total: $4.5 million"), ("3.8 million",), 1),
        (("Roads: 52%", "Schools: 38%", "Total: 100%"), ("90",), 0),
        (("Roads: 1,000", "Schools: (200)", "Total: 1,200"), ("800",), 1),
    ],
)
def test_a_total_that_its_lines_do_not_add_up_to_is_reported(
    matches: Matches, lines: tuple[str, ...], fixes: tuple[str, ...], doubt: int
) -> None:
    (found,) = matches("column-sum", listed(*lines))
    assert (found.fixes, found.doubt) == (fixes, doubt)


@pytest.mark.parametrize(
    "lines",
    [
        ("Roads: 40", "Schools: 50", "Total: 90"),
        ("Roads: 33.3%", "Schools: 33.3%", "Mills: 33.3%", "Total: 100%"),
        ("Roads: 40", "Schools: none", "Total: 50"),
        ("Roads: $40", "Schools: 50", "Total: £90"),
        ("Roads: 40", "Subtotal: 40", "Schools: 50", "Total: 90"),
        ("Roads: 40", "Total: 90"),
        ("Roads: 40", "Schools: 50", "Mills: 90"),
    ],
)
def test_what_adds_up_or_cannot_be_added_is_left_alone(matches: Matches, lines: tuple[str, ...]) -> None:
    assert matches("column-sum", listed(*lines)) == []
