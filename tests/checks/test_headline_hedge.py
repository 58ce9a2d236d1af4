from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.model import Match

Matches = Callable[..., list[Match]]
END = "\n\nThe mill stands still."


def test_a_headline_whose_words_the_body_negates_is_reported(matches: Matches) -> None:
    (found,) = matches(
        "headline-hedge", f"Council will close Harlow weir\n\nThe council won’t say when. It will not close the Harlow weir.{END}"
    )
    assert found.words["body"] == "It will not close the Harlow weir."


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Council will not close Harlow weir", "The council will not close the Harlow weir."),
        ("Council will close Harlow weir", "The council will not close the Harlow weir. The council will close the Harlow weir."),
        ("Council will close Harlow weir", "The council will not sell the mill."),
        ("Will council close Harlow weir?", "The council will not close the Harlow weir."),
    ],
)
def test_what_has_its_negation_or_is_said_without_is_left_alone(matches: Matches, head: str, body: str) -> None:
    assert matches("headline-hedge", f"{head}\n\n{body}{END}") == []


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        ("Harlow man stole boats from weir", "A man who allegedly stole boats was held.", ["stole"]),
        ("Harlow man stole boats from weir", "A man stole boats. He allegedly sold them.", []),
        ("Harlow man stole boats from weir", "A man who allegedly stole boats confessed.", []),
        ("Harlow man accused of theft: he stole boats", "A man who allegedly stole boats was held.", []),
    ],
)
def test_what_the_body_calls_alleged_is_not_stated(matches: Matches, head: str, body: str, found: list[str]) -> None:
    assert [match.words["match"] for match in matches("headline-hedge", f"{head}\n\n{body}{END}", what="alleged")] == found
