from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.repeated_paragraph import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]
LONG = "The county closed the bridge on Monday after a crack was found."
OTHER = "It will open again in the spring, the county said in a note."


def test_a_copy_straight_below_is_sure(matches: Matches) -> None:
    (match,) = matches("repeated-paragraph", f"{LONG}\n\n{LONG}\n\n{OTHER}")
    assert (match.doubt, match.fixes, match.span.start) == (0, ("",), 0)
    assert match.evidence[0].block is not match.block


def test_a_copy_further_down_is_doubted(matches: Matches) -> None:
    assert [match.doubt for match in matches("repeated-paragraph", f"{LONG}\n\n{OTHER}\n\n{LONG}")] == [1]


def test_case_and_accents_make_no_difference(matches: Matches) -> None:
    assert matches("repeated-paragraph", f"{LONG}\n\n{LONG.upper()}\n\n{OTHER}")


def test_short_paragraphs_may_be_repeated(matches: Matches) -> None:
    assert not matches("repeated-paragraph", f"{LONG}\n\nIt is shut.\n\n{OTHER}\n\nIt is shut.")


def test_a_rule_needs_a_length_that_can_be_counted() -> None:
    with pytest.raises(OptionError, match="`words`"):
        options.build(Check, {"words": 0})
