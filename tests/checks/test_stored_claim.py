from __future__ import annotations

import pytest
from records import fact

from lintnews import gist
from lintnews.checks.stored_claim import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Source
from lintnews.readers import read

BASE = FactBase.of(
    [
        fact("The town of Orm fined a boy for selling lemonade", "claim", "false", "2023-01-01"),
        fact("The Heron River flows uphill at Tarn", "claim", "pants on fire", "2020-01-01", "", "At Tarn the Heron runs up the hill"),
        fact("The tram line did not destroy 300 shops in Ludgrave", "claim", "misleading"),
        fact("The mill in Orm closed in 1962", "claim", "Mostly true"),
        fact("Orm eats 10 percent of the bread", "claim", "false"),
    ]
)


def found(text: str, base: FactBase = BASE) -> list[str]:
    return [match.words["verdict"] for match in Check().find(Story(read(Source("a.txt", text)), base))]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("A boy was fined by the town of Orm for selling lemonade.", ["false"]),
        ("“The town of Orm fined a boy for selling lemonade,” she said.", ["false"]),
        ("At Tarn the Heron runs up the hill, the guide said.", ["pants on fire"]),
        ("The tram line did not destroy 300 shops in Ludgrave.", ["misleading"]),
        ("The tram line destroyed 300 shops in Ludgrave.", []),
        ("The tram line did not destroy 200 shops in Ludgrave.", []),
        ("The mill in Orm closed in 1962.", []),
        ("The town of Orm fined a boy for selling lemonade. The story is a hoax.", []),
        ("Orm fined.", []),
        ("“The town of Orm fined a boy,” she said. “It was for selling lemonade.”", ["false"]),
        ("Roe said “the town of [old] Orm fined a boy … for selling lemonade.”", ["false"]),
        ("Everyone in Orm eats 10% of the bread.", ["false"]),
        ("Tarn was fined. Orm's mayor eats a little bread, and 10% of it is left over.", []),
        ("Orm's bread was eaten: 10% of it.", []),
    ],
)
def test_a_claim_is_told_where_a_sentence_says_the_same_and_does_not_refute_it(text: str, verdicts: list[str]):
    assert found(text) == verdicts


def test_a_base_without_claims_says_nothing():
    assert found("The town of Orm fined a boy for selling lemonade.", FactBase.of([])) == []


def test_of_two_reviews_the_newer_is_shown():
    claim = "The town of Orm fined a boy for selling lemonade"
    base = FactBase.of([fact(claim, "claim", "false", "2020-01-01"), fact(claim, "claim", "misleading", "2024-01-01")])
    assert found(claim + ".", base) == ["misleading"]


def test_a_gist_has_stems_names_figures_and_whether_it_says_no():
    told = gist.gist("The jabs didn’t kill 1,200 children in Tarn’s clinics.")
    assert told.words == ("vaccine", "kill", "1200", "child", "tarn", "clinic")
    assert (told.names, told.figures, told.negative) == ({"tarn"}, {"1200"}, True)
    assert not gist.gist("Nobody has never seen it").negative
