from __future__ import annotations

from collections.abc import Callable

import pytest

Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("headline", "body", "said"),
    [
        ("Coffee prevents cancer", "Coffee may prevent some cancers, a study suggests.", "prevents"),
        ("Teacher hit pupil", "A teacher allegedly hit a pupil, police said on Monday.", "hit"),
        ("Mayor took bribes", "Prosecutors say the mayor took bribes. The mayor denies it.", "took"),
    ],
)
def test_a_headline_without_the_hedge_of_the_body_is_reported(spotted: Spotted, headline: str, body: str, said: str) -> None:
    assert spotted("headline-flat", f"{headline}\n\n{body}") == [said]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Coffee may prevent cancer", "Coffee may prevent some cancers, a study suggests."),
        ("Does coffee prevent cancer?", "Coffee may prevent some cancers, a study suggests."),
        ("Mayor took bribes", "Prosecutors say the mayor took bribes."),
        ("Mayor opens bridge", "The mayor opened the bridge. Rain may keep crowds away."),
        ("Coffee prevents cancer", "The firm said: “Coffee may prevent some cancers.”"),
    ],
)
def test_a_hedged_headline_and_one_of_something_else_are_left_alone(spotted: Spotted, headline: str, body: str) -> None:
    assert spotted("headline-flat", f"{headline}\n\n{body}") == []
