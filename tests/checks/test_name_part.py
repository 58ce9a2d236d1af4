from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

KIND = "name-part"
Matches = Callable[..., list[Match]]
FAMILIES = {"families": ["Chen"], "hyphened": ["Moon"]}


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("She met Ursula von der Lahn there. Lahn left.", [("Von der Lahn",)]),
        ("She met Abu Hamid al-Masri there. In court Hamid left.", [("Abu Hamid",)]),
        ("She met Chen Wei there. The clerk saw Wei leave.", [("Chen",)]),
        ("She met Moon Jae-won there. The clerk saw Jae-won leave.", [("Moon",)]),
        ("She met Moon Jae-won there. Moon left.", []),
        ("She met Ursula von der Lahn there, in Ada Lahn’s house. Lahn left.", []),
        ("She met Moon Davis there. Davis left.", []),
        ("She met Ursula von der Lahn there. The River Lahn rose, and Lahn Street too.", []),
    ],
)
def test_a_part_that_is_no_surname_is_found(matches: Matches, text: str, fixes: list[tuple[str, ...]]) -> None:
    assert [match.fixes for match in matches(KIND, text, **FAMILIES)] == fixes


def test_a_particle_that_opens_a_sentence_keeps_its_capital(spotted: Callable[..., list[str]]) -> None:
    assert spotted("name-part", "Osama bin Laden hid for years. Bin Laden had three houses.\n") == []
