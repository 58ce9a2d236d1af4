"""Cities and countries that are nowhere, for the tests of the kinds that look at a map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lintnews import checks, options
from lintnews.facts import Fact, FactBase
from lintnews.ledger import Story
from lintnews.model import Match

LISTS = {
    "world-cities": [
        "Tarn Mirnia | 48.0,11.0",
        "Port_Vell Ostland / Mirnia | 10.0,20.0 -10.0,20.0",
        "Quay Ostland | 48.0,12.0",
    ]
}
_NAMES = ("Mirnia", "Ostland", "United Kingdom")
BASE = FactBase.of(tuple(Fact(name, "capital", f"{name} City", as_of=date(2020, 1, 1), source="example.org") for name in _NAMES), LISTS)
Found = Callable[[str], list[Match]]


def finder(kind: str, story: Callable[..., Story]) -> Found:
    """What a kind of check finds in a text."""
    made = checks.kind(kind)
    assert made is not None
    return lambda text: list(options.build(made, {}).find(story(text + "\n", base=BASE)))
