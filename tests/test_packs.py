from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from lintnews import packs, rule_file
from lintnews.model import LintNewsError, Part, Severity
from lintnews.rule import Quotes, Rule

GOOD = """\
extends: existence
message: "“{match}” is out"
tokens:
  - very
  - really
examples:
  bad:
    - |
      It is very big.
            ^^^^
  good:
    - It is big.
"""


def load(text: str, name: str = "r.yml") -> Rule:
    return rule_file.read(dedent(text), name, "desk.r")


def faults(text: str) -> list[str]:
    with pytest.raises(LintNewsError) as error:
        load(text)
    return str(error.value).splitlines()


def test_a_rule_has_what_its_file_says() -> None:
    rule = load(
        GOOD + "level: error\nquotes: skip\nscope: [headline, prose]\nsafe: true\non: no\nsince: 2024-06-30\nwhy: a\nlink: b\nowner: c\n"
    )
    assert (rule.id, rule.pack, rule.kind, rule.severity, rule.quotes) == ("desk.r", "desk", "existence", Severity.ERROR, Quotes.SKIP)
    assert (rule.safe, rule.on, rule.since, rule.why, rule.link, rule.owner) == (True, False, "2024-06-30", "a", "b", "c")
    assert rule.scope[:2] == (Part.HEADLINE, Part.BODY)
    assert rule.options == {"tokens": ["very", "really"]}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("tokens:", "tokns:", "r.yml:3: unknown key `tokns`; did you mean `tokens`?"),
        ("extends: existence", "extends: existance", "r.yml:1: `extends` must name a kind of check; did you mean `existence`?"),
        ("extends: existence\n", "", "r.yml:1: `extends` must name a kind of check; known: "),
        ("{match}", "{word}", "r.yml:2: no match fills `{word}` in the message; this kind fills: match, fix"),
        ('message: "“{match}” is out"\n', "", "r.yml:1: a rule needs `message`"),
        ('message: "“{match}” is out"', "message: [a]", "r.yml:2: `message` must be a text, not `['a']`"),
        ("  - very", "  - (very", "r.yml:4: bad pattern `(very`: missing )"),
        ("  - really", "  - [a, b]", "r.yml:5: `tokens` must be a text, not `['a', 'b']`"),
        ("tokens:", "nonword: maybe\ntokens:", "r.yml:3: `nonword` must be true or false, not `maybe`"),
        ("tokens:", "safe: maybe\ntokens:", "r.yml:3: `safe` must be true or false, not `maybe`"),
        ("tokens:", "action: remove\ntokens:", "r.yml:3: `action` must be a mapping of `key: value` lines"),
        ("tokens:", "action: {name: delete}\ntokens:", "r.yml:3: unknown action `delete`; known: convert, edit, remove, replace, suggest"),
        ("tokens:", "level: fatal\ntokens:", "r.yml:3: `level` must be one of suggestion, warning, error, not `fatal`"),
        ("tokens:", "quotes: never\ntokens:", "r.yml:3: `quotes` must be one of skip, only, any, not `never`"),
        ("tokens:", "scope: headlin\ntokens:", "r.yml:3: unknown scope `headlin`; did you mean `headline`?"),
        ("tokens:", "scope: [body, bdy]\ntokens:", "r.yml:3: unknown scope `bdy`; did you mean `body`?"),
        ("tokens:", "until: June\ntokens:", "r.yml:3: `until` must be a day, such as 2024-06-30, not `June`"),
        ("tokens:", "why: true\ntokens:", "r.yml:3: `why` must be a text, not `True`"),
        ("            ^^^^\n", "", "r.yml:8: a bad example needs a line of ^^^ under what must be found"),
        ("  good:\n    - It is big.\n", "", "r.yml:6: a rule needs `examples:`"),
        ("  good:", "  god:", "r.yml:6: a rule needs `examples:`"),
        ("  good:", "  ugly: []\n  good:", "r.yml:11: `examples` holds two lists, `bad` and `good`, not `ugly`"),
        ("- It is big.", "- |\n      It is big.\n      ^^", "r.yml:12: a good example has nothing to find, so no line of ^^^"),
        ("tokens:", "message: again\ntokens:", "r.yml:3: the key `message` stands twice; keep one"),
        ("extends: existence", "extends: [", "r.yml:3: not valid YAML"),
    ],
)
def test_a_fault_is_one_line_with_file_line_and_remedy(old: str, new: str, fault: str) -> None:
    assert old in GOOD
    (line,) = faults(GOOD.replace(old, new))
    assert line.startswith(fault)


