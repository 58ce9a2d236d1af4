from __future__ import annotations

from collections.abc import Callable

import pytest

KIND = "shared-surname"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada Quillon came. Hugh Quillon came. Later the judge asked Quillon.", ["Quillon"]),
        ("Marta Quillon came in. The judge asked Quillon. Then Hugh Quillon came.", []),
        ("Ada Quillon came. Hugh Quillon came. Later the judge asked Sen. Quillon.", []),
        ("Ada Quillon came. Hugh Penrose came. Later the judge asked Quillon.", []),
        ("Ada Quillon came. Ada Quillon left. Ada Quillon came. Hugh Quillon left. Later the judge asked Quillon.", []),
    ],
)
def test_a_bare_surname_after_two_bearers_is_found(spotted: Spotted, text: str, found: list[str]) -> None:
    assert spotted(KIND, text) == found


@pytest.mark.parametrize("text", ["The younger Lee left.", "The Lee farm was sold.", "He met the elder Lee."])
def test_a_surname_that_a_word_tells_apart_or_that_names_a_thing_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted("shared-surname", f"Ann Lee and Bo Lee farm here. {text}\n") == []
