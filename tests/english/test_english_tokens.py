from __future__ import annotations

import pytest

from lintnews.english.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said (twice), “no”.", "He said ( twice ) , “ no ” ."),
        ("Don't! It’s Mr. O'Neil's.", "Do n't ! It ’s Mr. O'Neil 's ."),
        ("the U.S. at 5 p.m.", "the U.S. at 5 p.m."),
        ("$5.50 dogs' [x]:", "$ 5.50 dogs ' [ x ] :"),
        ("cat-like —too 1/2 …", "cat-like —too 1/2 …"),
        ("'tis `it's...`", "'tis `it 's...`"),
        (".", "."),
        ("", ""),
    ],
)
def test_words_and_marks_stand_apart(text: str, expected: str) -> None:
    assert [text[slice(*span)] for span in tokens(text)] == expected.split()
