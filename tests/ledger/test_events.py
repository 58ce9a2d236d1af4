from __future__ import annotations

from datetime import date

from lintnews.facts import FactBase
from lintnews.ledger import events
from lintnews.model import Block, Fact, Part, Piece, Span

WEIR = Fact(
    "collapse of the weir", "happened", "Ostby", "an almanac", "2020-01-01", "2019-04-02", "2019-04-02", ("weir|keeper's dam + fell|burst",)
)
FACTS = FactBase.of([WEIR])


def named(text: str) -> list[str]:
    block = Block(Part.BODY, text, (Piece(0, 0, len(text)),))
    return [event.name for event in events.listed(FACTS, block, Span(0, len(text)))]


def test_all_terms_must_stand_in_the_clause() -> None:
    assert named("when the weir burst") == ["collapse of the weir"]
    assert named("when the weir was built") == []


def test_any_alternative_of_a_term_will_do_with_either_apostrophe() -> None:
    assert named("the keeper’s dam fell") == ["collapse of the weir"]


def test_terms_are_whole_words() -> None:
    assert named("the weirs fellow") == []


def test_a_clause_without_a_fact_is_dated_by_the_day_it_names() -> None:
    text = "on May 4 and on May 5, 2017"
    block = Block(Part.BODY, text, (Piece(0, 0, len(text)),))
    found = events.dated(block, Span(0, len(text)), date(2018, 5, 1))
    assert [event.day for event in found] == [date(2018, 5, 4), date(2017, 5, 5)]
