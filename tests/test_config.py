from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.config import Configs, Settings
from lintnews.config_file import read
from lintnews.linter import Linter
from lintnews.model import LintNewsError, Severity, Source, did_you_mean

RULE = """\
extends: existence
message: "“{match}”"
level: error
tokens: [%s]
on: %s
examples:
  bad:
    - |
      %s
      ^
  good:
    - Nothing.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new_cache: Path) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _rules(root: Path) -> None:
    """Three rules of one's own: `house.one`, `house.two`, and `extra.three`, which is off."""
    for pack, name, on in (("house", "one", "true"), ("house", "two", "true"), ("extra", "three", "false")):
        (root / "own" / pack).mkdir(parents=True, exist_ok=True)
        (root / "own" / pack / f"{name}.yml").write_text(RULE % (name, on, name))


def _on(root: Path, config: str, **flags: object) -> set[str]:
    """Which of one's own rules run under a configuration."""
    (root / "lintnews.yaml").write_text(f"rules: [own]\n{config}")
    settings = Configs(flags).settings(str(root / "a.txt"))
    assert settings is not None
    return {rule.id for rule in Linter(settings).rules if rule.pack in ("house", "extra")}


def test_without_a_file_the_settings_are_the_defaults(root):
    assert Configs().settings("a.txt") == Settings()


def test_the_nearest_file_upward_holds(root):
    (root / "a" / "b").mkdir(parents=True)
    (root / "lintnews.yaml").write_text("min-level: error\n")
    (root / "a" / "lintnews.yaml").write_text("min-level: warning\n")
    configs = Configs()
    assert configs.settings("a/b/x.txt").min_level is Severity.WARNING
    assert configs.settings("x.txt").min_level is Severity.ERROR


def test_the_search_ends_at_the_root_of_the_repository(root):
    (root / "lintnews.yaml").write_text("min-level: error\n")
    (root / "inner" / ".git").mkdir(parents=True)
    assert Configs().settings("inner/x.txt") == Settings()


def test_sections_hold_for_the_stories_their_globs_fit(root):
    (root / "lintnews.yaml").write_text(
        "fail-on: error\nignore: [names]\nfiles:\n  'opinion/**':\n    fail-on: warning\n    ignore: [quotes]\n  '*.md':\n    profile: ap\n"
    )
    configs = Configs()
    assert configs.settings("a.txt").fail_on is Severity.ERROR
    both = configs.settings("opinion/a.md")
    assert (both.fail_on, both.ignore, both.profile) == (Severity.WARNING, ("names", "quotes"), "ap")
    assert configs.settings("opinion/b.md") is both


def test_flags_come_last(root):
    (root / "lintnews.yaml").write_text("select: [names]\nignore: [quotes, copy]\nmin-level: error\n")
    settings = Configs({"select": ("copy",), "ignore": ("posts",), "min_level": Severity.WARNING}).settings("a.txt")
    assert settings.select == ("copy",)
    assert settings.ignore == ("quotes", "posts")
    assert settings.min_level is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slect: [names]\n", "c.yaml:1: unknown key `slect`; did you mean `select`?"),
        ("\nfail-on: never\n", "c.yaml:2: `fail-on` must be one of suggestion, warning, error, not `never`"),
        ("levels:\n  names: off\n", "c.yaml:2: `names` must be one of suggestion, warning, error, not `off`; to switch a rule off"),
        ("levels: [a]\n", "c.yaml:1: `levels` holds `key: value` lines"),
        ("files:\n  '*.md':\n    profil: ap\n", "c.yaml:3: unknown key `profil`; did you mean `profile`?"),
        ("rules: [nowhere]\n", "c.yaml:1: there is no folder `nowhere`"),
        (
            "vocabulary: words.txt\n",
            "c.yaml:1: `vocabulary` is a list of words, or a UTF-8 file of words; ",
        ),
        ("select: {a: b}\n", "c.yaml:1: `select` must be a list of texts"),
        ("profile: [ap]\n", "c.yaml:1: `profile` must be the name of one profile"),
        ("- a\n", "c.yaml:1: expected `key: value` lines"),
        ("select: [a\n", "c.yaml:2: not valid YAML"),
    ],
)
def test_a_fault_names_file_line_and_remedy(root, text, words):
    with pytest.raises(LintNewsError) as error:
        read(text, "c.yaml", str(root))
    assert str(error.value).startswith(words)


def test_every_fault_is_told_at_once(root):
    with pytest.raises(LintNewsError) as error:
        read("slect: a\nprofil: b\n", "c.yaml", str(root))
    assert str(error.value).count("\n") == 1


