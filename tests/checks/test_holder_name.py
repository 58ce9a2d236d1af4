from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.checks.holder_name import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.names import same_first_name
from lintnews.model import Fact, Match

StoryOf = Callable[..., Story]
FACTS = [
    Fact("Warden of Ludgrave", "post", "Ludgrave", "s", "2024", aliases=("Harbor Warden",)),
    Fact("Warden of Ludgrave", "holders", "one", "s", "2024"),
    Fact("Oskar Zwirnbrandt", "holds", "Warden of Ludgrave", "s", "2024", "2019-01-01", "2023-01-01", ("Ossie Zwirnbrandt",)),
    Fact("Ada Quillfeather", "holds", "Clerk of Ludgrave", "s", "2024", "2010-01-01", "2011-01-01"),
    Fact("Martha Zwirnbrandt", "rank", "colonel, Army", "s", "2024", "2015"),
]
BASE = FactBase.of(FACTS, {"given-names": ["Oskar", "Martin", "Martha", "Ossie", "Ozzy"], "nicknames": ["Ozzy Oskar", "Oskar Ozzy"]})


def _found(story: StoryOf, text: str, day: str = "2020-06-10") -> list[Match]:
    return list(Check().find(story(text, day, base=BASE)))


def _fixes(story: StoryOf, text: str, day: str = "2020-06-10") -> list[tuple[str, ...]]:
    return [match.fixes for match in _found(story, text, day)]


def test_another_first_name_for_the_holder_is_found_with_the_fact(story: StoryOf) -> None:
    (found,) = _found(story, "The gates were shut by Harbor Warden Martin Zwirnbrandt.\n")
    assert found.block.text[slice(*found.span)] == "Martin"
    assert found.fixes == ("Oskar",)
    assert found.evidence[0].fact == FACTS[2]


def test_other_forms_of_the_holders_name_are_his(story: StoryOf) -> None:
    for name in ("Oskar Zwirnbrandt", "Ossie Zwirnbrandt", "O. Zwirnbrandt", "Ozzy Zwirnbrandt", "Oscar Zwirnbrandt"):
        assert _fixes(story, f"The gates were shut by Harbor Warden {name}.\n") == []


def test_a_name_that_a_fact_knows_is_somebody_else(story: StoryOf) -> None:
    assert _fixes(story, "The gates were shut by Harbor Warden Martha Zwirnbrandt.\n") == []


def test_outside_the_term_nothing_is_said(story: StoryOf) -> None:
    text = "The gates were shut by Harbor Warden Martin Zwirnbrandt.\n"
    assert _fixes(story, text, "2023-01-20") == [("Oskar",)]
    assert _fixes(story, text, "2024-06-10") == []
    assert _fixes(story, text, "") == [("Oskar",)]


def test_first_names_may_be_one_persons() -> None:
    assert same_first_name("J.", "John", BASE)
    assert same_first_name("Ozzy", "Oskar", BASE)
    assert not same_first_name("Martin", "Oskar", BASE)


def test_the_surname_of_another_listed_person_is_found(story: StoryOf) -> None:
    (found,) = _found(story, "The gates were shut by Harbor Warden Oskar Quillfeather.\n")
    assert found.block.text[slice(*found.span)] == "Quillfeather"
    assert (found.fixes, found.words["name"], found.words["holder"]) == (("Zwirnbrandt",), "Oskar Quillfeather", "Oskar Zwirnbrandt")


def test_a_surname_of_nobody_listed_and_another_first_name_are_left_alone(story: StoryOf) -> None:
    for name in ("Oskar Nobody", "Martin Quillfeather", "O. Quillfeather", "Ada Quillfeather"):
        assert _fixes(story, f"The gates were shut by Harbor Warden {name}.\n") == []
    assert _fixes(story, "The gates were shut by Harbor Warden Oskar Quillfeather.\n", "2024-06-10") == []


SEATS = FactBase.of(
    [
        *FACTS,
        Fact("Greta Umberlow", "represents", "senator from Ohio", "s", "2024", "2015", "2025"),
        Fact("Harbor Warden", "post", "Ludgrave", "s", "2024"),
    ],
    {"given-names": ["Oskar", "Martin", "Greta", "Marla", "Will"], "surnames": ["Zwirnbrandt", "Umberlow"]},
)


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("Martin Zwirnbrandt came. Harbor Warden Zwirnbrandt had the key.", ("Oskar",)),
        ("Sen. Marla Umberlow (R-Ohio) came.", ("Greta",)),
        ("Sen. Marla Umberlow of Ohio came.", ("Greta",)),
        ("Sen. Marla Umberlow (R) of Ohio came.", ("Greta",)),
        ("Sen. Marla Umberlow (R-Texas) came.", ()),
        ("Rep. Marla Umberlow (R-Ohio) came.", ()),
        ("State Sen. Marla Umberlow (R-Ohio) came.", ()),
        ("Sen. Greta Umberlow (R-Ohio) came.", ()),
        ("Sen. Marla Umberlow came.", ()),
        ("Martin Zwirnbrandt came. He had the key.", ()),
        ("Will Zwirnbrandt come? Harbor Warden Zwirnbrandt had the key.", ()),
        ("His son Martin Zwirnbrandt came. Harbor Warden Zwirnbrandt had the key.", ()),
        ("Martin Zwirnbrandt and Oskar Zwirnbrandt came. Harbor Warden Zwirnbrandt had the key.", ()),
    ],
)
def test_a_surname_with_the_post_elsewhere_or_with_the_state_names_the_holder(story: StoryOf, text: str, fixes: tuple[str, ...]) -> None:
    found = list(Check().find(story(text + "\n", "2020-06-10", base=SEATS)))
    assert [(m.fixes, m.doubt) for m in found] == ([(fixes, 1)] if fixes else [])


def test_another_number_of_a_pope_or_a_king_is_doubted(story: StoryOf) -> None:
    base = FactBase.of(
        [
            Fact("Pope", "post", "Church", "s", "2024"),
            Fact("Pope", "holders", "one", "s", "2024"),
            Fact("Pope Benedict XVI", "holds", "Pope", "s", "2024", "2005-04-19", "2013-02-28"),
        ]
    )
    (found,) = Check().find(story("Pope Benedict XIV came on Monday. Pope Benedict XVI left.\n", "2010-06-10", base=base))
    assert (found.fixes, found.doubt, found.words["told"]) == (("XVI",), 1, "the Pope of that time was Pope Benedict XVI")
