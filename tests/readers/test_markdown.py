from __future__ import annotations

import pytest

from lintnews import readers
from lintnews.model import Document, LintNewsError, Source, Span
from lintnews.readers.strand import MASK

STORY = """\
---
title: Bridge shut
date: 2020-01-03
---

# Harbour board *shuts* bridge

By Jo Roe

LONDON — The **board &amp; its [warden](https://example.org/a_b)** met
on Monday.[^1] See <https://example.org>, or run `shut --now` twice.

## Why now

> I will not *open* it,
> he said.

- Ferries run
- Buses run

  All night long.

| Pier | Cracks |
|------|--------|
| one  | a\\|b  |

![A *ferry* leaves](ferry.jpg "title") The ferry left.

```sh
shut bridge
```

[^1]: The warden was away.
"""


def read(text: str) -> Document:
    return readers.read(Source("story.md", text))


def parts(text: str) -> list[tuple[str, str]]:
    return [(block.part.value, block.text) for block in read(text).blocks]


def test_every_part_of_a_story_is_told_by_its_marks() -> None:
    assert parts(STORY) == [
        ("headline", "Bridge shut"),
        ("headline", "Harbour board shuts bridge"),
        ("byline", "By Jo Roe"),
        ("dateline", "LONDON —"),
        ("body", f"The board & its warden met on Monday. See {MASK}, or run {MASK} twice."),
        ("heading", "Why now"),
        ("quote-block", "I will not open it, he said."),
        ("list", "Ferries run"),
        ("list", "Buses run"),
        ("list", "All night long."),
        ("table", "Pier"),
        ("table", "Cracks"),
        ("table", "one"),
        ("table", "a|b"),
        ("body", "The ferry left."),
        ("caption", "A ferry leaves"),
        ("code", "shut bridge"),
        ("body", "The warden was away."),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_every_line_end_gives_the_same_blocks(bom: str, end: str) -> None:
    assert parts(bom + STORY.replace("\n", end)) == parts(STORY)


def test_words_come_home_through_marks_entities_and_emoji() -> None:
    text = "😀 é **b*o*ld** [the *Quay*](http://example.org/é) &mdash; \\*end\r\nof it 😀."
    block = read(text).blocks[0]
    assert block.text == "😀 é bold the Quay — *end of it 😀."
    for word in ("😀 é", "the ", "Quay", "end", "of it 😀."):
        at = block.text.index(word)
        home = block.in_source(Span(at, at + len(word)))
        assert text[home.start : home.end] == word
    at = block.text.index("—")
    assert text[slice(*block.in_source(Span(at, at + 1)))] == "&mdash;"


def test_comments_are_notes_and_leave_one_space() -> None:
    text = "The board <!-- lintnews-disable x --> met.\n\n<!-- lintnews-enable x -->\n\n> Said <!-- so -->.\n\n- <!-- li -->\n"
    document = read(text)
    assert [block.text for block in document.blocks] == ["The board met.", "Said ."]
    assert [note.text for note in document.notes] == ["lintnews-disable x", "lintnews-enable x", "so", "li"]
    assert all(text[note.span.start : note.span.end] == f"<!-- {note.text} -->" for note in document.notes)


def test_inline_html_is_no_copy() -> None:
    assert parts("The <b>board</b> met<br>on Monday.") == [("body", "The board met on Monday.")]


def test_a_block_of_html_is_read_as_html() -> None:
    text = "Copy.\n\n<figure><img src=x><figcaption>A ferry &amp; a pier</figcaption></figure>\n\n<div>\n\nMore *copy*.\n\n</div>\n"
    assert parts(text) == [("body", "Copy."), ("caption", "A ferry & a pier"), ("body", "More copy.")]


def test_two_spaces_in_copy_stay_two() -> None:
    assert parts("The  board met.") == [("body", "The  board met.")]


def test_a_quotation_in_a_list_and_a_list_in_a_quotation_are_of_the_outer_one() -> None:
    assert parts("> - he said\n\n- > she said\n") == [("quote-block", "he said"), ("list", "she said")]


def test_without_a_first_heading_no_paragraph_is_taken_for_the_headline() -> None:
    assert parts("The board met\n\nIt left.\n") == [("body", "The board met"), ("body", "It left.")]


def test_only_the_first_heading_of_the_first_rank_is_the_headline() -> None:
    assert [part for part, _ in parts("# Bridge shut\n\n# Ferry late\n\nThe board met.\n")] == ["headline", "heading", "body"]


def test_a_table_of_several_lines_keeps_its_cells_apart() -> None:
    assert parts("|a|b|\n|-|-|\n|c|😀d|\n")[-1] == ("table", "😀d")


def test_half_a_character_does_not_move_what_follows() -> None:
    text = "a \ud800 *b* c"
    block = read(text).blocks[0]
    assert text[slice(*block.in_source(Span(len(block.text) - 1, len(block.text))))] == "c"


def test_a_broken_head_is_an_error_with_its_place() -> None:
    with pytest.raises(LintNewsError, match=r"^story\.md:\d: not valid YAML"):
        read("---\ntitle: 'a\n---\nCopy.\n")
