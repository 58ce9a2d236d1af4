from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers
from lintnews.checks.conversion import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, Source

HEAD = "A headline\n\n"
UNITS = {"miles": "length 1609.344", "mile": "length 1609.344", "km": "length 1000", "feet": "length 0.3048", "foot": "length 0.3048"}
UNITS |= {"meters": "length 1", "meter": "length 1", "pounds": "weight 0.45359237", "kg": "weight 1"}
UNITS |= {"F": "temperature 5/9 at 32", "C": "temperature 1 at 0", "degrees": "temperature"}
UNITS |= {"gallons": "volume 3.785411784 or 4.54609", "liters": "volume 1", "ft": "length 0.3048", "inches": "length 0.0254"}
Matches = Callable[..., list[Match]]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("It is 40 miles (40 km) off.", "64"),
        ("It is 40 miles (40km) off.", "64"),
        ("A 1,300-mile (4,128 km) wall.", "2,092"),
        ("A nine-foot (1.1-meter) wall.", "2.7"),
        ("It is 520 km, or about 140 miles, off.", "323"),
        ("It weighs 10 pounds (45 kg).", "5"),
        ("It weighs 200 pounds (81 kg).", "91"),
        ("It was 100 F (28 C).", "38"),
        ("It was minus 4 F (-30 C).", "-20"),
        ("It was 90 degrees (22 C).", "32"),
        ("It holds 100 gallons (279 liters).", "379"),
        ("He is 5 feet 10 (178 meters) tall.", "2"),
        ("He is 5-foot-6 (1.86 meters) tall.", "1.68"),
        ("It lies 60 to 70 miles (97 to 123 km) off.", "113"),
        ("It lies 60 to 70 miles (83 to 113 km) off.", "97"),
        ("The mean rose by 1.5 C (34.7 F).", "2.7"),
    ],
)
def test_two_figures_that_are_not_one_measure_are_reported(matches: Matches, text: str, fix: str) -> None:
    (found,) = matches("conversion", HEAD + text, units=UNITS)
    assert fix in found.fixes


@pytest.mark.parametrize(
    "text",
    [
        "It is 40 miles (65 km) off, or 40 miles (64 km).",
        "It is a mile (1.6 km) off.",
        "It is 30 miles (two hours) off.",
        "It is 30 miles (45 kg) off.",
        "He is 5 feet 10 (1.78 meters) tall, 6ft 2 (1.88 meters), 5-foot-6 (1.68 meters).",
        "It was 20 C (68 F), and 3 C (5.4 F) warmer than the minus 4 F (-20 C) of 90 degrees (32 C).",
        "It holds 100 gallons (379 liters), or 100 gallons (455 liters). It weighs about 200 pounds (81 kg).",
        "It is 3 miles 20 (4.8 km) off.",
        "It is 100 miles (160 km) and 1,000 feet (300 meters).",
    ],
)
def test_rounded_figures_and_other_quantities_are_left_alone(matches: Matches, text: str) -> None:
    assert matches("conversion", HEAD + text, units=UNITS) == []


@given(st.integers(1, 5000))
def test_a_measure_converted_and_rounded_is_never_reported(miles: int) -> None:
    text = f"{HEAD}It is {miles:,} miles ({miles * 1.609344:,.0f} km) off.\n"
    story = Story(readers.read(Source("story.txt", text)), FactBase.of([]))
    assert list(Check(units=UNITS).find(story)) == []


def test_a_compound_has_no_fix(matches: Matches) -> None:
    (found,) = matches("conversion", HEAD + "He is 1.86 meters (5 feet 6 inches) tall.", units=UNITS)
    assert (found.fixes, found.words["given"], found.words["right"]) == ((), "5 feet 6", "6.1")


def test_a_unit_without_a_size_is_refused(matches: Matches) -> None:
    with pytest.raises(LintNewsError, match="the unit `miles` needs a quantity and a size"):
        matches("conversion", HEAD + "It is 40 miles (40 km) off.", units={"miles": "length"})
