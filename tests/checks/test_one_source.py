from __future__ import annotations

import pytest

LONG = "The pier was open again on Monday, with all its lamps lit. " * 24
VOICES = f"“It is ours,” Ada Roe said. Roe said she had paid. {LONG}“It is good,” Roe added. Roe said the lamps were new."


def test_a_story_that_hears_one_voice_is_told_at_its_first_word(spotted):
    assert spotted("one-source", VOICES) == ["Ada Roe"]


@pytest.mark.parametrize(
    "other",
    [
        "Ben Hale said so too.",
        "The records show it.",
        "Police were there.",
        "See https://example.org/pier for more.",
        "A study found as much.",
    ],
)
def test_a_story_that_has_more_is_none(spotted, other):
    assert spotted("one-source", f"{VOICES} {other}") == []


def test_a_short_story_is_none(spotted):
    assert spotted("one-source", VOICES.replace(LONG, "")) == []
    assert spotted("one-source", VOICES.replace(LONG, ""), words=20) == ["Ada Roe"]


def test_how_many_attributions_are_many_is_an_option(spotted):
    assert spotted("one-source", VOICES, attributions=5) == []
