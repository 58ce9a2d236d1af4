from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match, OptionError

HEAD = "A headline\n\n"
LONG = "The council of the town met in the old hall by the river on Monday to talk about the bridge that was closed in May"
Spotted = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("of", "most", "text", "found"),
    [
        ("lede", 20, f"{LONG}. {LONG}.", ["The council of the town"]),
        ("sentence", 20, f"{LONG}. {LONG}.", ["The council of the town"] * 2),
        ("paragraph", 40, f"{LONG}. {LONG}.", ["The council of the town"]),
        ("figures", 2, "It has 3 halls, 4 mills and 51 barns.", ["51"]),
        ("initials", 2, "The FDA, the CDC and the EPA met.", ["EPA"]),
        ("late", 10, f"{LONG}, the mayor said.", ["the mayor said."]),
        ("passive", 1, "The files were quietly destroyed and the vote was delayed.", ["were quietly destroyed", "was delayed"]),
    ],
)
def test_what_is_over_the_norm_is_reported(spotted: Spotted, of: str, most: int, text: str, found: list[str]) -> None:
    assert spotted("norm", HEAD + text, of=of, max=most) == found


@pytest.mark.parametrize(
    ("of", "most", "text"),
    [
        ("lede", 20, f"The council met. {LONG}."),
        ("figures", 2, "It has 3 halls and 4 mills. It has 51 barns."),
        ("initials", 2, "THE FDA, THE CDC AND THE EPA MET."),
        ("late", 10, f"“{LONG},” the mayor said."),
        ("late", 10, "The bridge is closed, the mayor said."),
        ("passive", 1, "The files were destroyed by a clerk who was born in May and was interested in art."),
    ],
)
def test_what_is_within_it_is_left_alone(spotted: Spotted, of: str, most: int, text: str) -> None:
    assert spotted("norm", HEAD + text, of=of, max=most) == []


@pytest.mark.parametrize("values", [{"of": "verse", "max": 3}, {"of": "lede", "max": 0}])
def test_an_option_that_means_nothing_is_told(matches: Callable[..., list[Match]], values: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        matches("norm", HEAD + LONG, **values)
