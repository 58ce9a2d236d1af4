"""From a `.vale.ini` to a lintnews.yaml that says the same."""

from __future__ import annotations

import json
import os

from vale_desk import INI, A, B, D, lines

from lintnews.cli.init import text
from lintnews.config import Configs
from lintnews.config_file import read


def test_init_says_what_it_can_do(styled, run):
    code, out, err = run("init")
    assert (code, out) == (2, "")
    assert "`lintnews init --from-vale` writes a lintnews.yaml that says what the .vale.ini of this folder says" in err


def test_init_writes_a_file_with_which_a_run_finds_the_same(styled, run):
    before = run("check", "-f", "json")
    assert run("init", "--from-vale").out == "Wrote lintnews.yaml from .vale.ini.\n"
    (styled / ".vale.ini").unlink()
    assert run("check", "-f", "json") == before
    assert len(json.loads(before.out)) == len([*A, *B, *D])


HARD = """\
StylesPath = styles
IgnoredScopes = code, "q"
SkippedScopes =
IgnoredClasses = a, b c
WordTemplate = \\b(?:%s)\\b
[formats]
mdx = md
*.x = md
[*]
BasedOnStyles = A, B
TokenIgnores = (\\$+[^\\n$]+\\$+), a\\,b, `#`
B = NO
[!docs/**]
BlockIgnores = (?s) *({{<.*?>}})
CommentDelimiters = {/*, */}
A.one = UNSET
Vocab = House
[*.{md,txt}]
BasedOnStyles =
A.two[limit] = 3
A.yes = NO
"""


def test_init_loses_nothing_on_the_way(styled):
    (styled / ".vale.ini").write_text(HARD)
    one = Configs().file(str(styled)).sheet
    other = read(text(one), "lintnews.yaml", str(styled)).sheet
    for key in (
        "styles_paths",
        "min_level",
        "ignored_scopes",
        "skipped_scopes",
        "ignored_classes",
        "word_template",
        "formats",
        "vocabularies",
    ):
        assert getattr(other, key) == getattr(one, key), key
    assert [vars(section) for section in other.sections] == [vars(section) for section in one.sections]
    assert other.territory == one.territory


def test_init_overwrites_nothing_and_wants_something_to_begin_from(styled, run):
    (styled / "lintnews.yaml").write_text("")
    assert run("init", "--from-vale").err.startswith("lintnews.yaml: there is one already; move it away first")
    (styled / "lintnews.yaml").unlink()
    os.chdir(styled / "docs")
    assert "is in another folder; go to" in run("init", "--from-vale").err
    (styled / ".vale.ini").unlink()
    assert "there is no .vale or _vale or vale.ini or .vale.ini" in run("init", "--from-vale").err


def test_init_takes_a_file_that_is_named(styled, run):
    (styled / "ci").mkdir()
    (styled / ".vale.ini").rename(styled / "ci" / "my.ini")
    (styled / "ci" / "my.ini").write_text(INI.replace("= styles", "= ../styles"))
    assert run("init", "--from-vale", "--config", "ci/my.ini").code == 0
    assert "styles-path: [styles]" in (styled / "lintnews.yaml").read_text()
    assert lines(run("check", "a.md", "-f", "concise").out) == A
