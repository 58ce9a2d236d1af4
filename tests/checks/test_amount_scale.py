from __future__ import annotations

from collections.abc import Callable

from lintnews.model import Match

HEAD = "A headline\n\n"
Matches = Callable[..., list[Match]]


def test_the_rarer_scale_is_reported_wherever_it_stands(matches: Matches) -> None:
    (found,) = matches("amount-scale", HEAD + "The $5bn went.\n\nOf the $5m, half is left. The $5m is small.")
    assert (found.fixes, found.evidence[0].text) == (("$5m",), "the same figure stands here in another scale")


def test_where_both_stand_once_the_later_is_reported(matches: Matches) -> None:
    (found,) = matches("amount-scale", HEAD + "It cost $4.6 million in all.\n\nThe $4.6 billion is gone.")
    assert found.fixes == ("$4.6 million",)


def test_two_amounts_told_apart_are_left_alone(matches: Matches) -> None:
    assert matches("amount-scale", HEAD + "From $1 million to $1 billion. It was $4 million, not $40 million.") == []


def test_two_amounts_that_both_recur_are_left_alone(matches: Matches) -> None:
    text = "The $2 million went and the $2 million came.\n\nThe $2 billion went and the $2 billion came."
    assert matches("amount-scale", HEAD + text) == []


def test_the_same_figure_in_other_money_is_reported(matches: Matches) -> None:
    (found,) = matches("amount-scale", HEAD + "It cost $4.6 million in all.\n\nThe £4.6 million is gone.")
    assert (found.fixes, found.evidence[0].text) == (("$4.6 million",), "the same figure stands here in other money")


def test_money_changed_side_by_side_is_left_alone(matches: Matches) -> None:
    assert matches("amount-scale", HEAD + "It cost $4.6 million (£4.6 million) in all.") == []


def test_a_scale_of_a_headline_is_set_as_the_copy_sets_its_own(matches: Callable[..., list[Match]]) -> None:
    text = "Council Passes $1.1 Trillion Bill Again\n\nThe $1.1 trillion bill is long. It costs $1.1 billion in all, they said."
    (found,) = matches("amount-scale", text)
    assert found.fixes == ("$1.1 trillion",)
