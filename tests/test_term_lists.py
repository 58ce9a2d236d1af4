from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import packs, rule_file
from lintnews.facts import FactBase
from lintnews.model import LintNewsError
from lintnews.trial import failures

RULE = """\
extends: substitution
message: "{match}: {fix}"
terms: [towns]
action: {name: replace}
examples:
  bad:
    - |
      They met in Old Ludgrave, at St. Ann's port.
                  ^^^^^^^^^^^^ -> Ludgrave
                                   ^^^^^^^^^^^^^^ -> St. Ann's
  good: [They met in Ludgrave.]
"""


def rule_in(folder: Path, lines: str, text: str = RULE) -> Path:
    (folder / "house" / "lists").mkdir(parents=True)
    (folder / "house" / "lists" / "towns.txt").write_text(lines, encoding="utf-8")
    path = folder / "house" / "towns.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_term_of_a_list_stands_for_itself(tmp_path: Path) -> None:
    rule_in(tmp_path, "# a remark\nOld Ludgrave -> Ludgrave\n\nSt. Ann's port -> St. Ann's\n")
    pack = packs.load([tmp_path])
    assert pack.faults == ()
    assert failures(pack.rules[0], pack.rules[0].examples[0], FactBase.of(())) == []


def test_terms_of_a_list_are_tokens_of_an_existence(tmp_path: Path) -> None:
    text = 'extends: existence\nmessage: "{match}"\nterms: towns\nexamples:\n  bad:\n    - |\n      Oldham won.\n      ^^^^^^\n'
    text += "  good: [It won.]\n"
    rule = rule_file.read(text, str(rule_in(tmp_path, "Oldham\n")), "house.towns")
    assert failures(rule, rule.examples[0], FactBase.of(())) == []


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        (RULE, "Ludgrave\n", "term -> what should stand there"),
        (RULE.replace("[towns]", "[cities]"), "", "there is no list `cities`"),
        (RULE.replace("[towns]", "[../../towns]"), "", "there is no list"),
        (RULE.replace("substitution", "occurrence"), "", "`terms` goes with substitution and existence and near-title"),
        (RULE.replace("substitution", "existence"), "a -> b\n", "a term alone"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_with_its_place(tmp_path: Path, text: str, lines: str, said: str) -> None:
    path = rule_in(tmp_path, lines, text)
    with pytest.raises(LintNewsError, match=r"towns\.yml:\d+: ") as fault:
        rule_file.read(text, str(path), "house.towns")
    assert said in str(fault.value)


def test_a_list_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    path = rule_in(tmp_path, "Ludgrave -> L\n")
    (tmp_path / "secret.txt").write_text("password -> p\n", encoding="utf-8")
    (tmp_path / "house" / "lists" / "towns.txt").unlink()
    (tmp_path / "house" / "lists" / "towns.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(LintNewsError, match="there is no list"):
        rule_file.read(RULE, str(path), "house.towns")
