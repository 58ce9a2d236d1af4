from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lintnews.facts import FactBase
from lintnews.model import Source
from lintnews.vale import documents, engine
from lintnews.vale.document import reading_of
from lintnews.vale.styles import Loader

Said = Callable[..., list[tuple[int, int, str]]]
PAGE = """# One heading of five words

The ferry *left* at
noon. Nobody saw it.

- one thing
- two

> It is late.

```
code
```
"""


@pytest.fixture
def said(tmp_path: Path) -> Said:
    """A function: a rule and a text in, line, column and message of each finding out."""

    def lint(rule: str, text: str = PAGE, name: str = "page.md") -> list[tuple[int, int, str]]:
        path = tmp_path / "Desk" / "Rule.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(rule, encoding="utf-8")
        style = Loader((tmp_path,)).style("Desk")
        assert not style.faults
        source = Source(name, text)
        document = documents.read(source, reading_of(name, sentences=True, paragraphs=True))
        found = engine.lint(document, engine.Grouped(style.rules), FactBase.of(()))
        return [(*source.place(finding.span.start), finding.message) for finding in found]

    return lint


def metric(formula: str, scope: str = "") -> str:
    return f"extends: metric\nmessage: '%s'\nformula: {formula}\ncondition: '> 0'\n" + (f"scope: {scope}\n" if scope else "")


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("words", "14.00"),
        ("sentences", "5.00"),
        ("paragraphs * 1000 + list * 100 + blockquote * 10 + pre", "1211.00"),
        ("heading.h1 + heading_h2", "1.00"),
    ],
)
def test_the_prose_of_a_file_is_measured_as_one_and_spoken_of_at_its_head(said: Said, formula: str, value: str) -> None:
    assert said(metric(formula)) == [(1, 1, value)]


def test_a_text_has_the_paragraphs_that_empty_lines_part(said: Said) -> None:
    assert said(metric("paragraphs"), "One two.\n\nThree.\nfour\n\n\nFive\n", "a.txt") == [(1, 1, "3.00")]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("heading", [(1, 1, "5.00")]),
        ("list", [(6, 1, "2.00"), (7, 1, "1.00")]),
        ("paragraph", [(3, 1, "8.00")]),
        ("sentence & ~list & ~heading & ~blockquote", [(3, 1, "5.00"), (4, 7, "3.00")]),
    ],
)
def test_blocks_are_measured_one_by_one_where_the_scope_says_so(said: Said, scope: str, found: list[tuple[int, int, str]]) -> None:
    assert said(metric("words", scope)) == found


def test_a_sequence_is_sought_in_every_sentence_of_its_scope(said: Said) -> None:
    rule = "extends: sequence\nmessage: '%s|%[2]s|%[3]s|'\ntokens:\n  - tag: PRP|NN\n  - {tag: VB, skip: 1}\n"
    assert said(rule) == [(3, 5, "ferry|left||"), (4, 7, "Nobody|saw||"), (9, 3, "It|is||")]
    assert said(rule + "scope: blockquote\n") == [(9, 3, "It|is||")]


def test_a_heading_is_asked_for_its_capitals(said: Said) -> None:
    rule = "extends: capitalization\nmessage: \"'%s': %s\"\nscope: heading\nmatch: $title\n"
    assert said(rule) == [(1, 3, "'One heading of five words': One Heading of Five Words")]


def test_the_sentences_of_a_paragraph_are_those_of_every_block(said: Said) -> None:
    rule = "extends: sequence\nmessage: '%s'\nscope: paragraph\ntokens: [{pattern: one|It|noon}]\n"
    assert said(rule) == [(4, 1, "noon"), (6, 3, "one"), (9, 3, "It")]