def test_a_file_by_another_ending_is_told(root):
    (root / "lintnews.yml").write_text("")
    with pytest.raises(LintNewsError, match=r"must be called lintnews\.yaml"):
        Configs().settings("a.txt")


def test_an_empty_file_sets_nothing(root):
    (root / "lintnews.yaml").write_text("# nothing yet\n")
    assert Configs().settings("a.txt") == Settings()


def test_the_vocabulary_may_be_a_file_of_words(root):
    (root / "words.txt").write_text("# bands\nThe The\n\nQuadco\n")
    (root / "lintnews.yaml").write_text("vocabulary: words.txt\n")
    assert Configs().settings("a.txt").vocabulary == ("The The", "Quadco")


def test_excluded_files_have_no_settings(root):
    (root / "lintnews.yaml").write_text("exclude: [wire/, '*.md']\n")
    configs = Configs()
    assert configs.settings("wire/a.txt") is None
    assert configs.settings("b.md") is None
    assert configs.settings("c.txt") == Settings()


def test_packs_are_selected_and_ignored_and_the_nearer_name_decides(root):
    _rules(root)
    assert _on(root, "") == {"house.one", "house.two"}
    assert _on(root, "select: [house.one]\n") == {"house.one"}
    assert _on(root, "select: [extra]\n") == {"extra.three"}
    assert _on(root, "ignore: [house.one]\n") == {"house.two"}
    assert _on(root, "select: [house]\nignore: [house.one]\n") == {"house.two"}
    assert _on(root, "select: [house.one]\nignore: [house]\n") == {"house.one"}
    assert _on(root, "ignore: [house.one]\n", select=("house.one",)) == {"house.one"}


def test_a_profile_switches_packs_on_and_off(root):
    _rules(root)
    (root / "own" / "profiles").mkdir()
    (root / "own" / "profiles" / "base.yml").write_text("on: [extra]\noff: [house]\nlevels:\n  extra: suggestion\n")
    (root / "own" / "profiles" / "desk.yml").write_text("extends: base\non: [house.two]\n")
    assert _on(root, "profile: base\n") == {"extra.three"}
    assert _on(root, "profile: desk\n") == {"extra.three", "house.two"}
    assert _on(root, "profile: desk\nignore: [extra]\n") == {"house.two"}
    report = Linter(Configs().settings("a.txt")).check(Source("a.txt", "Head\n\nThe three of them came.\n"))
    assert report.findings == ()


def test_the_levels_of_a_profile_hold_unless_the_settings_say_otherwise(root):
    _rules(root)
    (root / "own" / "profiles").mkdir()
    (root / "own" / "profiles" / "desk.yml").write_text("levels:\n  house: suggestion\n")
    story = Source("a.txt", "Head\n\nThe one and the two came.\n")

    def levels(config: str) -> dict[str, str]:
        (root / "lintnews.yaml").write_text(f"rules: [own]\nselect: [house]\nprofile: desk\n{config}")
        return {f.rule: f.severity for f in Linter(Configs().settings("a.txt")).check(story).findings}

    assert levels("") == {"house.one": "suggestion", "house.two": "suggestion"}
    assert levels("levels:\n  house.two: warning\n") == {"house.one": "suggestion", "house.two": "warning"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("onn: [extra]\n", "desk.yml:1: unknown key `onn`; did you mean `on`?"),
        ("on: [exra]\n", "desk.yml:1: there is no rule or pack `exra`; did you mean `extra`?"),
        ("levels:\n  house: eror\n", "desk.yml:2: `house` must be one of suggestion, warning, error, not `eror`"),
        ("extends: dsek\n", "desk.yml:1: there is no profile `dsek`; did you mean `desk`?"),
        ("extends: desk\n", "desk.yml:1: `desk` extends itself"),
    ],
)
def test_a_faulty_profile_is_told_by_line(root, text, words):
    _rules(root)
    (root / "own" / "profiles").mkdir()
    (root / "own" / "profiles" / "desk.yml").write_text(text)
    with pytest.raises(LintNewsError) as error:
        _on(root, "profile: desk\n")
    assert words in str(error.value)


def test_an_unknown_rule_in_the_file_is_told_by_its_line(root):
    _rules(root)
    with pytest.raises(LintNewsError, match=r"lintnews\.yaml:4: there is no rule or pack `house\.onne`; did you mean `house\.one`\?"):
        _on(root, "ignore:\n  - house.two\n  - house.onne\n")


