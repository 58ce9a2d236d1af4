"""What a `.vale.ini` says of a file: the rules that run and their levels, as Vale 3.22 was seen to have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.model import LintNewsError, Severity, Source
from lintnews.vale import ini
from lintnews.vale.linter import ValeLinter

WORDS = ("one", "two")
TOP = "StylesPath = styles\nMinAlertLevel = suggestion\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for style, level in (("A", "warning"), ("B", "suggestion")):
        (tmp_path / "styles" / style).mkdir(parents=True)
        for word in WORDS:
            (tmp_path / "styles" / style / f"{word}.yml").write_text(
                f'extends: existence\nmessage: "{style} %s"\nlevel: {level}\ntokens: [{word}]\n'
            )
    return tmp_path


def _sheet(root: Path, text: str):
    (root / ".vale.ini").write_text(text)
    return ini.read(str(root / ".vale.ini"), shown=".vale.ini")


def _found(root: Path, text: str, path: str = "a.md", story: str = "one two\n") -> str:
    choices = _sheet(root, TOP + text).choices(str(root / path))
    if choices is None:
        return "not looked at"
    report = ValeLinter(choices).check(Source(path, story))
    return " ".join(sorted(f"{finding.rule}:{finding.severity[0]}" for finding in report.findings))


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ("[*.md]\nBasedOnStyles = A\n", "A.one:w A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nBasedOnStyles = B\n", "A.one:w A.two:w B.one:s B.two:s"),
        ("[*.txt]\nBasedOnStyles = A\n", "not looked at"),
        ("[*]\nA.one = YES\n[*.txt]\nBasedOnStyles = A\n", "A.one:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = NO\nA.two = error\n", "A.two:e"),
        ("[*.md]\nBasedOnStyles = A\nA = NO\nA.one = YES\n", "A.one:w"),
        ("[*.md]\nBasedOnStyles = A\nA = error\nA.one = YES\n", "A.one:e A.two:e"),
        ("[*.md]\nBasedOnStyles = A\nB = error\n", "A.one:w A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nB = error\n[*.txt]\nBasedOnStyles = B\n", "A.one:w A.two:w B.one:e B.two:e"),
        ("[*.md]\nBasedOnStyles = A\nB = error\n[*.txt]\nB.two = NO\n", "A.one:w A.two:w B.two:e"),
        ("[*.md]\nBasedOnStyles = A\nB.one = error\n", "A.one:w A.two:w B.one:e"),
        ("[*.md]\nBasedOnStyles = A\nA.one = error\nA.one = NO\n", "A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = YES\nA.one = error\nA.one = YES\n", "A.one:e A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = NO\n[a*]\nBasedOnStyles = B\n", "B.one:s B.two:s"),
        ("[*.md]\nBasedOnStyles = A\nA.one = error\n[a*]\nA = suggestion\n", "A.one:e A.two:s"),
        ("[*.md]\nBasedOnStyles = A\nA.one = error\n[a*]\nA.one = YES\n", "A.one:e A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = NO\n[*.md]\nA.two = NO\n", ""),
        ("[a*]\nBasedOnStyles = B\n[*]\nBasedOnStyles = A\n", "B.one:s B.two:s"),
        ("[*]\nBasedOnStyles = A\nA.one = NO\n[*.md]\nBasedOnStyles = A\n", "A.two:w"),
        ("[*]\nBasedOnStyles = A\nA.one = NO\n[*.md]\nA = error\n", "A.one:e A.two:e"),
        ("[*]\nBasedOnStyles = A\nA.one = error\n[*.md]\nA.one = YES\n", "A.one:e A.two:w"),
        ("[*]\nBasedOnStyles = A\nA.one = NO\n[*.md]\nA.one = UNSET\n", "A.two:w"),
        ("[*]\nBasedOnStyles = A\nB.one = YES\n[*.md]\nB.one = UNSET\n", "A.one:w A.two:w"),
        ("[*]\nBasedOnStyles = A\n[*.md]\nA.one = NO\n[a*]\nA.one = UNSET\n", "A.one:w A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = error\n[a*]\nA.one = UNSET\n", "A.one:w A.two:w"),
        ("[*]\nBasedOnStyles = A\nB.one = YES\n[*.md]\nBasedOnStyles =\n", ""),
        ("[*]\nBasedOnStyles = A\n[*.md]\nBasedOnStyles = NONE\n", ""),
        ("[*]\nBasedOnStyles = A\n[*.md]\nBasedOnStyles = NONE, B\n", "B.one:s B.two:s"),
        ("[*.md]\nBasedOnStyles = A\nA.one = NO\n[a*]\nA.one = UNSET\n", "A.two:w"),
        ("[*.md]\nBasedOnStyles = A\nA.one = NO\n[a*]\nA.one = UNSET\n[a.*]\nBasedOnStyles = A\n", "A.one:w A.two:w"),
        ('[*]\nBasedOnStyles = A\n[*.md]\nBasedOnStyles = ""\nA.two = YES\n', "A.two:w"),
        ("[*]\nBasedOnStyles = A\nB.one = YES\n[*.md]\nBasedOnStyles =\n[a*]\nBasedOnStyles = B\n", "B.two:s"),
        ("[*]\nBasedOnStyles = A\nB = error\n[*.md]\nBasedOnStyles =\n[a*]\nB.one = YES\n", "B.one:e"),
        ("[*.md]\nBasedOnStyles = A\nB.one = NO\n[a.*]\nBasedOnStyles =\n[a*]\nBasedOnStyles = B\n", "B.one:s B.two:s"),
    ],
)
def test_sections_are_laid_over_one_another_as_in_vale(root, sections, found):
    assert _found(root, sections) == found


@pytest.mark.parametrize(
    ("level", "found"), [("suggestion", "A.one:e A.two:w B.one:s"), ("warning", "A.one:e A.two:w"), ("error", "A.one:e")]
)
def test_the_least_level_counts_what_the_sections_raise(root, level, found):
    text = f"StylesPath = styles\nMinAlertLevel = {level}\n[*.md]\nBasedOnStyles = A\nA.one = error\nB.one = YES\n"
    choices = _sheet(root, text).choices(str(root / "a.md"))
    report = ValeLinter(choices).check(Source("a.md", "one two\n"))
    assert " ".join(sorted(f"{finding.rule}:{finding.severity[0]}" for finding in report.findings)) == found


def test_keys_of_rules_are_set_anew(root):
    assert _found(root, "[*.md]\nBasedOnStyles = A\n", story="one one ONE\n") == "A.one:w A.one:w"
    assert _found(root, "[*]\nBasedOnStyles = A\nA.one[limit] = 1\n", story="one one ONE\n") == "A.one:w"
    assert _found(root, "[*.txt]\nBasedOnStyles = A\nA.one[LIMIT] = 1\n[*.md]\nBasedOnStyles = A\n", story="one one\n") == "A.one:w"
    assert _found(root, "[*]\nBasedOnStyles = A\nA.one[ignorecase] = true\n", story="one one ONE\n") == "A.one:w A.one:w A.one:w"


def test_globs_are_seen_from_the_folder_of_the_file(root, monkeypatch):
    (root / "docs").mkdir()
    monkeypatch.chdir(root / "docs")
    sheet = _sheet(root, TOP + "[docs/*]\nBasedOnStyles = A\n")
    assert sheet.choices("a.md") is not None
    assert sheet.choices(str(root / "docs" / "a.md")) is not None
    assert sheet.choices("../a.md") is None


def test_files_that_the_same_sections_fit_have_the_same_choices(root):
    sheet = _sheet(root, TOP + "[*.md]\nBasedOnStyles = A\n[docs/*]\nA.one = NO\n")
    one, two, three = (sheet.choices(str(root / name)) for name in ("a.md", "b.md", "docs/c.md"))
    assert one is two
    assert one != three
    assert len({one, two, three}) == 2


def test_markup_is_read_as_the_sections_say(root):
    text = (
        "StylesPath = styles\nIgnoredScopes = code, q\nSkippedScopes =\nIgnoredClasses = a\nIgnoredClasses = b\n"
        "WordTemplate = \\b(?:%s)\\b\n"
        "[formats]\nmdx = md\nMakefile = .txt\n[*]\nBasedOnStyles = A\nTokenIgnores = (a\\,b), c\n[*.md]\nTokenIgnores = d\n"
        "BlockIgnores = (?s)e.*f\nCommentDelimiters = {/*, */}\n"
    )
    choices = _sheet(root, text).choices(str(root / "a.md"))
    assert choices.reading.ignored_scopes == ("code", "q")
    assert choices.reading.skipped_scopes == ()
    assert choices.reading.ignored_classes == ("a", "b")
    assert choices.reading.token_ignores == ("(a,b)", "c", "d")
    assert choices.reading.block_ignores == ("(?s)e.*f",)
    assert choices.reading.comment_delimiters == ("{/*", "*/}")
    assert choices.word_template == "\\b(?:%s)\\b"
    assert choices.formats == {"mdx": "md", "Makefile": "txt"}
    assert choices.min_level is Severity.SUGGESTION


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MinAlertLevel = Warning\n", "1: `MinAlertLevel` must be one of suggestion, warning, error, not `Warning`"),
        ("BasedOnStyles = A\n", "1: `BasedOnStyles` belongs into a section; put it below a glob such as [*.md]"),
        ("Transform = a.xsl\n", "1: `Transform` belongs into a section"),
        ("[*.md]\nMinAlertLevel = error\n", "2: `MinAlertLevel` is for all files; put it above the first section"),
        ("[*]\nCommentDelimiters = a, b\n", "2: `CommentDelimiters` cannot stand in [*]; put it below a glob"),
        ("[*.md]\nCommentDelimiters = {/*\n", "2: `CommentDelimiters` must be two marks, such as {/*, */}, not `{/*`"),
        ("[*.{md]\n", "1: bad glob `*.{md`"),
        ("StylesPath = nowhere\n", "1: there is no folder of styles `nowhere`"),
        ("Vocab = ../../etc\n", "1: `Vocab` must name folders in config/vocabularies of the styles' folder, not `../../etc`"),
        ("[*]\nBasedOnStyles = ../A\n", "2: `BasedOnStyles` must name folders of styles, not `../A`"),
        ("WordTemplate = abc\n", "1: `WordTemplate` must hold one `%s`"),
        (
            "[*]\nTokenIgnores = (a{1,2} x)\n",
            "2: `TokenIgnores`: bad pattern `(a{1`: missing ); a comma parts two patterns: write `\\,` for",
        ),
        ("[*]\nA.one[tokens] = x\n", "2: `tokens` cannot be set here; write a rule in a style of your own that extends A.one"),
        ("[*.md if x]\nBasedOnStyles = A\n", "1: unknown name `x`; a field begins with a point: .Name, .Path, .Dir, .Ext, .Meta"),
        ("[*]\nA.one[level] = error\n", "2: set a level with `A.one = error`"),
    ],
)
def test_what_vale_stops_at_is_an_error_by_line(root, text, words):
    with pytest.raises(LintNewsError) as error:
        _sheet(root, text)
    assert str(error.value).startswith(f".vale.ini:{words}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Packages = Google\n", "1: the package `Google` is not in the folder of styles: LintNews downloads nothing; run `vale sync` once"),
        ("Packages = https://a.org/b/Hugo.zip\n", "1: the package `Hugo` is not in the folder of styles"),
        ("NLPEndpoint = http://a\n", "1: `NLPEndpoint` is not done: LintNews asks no server"),
        ("MinAlertLvl = error\n", "1: unknown key `MinAlertLvl`; did you mean `MinAlertLevel`?"),
        ("A.one = NO\n", "1: unknown key `A.one`; what is said of a rule stands below a glob such as [*.md]"),
        ("[asciidoctor]\na = b\n", "1: `[asciidoctor]` is for a program that LintNews does not run"),
        ("[*.md]\nTransform = a.xsl\n", "2: `Transform` is not done"),
        ("[*.md]\nA.one = Yes\n", "2: `A.one = Yes` switches it off, as in Vale; write YES"),
        (
            "[*.md]\nA.one = fatal\n",
            "2: `A.one = fatal` switches it off, as in Vale; write one of YES, NO, UNSET, suggestion, warning, error",
        ),
        ("[*.md]\nBasedOnStyle = A\n", "2: unknown key `BasedOnStyle`; did you mean `BasedOnStyles`?"),
        ("[*.md]\na b = c\n", "2: unknown key `a b`"),
    ],
)
def test_what_is_not_done_is_told_by_line(root, text, words):
    (remark,) = _sheet(root, text).remarks
    assert remark.startswith(f".vale.ini:{words}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[*]\nBasedOnStyles = A\nA.onne = NO\n", ".vale.ini:5: there is no rule `A.onne`; did you mean `A.one`?"),
        ("[*]\nBasedOnStyles = A\nC.x = YES\n", ".vale.ini:5: there is no rule `C.x`; there is no style `C` either"),
        ("[*]\nBasedOnStyles = A\nA.onne[limit] = 1\n", ".vale.ini:5: there is no rule `A.onne`; did you mean `A.one`?"),
        ("[*]\nBasedOnStyles = A\nVale.Term = YES\n", ".vale.ini:5: there is no rule `Vale.Term`; did you mean `Vale.Terms`?"),
    ],
)
def test_a_rule_that_no_style_has_is_told_by_line(root, text, words):
    assert ValeLinter(_sheet(root, TOP + text).choices(str(root / "a.md"))).remarks == (words,)


def test_a_style_that_is_not_there_is_a_fault_by_line_and_the_others_run(root):
    linter = ValeLinter(_sheet(root, TOP + "[*]\nBasedOnStyles = A, Gogle\n").choices(str(root / "a.md")))
    (fault,) = linter.faults
    assert fault.startswith(".vale.ini:4: there is no style `Gogle` in ")
    assert "; known: A, B; LintNews downloads none, `vale sync` does" in fault
    assert len(linter.rules) == 2


def test_a_bad_rule_is_a_fault_by_line_unless_it_is_off(root):
    bad = root / "styles" / "A" / "bad.yml"
    bad.write_text("extends: existence\nmessage: m\ntokens: ['(']\n")
    linter = ValeLinter(_sheet(root, TOP + "[*]\nBasedOnStyles = A\n").choices(str(root / "a.md")))
    (fault,) = linter.faults
    assert fault.startswith(f"{bad}:3: bad pattern")
    assert [rule.id for rule in linter.rules] == ["A.one", "A.two"]
    off = ValeLinter(_sheet(root, TOP + "[*]\nBasedOnStyles = A\nA.bad = NO\n").choices(str(root / "a.md")))
    assert off.faults == ()


def test_a_file_that_cannot_be_read_is_told(root):
    (root / ".vale.ini").write_bytes(b"# \n\xff")
    with pytest.raises(LintNewsError, match=r"\.vale\.ini:2: not UTF-8 at byte 3"):
        ini.read(str(root / ".vale.ini"))
    with pytest.raises(LintNewsError, match="not a plain file"):
        ini.read(str(root))


def test_the_file_in_a_config_folder_sees_globs_from_above(root):
    (root / ".config").mkdir()
    (root / ".config" / "vale.ini").write_text("StylesPath = ../styles\n[docs/*]\nBasedOnStyles = A\n")
    assert ini.read(str(root / ".config" / "vale.ini")).choices(str(root / "docs" / "a.md")) is not None


def test_configurations_that_came_with_packages_count_before_the_file(root):
    packaged = root / "styles" / ".vale-config"
    packaged.mkdir()
    (packaged / "0-Hugo.ini").write_text("StylesPath = /etc\nMinAlertLevel = error\n[*.md]\nBasedOnStyles = B\nA.one = NO\nB.one = error\n")
    text = "StylesPath = styles\nPackages = A, Hugo\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = A\nB.one = warning\n"
    sheet = _sheet(root, text)
    assert sheet.remarks == ()
    assert sheet.styles_paths == (root / "styles",)
    report = ValeLinter(sheet.choices(str(root / "a.md"))).check(Source("a.md", "one two\n"))
    assert sorted(f"{f.rule}:{f.severity[0]}" for f in report.findings) == ["A.two:w", "B.one:w", "B.two:s"]


def test_a_fault_in_the_configuration_of_a_package_is_told_by_its_file(root):
    packaged = root / "styles" / ".vale-config"
    packaged.mkdir()
    (packaged / "0-Hugo.ini").write_text("[*\n")
    with pytest.raises(LintNewsError, match=r"0-Hugo\.ini:1: the section"):
        _sheet(root, TOP)


def test_the_filters_of_vales_own_spelling_can_be_left_out(root):
    story = "A word and aa123.\n"
    assert _found(root, "[*.md]\nBasedOnStyles = Vale\n", story=story) == ""
    assert _found(root, "[*.md]\nBasedOnStyles = Vale\nVale.Spelling[custom] = true\n", story=story) == "Vale.Spelling:e"
    (remark,) = ValeLinter(
        _sheet(root, TOP + "[*.md]\nBasedOnStyles = Vale\nVale.Spelling[append] = true\n").choices(str(root / "a.md"))
    ).remarks
    assert remark.endswith("`append` of `Vale.Spelling` cannot be set, as in Vale")
