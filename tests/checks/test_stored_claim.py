from __future__ import annotations

import pytest
from records import fact

from lintnews import gist
from lintnews.checks.stored_claim import Check
from lintnews.facts import FactBase
from lintnews.gist import figures
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
    told = gist.gist("The jabs didn’t kill 1,200 children in Tarn’s halls.")
    assert told.words == ("vaccine", "kill", "1200", "child", "tarn", "hall")
    assert (told.names, told.figures, told.negative(9)) == ({"tarn"}, {"1200"}, True)
    assert not gist.gist("Nobody has never seen it").negative(9)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Three million votes", "3000000 votes"),
        ("£350m a week", "350000000 pounds a week"),
        ("a 4.8-million-euro villa", "a 4800000-euro villa"),
        ("half a million dollars", "500000 dollars"),
        ("one in four towns, a fifth of the land", "25 percent towns, 20 percent of the land"),
        ("one man and twenty-five dogs", "one man and 25 dogs"),
    ],
)
def test_figures_are_written_one_way(text: str, same: str):
    assert figures.alike(text) == same


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The European Union’s barges", ("eu", "barg")),
        ("the U.S. fleet", ("america", "fleet")),
        ("The US fleet told us", ("america", "fleet")),
        ("the measles, mumps and rubella vaccine", ("mmr", "vaccine")),
        ("Zelenskyy sat with Erdoğan", ("zelenski", "sit", "erdogan")),
        ("Zelensky sat with Erdogan", ("zelenski", "sit", "erdogan")),
    ],
)
def test_phrases_and_spellings_of_a_name_are_one_word(text: str, words: tuple[str, ...]):
    assert gist.gist(text).words == words


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Orm has more pigs than Tarn", "Tarn has more pigs than Orm."),
        ("Orm has more pigs than Tarn", "Orm has fewer pigs than Tarn."),
        ("Walking is safer than not walking", "Not walking is safer than walking."),
        ("The wolves of Orm ate the sheep of Tarn", "The sheep of Tarn ate the wolves of Orm."),
        ("Orm banned petrol cars in the town", "Orm banned the sale of petrol cars in the town."),
        ("Orm won the cup in 2016", "Tarn won the cup in 2016, and Orm was second."),
        ("Orm banned the sale of meat on Sunday", "Orm banned the sale of milk on Sunday."),
        ("Roe Marlow was born in Tarn", "The father of Roe Marlow was born in Tarn."),
        ("The drink of Orm contains lead", "The drink of Orm once contained lead."),
        ("Crime in Orm doubled after the wall fell in 2015", "Orm took in 300 boats in 2015, twice as many as before the wall fell."),
        ("Orm sold barley to Tarn", "Tarn sold barley to Orm."),
        ("The Marlow Fund paid for the wedding of Roe", "The Marlow Fund paid for wells in Tarn, Roe said at the wedding."),
        ("Orm has the highest rate of theft in Velland", "Orm, which has the highest rate of drowning in Velland, has a new law on theft."),
        ("Orm closed all of its mills", "Orm closed three of its mills."),
        ("Roe Marlow was fined for attacking a baker of Orm", "Roe Marlow attacked Brandt in a speech to a baker of Orm."),
        ("Marlow’s budget cuts the bread of Orm", "Marlow’s rivals want a budget that cuts the bread of Orm."),
        ("Orm is moving all its mills to Tarn", "Orm is moving mills of the guild to Tarn."),
        ("Roe Marlow bought the mill of Orm", "Ella Brandt, a rival of Roe Marlow, bought the mill of Orm in May."),
        ("The baker of Orm has refused to eat rye", "The baker of Orm said people who refused to eat rye missed a lot."),
        ("Roe Marlow’s mother runs an oil mill in Tarn", "A miller’s mother runs an oil mill in Tarn that Roe Marlow likes."),
        (
            "The wolves of Orm eat more sheep in winter than bears have ever eaten",
            "Bears have eaten more sheep in winter than the wolves of Orm ever ate.",
        ),
        ("Marlow said let the mill burn", "Marlow let the old mill burn."),
        ("The boys of Orm cheered as the mill came down", "The boys of Orm gave bread after the mill came down."),
        ("Orm blew up the bridges of Tarn in 2015", "Orm sold the bridges of Tarn in 2015 days before they were blown up."),
    ],
)
def test_the_same_words_in_other_places_are_another_claim(claim: str, sentence: str):
    assert found(sentence, FactBase.of([fact(claim, "claim", "false")])) == []


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The wolves of Orm ate the sheep of Tarn", "The sheep of Tarn were eaten by the wolves of Orm."),
        ("The fever is a hoax that bankers made", "The fever is a hoax that bankers made, the senator said."),
        ("Roe Marlow was born in Tarn", "Marlow was born in Tarn."),
        ("The flood killed 3 million people in Velland", "Three million died in Velland in the flood."),
        ("The mill of Orm must close", "The mill of Orm must close, and the town is glad."),
        ("The ice of Orm grew by 400 billion tons", "Orm’s ice grew by 400 billion tons, the blog said."),
        ("Orm is owned by the Marlow family", "Orm is owned by the Marlows, the baker of Tarn said."),
        ("The fog of Orm prevents infection with rust", "The fog of Orm prevents people from becoming infected with rust."),
        ("The wolves of Orm do not eat sheep", "No, the wolves of Orm do not eat sheep."),
    ],
)
def test_a_claim_is_told_in_other_words_and_in_another_order(claim: str, sentence: str):
    assert found(sentence, FactBase.of([fact(claim, "claim", "false")])) == ["false"]
