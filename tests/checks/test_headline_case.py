from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import options
from lintnews.checks.headline_case import Check
from lintnews.model import Match, OptionError

Matches = Callable[..., list[Match]]


def fixes(matches: Matches, headline: str, body: str, form: str) -> list[str]:
    text = f"---\nheadline: '{headline}'\n---\n{body}\n"
    return [match.fixes[0] for match in matches("headline-case", text, form=form, lists=["english"])]


def test_words_that_the_body_has_small_are_no_names(matches: Matches) -> None:
    assert fixes(matches, "Warden Opens Gate", "The warden opens the gate.", "sentence") == ["Warden opens gate"]


def test_everyday_words_that_the_body_has_not_are_no_names(matches: Matches) -> None:
    assert fixes(matches, "Warden On Bridge Watch", "He was there.", "sentence") == ["Warden on bridge watch"]


@pytest.mark.parametrize(
    "headline", ["Oskar Brandt Of Ludgrave", "Warden opens Heron gate: Brandt there", "Opens: The gate", "IBM BBC NATO gate"]
)
def test_names_and_beginnings_keep_their_capitals(matches: Matches, headline: str) -> None:
    assert fixes(matches, headline, "Oskar Brandt came from Ludgrave to Heron.", "sentence") == []


def test_small_words_of_a_title_stay_small(matches: Matches) -> None:
    assert fixes(matches, "Warden opens gate of the bridge", "It rained.", "title") == ["Warden Opens Gate of the Bridge"]
    assert fixes(matches, "Warden Opens Gate of the Bridge", "It rained.", "title") == []


def test_a_form_that_there_is_not_is_an_error() -> None:
    with pytest.raises(OptionError):
        options.build(Check, {"form": "loud"})
