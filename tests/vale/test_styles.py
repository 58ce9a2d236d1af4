from pathlib import Path
from textwrap import dedent

import pytest

from lintnews.model import Severity
from lintnews.rule import Rule
from lintnews.vale.styles import Loader, Style, names


def load(folder: Path, **rules: str) -> Style:
    """The style `Desk` of these rules, `Desk/<name>.yml`."""
    for name, text in rules.items():
        path = folder / "Desk" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return Loader((folder,)).style("Desk")


def rule(folder: Path, text: str) -> Rule:
    style = load(folder, Rule=text)
    assert not style.faults
    return style.rules[0]


def test_a_rule_has_the_name_of_its_style_and_file(tmp_path: Path) -> None:
    nested = tmp_path / "Desk" / "dates" / "Time.v2.yml"
    nested.parent.mkdir(parents=True)
    nested.write_text("extends: existence\nmessage: no\ntokens: [a]\n")
    for passed_over in ("Desk/.git/x.yml", "Desk/_old/x.yml", "Desk/x.test.yml", "Desk/y.yaml"):
        path = tmp_path / passed_over
        path.parent.mkdir(exist_ok=True)
        path.write_text("extends: nothing\n")
    style = Loader((tmp_path,)).style("Desk")
    assert [rule.id for rule in style.rules] == ["Desk.dates.Time"]
    assert style.faults == ()


def test_what_is_left_out_is_vales_default(tmp_path: Path) -> None:
    made = rule(tmp_path, "extends: existence\nmessage: no\ntokens: [a]\n")
    assert (made.severity, made.selectors, made.limit, made.vale) == (Severity.WARNING, ("text",), 0, True)


@pytest.mark.parametrize(
    ("scope", "selectors"),
    [("sentence", ("sentence",)), ("[text & ~quote, heading.h2]", ("text & ~quote", "heading.h2"))],
)
def test_a_scope_is_one_selector_or_a_list(tmp_path: Path, scope: str, selectors: tuple[str, ...]) -> None:
    assert rule(tmp_path, f"extends: existence\nmessage: no\ntokens: [a]\nscope: {scope}\n").selectors == selectors


def test_options_are_decoded_as_loosely_as_vale_does(tmp_path: Path) -> None:
    made = rule(
        tmp_path,
        """
        extends: substitution
        message: no
        IgnoreCase: "yes"
        nonword: 1
        level: error
        limit: 2
        swap:
          - grey: gray
          - 5: 6
        exceptions: Grey
        action: {name: replace}
        """,
    )
    check = made.check
    assert (check.swap, check.ignorecase, check.nonword) == ({"grey": "gray", "5": "6"}, True, True)  # type: ignore[attr-defined]
    assert (check.exceptions, made.severity, made.limit) == (("Grey",), Severity.ERROR, 2)  # type: ignore[attr-defined]


