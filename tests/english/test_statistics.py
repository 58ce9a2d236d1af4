from __future__ import annotations

import pytest

from lintnews.english import syllables
from lintnews.english.statistics import measure, variables


@pytest.mark.parametrize(
    ("text", "words", "characters"),
    [
        ("state-of-the-art 3.5", 6, 15),
        ("U.S. e.g. don't", 4, 8),
        ("— … * -", 0, 0),
        ("they'll (bracket) naïve", 3, 18),
        ("'''' 'dogs'' '", 3, 4),
        ("foo_bar foo/bar", 4, 12),
    ],
)
def test_words_are_letters_digits_and_apostrophes(text: str, words: int, characters: int) -> None:
    counted = measure([text])
    assert (counted.words, counted.characters) == (words, characters)


def test_an_empty_line_parts_sentences() -> None:
    assert measure(["one two\n\nthree", "four"]).lengths == (2, 1, 1)
    assert variables(measure(["One two.\n\nThree four.\nfive\n\n\nSix\n"]))["sentence_length_sd"] == pytest.approx(0.5)


def test_words_in_quotations_are_counted_up_to_the_end_where_none_is_said() -> None:
    assert measure(['He said "one two" and “three four — five” now.\n\n"six seven']).quote_words == 8
    assert measure(['5" and 6" boards']).quote_words == 0


def test_hard_words_are_told_apart() -> None:
    counted = measure(["The beautiful elephants are painted, decided, inflating complicated balloons."])
    assert (counted.polysyllabic_words, counted.complex_words, counted.long_words) == (5, 3, 7)


def test_the_scores_are_those_of_their_authors() -> None:
    found = variables(measure(["The dog ran. It is complicated to administer."]))
    assert {name: round(value, 2) for name, value in found.items() if name not in ("words", "sentences")} == {
        "characters": 36, "syllables": 14, "long_words": 2, "complex_words": 2, "polysyllabic_words": 2, "quote_words": 0,
        "sentence_length_sd": 1.0, "automated_readability": 1.77, "coleman_liau": 3.26, "dale_chall": 7.78, "flesch_kincaid": 6.62,
        "flesch_reading_ease": 54.73, "gunning_fog": 11.6, "lix": 29.0, "smog": 8.84,
    }  # fmt: skip


def test_without_words_there_are_no_numbers() -> None:
    assert variables(measure(["…"])) == {}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("", 1),
        ("II", 1),
        ("people", 2),
        ("Maybe", 2),
        ("recipe", 3),
        ("business", 2),
        ("Soviet", 3),
        ("idea", 3),
        ("elephant", 3),
        ("unmade", 2),
        ("Algorithm", 4),
        ("xa" * 40, 40),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables.count(word) == count
