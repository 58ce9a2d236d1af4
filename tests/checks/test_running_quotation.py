from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]
HEAD = "Board sells the mill\n\nThe board met in the hall at noon.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "“We came in May.”\n\n“We will stay here,” he said.",
        '"We came in May."\n\n"We will stay here," they said.',
        "“We came,” said Ada Roe. “We lit a fire.”\n\n“Nobody else came.”\n\nThe lock froze.",
    ],
)
def test_a_closing_mark_before_more_of_the_quotation_is_found(matches: Matches, text: str) -> None:
    (found,) = matches("running-quotation", HEAD + text)
    assert found.fixes == ("",)
    assert found.evidence[0].text == "the quotation goes on here"


@pytest.mark.parametrize(
    "text",
    [
        "“We came in May.\n\n“We will stay here,” he said.",
        "“We came in May.”\n\n“We will stay here,” said Ada Roe.",
        "“We came in May.”\n\n“We will stay here.”\n\n“We will go.”",
        "She told the board “what to do”\n\n“Nobody else came.”",
        "“We came,” said Ada Roe. She sings in “The Mill.”\n\nThe lock froze.",
        "“We came in May.”\n\nThe lock froze.\n\n“We will stay here,” he said.",
    ],
)
def test_a_quotation_that_ends_is_left_alone(matches: Matches, text: str) -> None:
    assert matches("running-quotation", HEAD + text) == []
