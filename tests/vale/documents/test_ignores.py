from __future__ import annotations

import pytest
from vale_blocks import blocks, document, texts

from lintnews.model import LintNewsError, Span

STORY = "Text {{var}} here.\n\n{% if x %}\nblock\n{% end %}\n\nLast xfooy.\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"token_ignores": [r"({{[^}]+}})"]}, ["Text ******* here.", "{% if x %}\nblock\n{% end %}", "Last xfooy."]),
        ({"token_ignores": [r"x(\w+)y", "here"]}, ["Text {{var}} **.", "{% if x %}\nblock\n{% end %}", "Last ***."]),
        ({"block_ignores": [r"(?s)({% if.*?end %})"]}, ["Text {{var}} here.", "Last xfooy."]),
        ({"block_ignores": [r"({{[^}]+}})"]}, ["Text", "here.", "{% if x %}\nblock\n{% end %}", "Last xfooy."]),
    ],
)
def test_what_the_configuration_ignores_is_code(options: dict[str, object], found: list[str]) -> None:
    assert texts(STORY, **options) == found


def test_pages_are_treated_likewise_and_plain_text_is_not() -> None:
    assert texts("<p>a {{b}} c</p>", "html", token_ignores=["({{.*?}})"]) == ["a ***** c"]
    assert texts("<p>a</p><p>{{b}}</p>", "html", block_ignores=["({{.*?}})"]) == ["a"]
    assert texts("a {{b}}", "txt", token_ignores=["({{.*?}})"], block_ignores=["a"]) == ["a {{b}}"]


def test_places_are_those_of_the_file() -> None:
    block = document(STORY, token_ignores=[r"({{[^}]+}})"]).blocks[0]
    assert STORY[slice(*block.in_source(Span(13, 17)))] == "here"
    assert STORY[slice(*block.in_source(Span(5, 12)))] == "{{var}}"


def test_the_head_is_left_as_it_is() -> None:
    assert blocks("---\ntitle: xay\n---\nxay\n", token_ignores=["x(a)y"]) == [
        ("text.frontmatter.title.md", "xay"),
        ("text.md", "*"),
        ("code.md", "a"),
    ]


def test_comments_may_have_other_marks() -> None:
    story = "a {/* vale on */} b\n\n{/* open"
    found = document(story, comment_delimiters=("{/*", "*/}"))
    assert [(note.text, story[slice(*note.span)]) for note in found.notes] == [("vale on", "{/* vale on */}")]
    assert [block.text for block in found.blocks][:2] == ["a b", "{/* open"]


def test_a_pattern_that_is_none_is_told() -> None:
    with pytest.raises(LintNewsError):
        document(STORY, token_ignores=["("])


def test_a_pattern_may_reach_over_paragraphs_and_lists_of_code() -> None:
    story = "---\ntags: [a]\n---\nOne.\n\n```\ncode\n```\n\nTwo x\n\ny three.\n"
    assert texts(story, block_ignores=[r"(?s)```.*?```"], token_ignores=[r"(?s)x.*y"]) == ["One.", "Two ** three."]


def test_a_pattern_may_begin_in_the_head() -> None:
    assert texts("---\ntags: [a]\n---\nOne [b](c) two.\n", token_ignores=[r"(?s)\[.*\)"])[-1:] != ["One ** two."]


def test_in_restructuredtext_what_is_ignored_is_a_literal_block_or_literal_text() -> None:
    story = "One {{x}} two.\n\n{% a %}\ninside\n{% b %}\n\nLast.\n"
    found = texts(story, "rst", token_ignores=[r"({{.*?}})"], block_ignores=[r"(?s)({% a.*?b %})"])
    assert found == ["One ***** two.", "Last."]
