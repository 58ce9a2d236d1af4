"""What stands behind `if` in a section: each line was asked of Vale 3.26 on the same file, and holds or does not as it says there."""

from __future__ import annotations

import pytest

from lintnews.model import LintNewsError
from lintnews.vale import conditions, ini

HEAD = """---
draft: true
title: Big Rain
tags: [api, "b"]
count: 3
ratio: 1.5
author:
  name: Nell
day: 2020-01-06
my-key: x
none: null
---

A story.
"""
HOLD = """\
.Meta.draft
.Meta.draft == true
.Meta.draft and .Meta.count > 2
.Meta.draft or false
.Meta.missing == nil
not .Meta.missing
.Meta.title == 'Big Rain'
.Meta.title contains "Rain"
.Meta.title startsWith "Big"
.Meta.title matches "^B.*n$"
"api" in .Meta.tags
"zzz" not in .Meta.tags
.Meta.title in ["a", "Big Rain"]
.Meta.count == 3.0
.Meta.ratio > 1
.Meta.count + 1 == 4
.Meta.author["name"] == "Nell"
.Meta["my-key"] == "x"
.Meta?.missing?.deeper == nil
.Meta.day == "2020-01-06"
.Meta.none == nil
.Path startsWith "docs/"
.Name == "a.md"
.Dir == "docs/api"
.Ext == ".md"
len(.Meta.tags) == 2
lower(.Meta.title) == "big rain"
.Meta.draft ? true : false
.Meta.missing ?? true
.Meta.count in 1..5
any(.Meta.tags, {# == "api"})
all(.Meta.tags, len(#) > 0)
"draft" in .Meta
.Meta.title < "C"
(.Meta.draft or false) and .Ext == ".md"
.Meta.tags[0] == "api"
.Meta.tags == ["api", "b"]
-1 < 0
.Meta.title | lower() == "big rain"
trim(" a ") == "a"
split(.Path, "/")[0] == "docs"
hasSuffix(.Path, ".md")
.Meta.count % 2 == 1"""
FAIL = """\
!.Meta.draft
.Meta.draft && .Meta.count >= 4
.Meta.missing
.Meta.missing == true
.Meta.title endsWith "Big"
.Meta.missing contains "x"
"x" in .Meta.missing
.Name == "a"
.Meta.title == 3
.Meta.draft == "true\""""


@pytest.fixture
def fits(tmp_path):
    """A function: whether a section with this condition is for the story."""
    story = tmp_path / "docs" / "api" / "a.md"
    story.parent.mkdir(parents=True)
    story.write_text(HEAD)
    (tmp_path / "styles").mkdir()

    def ask(condition: str) -> bool:
        path = tmp_path / ".vale.ini"
        path.write_text(f"StylesPath = styles\n[*.md if {condition}]\nVale.Spelling = NO\n")
        return ini.read(str(path), shown=".vale.ini").choices(str(story)) is not None

    return ask


def test_conditions_hold_where_they_hold_for_vale(fits):
    assert [condition for condition in HOLD.splitlines() if not fits(condition)] == []
    assert [condition for condition in FAIL.splitlines() if fits(condition)] == []


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("draft", "unknown name `draft`; a field begins with a point"),
        (".Title", "a file has no field `.Title`"),
        ("bogus(", "unknown name `bogus`"),
        (".Meta.x ==", "the condition ends too soon"),
        ("(.Meta.x", "`)` is missing"),
        ("true true", "`true` stands where the condition should end"),
        ("1 ~ 2", "`~ 2` is not understood"),
        ("(" * 100 + "1", "a condition nested more than 40 deep"),
        ("len(1, 2)", "`len` takes 1 values"),
        ("any(1)", "`any` takes a list and a condition"),
        ("true or " * 500 + "true", "a condition of more than 2000 characters"),
    ],
)
def test_what_is_no_condition_is_told(condition, words):
    with pytest.raises(LintNewsError) as error:
        conditions.parse(condition)
    assert words in str(error.value)


@pytest.mark.parametrize(
    "condition", [".Meta.title > 3", ".Meta.author.missing.deeper == 1", ".Meta.title", "1 / 0 > 1", "#", "1..99999 == 1"]
)
def test_what_has_no_answer_is_told_with_the_file(fits, condition):
    with pytest.raises(LintNewsError) as error:
        fits(condition)
    assert "a.md: a condition of .vale.ini cannot be answered" in str(error.value)
