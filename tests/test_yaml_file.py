from __future__ import annotations

import pytest

from lintnews import yaml_file
from lintnews.model import LintNewsError

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (BOMB, r"^f\.yml:5: aliases that add more than"),
        ("a: &a [*a]", r"^f\.yml:1: `\*a` has no finished `&a` above it"),
        ("a: *b", r"^f\.yml:1: `\*b` has no finished"),
        ("[" * 100_000, r"^f\.yml:1: nested more than 40 deep"),
        ("a: " + "{a: " * 5000, r"^f\.yml:1: nested more than 40 deep"),
        ("".join(" " * i + "a:\n" for i in range(60)), r"^f\.yml:42: nested more than 40 deep"),
        ("a: 1\nb: 2\na: 3\n", r"^f\.yml:3: the key `a` stands twice; keep one$"),
        ("a:\n\tb: 1\n", r"^f\.yml:2: not valid YAML: .*; indent with spaces, not tabs$"),
        ("a: 1\n---\nb: 2\n", r"^f\.yml:2: a second YAML document begins here; keep one to a file$"),
        ("x: 1\na: !!python/object/apply:os.system ['x']\n", r"^f\.yml:2: the tag `.*os\.system` is not allowed; write the plain value$"),
        ("a: !mine x\n", r"^f\.yml:1: the tag `!mine` is not allowed"),
        ("? [a]\n: b\n", r"^f\.yml:1: a key must be plain text"),
        ("a: &a {b: c}\nd:\n  <<: *a\n", r"^f\.yml:3: a key must be plain text"),
        ("a: 1\nb: \0\n", r"^f\.yml:\d: not valid YAML: .*"),
        ("a: 1\nb: \ud800\n", r"^f\.yml:2: not valid YAML: half a character"),
        ("a: [1\nb: 2\n", r"^f\.yml:\d: not valid YAML: [^\n]+$"),
        ("a: 'x\n", r"^f\.yml:\d: not valid YAML: [^\n]+$"),
    ],
    ids=lambda value: value[:20],
)
def test_what_a_file_should_not_hold_is_one_line_with_its_place(text: str, says: str) -> None:
    with pytest.raises(LintNewsError, match=says) as raised:
        yaml_file.load(text, "f.yml")
    assert "\n" not in str(raised.value)


def test_a_file_too_large_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "MAX_CHARACTERS", 8)
    with pytest.raises(LintNewsError, match="larger than 8 characters; split the file"):
        yaml_file.load("a: 1\nb: 2\n", "f.yml")


def test_more_values_than_a_file_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "MAX_VALUES", 10)
    with pytest.raises(LintNewsError, match="or more than 10 values"):
        yaml_file.load("[" + "1, " * 20 + "]", "f.yml")


def test_a_list_where_fields_are_expected_is_refused() -> None:
    with pytest.raises(LintNewsError, match=r"^f\.yml:7: expected `key: value` lines$"):
        yaml_file.mapping("- a\n", "f.yml", first_line=7)


def test_the_pure_python_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: [1, true, ~, 'x', 1.5, 2020-01-03, 007]\nb: &b {c: d}\ne: *b\n"
    quick = yaml_file.load(text, "f.yml")
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert yaml_file.load(text, "f.yml") == quick
    assert quick.value == {"a": [1, True, None, "x", "1.5", "2020-01-03", "007"], "b": {"c": "d"}, "e": {"c": "d"}}


def test_scalars_stay_as_written_but_for_true_null_and_whole_numbers() -> None:
    text = "a: false\nb: null\nc: -12\nd: 1_000\ne: 1:30\nf: '12'\ng: |\n  yes\nh:\ni: " + "9" * 5000 + "\nj: no\n"
    assert yaml_file.mapping(text, "f.yml") == {
        "a": False,
        "b": None,
        "c": -12,
        "d": "1_000",
        "e": "1:30",
        "f": "12",
        "g": "yes\n",
        "h": None,
        "i": "9" * 5000,
        "j": "no",
    }


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "\n\n"])
def test_an_empty_document_has_no_fields(text: str) -> None:
    assert yaml_file.mapping(text, "f.yml") == {}


def test_every_key_knows_its_line() -> None:
    loaded = yaml_file.load("a:\n  - b: 1\n    c: 2\n  - d\n", "f.yml", first_line=3)
    assert [loaded.line(), loaded.line("a"), loaded.line("a", 0, "c"), loaded.line("a", 1), loaded.line("a", 1, "z", "y")] == [
        3,
        3,
        5,
        6,
        6,
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: \"it\\'s, it\\'s\"\nb: c\n", {"a": "it's, it's", "b": "c"}),
        ('"\\\'": "\\\\"\n', {"'": "\\"}),
    ],
)
def test_an_apostrophe_behind_a_backslash_is_one(text: str, value: object) -> None:
    assert yaml_file.load(text, "a.yml").value == value


def test_another_escape_that_is_none_is_told() -> None:
    with pytest.raises(LintNewsError, match=r"a\.yml:2: not valid YAML: found unknown escape character"):
        yaml_file.load('a: b\nc: "\\d"\n', "a.yml")
    with pytest.raises(LintNewsError, match=r"a\.yml:1: not valid YAML: found unknown escape character"):
        yaml_file.load('a: "' + "\\'" * 300 + '"\n', "a.yml")
