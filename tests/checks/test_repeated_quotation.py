from __future__ import annotations

from collections.abc import Callable

import pytest

HEAD = "A headline\n\n"
SAID = "The weir will stand for another hundred years"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("second", "span"),
    [
        (f"“{SAID},” Bo Lund said.", f"{SAID},"),
        ("“The weir will stand for another ten years,” Ann Roe said.", "ten"),
        ("“The weir will not stand for another hundred years,” she said.", "not"),
        ("“The weir will stand another hundred years,” she said.", "stand"),
    ],
)
def test_words_said_by_two_or_said_otherwise_are_reported(spotted: Spotted, second: str, span: str) -> None:
    assert spotted("repeated-quotation", f"{HEAD}“{SAID},” Ann Roe said.\n\n{second}") == [span]


@pytest.mark.parametrize(
    "second",
    [
        f"“{SAID},” Ann Roe said.",
        f"“{SAID},” she said.",
        "“The weir will stand … another hundred years,” she said.",
        "“The mill will fall down in a hundred years,” Bo Lund said.",
        "“The weir will stand for another hundred years if nobody pays and all the money goes,” she said.",
    ],
)
def test_words_that_may_be_right_are_left_alone(spotted: Spotted, second: str) -> None:
    assert spotted("repeated-quotation", f"{HEAD}“{SAID},” Ann Roe said.\n\n{second}") == []
