from __future__ import annotations

from datetime import date

import pytest
from records import fact

from lintnews.checks.retracted import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Source
from lintnews.readers import read

BASE = FactBase.of(
    [
        fact("10.1000/tide.7(b)", "retracted", "retraction", "2019-05-02", "", "pmid:1234567"),
        fact("10.1000/tide-8", "retracted", "expression of concern", "2019-05-02"),
    ]
)


def found(text: str, name: str = "a.txt", day: date | None = None) -> list[tuple[str, int]]:
    return [(match.words["match"], match.doubt) for match in Check().find(Story(read(Source(name, text)), BASE, day))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study (doi:10.1000/TIDE.7(b)) says so.", [("10.1000/TIDE.7(b)", 0)]),
        ("See https://doi.org/10.1000/tide.7%28b%29.", [("https://doi.org/10.1000/tide.7%28b%29", 0)]),
        ("See https://doi.org/10.1000/tide.7(b).", [("https://doi.org/10.1000/tide.7(b)", 0)]),
        ("See https://pubmed.ncbi.nlm.nih.gov/1234567/ now.", [("https://pubmed.ncbi.nlm.nih.gov/1234567/", 0)]),
        ("The study, PMID 1234567, and 10.1000/tide-8, say so.", [("10.1000/tide-8", 1), ("PMID 1234567", 0)]),
        ("The study, PMID 12345678, and 10.1000/tide 8 and 10.1000/tide.8, say so.", []),
        ("The study (doi:10.1000/tide.7(b)) was withdrawn.", []),
    ],
)
def test_papers_are_known_by_any_of_their_names(text: str, expected: list[tuple[str, int]]):
    assert found(text) == expected


def test_a_story_from_before_the_retraction_is_left_alone():
    text = "The study (doi:10.1000/tide.7(b)) says so."
    assert found(text, day=date(2019, 5, 1)) == []
    assert found(text, day=date(2019, 5, 2)) == [("10.1000/tide.7(b)", 0)]


def test_the_target_of_a_link_counts_as_well():
    assert found("The [study](https://doi.org/10.1000/tide.7(b)) says so.\n", "a.md") == [("https://doi.org/10.1000/tide.7(b)", 0)]
