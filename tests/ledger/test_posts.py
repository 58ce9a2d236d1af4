from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import fact

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.posts import elsewhere, first_day, form_like, forms, has_word, held, last_day, on, shown, superseded
from lintnews.model import Fact

StoryOf = Callable[..., Story]


def _term(since: str, until: str) -> Fact:
    return Fact("Oskar Brandt", "holds", "Harbour Warden", "https://example.org", "2024-01-01", since, until)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_full_date_is_its_own_first_and_last_day(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day.toordinal()


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_month_and_a_year_hold_from_their_first_day_to_their_last(day: date) -> None:
    for text in (f"{day:%Y-%m}", f"{day:%Y}"):
        assert first_day(text) <= day.toordinal() <= last_day(text)
        assert (date.fromordinal(first_day(text)) - timedelta(1)).strftime("%Y-%m") != f"{day:%Y-%m}"
        assert date.fromordinal(last_day(text) + 1).day == 1


def test_a_term_known_by_its_years_holds_throughout_them() -> None:
    term = _term("2015", "2018")
    assert [on(term, date(*day)) for day in ((2014, 12, 31), (2015, 1, 1), (2018, 12, 31), (2019, 1, 1))] == [False, True, True, False]


def test_slack_widens_a_term_and_negative_slack_narrows_it() -> None:
    term = _term("2020-01-01", "2020-12-31")
    assert on(term, date(2019, 12, 25), 7)
    assert not on(term, date(2020, 1, 3), -7)


def test_a_term_with_open_ends_holds_for_ever() -> None:
    assert on(_term("", ""), date(1, 1, 1))
    assert on(_term("2020", ""), date(9999, 12, 31))


def test_the_forms_of_a_post_begin_with_its_own(facts: FactBase) -> None:
    assert forms(facts, "Minister of Rivers") == ("Minister of Rivers", "Rivers Minister", "Vellish Minister of Rivers")
    assert forms(facts, "Acting Director of the Tide Survey")[0] == "Director of the Tide Survey"
    assert forms(facts, "Nobody of Nothing") == ("Nobody of Nothing",)


def test_a_form_is_chosen_that_is_built_like_the_one_in_print(facts: FactBase) -> None:
    assert form_like(facts, "Minister of Rivers", "Harbour Warden") == "Rivers Minister"
    assert form_like(facts, "Minister of Rivers", "Warden of the Harbour") == "Minister of Rivers"


def test_the_posts_of_the_storys_time_come_first(story: StoryOf) -> None:
    for day, post in (("2016-05-01", "Harbour Warden"), ("2022-05-01", "Minister of Rivers")):
        read = story("The plan is by Oskar Brandt of Ludgrave.\n", day)
        assert held(read, read.people.mentions[0])[0].value == post


def test_a_person_is_looked_up_by_the_fullest_name_in_the_story(story: StoryOf) -> None:
    read = story("The plan is by Hugh T. Penrose. Mr. Penrose drew it.\n")
    assert [fact.subject for fact in held(read, read.people.mentions[-1])] == ["Hugh Penrose"]


def test_a_surname_alone_is_nobody_in_the_fact_base(story: StoryOf) -> None:
    read = story("The plan is by Mr. Penrose.\n")
    assert held(read, read.people.mentions[0]) == ()


def test_the_same_person_with_a_title_elsewhere_is_shown_with_it(story: StoryOf) -> None:
    read = story("Karl Novak spoke. Dr. Karl Novak left. Anna Novak stayed, as did Mr. Karl Novak.\n")
    assert [shown(mention).text for mention in elsewhere(read, read.people.mentions[0])] == ["Dr. Karl Novak", "Mr. Karl Novak"]


@pytest.mark.parametrize(
    ("word", "there"), [("Tide Survey", True), ("tide", True), ("Tid", False), ("Survey Director", True), ("of", False)]
)
def test_words_are_found_whole(word: str, there: bool) -> None:
    assert has_word("Tide-Survey Director", word) is there


def test_a_term_without_an_end_is_over_when_another_has_the_post() -> None:
    rows = (
        fact("Minister of Rivers", "holders", "one"),
        fact("Ada Orr", "holds", "Minister of Rivers", "2018-02-01"),
        fact("Ben Orr", "holds", "Minister of Rivers", "2021"),
        fact("Cleo Orr", "holds", "Acting Minister of Rivers", "2020-12-01"),
        fact("Ada Orr", "holds", "Clerk of Rivers", "2018-02-01"),
        fact("Ben Orr", "holds", "Clerk of Rivers", "2021"),
    )
    base = FactBase.of(rows)
    ada, ben, cleo, clerk = rows[1], rows[2], rows[3], rows[4]
    told = [superseded(base, row, date(2022, 3, 1)) for row in (ada, ben, cleo, clerk)]
    assert told == [True, False, True, False]
    assert not superseded(base, ada, date(2021, 6, 1))
    assert not superseded(base, ada, date(2022, 3, 1), slack=400)
    assert not superseded(base, fact("Ada Orr", "holds", "Minister of Rivers", "2018", "2019"), date(2022, 3, 1))
