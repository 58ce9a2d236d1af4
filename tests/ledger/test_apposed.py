"""Posts between commas beside a name."""

from __future__ import annotations

import pytest

from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.apposed import read
from lintnews.model import Fact, Source
from lintnews.readers import read as document

FACTS = FactBase.of(
    [
        Fact("Minister of Rivers", "post", "Velland", "https://example.org", "2024-01-01", aliases=("Rivers Minister",)),
        Fact("Marta Quillon", "holds", "Minister of Rivers", "https://example.org", "2024-01-01"),
    ]
)


def posts(text: str) -> list[tuple[str, str]]:
    """The post and the stretch of text of each."""
    story = Story(document(Source("a.txt", text)), FACTS)
    return [(found.printed, found.mention.block.text[slice(*found.span)]) for found in read(story)]


@pytest.mark.parametrize(
    ("text", "printed", "stretch"),
    [
        ("The rivers minister, Marta Quillon, spoke.", "rivers minister", "The rivers minister, Marta Quillon"),
        ("But the minister of rivers, Dr. Marta Quillon, spoke.", "minister of rivers", "the minister of rivers, Dr. Marta Quillon"),
        ("Marta Quillon, the rivers minister, spoke.", "rivers minister", "Marta Quillon, the rivers minister,"),
    ],
)
def test_a_post_between_commas_is_that_of_the_name(text: str, printed: str, stretch: str) -> None:
    assert posts(text) == [(printed, stretch)]


@pytest.mark.parametrize(
    "text",
    [
        "The former rivers minister, Marta Quillon, spoke.",
        "A son of the rivers minister, Marta Quillon, spoke.",
        "Marta Quillon, a friend of the rivers minister, spoke.",
        "Marta Quillon, the rivers minister, and Oskar Brandt spoke.",
        "Marta Quillon’s boat, the rivers minister, sank.",
    ],
)
def test_other_words_between_the_commas_are_no_post(text: str) -> None:
    assert posts(text) == []
