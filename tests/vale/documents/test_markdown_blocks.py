from __future__ import annotations

import pytest
from vale_blocks import blocks, document, texts

from lintnews.model import Span

STORY = """\
---
title: Bridge *shut* now
date: 2020-01-03
---

# Harbour *board* shuts `x` bridge

LONDON — The **board &amp; its [warden](https://example.org/a_b)** met
on Monday.[^1] See <https://example.org>, or run `shut --now`.

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


def test_every_block_of_a_story_has_the_scope_of_its_element() -> None:
    assert blocks(STORY, section="text") == [
        ("text.frontmatter.title.md", "Bridge *shut* now"),
        ("text.heading.h1.md", "Harbour board shuts * bridge"),
        (
            "text.class.footnote-ref.md",
            f"LONDON — The board & its warden met\non Monday. 1 See {'*' * 19}, or run {'*' * 10}.",
        ),
        ("text.blockquote.md", "I will not open it,\nhe said."),
        ("text.list.md", "Ferries run"),
        ("text.list.md", "Buses run"),
        ("text.md", "All night long."),
        ("text.table.header.md", "Pier"),
        ("text.table.header.md", "Cracks"),
        ("text.table.cell.md", "one"),
        ("text.table.cell.md", "a|b"),
        ("text.attr.alt", "A ferry leaves"),
        ("text.md", "The ferry left."),
        ("text.list.class.footnotes.md", "The warden was away."),
    ]


def test_inline_elements_are_blocks_of_their_own_after_the_block_they_stand_in() -> None:
    assert [block for block in blocks(STORY) if "text" not in block[0]][:5] == [
        ("emphasis.md", "board"),
        ("code.md", "x"),
        ("link.md", "warden"),
        ("strong.md", "board & its warden"),
        ("link.md", "1"),
    ]


def test_each_word_comes_home_to_its_place() -> None:
    text = "A **bold &amp; `cod` [link](x)**\r\nwrapped.\r\n\r\n- one\r"
    read_ = document(text)
    for word in ("bold", "link", "wrapped", "one"):
        block = next(block for block in read_.blocks if word in block.text)
        start = block.text.index(word)
        home = block.in_source(Span(start, start + len(word)))
        assert text[home.start : home.end] == word


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("a**b**c *d*, (**e**)", ["a bc d, (e)"]),
        ("two\n**b** lines\nof text", ["two b lines\nof text"]),
        ("hard  \nbreak\\\nand<br>tag", ["hard break and tag"]),
        ("~~struck~~ \\* &copy; <!-- left out -->x", ["struck * © x"]),
        ("`a\nb` and ``c `d` e``", [f"{'*' * 3} and {'*' * 7}"]),
        ("See http://a.b/c, [http://a.b](http://a.b) or www.a.bc.", [f"See {'*' * 12}, {'*' * 10} or www.a.bc."]),
        ("me@a.bc <me@a.bc> [text](http://a.b)", ["me@a.bc me@a.bc text"]),
        ("(http://a.b/c_(d)). http://a.b/c)", [f"({'*' * 16}). {'*' * 12})"]),
        ("![a `b` ![c *d*](e)](f) g", ["a b c d", "g"]),
        ("![ ](a) b\n\n***\n\nc", ["b", "c"]),
        ("- [x] done", ["done"]),
        ("<u>own block</u> tail", ["own block", "tail"]),
        ("    indented\n\n```\nfenced\n```", []),
    ],
)
def test_the_text_of_a_block_is_joined_as_vale_joins_it(story: str, found: list[str]) -> None:
    assert texts(story + "\n") == found


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("a $x_1$ b, $5 and $6", ["a ***** b, $5 and $6"]),
        ("a $$x$$ b and $$ x $$", ["a $ ***$ b and $$ x $$"]),
        ("para\n$$\nx *y*\n$$ lost\nnext", ["para", "next"]),
        ("$x$5 is none", ["$x$5 is none"]),
        ("![of $x$](a)", ["of $x$"]),
    ],
)
def test_formulas_are_code(story: str, found: list[str]) -> None:
    assert texts(story + "\n") == found


def test_only_the_first_text_of_an_element_has_its_scope() -> None:
    assert blocks("> one\n>\n> two\n\n- a\n\n  b\n- # c\n") == [
        ("text.blockquote.md", "one"),
        ("text.md", "two"),
        ("text.list.md", "a"),
        ("text.md", "b"),
        ("text.list.md", "c"),
    ]


def test_a_comment_is_a_note_with_its_place() -> None:
    story = "a <!-- vale off --> b\n\n<!-- vale on\n-->\n"
    assert [(note.text, story[slice(*note.span)]) for note in document(story).notes] == [
        ("vale off", "<!-- vale off -->"),
        ("vale on", "<!-- vale on\n-->"),
    ]


def test_what_is_switched_off_is_no_copy_but_raw() -> None:
    story = "X <!-- vale off -->bad *em*<!-- vale on --> Y\n\n<!-- vale off -->\n\n- no ![no](x)\n\n<!-- vale on -->\n\nZ\n"
    assert texts(story) == ["X Y", "Z"]
    assert texts(story, section="summary") == ["X Y\n\nZ\n\n"]
    assert texts(story, section="raw") == [story]


def test_html_among_markdown_is_read_with_it() -> None:
    assert blocks('<div class="a">\n\nIn *it*\n\n</div>\n\n<img alt="seen">\n') == [
        ("text.class.a.md", "In it"),
        ("emphasis.md", "it"),
        ("text.attr.alt", "seen"),
    ]


def test_footnotes_are_list_items_at_the_end_in_the_order_of_their_calls() -> None:
    story = "[^b]: second\n\n[^a]: first\n\n[^c]: never\n\nx[^a] y[^b]\n"
    assert blocks(story, section="text") == [
        ("text.class.footnote-ref.md", "x 1 y 2"),
        ("text.list.class.footnotes.md", "first"),
        ("text.list.class.footnotes.md", "second"),
    ]


def test_the_summary_is_paragraphs_lists_and_quotations() -> None:
    assert texts("# H\n\npara\n\n- item\n\n> quoted\n\n|a|\n|-|\n|b|\n", section="summary") == ["para\n\nitem\n\nquoted\n\n"]


def test_the_whole_file_is_raw_and_last() -> None:
    story = "# H\r\n\r\n`code`\r\n"
    assert document(story).blocks[-1].text == "# H\n\n`code`\n"


def test_a_footnote_that_opens_inside_another_is_no_part_of_it() -> None:
    read = document("Out[^1] and[^2].\n\n[^1]: > [^2]: within\n")
    assert "within" in [block.text for block in read.blocks]
