from __future__ import annotations

from collections.abc import Callable

import pytest
from records import StoryOf, fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.model import Match

KIND = "post-at-date"
LISTS = {"given-names": ["Marta", "Oskar"], "surnames": ["Quillon", "Brandt"], "english": ["the", "dam"], "proper": []}
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]


def test_a_post_that_another_held_that_day_is_found_with_both_facts(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Rivers Minister Ines Carroway said.\n", "2020-05-01")
    assert found.block.text[slice(*found.span)] == "Rivers Minister Ines Carroway"
    assert found.words["record"] == "Marta Quillon was"
    assert found.words["day"] == "2020-05-01"
    assert [evidence.fact.subject for evidence in found.evidence if evidence.fact] == ["Ines Carroway", "Marta Quillon"]


def test_the_fixes_are_the_holder_and_the_persons_own_post(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Rivers Minister Ines Carroway said.\n", "2020-05-01")
    assert found.fixes == ("Rivers Minister Marta Quillon", "Harbour Warden Ines Carroway")
    assert found.doubt == 0


def test_a_post_held_at_another_time_is_doubted(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Rivers Minister Marta Quillon said.\n", "2022-05-01")
    assert found.doubt >= 1


def test_a_post_held_later_only_is_beyond_doubt(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Rivers Minister Oskar Brandt said.\n", "2020-05-01")
    assert found.doubt == 0
    assert found.fixes == ("Rivers Minister Marta Quillon",)


@pytest.mark.parametrize(
    ("day", "record"), [("2024-05-01", "Oskar Brandt was when it was last looked up, on 2022-01-01"), ("2030-05-01", "")]
)
def test_a_holder_who_was_looked_up_before_the_day_is_one_for_some_years(story: StoryOf, day: str, record: str) -> None:
    facts = (
        fact("Minister of Rivers", "post", "Department of Rivers", "", "", "Rivers Minister"),
        fact("Minister of Rivers", "holders", "one"),
        fact("Marta Quillon", "holds", "Minister of Rivers", "2019-03-01", "2021-06-30"),
        fact("Oskar Brandt", "holds", "Minister of Rivers", "2021-07-01", as_of="2022-01-01"),
    )
    check = checks.kind(KIND)
    assert check is not None
    read = story("The dam will hold, Rivers Minister Marta Quillon said on Monday.\n", day, base=FactBase.of(facts, LISTS))
    found = list(options.build(check, {}).find(read))
    assert [(match.words["record"], match.doubt) for match in found] == ([(record, 2)] if record else [])


@pytest.mark.parametrize(
    "text",
    [
        "Few would follow a Rivers Minister Oskar Brandt.",
        "If Rivers Minister Oskar Brandt came, the dam would hold.",
        "Rivers Minister Oskar Brandt would build a dam.",
    ],
)
def test_a_post_that_is_imagined_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2020-05-01") == []


@pytest.mark.parametrize("day", ["2019-01-10", "2021-06-15", "2021-07-20"])
def test_near_the_ends_of_a_term_nothing_is_said(spotted: Spotted, day: str) -> None:
    assert spotted(KIND, "The dam will hold, Rivers Minister Marta Quillon said.\n", day) == []


@pytest.mark.parametrize(
    "text",
    [
        "The dam will hold, Rivers Minister Marta Quillon said.",
        "The dam will hold, former Rivers Minister Oskar Brandt said.",
        "The dam will hold, then-Rivers Minister Oskar Brandt said in 2022.",
        "The dam will hold, said ex-Rivers Minister Oskar Brandt.",
        "Ostmark's Rivers Minister Oskar Brandt spoke.",
        "Ostmark Rivers Minister Oskar Brandt spoke.",
        "“It was Rivers Minister Ines Carroway,” she said.",
        "The dam will hold, Rivers Minister Karl Novak said.",
        "The dam will hold, Minister Oskar Brandt said.",
        "The dam will hold, Oskar Brandt said.",
        "Council Majority Leader Oskar Brandt spoke.",
        "The minister-designate, Rivers Minister nominee Ines Carroway, spoke.",
        "In 2022 it was Rivers Minister Oskar Brandt who built the dam.",
    ],
)
def test_the_holder_another_time_another_country_and_other_voices_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2020-05-01") == []


def test_a_story_without_a_day_is_not_checked(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, Rivers Minister Ines Carroway said.\n") == []


def test_a_day_on_which_nobody_is_known_to_hold_the_post_is_not_checked(spotted: Spotted) -> None:
    assert spotted(KIND, "The dam will hold, Rivers Minister Ines Carroway said.\n", "2018-05-01") == []
    assert spotted(KIND, "The dam will hold, Rivers Minister Ines Carroway said.\n", "2030-05-01") == []


def test_a_person_who_goes_on_in_the_story_may_be_its_history(spotted: Spotted) -> None:
    text = "Marta Quillon loved the dam. Rivers Minister Marta Quillon built it.\n"
    assert spotted(KIND, text, "2022-05-01") == []


def test_a_former_holder_whom_the_story_introduces_so_is_doubted_twice(matches: Matches) -> None:
    text = "Harbour Warden Oskar Brandt built the dam. Brandt loved it.\n"
    assert [m.doubt for m in matches(KIND, text, "2020-05-01")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour Warden Oskar Brandt has opened the dam.",
        "Harbour Warden Oskar Brandt, a tall man, will open the dam.",
        "On Monday, Harbour Warden Oskar Brandt opened the dam.",
        "The dam was opened by Harbour Warden Oskar Brandt on Monday.",
        "The dam was no success. Carroway would not see it. But Harbour Warden Oskar Brandt was proud.",
    ],
)
def test_words_of_the_present_beside_the_name_and_a_holder_without_a_first_name_leave_one_doubt(matches: Matches, text: str) -> None:
    assert [m.doubt for m in matches(KIND, text + "\n", "2020-05-01")] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The dam was opened by Harbour Warden Oskar Brandt.",
        "The dam dates from the days of Harbour Warden Oskar Brandt, she said.",
        "When Harbour Warden Oskar Brandt opened the dam, she was there.",
        "Harbour Warden Oskar Brandt’s dam has burst.",
        "Harbour Warden Oskar Brandt said so in 2016.",
        "The former warden, Oskar Brandt, wept. Harbour Warden Oskar Brandt said no more.",
        "The dam was Harbour Warden Oskar Brandt once more.",
    ],
)
def test_words_of_the_past_beside_the_name_are_believed(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2020-05-01") == []


def test_another_post_before_the_surname_of_a_person_named_in_full_is_found(matches: Matches) -> None:
    text = "Ines Carroway came late. The dam will hold, Rivers Minister Carroway said.\n"
    (found,) = matches(KIND, text, "2020-05-01")
    assert (found.words["person"], found.doubt) == ("Ines Carroway", 0)


@pytest.mark.parametrize(
    "text",
    ["Karl Brandt came late. Rivers Minister Brandt said so.", "Ines Carroway and Karl Carroway came. Rivers Minister Carroway said so."],
)
def test_a_surname_that_may_be_another_persons_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2020-05-01") == []


def test_slack_is_an_option(spotted: Spotted) -> None:
    text = "The dam will hold, Rivers Minister Oskar Brandt said.\n"
    assert spotted(KIND, text, "2021-01-01", slack=30) == ["Rivers Minister Oskar Brandt"]
    assert spotted(KIND, text, "2021-01-01", slack=400) == []


def test_a_former_holder_without_a_sign_of_time_is_doubted_by_two_and_may_be_called_former(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam was built, according to Rivers Minister Marta Quillon, of clay.\n", "2022-05-01")
    assert (found.doubt, found.fixes[-1]) == (2, "former Rivers Minister Marta Quillon")


def test_and_then_is_no_former_post(spotted: Spotted) -> None:
    assert spotted(KIND, "They met Rivers Minister Oskar Brandt and then left.\n", "2020-05-01")


def test_later_is_no_late(spotted: Spotted) -> None:
    assert spotted(KIND, "Later on Monday, Rivers Minister Oskar Brandt said the dam will hold.\n", "2020-05-01")


@pytest.mark.parametrize("name", ["Karl Novak", "former Minister of Rivers Karl Novak"])
def test_a_stranger_in_a_post_that_does_not_say_whose_it_is_is_left_alone(spotted: Spotted, name: str) -> None:
    assert spotted(KIND, f"---\ndate: 2020-05-01\n---\nThe dam will hold, Minister of Rivers {name} said on Monday.\n") == []


def test_a_surname_alone_that_only_a_former_or_a_later_holder_has_is_found(matches: Matches) -> None:
    (past,) = matches(KIND, "On Monday Rivers Minister Quillon is opening the dam.\n", "2022-05-01")
    assert (past.words["person"], past.fixes) == ("Marta Quillon", ("Rivers Minister Brandt",))
    assert past.doubt >= 1
    (later,) = matches(KIND, "The dam was opened by Rivers Minister Brandt.\n", "2020-05-01")
    assert (later.words["person"], later.fixes, later.doubt) == ("Oskar Brandt", ("Rivers Minister Quillon",), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Rivers Minister Brandt’s dam has burst.",
        "In 2021 Rivers Minister Quillon opened the dam.",
        "Former Rivers Minister Quillon is opening the dam.",
        "On Monday Rivers Minister Novak is opening the dam.",
        "The dam was opened under Rivers Minister Quillon.",
    ],
)
def test_a_surname_alone_of_a_sitting_or_an_unknown_holder_or_of_the_past_is_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", "2022-05-01") == []


RECORD = FactBase.of(
    (
        *(fact(f"Director of {place}", "post", place, "", "", f"{place} Director") for place in ("Velland", "Norden")),
        *(fact(f"Director of {place}", "holders", "one") for place in ("Velland", "Norden")),
        *(fact(place, "named", "country") for place in ("Velland", "Norden")),
        fact("Ann Orr", "holds", "Director of Velland", "1990", "2000"),
        fact("Marta Quillon", "holds", "Director of Norden", "2012", "2018"),
    ),
    LISTS,
)


@pytest.mark.parametrize(
    ("text", "often"), [("former Velland Director", 1), ("former Norden Director", 0), ("Velland’s former Director", 0)]
)
def test_a_former_post_that_another_of_the_same_noun_stands_for_is_found(story: StoryOf, text: str, often: int) -> None:
    check = options.build(checks.kind(KIND), {})
    found = list(check.find(story(f"The firing of {text} Marta Quillon was told.\n", "2020-05-01", base=RECORD)))
    assert [(m.fixes, m.doubt) for m in found] == [(("Norden Director Marta Quillon",), 1)] * often


def test_a_post_that_was_never_held_is_found_in_a_story_without_a_day(story: StoryOf) -> None:
    check = options.build(checks.kind(KIND), {})
    (found,) = check.find(story("They fired Velland Director Marta Quillon.\n", base=RECORD))
    assert (found.doubt, found.words["day"]) == (1, "any day on record")
    assert list(check.find(story("They fired Norden Director Marta Quillon. Velland Director Ann Orr left.\n", base=RECORD))) == []