def test_a_file_that_is_no_mapping_is_a_fault() -> None:
    assert faults("- a\n") == ["r.yml:1: a rule file holds `key: value` lines"]


def test_every_fault_of_a_file_is_told() -> None:
    assert len(faults(GOOD.replace("tokens", "tokns").replace("{match}", "{word}") + "level: fatal\nsafe: 3\n")) >= 4


def test_a_rule_on_a_page_needs_no_examples() -> None:
    rule = rule_file.read("extends: existence\nmessage: x\ntokens: [a]\n", "page.md", "page.x", bare=True)
    assert rule.examples == ()


def test_a_word_that_yaml_might_take_for_a_truth_is_a_word() -> None:
    assert load(GOOD.replace("- really", "- no")).check.tokens == ("very", "no")  # type: ignore[attr-defined]
    assert load(GOOD.replace("- really", "- true")).check.tokens == ("very", "true")  # type: ignore[attr-defined]
    assert load(GOOD.replace("- really", "- 5")).check.tokens == ("very", "5")  # type: ignore[attr-defined]


def test_one_token_needs_no_list() -> None:
    assert load(GOOD.replace("tokens:\n  - very\n  - really", "tokens: very")).check.tokens == ("very",)  # type: ignore[attr-defined]


def folder(home: Path, **files: str) -> Path:
    for name, text in files.items():
        path = home / "desk" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def test_the_rules_of_a_folder_are_named_by_their_paths(tmp_path: Path) -> None:
    assert [rule.id for rule in packs.load([folder(tmp_path, a=GOOD, b=GOOD)]).rules] == ["desk.a", "desk.b"]


def test_a_second_rule_with_an_id_is_a_fault_and_the_first_stays(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one", a=GOOD), folder(tmp_path / "two", a=GOOD.replace("out", "in"))
    loaded = packs.load([one, two])
    assert [rule.message for rule in loaded.rules] == ["“{match}” is out"]
    assert loaded.faults == (f"{two}/desk/a.yml: the rule `desk.a` already stands in {one}/desk/a.yml; rename one of the files",)


def test_what_is_sound_is_loaded_beside_what_is_not(tmp_path: Path) -> None:
    loaded = packs.load([folder(tmp_path, a=GOOD, b=GOOD.replace("tokens", "tokns"))])
    assert [rule.id for rule in loaded.rules] == ["desk.a"]
    assert len(loaded.faults) == 1


def test_a_file_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    home = folder(tmp_path, a=GOOD)
    (home / "desk" / "a.yml").write_bytes(b"extends: \xff")
    assert packs.load([home]).faults == (f"{home}/desk/a.yml:1: not UTF-8 at byte 9; save the file as UTF-8",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("records: []\n", "f.yml:1: a fact file holds a list `facts:` of records"),
        (
            "source: s\nas_of: 2024\nfacts:\n  - {subject: A, relation: r, vallue: b}\n",
            "f.yml:4: unknown key `vallue` in a fact; did you mean `value`?",
        ),
        ("source: s\nfacts:\n  - {subject: A, relation: r, value: b}\n", "f.yml:3: a fact needs `as_of`, its own or the file's"),
        ("facts: [a]\n", "f.yml:1: a fact is `{subject: …, value: …}`"),
        (
            "source: s\nas_of: 2024\nfacts:\n  - {subject: A, relation: named, value: b, since: 2020, until: 2019}\n",
            "f.yml:4: `until` 2019 is before `since` 2020",
        ),
        (
            "source: s\nas_of: 2024\nfacts:\n  - {subject: A, relation: born, value: 1963-12}\n",
            "f.yml:4: the value of `born` must be a day in full, such as 1963-12-30, not `1963-12`",
        ),
    ],
)
def test_a_fault_in_a_fact_is_one_line(text: str, fault: str) -> None:
    with pytest.raises(LintNewsError) as error:
        list(packs.facts(text, "f.yml"))
    assert str(error.value) == fault
