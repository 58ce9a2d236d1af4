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
        fact("Ines Carroway", "holds", "Governor of Ohio", "2019-01-03", "2023-01-03"),
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


@pytest.mark.parametrize(
    "text", ["Rep. Marta Quillon of Iowa spoke.", "Rep. Marta Quillon (D-Ohio) spoke.", "Rep. Marta Quillon (R-Iowa) spoke."]
)
def test_without_the_party_and_state_of_the_record_it_may_be_another(found: Found, text: str) -> None:
    assert found(text, "2020-03-01") == []


@pytest.mark.parametrize(("text", "doubt"), [("Rep. Marta Quillon spoke.", 1), ("Ohio Rep. Marta Quillon spoke.", 0)])
def test_without_a_party_the_state_decides_how_sure_it_is(found: Found, text: str, doubt: int) -> None:
    assert [match.doubt for match in found(text, "2020-03-01")] == [doubt]


@pytest.mark.parametrize(
    "text",
    [
        "State Rep. Marta Quillon spoke.",
        "It was then-Rep. Marta Quillon.",
        "Former Rep. Marta Quillon spoke.",
        "In 2012 Rep. Marta Quillon spoke.",
        "“Rep. Marta Quillon is here,” he said.",
    ],
)
def test_a_title_of_another_time_or_house_is_left_alone(found: Found, text: str) -> None:
    assert found(text, "2020-03-01") == []


def test_a_person_no_fact_knows_is_read_against_the_story(found: Found) -> None:
    (match,) = found("Sen. Ada Penrose spoke. Sen. Penrose sat. It was Rep. Penrose who left.")
    assert (match.words["match"], match.fixes, match.doubt) == ("Rep.", ("Sen.",), 0)


def test_of_two_titles_the_facts_decide_which_is_odd(found: Found) -> None:
    (match,) = found("Rep. Marta Quillon spoke. Sen. Quillon sat.", "2020-03-01")
    assert (match.words["match"], match.doubt) == ("Rep.", 0)


@pytest.mark.parametrize(
    ("text", "title", "fix"),
    [
        ("It was Gov. Marta Quillon.", "Gov.", "Sen."),
        ("It was Governor Marta Quillon of Ohio.", "Governor", "Senator"),
        ("It was Sen. Ines Carroway.", "Sen.", "Gov."),
        ("It was Ohio Senator Ines Carroway.", "Senator", "Governor"),
        ("It was Gov. Oskar Brandt.", "Gov.", "Sen."),
    ],
)
def test_a_governor_is_no_senator_and_a_senator_no_governor(found: Found, text: str, title: str, fix: str) -> None:
    (match,) = found(text, "2020-03-01")
    assert (match.block.text[slice(*match.span)], match.fixes) == (title, (fix,))
    assert match.evidence[0].fact


@pytest.mark.parametrize(
    "text",
    [
        "It was Gov. Ines Carroway.",
        "It was state Sen. Ines Carroway.",
        "It was then-Sen. Ines Carroway.",
        "In 2012 it was Sen. Ines Carroway.",
        "It was Maine Sen. Ines Carroway.",
        "“It was Sen. Ines Carroway,” she said.",
        "It was Sen. Karl Novak.",
    ],
)
def test_the_right_office_and_another_persons_are_left_alone(found: Found, text: str) -> None:
    assert found(text, "2020-03-01") == []


def test_in_an_undated_story_an_office_counts_that_was_never_held(found: Found) -> None:
    assert [m.fixes for m in found("It was Sen. Ines Carroway.")] == [("Gov.",)]
