from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lintnews import options
from lintnews.checks.metric import Check
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Match, OptionError

Matches = Callable[..., list[Match]]


@pytest.fixture
def value(matches: Matches) -> Callable[[str, str], float]:
    """A function: a formula and a text in, the result out."""

    def reckon(formula: str, text: str) -> float:
        [match] = matches("metric", text, formula=formula, condition="> -1000")
        return float(match.words["value"])

    return reckon


Value = Callable[[str, str], float]


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("words", 9),
        ("sentences + paragraphs", 5),
        ("round(words / 7, 1)", 1.3),
        ("round(-2.5)", -3),
        ("math.max(list + blockquote, 2) + heading.h2 + heading_h1 + pre", 2),
        ("words > 3 ? 1 : 0", 1),
        ("words -\n 1", 8),
    ],
)
def test_a_formula_reckons_with_what_is_counted(value: Value, formula: str, result: float) -> None:
    assert value(formula, "The ferry is old. It left.\n\nNobody saw it.") == result


def test_the_condition_decides(matches: Matches) -> None:
    text = "The ferry is old."
    assert [m.words for m in matches("metric", text, formula="words", condition="> 3")] == [{"value": "4.00"}]
    assert matches("metric", text, formula="words", condition="> 4") == []
    assert matches("metric", text, formula="words", condition="> 3 && sentences > 1") == []
    assert len(matches("metric", text, formula="words", condition="> 3 && result < 5")) == 1


def test_what_is_found_is_said_at_the_first_word(matches: Matches) -> None:
    [match] = matches("metric", "The ferry.\n\nIt left.", formula="words", condition="> 1")
    assert match.block.text[slice(*match.span)] == "The"


@pytest.mark.parametrize("text", ["", "…\n\n***"])
def test_without_words_nothing_is_measured(matches: Matches, text: str) -> None:
    assert matches("metric", text, formula="words", condition="> -1") == []


def test_a_result_that_is_no_finite_number_is_not_found(matches: Matches) -> None:
    assert matches("metric", "The ferry.", formula="words / list", condition="> 1") == []


def test_a_formula_that_fails_on_a_story_is_a_fault(story: Callable[..., Story]) -> None:
    check = options.build(Check, {"formula": "1 / (words > 1 ? 0 : 1)", "condition": "> 1"})
    with pytest.raises(LintNewsError, match="`formula` cannot be reckoned: a whole number is divided by zero"):
        list(check.find(story("The ferry left.")))


@pytest.mark.parametrize(
    ("formula", "condition", "key", "fault"),
    [
        ("wordz", "> 1", "formula", "did you mean `words`"),
        ("words >", "> 1", "formula", "expected an expression"),
        ("words > 1", "> 1", "formula", "does not give a number"),
        ('import("os")', "> 1", "formula", "cannot be imported"),
        ("words", "8", "condition", "expected"),
        ("words", "+ 8", "condition", "no comparison"),
        ("words", "> foo", "condition", "`foo` is not known"),
        ("words", "> 1/0", "condition", "divided by zero"),
    ],
)
def test_what_cannot_be_reckoned_is_a_fault_when_the_rule_is_read(formula: str, condition: str, key: str, fault: str) -> None:
    with pytest.raises(OptionError, match=fault) as error:
        options.build(Check, {"formula": formula, "condition": condition})
    assert error.value.path == (key,)


def test_a_condition_must_be_given() -> None:
    values: dict[str, Any] = {"formula": "words"}
    with pytest.raises(OptionError, match="needs `condition`"):
        options.build(Check, values)
