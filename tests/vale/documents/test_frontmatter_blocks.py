from __future__ import annotations

import pytest
from vale_blocks import blocks, document, texts

from lintnews.model import Span


def fields(head: str) -> list[tuple[str, str]]:
    return blocks(head + "\nStory\n", section="frontmatter")


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("---\ntitle: A b\n---", {"title": "A b"}),
        ('---\ntitle: "A \\"b\\" c"\n---', {"title": 'A "b" c'}),
        ("---\nmore: >\n  one\n  two\nlast: x y # no\n---", {"more": "one two\n", "last": "x y"}),
        ("---\nTwo Words: a\n'q': b\n---", {"Two Words": "a", "q": "b"}),
        ("---\nn: 5\nf: 1.5\nd: 2020-01-01\nt: true\ne: ''\nl: [a]\nm:\n  k: v\ns: '5'\n---", {"s": "5"}),
        ("+++\ntitle = 'A'\nn = 1\n[sec]\nx = 'y'\n+++", {"title": "A"}),
        ("---\n---", {}),
    ],
)
def test_each_field_of_text_is_a_block_named_for_its_key(head: str, found: dict[str, str]) -> None:
    assert fields(head) == [(f"text.frontmatter.{key}.md", value) for key, value in found.items()]
    assert ("text.md", "Story") in blocks(head + "\nStory\n")


def test_a_field_comes_home() -> None:
    story = '\ufeff---\r\ntitle: >\r\n  one\r\n  two\r\nq: "a \\"b\\""\r\n---\r\nStory\r\n'
    first, second, *_ = document(story).blocks
    assert [story[slice(*first.in_source(Span(at, at + 3)))] for at in (0, 4)] == ["one", "two"]
    assert story[slice(*second.in_source(Span(3, 4)))] == "b"


def test_a_field_that_reads_otherwise_in_the_file_comes_home_as_a_whole() -> None:
    story = '---\ntitle: "caf\\u00e9s"\n---\nStory\n'
    first = document(story).blocks[0]
    assert (first.text, story[slice(*first.in_source(Span(0, 3)))]) == ("cafés", '"caf\\u00e9s"\n')


@pytest.mark.parametrize("head", ["---\ntitle: [a\n---", "---\na: 1\na: 2\n---", "+++\na = = b\n+++", "---\nx: " + "[" * 5000 + "\n---"])
def test_a_broken_head_has_no_fields_and_is_no_copy(head: str) -> None:
    assert blocks(head + "\nStory\n") == [("text.md", "Story")]


@pytest.mark.parametrize("head", ["---\n\nnone\n\n---", "---\ntitle: open", "--- \ntitle: a\n---\n", "---\ntitle: a\n..."])
def test_what_is_no_head_is_copy(head: str) -> None:
    assert not fields(head)
    assert len(blocks(head + "\nStory\n", section="text")) >= 1


def test_a_field_may_be_left_out_by_its_scope() -> None:
    text = "---\ntitle: Herons\nabout: Owls\n---\nText.\n"
    assert texts(text, ignored_scopes=["code", "frontmatter.title.md", "frontmatter.about.html"]) == ["Owls", "Text."]
