from __future__ import annotations

from lintnews.model import Document, Source, Span
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import read

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


def document(text: str) -> Document:
    return read(Source("story.md", text), Reading("md", "md"))


def blocks(text: str, section: str = "") -> list[tuple[str, str]]:
    found = [block for block in document(text).blocks if isinstance(block, ScopedBlock) and block.scope not in ("raw.md", "summary.md")]
    return [(block.scope, block.text) for block in found if not section or section in block.scope.split(".")]


def test_every_block_of_a_story_has_the_scope_of_its_element() -> None:
    assert blocks(STORY, "text") == [
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
        ("emphasis", "board"),
        ("code", "x"),
        ("link", "warden"),
        ("strong", "board & its warden"),
        ("link", "1"),
    ]


def test_each_word_comes_home_to_its_place() -> None:
    text = "A **bold &amp; `cod` [link](x)**\r\nwrapped.\r\n\r\n- one\r"
    read_ = document(text)
    for word in ("bold", "link", "wrapped", "one"):
        block = next(block for block in read_.blocks if word in block.text)
        start = block.text.index(word)
        home = block.in_source(Span(start, start + len(word)))
        assert text[home.start : home.end] == word
