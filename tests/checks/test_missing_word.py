from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.checks.missing_word import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Match, OptionError, Source


def found(text: str, **options: object) -> list[Match]:
    """What the kind finds in a story."""
    check = Check(**{"words": ("to", "of"), **options})  # type: ignore[arg-type]
    return list(check.find(Story(readers.read(Source("story.txt", f"{text}\n")), FactBase.of(()))))


def test_a_small_word_is_missed_between_the_words_on_either_side() -> None:
    (match,) = found("He said that she was able pay the fine.")
    assert (match.words["match"], match.fixes) == ("able pay", ("able to pay",))
    assert match.block.text[slice(*match.span)] == "able pay"


@pytest.mark.parametrize(
    "text",
    [
        "He said that she was able to pay the fine.",
        "He said that she was able, pay the fine.",
        "He said that she was Able pay the fine.",
        "He said that she was able – pay the fine.",
        "Able\n\npay the fine.",
    ],
)
def test_where_nothing_is_missing_nothing_is_found(text: str) -> None:
    assert found(text) == []


def test_what_is_less_certain_is_doubted() -> None:
    assert [match.doubt for match in found("She was able pay the fine.", least=5, sure=60)] == [1]
    assert found("She was able pay the fine.", least=60, sure=60) == []


def test_a_rule_without_words_is_refused() -> None:
    with pytest.raises(OptionError):
        Check(words=()).validate()