def test_one_bad_rule_does_not_stop_the_others(tmp_path: Path) -> None:
    style = load(tmp_path, A="extends: existence\nmessage: no\ntokens: ['(']\n", B="extends: existence\nmessage: no\ntokens: [b]\n")
    assert [rule.id for rule in style.rules] == ["Desk.B"]
    assert len(style.faults) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("extends: existense\nmessage: no\n", 1, "did you mean `existence`"),
        ("extends: existence\ntokens: [a]\n", 1, "needs `message`"),
        ("extends: existence\nmessage: no\ntokens: [a]\nnoword: true\n", 4, "unknown key `noword`; did you mean `nonword`"),
        ("extends: existence\nmessage: no\ntokens:\n  - a\n  - '('\n", 5, "bad pattern"),
        ("extends: existence\nmessage: no\ntokens: [a]\nlevel: fatal\n", 4, "must be one of"),
        ("extends: existence\nmessage: no\ntokens: [a]\nlimit: many\n", 4, "whole number"),
        ("extends: existence\nmessage: no\ntokens: [a]\ncode: true\n", 4, "use `scope: raw`"),
        ("extends: existence\nmessage: no\ntokens: [a]\nignorecase: perhaps\n", 4, "must be true or false"),
        ("extends: occurrence\nmessage: no\ntoken: a\nmax: lots\n", 4, "must be a whole number"),
        ("extends: substitution\nmessage: no\nswap: [a, b]\n", 3, "must be a mapping"),
        ("extends: existence\nmessage: no\nmessage: yes\ntokens: [a]\n", 3, "stands twice"),
        ("extends: existence\nmessage: no\ntokens: [a]\naction: {name: replce}\n", 4, "unknown action"),
        ("extends: Desk.Nowhere\nmessage: no\n", 1, "no such rule"),
        ("extends: Desk.Rule\nmessage: no\n", 1, "ring"),
        ("- a\n", 1, "`key: value`"),
        ("extends: existence\n\tmessage: no\n", 2, "not valid YAML"),
    ],
)
def test_a_fault_is_one_line_with_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    style = load(tmp_path, Rule=text)
    assert not style.rules
    assert len(style.faults) == 1
    assert style.faults[0].startswith(f"{tmp_path / 'Desk' / 'Rule.yml'}:{line}: ")
    assert words in style.faults[0]


def test_a_file_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / "Desk").mkdir()
    (tmp_path / "Desk" / "A.yml").write_bytes(b"message: caf\xe9\n")
    assert "not UTF-8 at byte 12" in Loader((tmp_path,)).style("Desk").faults[0]


@pytest.mark.parametrize("kind", ["consistency"])
def test_some_kinds_pass_unknown_keys_over_as_vale_does(tmp_path: Path, kind: str) -> None:
    assert rule(tmp_path, f"extends: {kind}\nmessage: no\neither: {{a: b}}\nwhatever: 1\n").kind == kind


def test_a_rule_may_extend_another(tmp_path: Path) -> None:
    base = "extends: existence\nmessage: no\nlevel: error\ntokens: [a, b]\n"
    style = load(tmp_path, Base=base, Mine="extends: Desk.Base\ntokens-: [a]\ntokens+: [c]\n")
    made = style.rules[1]
    assert (made.id, made.severity, made.check.tokens) == ("Desk.Mine", Severity.ERROR, ("b", "c"))  # type: ignore[attr-defined]


def test_a_style_that_is_not_there_is_a_fault_that_names_those_that_are(tmp_path: Path) -> None:
    load(tmp_path, A="extends: existence\nmessage: no\ntokens: [a]\n")
    assert "did you mean `Desk`" in Loader((tmp_path,)).style("Desc").faults[0]
    assert "there is no style" in Loader((tmp_path,)).style("../Desk").faults[0]
    assert names([tmp_path]) == ["Desk"]


def test_one_rule_of_a_style_is_loaded_by_its_name(tmp_path: Path) -> None:
    load(tmp_path, A="extends: existence\nmessage: no\ntokens: [a]\n", B="extends: nothing\n")
    loader = Loader((tmp_path,))
    assert [rule.id for rule in loader.one("Desk.A").rules] == ["Desk.A"]
    assert "`extends`" in loader.one("Desk.B").faults[0]
    assert "there is no rule" in loader.one("Desk.C").faults[0]


def test_a_configuration_sets_keys_of_a_rule_anew(tmp_path: Path) -> None:
    load(tmp_path, A="extends: occurrence\nmessage: no\ntoken: a\nmax: 3\n")
    loader = Loader((tmp_path,), {"Desk.A": {"max": "5"}})
    assert loader.style("Desk").rules[0].check.max == 5  # type: ignore[attr-defined]


def test_what_is_no_regular_file_is_no_rule(tmp_path):
    (tmp_path / "A" / "Folder.yml").mkdir(parents=True)
    assert Loader((tmp_path,)).style("A") == Style(faults=(f"{tmp_path}/A/Folder.yml: not a plain file; take it out",))
