from __future__ import annotations

from collections.abc import Callable

import pytest
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

BASE = FactBase.of(
    (
        fact("President of Velland", "post", "Velland", "", "", "Vellish President"),
        fact("Prime Minister of Ostmark", "post", "Ostmark"),
        fact("Marta Quillon", "holds", "President of Velland", "2015-01-03", "2023-12-31"),
        fact("Oskar Brandt", "holds", "Prime Minister of Ostmark", "2015-01-03", "2023-12-31", "Oskar J. Brandt"),
        fact("Omar al-Zarif", "holds", "President of Velland", "2005", "2014"),
        fact("Ada Lindqvist", "holds", "Prime Minister of Ostmark", "2010", "2014"),
        fact("Ada Lindqvist", "holds", "President of Velland", "2005", "2009"),
        fact("Hugh Penrose", "holds", "Harbour Warden of Ostmark", "2015"),
        fact("Vellish", "demonym", "Velland"),
        fact("Ostmarkian", "demonym", "Ostmark"),
        fact("South Ostmarkian", "demonym", "South Ostmark"),
    ),
    {},
)
Found = Callable[..., list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("nationality")
    assert made is not None
    return lambda text, day=None: list(options.build(made, {}).find(story(text + "\n", day, base=BASE)))


@pytest.mark.parametrize(
    ("text", "day", "span", "fix"),
    [
        ("It was Ostmarkian leader Marta Quillon.", "2020-03-01", "Ostmarkian", "Vellish"),
        ("It was Ostmarkian President Marta Quillon’s call.", None, "Ostmarkian", "Vellish"),
        ("It was Vellish prime minister Oskar J. Brandt.", None, "Vellish", "Ostmarkian"),
        ("It was South Ostmarkian leader Marta Quillon.", None, "South Ostmarkian", "Vellish"),
        ("It was the Ostmarkian president, Marta Quillon, who came.", None, "Ostmarkian", "Vellish"),
        ("It was the Ostmarkian leader, Marta Quillon.", None, "Ostmarkian", "Vellish"),
        ("It was Ostmarkian President Oskar Brandt who came.", "2020-03-01", "President", "Prime Minister"),
        ("It was the Ostmarkian president, Oskar Brandt.", "2020-03-01", "president", "prime minister"),
    ],
)
def test_the_adjective_of_another_country_is_found(found: Found, text: str, day: str | None, span: str, fix: str) -> None:
    (match,) = found(text, day)
    assert match.block.text[slice(*match.span)] == span
    assert match.fixes == (fix,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was Vellish leader Marta Quillon.", None),
        ("They met the Ostmarkian president, Marta Quillon and Hugh Penrose.", None),
        ("They met the Ostmarkian president, Marta Quillon, and Hugh Penrose.", None),
        ("It was Vellish Prime Minister Ada Lindqvist.", None),
        ("It was Vellish leader Ada Lindqvist.", None),
        ("It was Vellish leader Hugh Penrose.", None),
        ("It was Vellish leader Karl Novak.", None),
        ("It was Vellish leader Oskar Brandt.", "2012-03-01"),
        ("It was Vellish President Oskar Brandt.", "2020-03-01"),
        ("It was Vellish singer Oskar Brandt.", None),
        ("It was Northern leader Oskar Brandt.", None),
    ],
)
def test_the_right_country_other_times_and_what_post_at_date_says_are_left_alone(found: Found, text: str, day: str | None) -> None:
    assert found(text, day) == []


def test_a_name_with_a_particle_and_a_hyphen_is_read_whole(found: Found) -> None:
    (match,) = found("They met Ostmarkian leader Omar al-Zarif there.")
    assert match.fixes == ("Vellish",)
