from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import yaml_file
from lintnews.model import LintNewsError, Part, Span
from lintnews.readers import front_matter


def place(text: str, part: Part) -> list[str]:
    """What stands in the text where the head's blocks of a part say they stand."""
    blocks = [block for block in front_matter.read(text, "a.md").blocks if block.part is part]
    return [text[home.start : home.end] for block in blocks for home in [block.in_source(Span(0, len(block.text)))]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_the_head_ends_where_the_story_begins(bom: str, end: str) -> None:
    text = end.join([f"{bom}---", "date: 2020-01-03", "title: Bridge shut", "---", "Story."])
    head = front_matter.read(text, "a.txt")
    assert text[head.end :] == "Story."
    assert head.meta == {"date": "2020-01-03", "title": "Bridge shut"}


def test_a_plain_head_is_read_without_the_yaml_parser() -> None:
    assert front_matter.plain("date: 2020-01-03\ntitle: \"Bridge shut\"\nby: 'A. Roe'\n") == {
        "date": "2020-01-03",
        "title": "Bridge shut",
        "by": "A. Roe",
    }


@given(
    st.lists(
        st.text("ab:-'\" #&*!|>%@[]{},?12.~\\\t\r\n", max_size=12) | st.sampled_from(["yes", "a: b", "12", "x #y", "null", "'a'"]),
        max_size=4,
    )
)
def test_the_quick_way_reads_what_the_parser_reads(values: list[str]) -> None:
    head = "".join(f"k{i}: {value}\n" for i, value in enumerate(values))
    quick = front_matter.plain(head)
    if quick is not None:
        assert quick == yaml_file.mapping(head, "a.md")


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("title: Bridge shut", "Bridge shut"),
        ('title: "Bridge shut"', "Bridge shut"),
        ("title: 'Bridge shut'  # note", "Bridge shut"),
        ("title: Bridge shut # note", "Bridge shut"),
        ("title: 'Bridge''s end'", "'Bridge''s end'"),
        ('title: "Bridge \\u0031"', '"Bridge \\u0031"'),
        ("title: >-\n  Bridge\n  shut", ">-\n  Bridge\n  shut"),
        ("title: 1984", "1984"),
    ],
)
def test_a_headline_in_the_head_is_copy_at_its_place(line: str, stands: str) -> None:
    assert place(f"---\n{line}\ndate: 2020-01-03\n---\nStory.\n", Part.HEADLINE) == [stands]


def test_a_deck_in_the_head_is_copy_too() -> None:
    assert place("---\ndeck: Trains run on\nstandfirst: Buses too\n---\n", Part.DECK) == ["Trains run on", "Buses too"]


def test_a_broken_head_names_file_and_line() -> None:
    with pytest.raises(LintNewsError, match=r"^a\.md:4: not valid YAML: [^\n]+$"):
        front_matter.read("---\ndate: 2020-01-03\ntitle: [\n---\nStory.\n", "a.md")


def test_a_key_twice_in_the_head_names_its_line() -> None:
    with pytest.raises(LintNewsError, match=r"^a\.md:3: the key `date` stands twice"):
        front_matter.read("---\ndate: 2020-01-03\ndate: 2020-01-04\n---\n", "a.md")


@pytest.mark.parametrize("text", ["---\n\nHe left.\n\n---\n\nShe stayed.\n", "---\nno end", "--- \n", "Story.\n---\na: b\n---\n"])
def test_rules_between_paragraphs_are_no_head(text: str) -> None:
    head = front_matter.read(text, "a.md")
    assert (head.meta, head.blocks, head.end) == ({}, (), 0)


def test_an_empty_head_has_no_fields() -> None:
    assert front_matter.read("---\n---\nStory.", "a.md") == ({}, (), 8)
