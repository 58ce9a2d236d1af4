"""The dialect of INI, as Vale 3.22 was seen to read it."""

from __future__ import annotations

import pytest

from lintnews.model import LintNewsError
from lintnews.vale.ini_file import Entry, read


def _value(text: str) -> str:
    return next(entry for entry in read(f"[*.md]\nKey = {text}\n", "v.ini") if entry.key).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A, B", "A, B"),
        ("A ; a word", "A"),
        ("A # a word", "A"),
        ("a ;b #c", "a ;b"),
        ("a#b;c #d", "a#b;c"),
        ("a\t# b", "a\t# b"),
        ("# a", "# a"),
        ("#a", "#a"),
        ('"A, B"', "A, B"),
        ("'A'", "A"),
        ('"a", "b"', '"a", "b"'),
        ('"a # b"', '"a'),
        ('""', ""),
        ("`a # b`", "a # b"),
        ("`a` # b", "a"),
        ("`a\nb` # c", "a\nb"),
        ('"""a"b"""', 'a"b'),
        ("a, \\\n   b", "a, b"),
        ("a \\\n  b \\\n c # d", "a b c # d"),
        ("a = b", "a = b"),
        (r"\\", "\\"),
        ("%(X)s", "%(X)s"),
        ("", ""),
    ],
)
def test_a_value_is_what_vale_takes_it_for(text, value):
    assert _value(text) == value


def test_keys_know_their_section_and_line():
    text = (
        "\ufeff; a word\nStylesPath = s\r\n\n[formats]\nmdx: md\n  [*.md] # for all\n"
        '\tA.One = NO\n`B.Two` = YES\n"C" = NO\n[DEFAULT]\nVocab=V'
    )
    assert list(read(text, "v.ini")) == [
        Entry("", "StylesPath", "s", 2),
        Entry("formats", "", "", 4),
        Entry("formats", "mdx", "md", 5),
        Entry("*.md", "", "", 6),
        Entry("*.md", "A.One", "NO", 7),
        Entry("*.md", "B.Two", "YES", 8),
        Entry("*.md", "C", "NO", 9),
        Entry("", "", "", 10),
        Entry("", "Vocab", "V", 11),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[*.md\n", "v.ini:1: the section `[*.md` is not closed"),
        ("\n[]\n", "v.ini:2: a section without a name"),
        ("a\n", "v.ini:1: no `=` in `a`"),
        ("= a\n", "v.ini:1: a value without a key"),
        ('"a = b\n', 'v.ini:1: the key "a = b has no closing "'),
        ("\na = `b\nc\n", "v.ini:2: a value begins with ` and has no closing `"),
        ('a = """b', 'v.ini:1: a value begins with """ and has no closing """'),
        ("a = b\n" * 200_000, "v.ini: larger than 1,000,000 characters"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(text, words):
    with pytest.raises(LintNewsError) as error:
        list(read(text, "v.ini"))
    assert str(error.value).startswith(words)
