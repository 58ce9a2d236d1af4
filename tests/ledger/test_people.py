from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import Story
from lintnews.ledger.people import same_given

StoryOf = Callable[..., Story]


@pytest.fixture
def named(story: StoryOf) -> Callable[[str], list[tuple[str, str]]]:
    """A function: text in, the title and name of each mention out."""

    def read(text: str) -> list[tuple[str, str]]:
        return [(mention.title_text(), mention.name) for mention in story(text + "\n").people.mentions]

    return read


Named = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "name",
    [
        "Karl Novak",
        "Karl J. Novak",
        "K. Novak",
        "K.J. Novak",
        "Karl Novak Jr.",
        "K. J. Novak",
        "Karl Novak III",
        "Jean de Novak",
        "Karl van der Berg",
        "José Ángel Íñiguez",
        "Mary O’Brien",
        "Mary O'Brien",
        "Anna Novak-Petrov",
    ],
)
def test_a_listed_first_name_or_initials_open_a_name(named: Named, name: str) -> None:
    assert named(f"The plan was drawn up by {name} in May.") == [("", name)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Rivers Minister Marta Quillon spoke.", [("Rivers Minister", "Marta Quillon")]),
        ("They heard Gen. Ollery speak.", [("Gen.", "Ollery")]),
        ("They heard Gen. Sir Karl Novak speak.", [("Gen. Sir", "Karl Novak")]),
        ("They heard Senator Ygritte Vollmann speak.", [("Senator", "Ygritte Vollmann")]),
        ("They heard Mr. Novak’s plea.", [("Mr.", "Novak")]),
        ("Signed: Rivers Minister Marta Quillon, Gen. Ruth Ollery and Dr. Karl Novak.", [
            ("Rivers Minister", "Marta Quillon"), ("Gen.", "Ruth Ollery"), ("Dr.", "Karl Novak"),
        ]),
    ],
)  # fmt: skip
def test_a_title_stands_before_its_name(named: Named, text: str, found: object) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They met at Karl Novak University in May.",
        "They met on Mary Street in May.",
        "They met at the Anna Novak Memorial Hospital in May.",
        "They met the Mary Council in May.",
        "They met at Ludgrave in May.",
        "They met the Chief Executive in May.",
        "They met the Heron Force in May.",
        "They met U.S. Steel in May.",
    ],
)
def test_a_place_a_body_and_a_building_are_no_people(named: Named, text: str) -> None:
    assert named(text) == []


def test_a_surname_later_on_is_the_person_named_in_full(story: StoryOf) -> None:
    people = story("The plan is by Karl Novak. Novak drew it in May, and Mr. Novak's wife read it.\n").people
    assert [person.name for person in people.persons] == ["Karl Novak"]
    assert [mention.name for mention in people.persons[0].mentions] == ["Karl Novak", "Novak", "Novak"]


def test_two_people_of_one_surname_are_two(story: StoryOf) -> None:
    people = story("Karl Novak met Anna Novak. Then Karl Novak left.\n").people
    assert [(person.name, len(person.mentions)) for person in people.named("Novak")] == [("Karl Novak", 2), ("Anna Novak", 1)]


def test_a_surname_that_two_share_is_the_one_named_more_often(story: StoryOf) -> None:
    people = story("Karl Novak met Anna Novak. Then Anna Novak left. They heard Novak cough.\n").people
    assert [(person.name, len(person.mentions)) for person in people.named("Novak")] == [("Karl Novak", 1), ("Anna Novak", 3)]


def test_a_fuller_form_of_the_name_is_the_persons_name(story: StoryOf) -> None:
    people = story("Karl Novak spoke. The chair, Karl J. Novak, listened.\n").people
    assert [person.name for person in people.persons] == ["Karl J. Novak"]


def test_a_name_in_the_headline_is_no_mention(story: StoryOf) -> None:
    people = story("Karl Novak Wins Ludgrave Race\n\nThe race was won by Karl Novak on Monday.\n").people
    assert len(people.mentions) == 1


def test_every_mention_belongs_to_a_person_that_has_it(story: StoryOf) -> None:
    people = story("Karl Novak, K. Novak, Anna Novak, Novak, Gen. Ruth Ollery and Ollery met Ruth Smith. Smith left.\n").people
    assert all(mention in people.of(mention).mentions for mention in people.mentions)
    assert sum(len(person.mentions) for person in people.persons) == len(people.mentions)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karl", "Karl", True), ("Karl", "K.", True), ("K", "Karl", True), ("Karl", "Anna", False), ("Mark", "Mary", True),
        ("José", "Jose", True), ("J.", "K.", False), ("Al", "Alan", False),
    ],
)  # fmt: skip
def test_first_names_may_be_one_persons_when_equal_initial_or_short_form(one: str, other: str, same: bool) -> None:
    assert same_given(one, other) is same is same_given(other, one)
