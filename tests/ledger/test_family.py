from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews.ledger import Story
from lintnews.ledger.family import speaks_of_family, speaks_of_marriage

StoryOf = Callable[..., Story]


@pytest.mark.parametrize(
    "text",
    [
        "His brother Karl Saunders left.",
        "Karl Saunders left with his in-laws and a half-brother.",
        "Karl Saunders, who is not related to him, left.",
        "Karl Saunders left. He is the minister’s grandson.",
        "Karl Saunders left his Wife.",
    ],
)
def test_a_word_of_kinship_in_the_sentence_or_the_next_is_seen(story: StoryOf, text: str) -> None:
    read = story(text + "\n")
    assert speaks_of_family(read, read.people.mentions[0])


@pytest.mark.parametrize(
    "text",
    [
        "Karl Saunders left.",
        "His brother wept. Karl Saunders left. Nobody saw him. His father slept.",
        "Karl Saunders left the sonata.",
        "Karl Saunders left.\n\nHis brother wept.",
    ],
)
def test_a_word_further_off_or_inside_another_is_not(story: StoryOf, text: str) -> None:
    read = story(text + "\n")
    assert not speaks_of_family(read, read.people.mentions[0])


@pytest.mark.parametrize(("text", "told"), [("Her husband left.", True), ("They divorced in May.", True), ("The housewife left.", False)])
def test_a_word_for_a_spouse_anywhere_in_the_prose_is_seen(story: StoryOf, text: str, told: bool) -> None:
    assert speaks_of_marriage(story(f"Karl Saunders left.\n\nThe rain came.\n\n{text}\n")) is told
