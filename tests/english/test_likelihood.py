from __future__ import annotations

import pytest

from lintnews.english.likelihood import Context, gain, of, weight
from lintnews.english.lines import Lines
from lintnews.english.neighbours import LINES, kind


@pytest.mark.parametrize(
    ("right", "wrong", "context"),
    [
        ("from", "form", Context("far", "the", "was", "river")),
        ("write", "rite", Context("will", "a", "she", "letter")),
        ("too", "to", Context("were", "many", "there", "of")),
        ("too", "two", Context("of", "many", "problem", "files")),
    ],
)
def test_the_word_that_fits_weighs_more(right: str, wrong: str, context: Context) -> None:
    assert weight(of(right), context) > weight(of(wrong), context)
    assert gain(of(right), of(wrong), context) == weight(of(right), context) - weight(of(wrong), context)


def test_words_of_which_nothing_is_known_weigh_something() -> None:
    assert weight(of("qqq"), Context("xqx", "qxq")) < weight(of("from"), Context("xqx", "the"))


def test_words_of_one_kind_have_one_code() -> None:
    assert kind("river") == kind("committee") != kind("from") != kind("to")
    assert kind("qqq") == ""


def test_a_line_is_found_by_its_key_and_no_other() -> None:
    assert LINES.of("from")
    assert not LINES.of("fro m")
    assert not LINES.of("")


def test_each_line_of_a_small_file_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lines") / "lines.txt"
    path.write_text("\na one\nab two\nb three four\n", encoding="utf-8")
    lines = Lines(path)
    assert [lines.of(key) for key in ("a", "ab", "b", "c", "0", "aa")] == ["one", "two", "three four", "", "", ""]


def test_lines_are_found_the_same_once_all_are_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("many") / "lines.txt"
    path.write_text("a head\n\n" + "".join(f"k{i:05}\tv{i}\n" for i in range(12_000)), encoding="utf-8")
    lines = Lines(path, "\t", last=True)
    assert [lines.of(f"k{i:05}") for i in range(12_000)] == [f"v{i}" for i in range(12_000)]
    assert lines.of("k") == lines.of("a head") == ""
