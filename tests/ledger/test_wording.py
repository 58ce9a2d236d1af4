from __future__ import annotations

import pytest

from lintnews.ledger import wording


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("We will, uh, go [crosstalk] there.", "we will go there"),
        ("It took twenty per cent of the well known vote.", "20 percent of the well-known vote"),
        ("The naïve man’s 1,200 votes.", "naive man's 1200 votes"),
    ],
)
def test_what_is_only_written_otherwise_is_the_same(source: str, said: str) -> None:
    assert wording.of_source(source).holds(wording.read(said).words)


@pytest.mark.parametrize("said", ["late meat", "ate me", "that mea"])
def test_a_wording_begins_and_ends_with_words(said: str) -> None:
    assert not wording.of_source("I said that meat was late.").holds(wording.read(said).words)


def test_what_is_printed_has_no_hesitations() -> None:
    text = wording.of_source("We will, uh, go there.")
    assert text.printed(0, 4) == "We will go there"
