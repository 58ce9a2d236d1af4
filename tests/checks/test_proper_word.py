from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.checks.proper_word import Check
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import OptionError, Source

LISTS = {
    "english": "the of in and said on bread party".split(),
    "given": ["Marta"],
    "surnames": ["Quillon"],
    "words": "February Republican Vellish Vellsch Ostham".split(),
    "slips": ["Wensday Wednesday", "Ostam Ostham"],
}
FACTS = FactBase.of([], LISTS)


def found(text: str, **options: object) -> list[tuple[str, str, int]]:
    """What the kind finds in a story: each word, what it should be, the doubt."""
    check = Check(words=("words",), slips="slips", names=("given", "surnames"), **options)  # type: ignore[arg-type]
    story = Story(readers.read(Source("story.txt", f"The bread\n\n{text}\n")), FACTS)
    return [(match.words["match"], match.words["fix"], match.doubt) for match in check.find(story)]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("On Febuary 12 the Republcian Party said so.", [("Febuary", "February", 0), ("Republcian", "Republican", 0)]),
        ("On Wensday and on Wensday.", [("Wensday", "Wednesday", 0)] * 2),
        ("The Republixcan bread.", [("Republixcan", "Republican", 1)]),
        ("The “Febuary” of Ostam.", [("Febuary", "February", 0), ("Ostam", "Ostham", 0)]),
        ("The Vellissh’s bread.", [("Vellissh", "Vellish", 0)]),
    ],
)
def test_a_slip_in_a_word_with_a_capital_is_found(text: str, slips: list[tuple[str, str, int]]) -> None:
    assert found(text) == slips


@pytest.mark.parametrize(
    "text",
    [
        "On February 12 the Republican Party said so.",
        "The Republcian, Republcian, Republcian bread.",
        "The bread of Marta Republcian and Republcian Quillon.",
        "The bread of Republcian Xarvold.",
        "The bread of @Republcian, of www.Republcian.org and of Republcian-on.",
        "The Vellishs said so. The Osthams did.",
    ],
)
def test_what_may_be_a_name_or_a_word_of_its_own_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_without_words_that_may_be_meant_there_is_nothing_to_find() -> None:
    with pytest.raises(OptionError, match="needs `words`"):
        Check(words=()).validate()