@pytest.mark.parametrize(
    ("term", "story", "found"),
    [
        ("one", "The one came.", 0),
        ("Number one Street", "At Number one Street, one came.", 1),
        ("stone", "A one.", 1),
        ("One", "The one came.", 1),
    ],
)
def test_what_stands_inside_an_accepted_term_is_no_finding(root, term, story, found):
    _rules(root)
    (root / "lintnews.yaml").write_text(f"rules: [own]\nselect: [house.one]\nvocabulary: [{term}]\n")
    settings = Configs().settings("a.txt")
    count = len(Linter(settings).check(Source("a.txt", f"Head\n\n{story} No more was seen.\n")).findings)
    assert count == found


def test_every_key_is_in_the_docs():
    from lintnews import config_file, yaml_file

    page = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text(encoding="utf-8")
    keys = config_file._Reading(yaml_file.load("", "c.yaml"), "c.yaml", ".")._readers
    for key in (*keys, *config_file._TOP):
        assert f"| `{key}` |" in page


OUT = "leads out of the repository; put it inside, or name this configuration yourself, with --config"


@pytest.mark.parametrize(
    ("config", "fault"),
    [
        ("rules: [..]", f"the folder `..` {OUT}"),
        ("rules: [/]", f"the folder `/` {OUT}"),
        ("rules: [link]", f"the folder `link` {OUT}"),
        ("vocabulary: /etc/passwd", f"the file `/etc/passwd` {OUT}"),
        ("vocabulary: zero", f"the file `zero` {OUT}"),
        ("vocabulary: pipe", "`vocabulary` is a list of words, or a UTF-8 file of words; {root}/pipe: not a plain file; take it out"),
        ("exclude: ['[z-a]']", "the glob `[z-a]` cannot be read; write it as in a .gitignore"),
        ("files: {'*a*a*a*a*b': {select: [copy]}}", "the glob `*a*a*a*a*b` has more than 3 `*` in one name; write it with fewer"),
    ],
)  # fmt: skip
@pytest.mark.skipif(os.name == "nt", reason="links and pipes are otherwise there")
def test_a_configuration_from_a_stranger_leads_nowhere(tmp_path, monkeypatch, config, fault):
    root = tmp_path / "repo"
    root.mkdir()
    monkeypatch.chdir(root)
    (root / ".git").mkdir()
    (root / "link").symlink_to(tmp_path)
    (root / "zero").symlink_to("/dev/zero")
    os.mkfifo(root / "pipe")
    (root / "lintnews.yaml").write_text(config + "\n")
    with pytest.raises(LintNewsError) as error:
        Configs().settings("a.txt")
    assert str(error.value) == f"lintnews.yaml:1: {fault.replace('{root}', str(root))}"


def test_a_configuration_that_the_user_names_may_lead_out(tmp_path, monkeypatch):
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.chdir(tmp_path / "repo")
    (tmp_path / "repo" / "lintnews.yaml").write_text("rules: [../rules]\n")
    settings = Configs({}, "lintnews.yaml").settings("a.txt")
    assert settings
    assert [folder.resolve() for folder in settings.rules] == [tmp_path / "rules"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there, and there are no pipes")
@pytest.mark.parametrize("name", ["lintnews.yaml", ".vale.ini"])
@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (os.mkfifo, "not a plain file; take it out"),
        (lambda path: path.symlink_to("/dev/zero"), "not a plain file; take it out"),
        (lambda path: path.symlink_to(path), "not a plain file; take it out"),
        (lambda path: path.symlink_to("nowhere"), "not a plain file; take it out"),
        (
            lambda path: path.symlink_to("/etc/passwd"),
            "a link that leads out of the repository; put the file itself there, or name it with --config",
        ),
    ],
)
def test_what_stands_under_the_name_of_a_configuration_and_is_none_is_told(tmp_path, name, make, fault):
    (tmp_path / ".git").mkdir()
    make(tmp_path / name)
    with pytest.raises(LintNewsError) as told:
        Configs().settings(str(tmp_path / "a.md"))
    assert str(told.value) == f"{tmp_path / name}: {fault}"


def test_a_link_within_the_repository_may_be_the_configuration(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "desk.yaml").write_text("select: [copy]\n")
    (tmp_path / "lintnews.yaml").symlink_to("desk.yaml")
    assert Configs().settings(str(tmp_path / "a.md")).select == ("copy",)
    (tmp_path / ".vale").mkdir()
    (tmp_path / "lintnews.yaml").unlink()
    assert Configs().settings(str(tmp_path / "a.md")).select == ()


def test_of_very_many_names_the_packs_alone_are_listed():
    assert did_you_mean("zzzz", ["copy", *(f"copy.{i}" for i in range(200))]) == "; known: copy"
