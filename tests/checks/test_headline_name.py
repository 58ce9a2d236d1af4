from __future__ import annotations

from collections.abc import Callable

import pytest

BODY = "\n\nThe coach, Hugh Penrose, quit on Monday, and Penrose said that he was tired of the road."
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize("headline", ["Brandt quits as coach", "Club loses its coach Baker"])
def test_a_surname_that_the_body_never_has_is_reported(spotted: Spotted, headline: str) -> None:
    assert spotted("headline-name", headline + BODY) == [next(name for name in ("Brandt", "Baker") if name in headline)]


@pytest.mark.parametrize("headline", ["Penrose quits as coach", "Baker of bread quits", "Vellish coach quits", "Ludgrave loses coach"])
def test_names_of_the_body_everyday_words_and_places_are_left_alone(spotted: Spotted, headline: str) -> None:
    assert spotted("headline-name", headline + BODY) == []


def test_a_body_that_names_nobody_or_is_long_is_left_alone(spotted: Spotted) -> None:
    assert spotted("headline-name", "Brandt quits\n\nThe coach quit on Monday, tired of the road and of the rain.") == []
    assert spotted("headline-name", "Brandt quits as coach" + BODY, most=10) == []
