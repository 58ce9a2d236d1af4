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
        fact("Marta Quillon", "party", "Republican"),
        fact("Marta Quillon", "represents", "representative from Ohio", "2009-01-03", "2015-01-03"),
        fact("Marta Quillon", "represents", "senator from Ohio", "2015-01-03"),
        fact("Oskar Brandt", "party", "Democrat"),
        fact("Oskar Brandt", "represents", "senator from Rhode Island", "", "2021"),
    ),
    {},
)
Found = Callable[..., list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("chamber")
    assert made is not None
    return lambda text, day=None: list(options.build(made, {}).find(story(text + "\n", day, base=BASE)))


@pytest.mark.parametrize(
    ("title", "fixes"),
    [("Rep.", ("Sen.",)), ("Congresswoman", ("Senator",)), ("Representative", ("Senator",)), ("Reps.", ())],
)
def test_the_title_of_the_other_house_is_found(found: Found, title: str, fixes: tuple[str, ...]) -> None:
    (match,) = found(f"It was {title} Marta Quillon (R-Ohio).", "2020-03-01")
    assert match.fixes == fixes
    assert match.block.text[slice(*match.span)] == title


@pytest.mark.parametrize("day", [None, "2012-03-01", "2015-02-01", "2014-12-01"])
def test_the_house_of_the_time_a_handover_and_an_undated_story_are_left_alone(found: Found, day: str | None) -> None:
    assert found("It was Rep. Marta Quillon (R-Ohio).", day) == []


def test_a_seat_whose_first_day_is_not_known_is_sure_for_two_years_only(found: Found) -> None:
    text = "It was Rep. Oskar Brandt (D-R.I.)."
    assert [len(found(text, day)) for day in ("2012-03-01", "2020-03-01", "2023-03-01")] == [0, 1, 0]


@pytest.mark.parametrize("text", ["Rep. Marta Quillon spoke.", "Rep. Marta Quillon (D-Ohio) spoke.", "Rep. Marta Quillon (R-Iowa) spoke."])
def test_without_the_party_and_state_of_the_record_it_may_be_another(found: Found, text: str) -> None:
    assert found(text, "2020-03-01") == []
