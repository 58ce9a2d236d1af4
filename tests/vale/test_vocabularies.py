"""Vocabularies and the rules that Vale 3.22 was seen to make of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.model import Source
from lintnews.vale import ini
from lintnews.vale.linter import ValeLinter
from lintnews.vale.variants import variants

TOP = "StylesPath = styles\nVocab = X\n[*]\nBasedOnStyles = Vale\nVale.Spelling = NO\n"


def _vocabulary(root: Path, name: str = "X", **texts: str) -> Path:
    folder = root / "styles" / "config" / "vocabularies" / name
    folder.mkdir(parents=True, exist_ok=True)
    for sort, text in texts.items():
        (folder / sort.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def _linter(root: Path, text: str = TOP) -> ValeLinter:
    (root / "styles").mkdir(exist_ok=True)
    (root / ".vale.ini").write_text(text)
    choices = ini.read(str(root / ".vale.ini"), shown=".vale.ini").choices(str(root / "a.txt"))
    assert choices is not None
    return ValeLinter(choices)


def _said(linter: ValeLinter, story: str) -> list[str]:
    source = Source("a.txt", story)
    return [f"{source.place(f.span.start).column} {f.rule}: {f.message}" for f in linter.check(source).findings]


@pytest.mark.parametrize(
    ("accept", "story", "said"),
    [
        ("GitHub", "github Github GitHub GitHub-y github.com xgithub", ["1 GitHub <- github", "8 GitHub <- Github", "31 GitHub <- github"]),
        ("[Gg]itHub", "Github gitHub GitHub", ["1 [Gg]itHub <- Github"]),
        ("(?i)GitHub", "github GITHUB", []),
        ("GitHub Actions", "github\nactions of GitHub Actions", ["1 GitHub Actions <- github actions"]),
        ("C#\n.NET", "Use c# and .net, not a.net or c#x.", ["5 C# <- c#", "12 .NET <- .net"]),
        ("foo.bar\nU.S.", "FOO.BAR fooxbar u.s. it", ["1 foo.bar <- FOO.BAR", "17 U.S. <- u.s."]),
        ("colou?r", "COLOR Colour color", ["1 color <- COLOR", "7 colour <- Colour"]),
        ("(?:Foo|Bar)baz", "foobaz barbaz Foobaz", ["1 Foobaz <- foobaz", "8 Barbaz <- barbaz"]),
        ("(Foo|Bar)", "foo bar Foo", ["1 Foo <- foo", "5 Bar <- bar"]),
        ("Foo|Bar", "foo bar", ["1 Foo <- foo", "5 Bar <- bar"]),
        (r"\bNode\b", "node Node", [r"1 \bNode\b <- node"]),
        (r"Node(?:JS|\.js)", "nodejs node.js NodeJS", ["1 NodeJS <- nodejs", "8 Node.js <- node.js"]),
        (r"\d+ Foo", "3 foo 4 Foo", [r"1 \d+ Foo <- 3 foo"]),
        ("JavaScript\nJava", "java javascript", ["1 Java <- java", "6 JavaScript <- javascript"]),
        ("iOS\nios", "IOS iOS ios", ["1 ios <- IOS", "5 ios <- iOS"]),
        ("École\nnaïve", "école NAÏVE", ["1 École <- école", "7 naïve <- NAÏVE"]),
        ("# a remark\n\n  Foo  \n#x", "foo #X remark", ["1 Foo <- foo", "5 #x <- #X"]),
        ("Foo # bar", "foo # bar", ["1 Foo # bar <- foo # bar"]),
    ],
)
def test_an_accepted_term_stands_in_its_own_case(tmp_path, accept, story, said):
    _vocabulary(tmp_path, accept_txt=accept + "\n")
    linter = _linter(tmp_path, TOP + "Vale.Repetition = NO\n")
    told = [
        line.removesuffix("'.").replace(" Vale.Terms: Use '", " ").replace("' instead of '", " <- ") for line in _said(linter, story + "\n")
    ]
    assert told == said


@pytest.mark.parametrize(
    ("reject", "story", "found"),
    [
        ("foo\nBar", "foo Foo Bar bar", [1, 9]),
        ("white list", "white  list White List", [1]),
        ("x.z", "x.z xyz", [1]),
        (r"c\w+", "cat dog", [1]),
        ("(?i)qux", "QUX Qux", [1, 5]),
    ],
)
def test_a_rejected_term_is_found(tmp_path, reject, story, found):
    _vocabulary(tmp_path, reject_txt=reject + "\n")
    said = _said(_linter(tmp_path, TOP + "Vale.Repetition = NO\n"), story + "\n")
    assert [line.split(": Avoid")[0] for line in said] == [f"{at} Vale.Avoid" for at in found]


def test_what_is_accepted_is_no_rejected_term(tmp_path):
    _vocabulary(tmp_path, accept_txt="foo\n", reject_txt="foo\n")
    assert _said(_linter(tmp_path), "a foo\n") == []


def test_a_word_twice_is_found_without_any_vocabulary(tmp_path):
    linter = _linter(tmp_path, "[*]\nBasedOnStyles = Vale\nVale.Spelling = NO\n")
    assert _said(linter, "the the Cat. Cat\n") == ["1 Vale.Repetition: 'the' is repeated!"]


def test_what_is_accepted_is_excepted_from_the_rules_of_styles(tmp_path):
    (tmp_path / "styles" / "A").mkdir(parents=True)
    for name, more in (("heeds", ""), ("not", "vocab: false\n")):
        (tmp_path / "styles" / "A" / f"{name}.yml").write_text(f"extends: existence\nmessage: m\ntokens: [one, two]\n{more}")
    _vocabulary(tmp_path, accept_txt="one\n")
    found = _said(_linter(tmp_path, "StylesPath = styles\nVocab = X\n[*]\nBasedOnStyles = A\n"), "one two\n")
    assert found == ["1 A.not: m", "5 A.heeds: m", "5 A.not: m"]


def test_levels_and_switches_hold_for_vales_own_rules(tmp_path):
    _vocabulary(tmp_path, accept_txt="Foo\n", reject_txt="bad\n")
    linter = _linter(tmp_path, "StylesPath = styles\nVocab = X\n[*]\nVale.Terms = warning\nVale.Avoid = NO\nVale.Repetition = YES\n")
    assert {rule.id: rule.severity.value for rule in linter.rules} == {"Vale.Terms": "warning", "Vale.Repetition": "error"}


def test_a_section_may_have_vocabularies_of_its_own(tmp_path):
    _vocabulary(tmp_path, reject_txt="bad\n")
    _vocabulary(tmp_path, "Y", accept_txt="two\n", reject_txt="worse\n")
    text = "StylesPath = styles\nVocab = X\n[*]\nVale.Avoid = warning\n[*.txt]\nVocab = Y\n"
    avoided = ["1 Vale.Avoid: Avoid using 'bad'.", "5 Vale.Y.Avoid: Avoid using 'worse'."]
    said = "11 Vale.Y.Terms: Use 'two' instead of 'Two'."
    assert _said(_linter(tmp_path, text), "bad worse Two\n") == [*avoided, said]
    assert _said(_linter(tmp_path, text + "Vale.Y.Avoid = NO\n"), "bad worse Two\n") == [avoided[0], said]
    assert _said(_linter(tmp_path, text + "[a*]\nBasedOnStyles =\n"), "bad worse Two\n") == []


def test_a_bad_term_is_told_by_line_and_the_others_hold(tmp_path):
    folder = _vocabulary(tmp_path, accept_txt="Foo\n(\nBar\n", reject_txt="C++\nbad\n")
    linter = _linter(tmp_path)
    assert [fault.split(": ")[0] for fault in linter.faults] == [f"{folder}/accept.txt:2"]
    assert len(_said(linter, "foo bar bad\n")) == 3


def test_a_vocabulary_that_is_not_there_is_told_by_line(tmp_path):
    _vocabulary(tmp_path, "Xy")
    (fault,) = _linter(tmp_path).faults
    assert fault.startswith(".vale.ini:2: there is no vocabulary `X` in ")
    assert fault.endswith("; known: Xy") or fault.endswith("; did you mean `Xy`?")


def test_a_vocabulary_may_lie_where_it_lay_before(tmp_path):
    old = tmp_path / "styles" / "Vocab" / "X"
    old.mkdir(parents=True)
    (old / "accept.txt").write_text("Foo\n")
    assert _said(_linter(tmp_path), "foo\n") == ["1 Vale.Terms: Use 'Foo' instead of 'foo'."]


def test_lists_may_stand_in_yaml(tmp_path):
    text = "accept:\n  - Foo\n  - U.S/A\n  - bar: {ignorecase: true}\nreject: [bad, 7, {'e\\w+': {regex: true}}]\n"
    _vocabulary(tmp_path, vocab_yml=text)
    assert _said(_linter(tmp_path), "foo u.s/a uxs/a BAR bad 7 egg\n") == [
        "1 Vale.Terms: Use 'Foo' instead of 'foo'.",
        "5 Vale.Terms: Use 'U.S/A' instead of 'u.s/a'.",
        "21 Vale.Avoid: Avoid using 'bad'.",
        "25 Vale.Avoid: Avoid using '7'.",
        "27 Vale.Avoid: Avoid using 'egg'.",
    ]


def test_a_term_in_yaml_may_have_flags_for_its_endings(tmp_path):
    _vocabulary(tmp_path, vocab_yml="affix: own\naccept:\n  - Zorb: {flags: N}\nreject:\n  - grix: {flags: N, ignorecase: true}\n")
    (tmp_path / "styles" / "config" / "dictionaries").mkdir(parents=True)
    (tmp_path / "styles" / "config" / "dictionaries" / "own.aff").write_text("SET UTF-8\nSFX N Y 1\nSFX N 0 en [bx]\n")
    assert _said(_linter(tmp_path), "zorben Zorben Grixen grixes\n") == [
        "1 Vale.Terms: Use 'Zorben' instead of 'zorben'.",
        "15 Vale.Avoid: Avoid using 'Grixen'.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("accept:\n  - (: {regex: true}\n", "vocab.yml:2: bad pattern"),
        ("accept:\n  - a: {flags: S9}\n", "vocab.yml:2: `9` is no flag of an affix; there are A, B, C, D, "),
        ("accept:\n  - a: {flags: S, regex: true}\n", "vocab.yml:2: `a` cannot have both `regex` and `flags`; leave one out"),
        ("affix: none\naccept:\n  - a: {flags: S}\n", "vocab.yml:3: there is no file `none.aff` in config/dictionaries"),
        ("accept:\n  - a: b\n", "vocab.yml:2: `b` is not done here; an entry is a text, or maps to flags, ignorecase, regex"),
        ("accept:\n  - {}\n", "vocab.yml:2: `` is not done here"),
        ("words: [a]\n", "vocab.yml:1: a vocabulary holds the lists `accept` and `reject`, and may name `affix`, not `words`"),
        ("accept: [a\n", "vocab.yml:2: not valid YAML"),
    ],
)
def test_a_fault_in_yaml_is_told_by_line(tmp_path, text, words):
    folder = _vocabulary(tmp_path, vocab_yml=text)
    (fault,) = _linter(tmp_path).faults
    assert fault.startswith(f"{folder}/{words}")


def test_a_link_that_leads_out_of_a_vocabulary_is_refused_by_name(tmp_path):
    (tmp_path / "secret.txt").write_text("secret\n")
    folder = _vocabulary(tmp_path)
    os.symlink(tmp_path / "secret.txt", folder / "accept.txt")
    (fault,) = _linter(tmp_path).faults
    assert fault == f"{folder}/accept.txt: no file, or a link that leads out of the vocabulary; put the file itself there"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there, and there are no pipes")
@pytest.mark.parametrize("make", [lambda path: path.symlink_to(path), os.mkfifo])
def test_a_list_that_is_a_link_to_itself_or_a_pipe_is_told(tmp_path, make):
    folder = _vocabulary(tmp_path)
    make(folder / "accept.txt")
    words = "no file, or a link that leads out of the vocabulary; put the file itself there"
    assert _linter(tmp_path).faults == (f"{folder}/accept.txt: {words}",)


def test_a_file_that_is_no_utf_8_is_told(tmp_path):
    folder = _vocabulary(tmp_path)
    (folder / "accept.txt").write_bytes(b"caf\xe9\n")
    assert _linter(tmp_path).faults == (f"{folder}/accept.txt:1: not UTF-8 at byte 3; save the file as UTF-8",)


@pytest.mark.parametrize(
    ("term", "texts"),
    [
        ("a|b", ["a", "b"]),
        ("a(b(c|d))?", ["abc", "abd", "a"]),
        ("a.b c", ["a.b c"]),
        ("a.b/c", None),
        (r"a\.b/c", ["a.b/c"]),
        (r"\d", None),
        ("a*", None),
        ("a??", None),
        ("(a", None),
        ("a)", None),
        ("(?=a)b", None),
        ("a\\", None),
        ("(a|b)" * 8, None),
    ],
)
def test_the_texts_of_a_term_are_told_where_they_are_few(term, texts):
    assert variants(term) == texts


def test_none_as_the_vocabulary_is_no_vocabulary(tmp_path: Path) -> None:
    _vocabulary(tmp_path, accept_txt="Heroon\n")
    linter = _linter(tmp_path, "StylesPath = styles\nVocab = X\nVocab = NONE\n[*]\nBasedOnStyles = Vale\n")
    assert any("Heroon" in line for line in _said(linter, "A Heroon left.\n"))
