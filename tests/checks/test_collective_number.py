from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

REST = "\n\nThe council met on Monday.\n"
BODIES = ["council", "navy"]


@pytest.mark.parametrize(
    ("headline", "fixes"),
    [("Council Tells Ostby They Will Pay", ()), ("Navy is sure of their ships", ("its",)), ("Town Council Again Says They’re Done", ())],
)
def test_a_plural_pronoun_after_a_singular_verb_is_reported(
    matches: Callable[..., list[Match]], headline: str, fixes: tuple[str, ...]
) -> None:
    (found,) = matches("collective-number", headline + REST, bodies=BODIES)
    assert found.fixes == fixes


@pytest.mark.parametrize(
    "headline",
    [
        "Council Tells Farmers They Will Pay",
        "Council Tell Ostby They Will Pay",
        "Council Says It Will Pay",
        "Eels Go as Council Says They Must",
        "Council Tells Bargemen They Will Wait",
        "Council Pays; They Cheer",
    ],
)
def test_a_pronoun_that_may_mean_others_is_left_alone(matches: Callable[..., list[Match]], headline: str) -> None:
    assert matches("collective-number", headline + REST, bodies=BODIES) == []
