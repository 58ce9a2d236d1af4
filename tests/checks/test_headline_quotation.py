from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

BODY = (
    "\n\nThe keeper of the weir told the council on Monday that he had looked at every beam of it since the flood in May.\n\n"
    "“It is safe and sound,” he said, “and will stand for another hundred years if the mill does not burn down, which I doubt.”"
)
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("headline", "fixes", "doubt"),
    [
        ("Weir is ‘safe and dry’", ("safe and sound",), 0),
        ("Weir ‘will stand for a hundred years’", ("will stand for another hundred years",), 0),
        ("Weir is ‘a heap of rubble’", (), 1),
    ],
)
def test_a_quotation_that_the_body_has_not_is_reported(matches: Matches, headline: str, fixes: tuple[str, ...], doubt: int) -> None:
    (found,) = matches("headline-quotation", headline + BODY)
    assert (found.fixes, found.doubt) == (fixes, doubt)


@pytest.mark.parametrize("headline", ["Weir is ‘safe and sound’", "Weir ‘looked at every beam’", "Weir is ‘safe’", "Weir is ‘dry’"])
def test_a_quotation_that_the_body_has_and_a_single_word_are_left_alone(matches: Matches, headline: str) -> None:
    assert matches("headline-quotation", headline + BODY) == []


def test_a_short_body_is_no_story(matches: Matches) -> None:
    assert matches("headline-quotation", "Weir is ‘safe and dry’\n\n“It is safe and sound,” he said.") == []
