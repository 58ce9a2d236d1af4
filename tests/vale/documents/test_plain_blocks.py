from __future__ import annotations

import pytest
from vale_blocks import blocks, document, texts

from lintnews.model import LintNewsError

STORY = 'He said "it is so. Yes"\nto us.\n\nNext “one\n\nLast.\n'


def test_a_text_is_one_block_its_quotations_and_a_summary() -> None:
    assert blocks(STORY, "txt") == [
        ("text.txt", STORY),
        ("quote.txt", '"it is so. Yes"'),
        ("quote.txt", "“one"),
    ]
    assert texts(STORY, "txt", "summary") == [STORY]


def test_paragraphs_come_before_the_text_and_sentences_after_it() -> None:
    found = blocks("One. Two\nthree.\n\nFour.\n", "txt", "text", paragraphs=True, sentences=True)
    assert found == [
        ("paragraph.text.txt", "One. Two\nthree.\n\n"),
        ("paragraph.text.txt", "Four.\n"),
        ("text.txt", "One. Two\nthree.\n\nFour.\n"),
        ("sentence.text.txt", "One."),
        ("sentence.text.txt", "Two\nthree."),
        ("sentence.text.txt", "Four."),
    ]


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ('a "b" c', ['"b"']),
        ('a "b “c” d" e', ['"b “c” d"']),
        ("a ‘it’s’ b ‘90s’", ["‘it’s’", "‘90s’"]),
        ('a—"b" (“c”) /"d"', ['"b"', "“c”", '"d"']),
        ('5" by 6", say:"x"', []),
        ("said:“x”", ["“x”"]),
        ('a "b\n\nc" d "e"', ['"b', '"e"']),
        ("a “b", ["“b"]),
        ("„a“ «b» 'c'", []),
    ],
)
def test_quotations_open_and_close_as_vale_finds_them(story: str, found: list[str]) -> None:
    assert texts(story, "txt", "quote") == found


@pytest.mark.parametrize("heading", ["Chapter One", "CHAPTER 1: A start", "Prologue", "XII", "IV.", "7", "12.", "  epilogue "])
def test_a_text_with_chapters_is_read_paragraph_by_paragraph(heading: str) -> None:
    found = blocks(f'A title\n\n{heading}\n\nHe "came"\nhome.\n\nLast.\n', "txt", paragraphs=True)
    assert found == [
        ("text.heading.h1.txt", "A title"),
        ("text.heading.h2.txt", heading.strip()),
        ("paragraph.text.txt", 'He "came"\nhome.'),
        ("text.txt", 'He "came"\nhome.'),
        ("quote.txt", '"came"'),
        ("paragraph.text.txt", "Last."),
        ("text.txt", "Last."),
    ]


@pytest.mark.parametrize(
    "line", ["Chapter One.", "Part II", "MIX", "1000", "1 Foo", "Chapters", "A", "Chapter " + "x" * 60, "Chapter 1\nSub"]
)
def test_other_short_lines_head_no_chapter(line: str) -> None:
    assert len(texts(f"One.\n\n{line}\n\nTwo.\n", "txt")) == 1


@pytest.mark.parametrize("first", ["Two\nlines", "One two three four five six seven eight nine ten eleven twelve thirteen", "A\n\nB"])
def test_only_a_short_line_right_before_a_heading_is_a_title(first: str) -> None:
    assert "heading.h1" not in " ".join(scope for scope, _ in blocks(f"{first}\n\nChapter 1\n\nText\n", "txt"))


def test_a_file_of_no_known_format_is_text_undivided() -> None:
    assert blocks('One. Two.\n\n"Three"\n', "xyz", paragraphs=True, sentences=True) == [("text.xyz", 'One. Two.\n\n"Three"\n')]


def test_a_format_without_places_is_refused_by_name() -> None:
    with pytest.raises(LintNewsError, match=r"story\.adoc: AsciiDoc cannot be read .* `adoc = txt`"):
        document("Title\n=====\n", "adoc")
