from __future__ import annotations

from collections.abc import Callable

import pytest
from records import fact

from lintnews import checks, options
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match

KIND = "incomplete-post"
Matches = Callable[..., list[Match]]
Spotted = Callable[..., list[str]]
ADJECTIVES = {"Prime": "Minister", "Majority": "Leader"}


def test_a_fact_completes_the_post(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Rivers Marta Quillon said.\n")
    assert (found.fixes, found.doubt) == (("Rivers Minister",), 0)
    assert found.evidence[0].fact
    assert found.evidence[0].fact.value == "Minister of Rivers"


def test_the_full_post_elsewhere_in_the_story_completes_it(matches: Matches) -> None:
    (found,) = matches(KIND, "Council Majority Whip Karl Novak spoke. Then Council Majority Karl Novak left.\n")
    assert found.fixes == ("Council Majority Whip",)
    assert found.evidence[0].text == "Council Majority Whip Karl Novak"


def test_a_word_that_can_never_stand_alone_takes_its_usual_noun_and_is_doubted_without_evidence(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Prime Karl Novak said.\n", adjectives=ADJECTIVES)
    assert (found.fixes, found.doubt) == (("Prime Minister",), 1)


def test_only_the_adjective_is_marked_behind_another_word(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Vellish Prime Karl Novak said.\n", adjectives=ADJECTIVES)
    assert found.block.text[slice(*found.span)] == "Prime"


def test_a_noun_that_is_a_title_of_its_own_is_short_of_the_longer_one_when_the_rule_says_so(matches: Matches) -> None:
    text = "Tide Survey Deputy Director Karl Novak spoke. Then Tide Survey Deputy Karl Novak left.\n"
    assert matches(KIND, text) == []
    (found,) = matches(KIND, text, nouns=["Deputy"])
    assert found.fixes == ("Tide Survey Deputy Director",)


@pytest.mark.parametrize(
    "text",
    [
        "The dam will hold, Rivers Minister Marta Quillon said.",
        "The dam will hold, Prime Minister Karl Novak said.",
        "The dam will hold, Vellish Karl Novak said.",
        "The dam will hold, Dr. Marta Quillon said.",
        "On the Rivers Marta Quillon grew up.",
        "She loves rivers. Marta Quillon said so.",
        "The dam on the Three Rivers, Marta Quillon said, will hold.",
        "The dam will hold, Minister of Rivers of Marta Quillon said.",
        "The dam will hold, Gen. Ruth Ollery said.",
        "The dam will hold, Rivers’ Marta Quillon said.",
    ],
)
def test_a_whole_title_and_a_word_that_begins_none_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", adjectives=ADJECTIVES) == []


def test_a_long_title_is_read_from_its_first_word(story: Callable[..., Story]) -> None:
    base = FactBase.of(
        (
            fact("Secretary of Dams and Deep Wells", "post", "Velland", "", "", "Dams and Deep Wells Secretary"),
            fact("Marta Quillon", "holds", "Secretary of Dams and Deep Wells", "2019"),
        )
    )
    made = checks.kind(KIND)
    assert made is not None
    text = "They met Secretary of Dams and Deep Wells Marta Quillon. They met Dams and Deep Wells Marta Quillon.\n"
    (found,) = options.build(made, {}).find(story(text, base=base))
    assert found.fixes == ("Dams and Deep Wells Secretary",)
    assert found.span.start > 60


def test_a_name_no_list_has_counts_behind_an_adjective(matches: Matches) -> None:
    (found,) = matches(KIND, "The dam will hold, Vellish Prime Nobutaka Machimura said.\n", adjectives=ADJECTIVES)
    assert (found.fixes, found.doubt) == (("Prime Minister",), 1)


@pytest.mark.parametrize(
    "text",
    [
        "They watch Prime Update Council.",
        "They watch Prime News.",
        "They watch Prime Vellish Nights.",
        "Prime PAC Novak lost.",
        "Secretary for the Prime Karl Novak sat.",
    ],
)
def test_other_words_behind_an_adjective_are_left_alone(spotted: Spotted, text: str) -> None:
    assert spotted(KIND, text + "\n", adjectives=ADJECTIVES) == []


def test_a_noun_that_has_no_person_behind_it_lacks_what_the_fact_gives(matches: Matches) -> None:
    (found,) = matches(KIND, "The hat of former Minister of Marta Quillon’s aide is lost.\n")
    assert (found.words["match"], found.fixes) == ("Minister of", ("Minister of Rivers",))


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("A note by Director of Tide Survey Hugh Penrose came.", "Director of the Tide Survey"),
        ("A note by Minister of the Rivers Marta Quillon came.", "Minister of Rivers"),
    ],
)
def test_a_post_without_an_inner_word_or_with_an_article_is_mended(matches: Matches, text: str, fix: str) -> None:
    (found,) = matches(KIND, text + "\n")
    assert found.fixes == (fix,)
