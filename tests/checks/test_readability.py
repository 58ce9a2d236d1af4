from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.readability import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
HARD = "The municipal administration considers the privatisation of transportation infrastructure unavoidable."


def test_the_mean_of_the_scores_is_compared_with_the_grade(matches: Matches) -> None:
    both = {"metrics": ["Gunning Fog", "SMOG"]}
    fog, smog = (float(matches("readability", HARD, metrics=[name])[0].words["value"]) for name in both["metrics"])
    [match] = matches("readability", HARD, **both)
    assert float(match.words["value"]) == pytest.approx((fog + smog) / 2, abs=0.01)
    assert matches("readability", HARD, **both, grade=50) == []


def test_without_words_nothing_is_measured(matches: Matches) -> None:
    assert matches("readability", "…", metrics=["SMOG"]) == []


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"grade": 8}, ()),
        ({"metrics": []}, ("metrics",)),
        ({"metrics": ["SMOG", "Smug"]}, ("metrics", 1)),
        ({"metrics": ["SMOG"], "grade": "eight"}, ("grade",)),
    ],
)
def test_an_option_that_cannot_be_used_is_a_fault_when_the_rule_is_read(values: dict[str, Any], path: tuple[Any, ...]) -> None:
    with pytest.raises(OptionError) as error:
        options.build(Check, values)
    assert error.value.path == path
