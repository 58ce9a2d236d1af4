"""A view of a file in, findings in the values that it selects out, at their places."""

import pytest

from lintnews.model import LintNewsError, Source
from lintnews.vale import ini
from lintnews.vale.linter import ValeLinter

FSM = "engine: textfsm\ntemplate: |\n  Value A (.*)\n"
WORD = "extends: existence\nmessage: \"'%s'\"\nscope: {scope}\ntokens: [mitsake]\n"
INI = "StylesPath = styles\n[*]\nBasedOnStyles = T\nView = V\n"


def _write(root, files):
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def _linter(root, view, rules, name):
    _write(root, {".vale.ini": INI, "styles/config/views/V.yml": view, **{f"styles/T/{rule}.yml": text for rule, text in rules.items()}})
    return ValeLinter(ini.read(str(root / ".vale.ini")).choices(str(root / name)))


def _found(root, view, text, name="a.yml", scope="text"):
    made = _linter(root, view, {"W": WORD.replace("{scope}", scope)}, name)
    assert made.faults == ()
    report = made.check(Source(str(root / name), text))
    return [(*report.source.place(finding.span.start), text[slice(*finding.span)]) for finding in report.findings]


DATA = """\
# A mitsake in a comment.
info:
  title: "A \\"mitsake\\" here\\nand mitsake"
  slug: mitsake-slug # mitsake
  description: |-
    # Head mitsake

    A `mitsake` and a mitsake.
tags:
  - {name: mitsake, description: 'it''s a mitsake'}
  - {name: other}
"""
DASEL = """\
engine: dasel
scopes:
  - {name: title, expr: info.title}
  - {expr: info.description, type: md}
  - {expr: tags.all().description}
"""


def test_the_values_that_a_view_selects_are_copy_and_stand_where_they_are_written(tmp_path):
    assert _found(tmp_path, DASEL, DATA) == [
        (1, 5, "mitsake"),
        (3, 15, "mitsake"),
        (3, 35, "mitsake"),
        (4, 24, "mitsake"),
        (6, 12, "mitsake"),
        (8, 23, "mitsake"),
        (10, 43, "mitsake"),
    ]


def test_a_rule_may_ask_for_a_scope_of_the_view_and_for_a_part_of_its_markup(tmp_path):
    assert _found(tmp_path, DASEL, DATA, scope="title") == [(3, 15, "mitsake"), (3, 35, "mitsake")]
    assert _found(tmp_path, DASEL, DATA, scope="heading") == [(6, 12, "mitsake")]


def test_values_of_json_and_toml_are_selected_too(tmp_path):
    view = "engine: dasel\nscopes:\n  - {name: x, expr: 'search(has(\"say\")).map(say)'}\n"
    assert _found(tmp_path, view, '{"a": [{"say": "a \\u00e9 mitsake"}, {"no": "mitsake"}]}', "a.json") == [(1, 26, "mitsake")]
    assert _found(tmp_path, view, 'no = "mitsake"\n[a]\nsay = "the mitsake" # mitsake\n', "a.toml") == [
        (3, 12, "mitsake"),
        (3, 23, "mitsake"),
    ]


def test_a_list_may_be_joined_into_one_text(tmp_path):
    view = 'engine: dasel\nscopes:\n  - {expr: "cells.all().filter(equal(kind,md)).source", join: "", type: md}\n'
    text = '{"cells": [{"kind": "md", "source": ["# Head\\n", "a mit", "sake"]}, {"kind": "py", "source": ["mitsake"]}]}'
    assert _found(tmp_path, view, text, "a.ipynb") == [(1, 53, 'mit", "sake')]


COMMIT = """\
engine: textfsm
template: |
  Value Subject (.+)
  Value List Body (.*)

  Start
    ^${Subject} -> Body

  Body
    ^# -> Next
    ^${Body}
scopes:
  - {name: subject, expr: Subject}
  - {name: body, expr: Body, type: md}
"""


def test_a_template_parts_a_text(tmp_path):
    text = "Fix a mitsake\n\nThe mitsake was\nold.\n# mitsake\n"
    assert _found(tmp_path, COMMIT, text, "COMMIT_EDITMSG") == [(1, 7, "mitsake"), (3, 5, "mitsake")]
    assert _found(tmp_path, COMMIT, text, "COMMIT_EDITMSG", scope="body") == [(3, 5, "mitsake")]


def test_a_condition_may_be_met_in_another_scope(tmp_path):
    rule = "extends: conditional\nmessage: m\nscope: subject\nfirst: '!:'\nsecond: 'BREAKING'\nin: body\n"
    made = _linter(tmp_path, COMMIT, {"C": rule}, "c.txt")
    assert [len(made.check(Source("c.txt", text)).findings) for text in ("feat!: a\n\nBREAKING b\n", "feat!: a\n\nno\n")] == [0, 1]
    (fault,) = _linter(tmp_path, COMMIT, {"C": rule.replace("in: body", "in: foot")}, "c.txt").faults
    assert "C.yml:6: no view has a scope named `foot`" in fault


def test_what_a_template_does_not_fill_is_an_empty_text(tmp_path):
    rule = "extends: occurrence\nmessage: A body is missing.\nscope: body\nmin: 1\ntoken: '\\S'\n"
    made = _linter(tmp_path, COMMIT, {"O": rule}, "c.txt")
    assert [len(made.check(Source("c.txt", text)).findings) for text in ("feat: a\n\nb\n", "feat: a\n")] == [0, 1]


