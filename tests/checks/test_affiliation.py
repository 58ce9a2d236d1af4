from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story, states
from lintnews.model import Match

BASE = FactBase.of(
    (
        fact("Marta Quillon", "party", "Republican", "", "", "Marta J. Quillon"),
        fact("Marta Quillon", "represents", "senator from Ohio", "2015-01-03", "", "Marta J. Quillon"),
        fact("Oskar Brandt", "party", "Republican", "", "2019-05-01"),
        fact("Oskar Brandt", "party", "Democrat", "2019-05-01"),
        fact("Oskar Brandt", "represents", "representative from Rhode Island", "", "2021"),
        fact("Ada Lindqvist", "party", "Independent"),
        fact("Ada Lindqvist", "represents", "senator from Maine", "2013-01-03"),
        fact("Hugh Penrose", "party", "Democrat", "", "2017", "Hugh Penrose Jr."),
        fact("Hugh Penrose", "represents", "representative from New York", "", "2017", "Hugh Penrose Jr."),
        fact("Karl Novak", "party", "Democrat"),
        fact("Karl Novak", "party", "Republican"),
        fact("Karl Novak", "represents", "representative from Texas"),
        fact("Karl Novak", "represents", "representative from Iowa"),
        fact("Ines Carroway", "party", "Democrat"),
        fact("Ines Carroway", "holds", "Governor of Utah", "2019-01-01"),
    ),
    {"english": [], "given-names": ["Marta"], "surnames": ["Quillon"]},
)
Found = Callable[..., list[Match]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    made = checks.kind("affiliation")
    assert made is not None
    return lambda text, day=None, **keys: list(options.build(made, keys).find(story(text + "\n", day, base=BASE)))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Sen. Marta Quillon, D-Ohio, spoke.", "R-Ohio"),
        ("Sen. Marta J. Quillon (D-OH) spoke.", "R-OH"),
        ("Sen. Marta Quillon (D., Ohio) spoke.", "R., Ohio"),
        ("Sen. Marta Quillon’s (D–Ohio) bill fell.", "R–Ohio"),
        ("Sens. Karl Roe and Marta Quillon, (D-Ohio), spoke.", "R-Ohio"),
        ("Sen. Marta Quillon (D) of Ohio spoke.", "R"),
        ("Ohio Sen. Marta Quillon (D) spoke.", "R"),
        ("Democratic Sen. Marta Quillon spoke.", "Republican"),
        ("Democratic Sen. Marta Quillon’s bill fell.", "Republican"),
        ("Rep. Hugh Penrose Jr. (R-New York) spoke.", "D-New York"),
        ("Rep. Hugh Penrose, R-N.Y., spoke.", "D-N.Y."),
        ("Gov. Ines Carroway (R-Utah) spoke.", "D-Utah"),
        ("Marta Quillon spoke. It was good, said Quillon (D-Ohio).", "R-Ohio"),
        ("Sen. Marta Quillon (R-Mich.) spoke.", "R-Ohio"),
        ("Sen. Marta Quillon (R-MI) spoke.", "R-OH"),
        ("Rep. Hugh Penrose (D-Mich.) spoke.", "D-N.Y."),
    ],
)
def test_the_fix_keeps_the_form_of_what_is_printed(found: Found, text: str, fix: str) -> None:
    assert [match.fixes for match in found(text)] == [(fix,)]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Marta Quillon, R-Ohio, and Sen. Marta Quillon (R-OH) spoke.",
        "State Rep. Marta Quillon (D-Ohio) spoke.",
        "Marta Quillon (D-Texas) spoke, and Marta Quillon, D-Lakewood.",
        "Marta Quillon (D) spoke.",
        "Rep. Karl Novak (D-Texas) and Rep. Karl Novak (R-Texas) spoke.",
        "Rep. Oskar Brandt (D-R.I.) and Rep. Oskar Brandt (R-R.I.) spoke.",
        "The team got a D-minus; Quillon, D-Ohio, is not in it.",
        "Sen. Ruth Ollery (D-Ohio) spoke.",
    ],
)
def test_the_record_namesakes_and_strangers_are_left_alone(found: Found, text: str) -> None:
    assert found(text) == []


def test_the_party_is_that_of_the_day(found: Found) -> None:
    assert [m.fixes for m in found("Rep. Oskar Brandt (D-R.I.) spoke.", "2018-03-01")] == [("R-R.I.",)]
    assert [m.fixes for m in found("Rep. Oskar Brandt (R-R.I.) spoke.", "2020-03-01")] == [("D-R.I.",)]
    assert found("Rep. Oskar Brandt (D-R.I.) spoke.", "2019-04-10") == []
    assert len(found("Rep. Oskar Brandt (D-R.I.) spoke.", "2019-04-10", slack=5)) == 1


@pytest.mark.parametrize(
    ("text", "day", "doubt"),
    [
        ("Sen. Marta Quillon (D-Ohio) spoke.", "2018-03-01", 0),
        ("Sen. Ada Lindqvist (D-Maine) spoke.", "2018-03-01", 1),
        ("Sen. Marta Quillon (I-Ohio) spoke.", "2018-03-01", 1),
        ("Rep. Hugh Penrose (R-N.Y.) spoke.", "2016-03-01", 0),
        ("Rep. Hugh Penrose (R-N.Y.) spoke.", "2022-03-01", 1),
        ("Sen. Marta Quillon (R-Iowa) spoke.", "2018-03-01", 0),
        ("Rep. Hugh Penrose (D-Iowa) spoke.", "2016-03-01", 1),
    ],
)
def test_less_is_said_of_independents_former_members_and_states_of_representatives(found: Found, text: str, day: str, doubt: int) -> None:
    assert [match.doubt for match in found(text, day)] == [doubt]


@given(st.sampled_from(sorted(states._ROWS)), st.sampled_from(sorted(states._ROWS)))
def test_a_state_in_any_form_is_read_back(state: str, other: str) -> None:
    for form in states._ROWS[other]:
        assert states.named(states.like(state, form)) == state


@pytest.mark.parametrize("title", ["Gov.", "Governor"])
def test_the_wrong_party_before_a_governor_is_found(found: Found, title: str) -> None:
    (match,) = found(f"It was Utah’s Republican {title} Ines Carroway.", "2020-03-01")
    assert (match.words["match"], match.fixes) == ("Republican", ("Democratic",))
    assert found(f"It was Democratic {title} Ines Carroway.", "2020-03-01") == []
