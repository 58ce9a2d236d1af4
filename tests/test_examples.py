from __future__ import annotations

import pytest

from lintnews import examples
from lintnews.model import LintNewsError, Span


def test_carets_mark_the_line_above_them() -> None:
    example = examples.read("One line.\nHe led it.\n   ^^^ -> ran\n       ^^\nThe end.\n", bad=True, line=7)
    assert example.text == "One line.\nHe led it.\nThe end.\n"
    assert example.marks == ((Span(13, 16), "ran"), (Span(17, 19), None))
    assert [example.text[span.start : span.end] for span, _ in example.marks] == ["led", "it"]
    assert example.line == 7


def test_an_arrow_with_nothing_after_it_is_a_fix_that_deletes() -> None:
    assert examples.read("a b\n ^^ ->\n", bad=True).marks == ((Span(1, 3), ""),)
    assert examples.read("a b\n ^^ -> \n", bad=True).marks == ((Span(1, 3), ""),)


def test_columns_are_code_points() -> None:
    ((span, _),) = examples.read("é 😀 bad\n    ^^^\n", bad=True).marks
    assert span == (4, 7)


@pytest.mark.parametrize(
    ("text", "bad", "words"),
    [
        ("fine\n", True, "a bad example needs a line of"),
        ("fine\n^^\n", False, "a good example has nothing to find"),
        ("^^\nfine\n", True, "stands below the line it marks"),
    ],
)
def test_an_example_marked_wrongly_is_a_fault(text: str, bad: bool, words: str) -> None:
    with pytest.raises(LintNewsError, match=words):
        examples.read(text, bad=bad)


def test_marks_are_seen() -> None:
    assert examples.has_marks("a\n^\n")
    assert not examples.has_marks("a ^ b\n")
