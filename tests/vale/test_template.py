"""`WordTemplate`, as Vale 3.26 was seen to take it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.model import LintNewsError, Source
from lintnews.vale import ini
from lintnews.vale.linter import ValeLinter

RULES = {
    "one": "extends: existence\nmessage: m\ntokens: [one]\n",
    "two": "extends: substitution\nmessage: m\nswap:\n  two: 2\n",
    "not": "extends: existence\nmessage: m\nnonword: true\ntokens: [not]\n",
    "pair": "extends: consistency\nmessage: m\neither:\n  ax: axe\n",
}


def _linter(root: Path, template: str, vocabulary: str = "") -> ValeLinter:
    (root / "styles" / "A").mkdir(parents=True, exist_ok=True)
    for name, text in RULES.items():
        (root / "styles" / "A" / f"{name}.yml").write_text(text)
    words = root / "styles" / "config" / "vocabularies" / "X"
    words.mkdir(parents=True, exist_ok=True)
    (words / "accept.txt").write_text(vocabulary)
    (root / ".vale.ini").write_text(f"StylesPath = styles\nVocab = X\nWordTemplate = {template}\n[*]\nBasedOnStyles = A\n")
    return ValeLinter(ini.read(str(root / ".vale.ini")).choices(str(root / "a.txt")))


@pytest.mark.parametrize(
    ("template", "found"),
    [
        (r"(?m)\b(?:%s)\b", "one@1 one@14 two@24 not@31"),
        (r"(?m)(?:%s)", "one@1 one@5 one@14 one@20 two@24 two@28 not@31"),
        (r"(?m)(?<=^|\s)(?:%s)(?=$|\s)", "one@1 two@24 not@31"),
    ],
)
def test_words_stand_in_the_template_in_place_of_boundaries(tmp_path, template, found):
    source = Source("a.txt", "one oneness (one) xone two twonot\n")
    report = _linter(tmp_path, template).check(source)
    assert " ".join(f"{f.rule[2:]}@{f.span.start + 1}" for f in report.findings if f.rule != "A.pair") == found


def test_the_forms_of_a_pair_stand_in_the_template(tmp_path):
    source = Source("a.txt", "An ax, an axe.\n")
    for template, found in ((r"\b(?:%s)\b", 1), (r"-(?:%s)-", 0)):
        assert len([f for f in _linter(tmp_path, template).check(source).findings if f.rule == "A.pair"]) == found


def test_what_is_accepted_is_excepted_all_the_same(tmp_path):
    source = Source("a.txt", "one two\n")
    assert [f.rule for f in _linter(tmp_path, r"(?m)(?:%s)", "one\n").check(source).findings] == ["A.two"]


def test_a_template_that_is_no_pattern_is_told_by_line(tmp_path):
    with pytest.raises(LintNewsError, match=r"\.vale\.ini:\d+: `WordTemplate`: bad pattern"):
        _linter(tmp_path, "(%s")
