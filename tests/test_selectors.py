import pytest

from lintnews import engine, readers, rule_file
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Report, Source

STORY = """---
title: Heron moves in
---
# A heron moves in

The heron came. “A heron,” she said, “is a heron.”

## Heron facts

- a heron

![a heron](heron.jpg)
"""


def lint(scope: str, more: str = "") -> list[str]:
    rule = rule_file.read(f"extends: existence\nmessage: no\ntokens: [heron]\nscope: {scope}\n{more}", "r.yml", "desk.heron", bare=True)
    report: Report = engine.lint(Story(readers.read(Source("story.md", STORY)), FactBase.of(())), [rule])
    return ["{}:{}".format(*report.source.place(finding.span.start)) for finding in report.findings]


@pytest.mark.parametrize(
    ("scope", "places"),
    [
        ("headline", ["4:5"]),
        ("heading.h1", ["4:5"]),
        ("sentence", ["4:5", "6:5", "6:20", "6:44", "10:5"]),
        ("attr.alt", ["12:5"]),
        ("[heading.h1, text.list]", ["4:5", "10:5"]),
        ("text & ~heading & ~list & ~attr", ["6:5", "6:20", "6:44"]),
        ("raw", ["4:5", "6:5", "6:20", "6:44", "10:5", "12:5", "12:12"]),
    ],
)
def test_a_rule_of_ours_may_be_scoped_in_vales_words(scope: str, places: list[str]) -> None:
    assert lint(scope) == places


def test_a_limit_holds_for_a_rule_of_ours_too() -> None:
    assert lint("sentence", "limit: 2\n") == ["4:5", "6:5"]
    assert lint("copy", "limit: 1\n") == ["4:5"]


def test_quotations_are_left_alone_in_vales_blocks_too() -> None:
    assert lint("paragraph", "quotes: skip\n") == ["6:5"]


@pytest.mark.parametrize(
    ("scope", "words"), [("sentense", "did you mean `sentence`"), ("[headline, nowhere.else]", "unknown scope `nowhere.else`")]
)
def test_a_scope_that_nothing_has_is_a_fault(scope: str, words: str) -> None:
    with pytest.raises(LintNewsError, match=r"r.yml:4: ") as error:
        lint(scope)
    assert words in str(error.value)


def test_a_limit_is_a_whole_number() -> None:
    with pytest.raises(LintNewsError, match="whole number"):
        lint("copy", "limit: some\n")
