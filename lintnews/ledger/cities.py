"""A name in, the large city of that name out: its country, the others that have a place of its name, and where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from lintnews.facts import FactBase
from lintnews.record import record

#: The list: a line is a city, its country, after a stroke other countries, after a bar its places as degrees north and east.
LIST = "world-cities"
_EARTH = 6371.0
Place = tuple[float, float]


@record
class City:
    """A city under its name; `places` are more than one where two large ones share it."""

    name: str
    country: str
    others: tuple[str, ...]
    places: tuple[Place, ...]


def city(facts: FactBase, name: str) -> City | None:
    """The listed city of a name as printed."""
    rows = facts.paired(LIST, name.replace(" ", "_"))
    if not rows:
        return None
    countries, _, places = rows[0].partition(" | ")
    country, _, others = countries.partition(" / ")
    degrees = [place.split(",") for place in places.split()]
    return City(name, _plain(country), tuple(map(_plain, others.split())), tuple((float(a), float(b)) for a, b in degrees))


def kilometers(one: Sequence[Place], other: Sequence[Place]) -> list[float]:
    """The distances in a straight line between any two places."""
    return [_distance(a, b) for a in one for b in other]


def _distance(one: Place, other: Place) -> float:
    (a, b), (c, d) = ((radians(x), radians(y)) for x, y in (one, other))
    return 2 * _EARTH * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


def _plain(country: str) -> str:
    return country.replace("_", " ")