def test_of_a_styles_own_rule_the_message_is_copy(tmp_path):
    _write(tmp_path, {".vale.ini": "StylesPath = styles\n[*]\nBasedOnStyles = T\n", "styles/T/W.yml": WORD.replace("{scope}", "text")})
    made = ValeLinter(ini.read(str(tmp_path / ".vale.ini")).choices(str(tmp_path / "r.yml")))
    report = made.check(Source("r.yml", "extends: existence\nmessage: 'A mitsake.'\ntokens:\n  - mitsake\n"))
    assert [report.source.place(finding.span.start) for finding in report.findings] == [(2, 13)]


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("engine: sql\nscopes: [{expr: a}]\n", "V.yml:1: `engine` must be one of dasel, textfsm, tree-sitter, not `sql`"),
        ("engine: dasel\n", "V.yml:1: a view has `engine` and a list of `scopes`"),
        ("engine: dasel\nscopes:\n  - {name: a}\n", "V.yml:3: a scope has `expr`, a text"),
        ("engine: dasel\nscopes:\n  - {expr: a, type: py}\n", "V.yml:3: `type: py` is not read; write one of md, html, rst, txt"),
        ("engine: dasel\nscopes: [" + "{expr: a}, " * 101 + "]\n", "V.yml:2: more than 100 scopes"),
        (f"engine: dasel\nscopes: [{{expr: a, join: {'z' * 101}}}]\n", "V.yml:2: `join` of more than 100 characters"),
        ("engine: dasel\nscopes:\n  - {expr: 'a.[[['}\n", "V.yml:3: `a.[[[` is no selector that is understood, from `[ [` on"),
        ("engine: dasel\nscopes:\n  - {expr: 'a.sort(b)'}\n", "V.yml:3: `sort()` of `a.sort(b)` is not done; there are all, filter,"),
        ("engine: textfsm\nscopes: [{expr: A}]\n", "V.yml:1: a view of `engine: textfsm` needs `template`, a text"),
        (FSM + "  Go\n    ^${A}\nscopes: [{expr: A}]\n", "V.yml:2: the template has no state `Start`"),
        (FSM + "  Start\n    ^${B}\nscopes: [{expr: A}]\n", "V.yml:2: `${B}` is no Value of the template: A"),
        (FSM + "  Start\n    ^${A} -> On\nscopes: [{expr: A}]\n", "V.yml:2: there is no state `On`"),
        (FSM + "  Start\n    ^${A}\nscopes: [{expr: C}]\n", "V.yml:6: `C` is no Value of the template: A"),
    ],
)  # fmt: skip
def test_a_view_that_cannot_be_is_told_by_its_line(tmp_path, view, words):
    with pytest.raises(LintNewsError) as error:
        _linter(tmp_path, view, {}, "a.yml")
    assert str(error.value).startswith(".vale.ini:4: `View`: ") or str(error.value).partition(".vale.ini:4: `View`: ")[1]
    assert words in str(error.value)


def test_a_view_that_is_not_there_is_told(tmp_path):
    _write(tmp_path, {".vale.ini": INI.replace("View = V", "View = W"), "styles/config/views/V.yml": DASEL})
    with pytest.raises(LintNewsError, match=r"`View`: there is no view `W` in config/views of the folder of styles; known: V"):
        ini.read(str(tmp_path / ".vale.ini"))


@pytest.mark.parametrize(
    ("view", "text", "words"),
    [
        ("engine: dasel\nscopes: [{expr: 'a.filter(b == c).d'}]\n", "a:\n  - {b: c, d: e}\n", "`d` asks a list for a key; put `all()`"),
        ("engine: dasel\nscopes:\n  - {expr: a.b}\n", "a: [x\n", "not valid YAML"),
        (FSM.replace(".*", "x") + "  Start\n    ^${A}\n    ^. -> Error \"no x\"\nscopes: [{expr: A}]\n", "x\ny\n", "line 2: no x"),
    ],
)  # fmt: skip
def test_a_file_of_which_the_view_cannot_be_had_is_told(tmp_path, view, text, words):
    made = _linter(tmp_path, view, {}, "a.yml")
    with pytest.raises(LintNewsError, match=r"a\.yml: the view `V` cannot be had: ") as error:
        made.check(Source("a.yml", text))
    assert words in str(error.value)


def test_a_view_may_not_select_a_text_again_and_again(tmp_path):
    made = _linter(tmp_path, "engine: dasel\nscopes: [" + "{expr: a}, " * 50 + "]\n", {}, "a.yml")
    with pytest.raises(LintNewsError, match="the view `V` selects more than 10 times what the file holds"):
        made.check(Source("a.yml", f"a: {'x ' * 10_000}\n"))


def test_source_code_is_not_read_through_a_view(tmp_path):
    _write(
        tmp_path,
        {".vale.ini": INI, "styles/config/views/V.yml": "engine: tree-sitter\nscopes: [{expr: (comment)+ @c}]\n", "styles/T/.k": ""},
    )
    (remark,) = ini.read(str(tmp_path / ".vale.ini")).remarks
    assert remark.endswith(":4: the view `V` reads source code with tree-sitter, which LintNews does not do")
