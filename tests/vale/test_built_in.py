"""Vale's own rules, and rules of a style that name files, through the linter of `.vale.ini`."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.model import Source
from lintnews.vale.linter import ValeLinter
from lintnews.vale.settings import Choices, Layer

COPY = "# A heloo\n\nThe wrold is is `heloo` **termx**.\n\nThe  \nthe wrold’s end.\n"


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    files = {
        "config/ignore/terms.txt": "termx\n",
        "config/scripts/Long.tengo": 'matches := [{begin: 2, end: 7, message: "%s!"}]',
        "config/actions/Up.tengo": 'text := import("text")\nsuggestions := [text.to_upper(match)]',
        "Own/Script.yml": "extends: script\nmessage: m\nscope: raw\nscript: Long.tengo\n",
        "Own/Endless.yml": "extends: script\nmessage: m\nscope: raw\nscript: |\n  f := func(n) { return 1 + f(n) }\n  f(0)\n",
        "Own/Suggest.yml": "extends: existence\nmessage: \"'%s': %s\"\ntokens: [end]\naction: {name: suggest, params: [Up.tengo]}\n",
        "Own/Spell.yml": "extends: spelling\nmessage: \"'%s'\"\nscope: heading\nignore: terms.txt\nnonsense: 5\n",
        "Bad/Os.yml": 'extends: script\nmessage: m\nscript: |\n  x := 1\n  os := import("os")\n',
        "Bad/None.yml": "extends: script\nmessage: m\nscript: None.tengo\n",
        "Bad/Dic.yml": "extends: spelling\nmessage: m\ndictionaries:\n  - nope\n",
        "Bad/Out.yml": "extends: spelling\nmessage: m\nignore:\n  - /etc/passwd\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def linter(styles: Path, *names: str, **said: bool) -> ValeLinter:
    switches = {key.replace("_", "."): on for key, on in said.items()}
    return ValeLinter(Choices((styles,), names, singles=tuple(switches), layers=(Layer(switches),)))


def told(made: ValeLinter) -> list[str]:
    report = made.check(Source("a.md", COPY))
    return [f"{':'.join(map(str, report.source.place(f.span.start)))} {f.rule} {f.message}" for f in report.findings]


SPELLING = [
    "1:5 Vale.Spelling Did you really mean 'heloo'?",
    "3:5 Vale.Spelling Did you really mean 'wrold'?",
    "6:5 Vale.Spelling Did you really mean 'wrold's'?",
]


def test_vales_style_checks_spelling_and_repetition(styles: Path) -> None:
    repeated = ["3:11 Vale.Repetition 'is' is repeated!", "5:1 Vale.Repetition 'the' is repeated!"]
    assert told(linter(styles, "Vale")) == [*SPELLING[:2], *repeated, SPELLING[2]]


def test_one_of_vales_rules_is_switched_on_and_off_by_name(styles: Path) -> None:
    assert told(linter(styles, Vale_Spelling=True)) == SPELLING
    assert told(linter(styles, "Vale", Vale_Repetition=False)) == SPELLING
    assert told(linter(styles, "Own", Own_Script=False, Own_Endless=False, Own_Suggest=False)) == ["1:5 Own.Spell 'heloo'"]


def test_the_rules_of_a_style_find_their_files(styles: Path) -> None:
    assert told(linter(styles, "Own")) == [
        "1:1 lintnews.rule-fault Own.Endless: line 1 of the script: its functions, or its lists and maps, go too deep into one another",
        "1:3 Own.Script A hel!",
        "1:5 Own.Spell 'heloo'",
        "6:13 Own.Suggest 'end': END",
    ]


def test_what_is_wrong_with_a_rule_is_told_with_file_and_line(styles: Path) -> None:
    made = linter(styles, "Bad", "Own")
    assert "Own.Script" in {rule.id for rule in made.rules}
    assert [fault.replace(f"{styles}/", "") for fault in made.faults] == [
        "Bad/Dic.yml:4: there are no files `nope.aff` and `nope.dic` in `config/dictionaries`",
        "Bad/None.yml:3: there is no file `None.tengo` in config/scripts or the folder of the styles",
        "Bad/Os.yml:3: line 2 of the script: the module `os` cannot be imported; a rule's script has text, fmt, math",
        "Bad/Out.yml:3: `/etc/passwd` leads out of the folder of the styles; name a file inside it",
    ]


def test_a_configuration_may_set_keys_of_vales_own_rules(styles: Path) -> None:
    params = {"Vale.Spelling": {"split": "YES"}, "Vale.Repetition": {"alpha": "maybe"}}
    made = ValeLinter(Choices((styles,), ("Vale",), params=params))
    report = made.check(Source("a.md", "Call recieveMessage, then then flushInterval.\n"))
    assert [(f.rule, f.span.start, f.message) for f in report.findings] == [
        ("Vale.Spelling", 5, "Did you really mean 'recieve'?"),
        ("Vale.Repetition", 21, "'then' is repeated!"),
    ]
    assert made.remarks == ("styles: `alpha` must be true or false, not `maybe`",)
