from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lintnews.ledger import Story
from lintnews.ledger.era import ALWAYS, during
from lintnews.model import Fact

StoryOf = Callable[..., Story]


def _days(story: Story) -> tuple[str, str]:
    low, high = story.era
    return date.fromordinal(low).isoformat(), date.fromordinal(high).isoformat()


def test_a_dated_story_is_of_its_day(story: StoryOf) -> None:
    assert _days(story("Rivers Minister Marta Quillon spoke.\n", "2005-05-05")) == ("2005-05-05", "2005-05-05")


def test_an_undated_story_is_of_the_term_of_the_people_in_it(story: StoryOf) -> None:
    assert _days(story("Then Rivers Minister Marta Quillon spoke.\n")) == ("2019-03-01", "2021-06-30")


def test_terms_that_overlap_narrow_the_era(story: StoryOf) -> None:
    told = story("Then Rivers Minister Oskar Brandt met Tide Survey Director Hugh Penrose.\n")
    assert _days(told) == ("2021-07-01", "2022-12-31")


def test_a_term_that_does_not_meet_the_others_is_left_out(story: StoryOf) -> None:
    told = story("Then Rivers Minister Oskar Brandt met Warden of the Harbour José Ángel Íñiguez.\n")
    assert _days(told) == ("2021-07-01", "2023-12-31")


def test_a_post_without_the_holders_name_dates_nothing(story: StoryOf) -> None:
    assert story("The Minister of Rivers spoke to Marta Quillon.\n").era == ALWAYS


def test_a_fact_holds_during_an_era_when_their_days_meet() -> None:
    term = Fact("Oskar Brandt", "holds", "Harbour Warden", "https://example.org", "2024-01-01", "2015", "2018")
    day = date(2019, 1, 20).toordinal()
    assert not during(term, (day, day))
    assert during(term, (day, day), slack=20)
    assert during(term, ALWAYS)
