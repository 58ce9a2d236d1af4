from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.checks.confusable import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match, OptionError, Source

FACTS = FactBase.of([], {"near": ["moth", "moth month", "tanks", "tanks thanks"]})
SETS = ("form from", "public pubic", "to too two", "its it's", "rite right write", "county country", "your you're")


def found(text: str, **options: object) -> list[Match]:
    """What the kind finds in a story."""
    check = Check(**{"sets": SETS, **options})  # type: ignore[arg-type]
    return list(check.find(Story(readers.read(Source("story.txt", text)), FACTS)))


def shown(text: str, **options: object) -> list[tuple[str, str]]:
    return [(match.block.text[slice(*match.span)], match.fixes[0]) for match in found(text, **options)]


@pytest.mark.parametrize(
    ("text", "slip", "fix"),
    [
        ("She lives far form the river.", "form", "from"),
        ("They met at the pubic library on Monday.", "pubic", "public"),
        ("She will rite a letter to the board.", "rite", "write"),
        ("The company sold it’s shares in May.", "it’s", "its"),
        ("Its going to rain on Monday.", "Its", "It's"),
    ],
)
def test_a_word_that_does_not_fit_where_another_does_is_found(text: str, slip: str, fix: str) -> None:
    assert shown(text + "\n") == [(slip, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "She lives far from the river, which took the form of a lake.",
        "He gave too much money to the two clubs.",
        "It's going to rain, and the company sold its shares.",
        "He wrote “form” for (form) it.",
        "They wrote far-form to @form and form.example.org.",
        "The county was far from the country.",
    ],
)
def test_a_word_that_fits_or_stands_for_itself_is_left_alone(text: str) -> None:
    assert shown(text + "\n") == []


def test_a_list_of_pairs_is_read_like_a_set() -> None:
    assert shown("They meet once a moth in the hall.\n", sets=(), pairs=("near",)) == [("moth", "month")]
    assert shown("They meet once a month in the hall.\n", sets=(), pairs=("near",)) == []


def test_a_word_may_be_meant_in_another_of_its_forms() -> None:
    assert shown("He wants to makes sure that it is right.\n", sets=(), forms=True) == [("makes", "make")]
    assert shown("He wants to make sure that it is right.\n", sets=(), forms=True) == []


def test_what_is_less_certain_is_doubted_and_what_is_uncertain_left_alone() -> None:
    text = "She lives far form the river.\n"
    assert [match.doubt for match in found(text, least=5, sure=8)] == [0]
    assert [match.doubt for match in found(text, least=5, sure=60)] == [1]
    assert found(text, least=60, sure=60) == []


def test_a_word_that_is_at_home_in_the_story_must_be_outweighed_by_more() -> None:
    once = "She lives far form the river.\n"
    twice = once + "\nThe form was filled in and the form was sent.\n"
    least = next(least for least in range(30, 0, -1) if found(once, least=least))
    assert found(twice, least=least) == []
    assert found(twice, least=least - 3) != []


@pytest.mark.parametrize("options", [{"sets": ()}, {"sets": ("form",)}, {"sets": ("form from", "to to")}])
def test_a_rule_without_two_words_to_compare_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        Check(**options).validate()  # type: ignore[arg-type]
