"""`lintnews init` without a Vale configuration: answers in, a lintnews.yaml, a hook and a CI file out; what is there is left alone."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from lintnews import profiles
from lintnews.cli.options import Values, choice
from lintnews.config import NAME
from lintnews.linter import Linter
from lintnews.model import LintNewsError, did_you_mean

CI = ("github", "gitlab", "none")
_HOOK = ".pre-commit-config.yaml"
_NOBODY = """\
init: nobody is here to answer; `lintnews init --yes` asks nothing (--profile, --ci and --no-hook say what to write), and
`lintnews init --from-vale` writes a lintnews.yaml that says what the .vale.ini of this folder says"""


class Wanted(NamedTuple):
    """What to write: the house whose own rules have a pack, its profile, its CI service, whether a hook."""

    house: str
    profile: str
    ci: str
    hook: bool


def run(values: Values) -> int:
    """Ask, write, tell what was written; raises LintNewsError when there is a lintnews.yaml already, or nobody to ask."""
    if os.path.exists(NAME):
        raise LintNewsError(f"{NAME}: there is one already; edit it, or move it away first")
    wanted = _usual(values) if values["yes"] else _asked(values)
    for path, text in _files(wanted):
        if os.path.exists(path):
            print(f"Left {path} as it is; to add to it:\n\n{_indented(text)}")
            continue
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
        print(f"Wrote {path}")
    print("Next: lintnews check" + (f"; lintnews new {wanted.house}.NAME begins a rule of your own" if wanted.house else ""))
    return 0


def _usual(values: Values) -> Wanted:
    """What the options say, and what the folder looks like."""
    ci = choice("ci", values["ci"], CI) if values["ci"] else _ci_here()
    return Wanted("", _profile(values["profile"] or ""), ci, os.path.exists(".git") and not values["no_hook"])


def _asked(values: Values) -> Wanted:
    usual = _usual(values)
    if not sys.stdin.isatty():
        raise LintNewsError(_NOBODY)
    try:
        house = _pack(_answer("A name for the rules of your own house, such as desk (empty: none)", ""))
        known = ", ".join(profiles.names(Linter().folders))
        profile = _profile(_answer(f"The house's style: {known} (empty: none)", usual.profile))
        ci = choice("ci", _answer(f"The CI service: {', '.join(CI)}", usual.ci), CI)
        hook = _answer("A hook for pre-commit: yes or no", "yes" if usual.hook else "no").lower().startswith("y")
    except EOFError:
        raise LintNewsError("init: the answers ended; nothing was written") from None
    return Wanted(house, profile, ci, hook)


def _answer(question: str, usual: str) -> str:
    return input(f"{question}{f' [{usual}]' if usual else ''}: ").strip() or usual


def _pack(name: str) -> str:
    if name and not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise LintNewsError(f"init: `{name}` cannot be a pack; take small letters, figures and hyphens, such as desk; nothing was written")
    return name


def _profile(name: str) -> str:
    known = profiles.names(Linter().folders)
    if name and name not in known:
        raise LintNewsError(f"--profile: there is no profile `{name}`{did_you_mean(name, known)}")
    return name


def _ci_here() -> str:
    if os.path.isdir(".github"):
        return "github"
    return "gitlab" if os.path.exists(".gitlab-ci.yml") else "none"


def _files(wanted: Wanted) -> Iterator[tuple[str, str]]:
    yield NAME, _config(wanted)
    if wanted.house:
        yield f"rules/{wanted.house}/README.md", f"# {wanted.house}\n\nThe rules of our house, a file each.\n"
    if wanted.hook:
        yield _HOOK, _PRE_COMMIT
    if wanted.ci == "github":
        yield ".github/workflows/lintnews.yml", _GITHUB
    elif wanted.ci == "gitlab":
        yield ".gitlab-ci.yml", _GITLAB


def _config(wanted: Wanted) -> str:
    profile = f"profile: {wanted.profile}" if wanted.profile else "# profile: ap"
    rules = "rules: [rules]" if wanted.house else "# rules: [rules]"
    return (
        "# How LintNews checks the stories in this folder; `lintnews rules` lists the rules.\n\n"
        f"# The house's style.\n{profile}\n\n# Packs of our own: rules/PACK/RULE.yml.\n{rules}\n\n"
        "# Names and terms that are right as they are.\nvocabulary: []\n\n"
        "# What makes a run fail: error, warning or suggestion.\nfail-on: error\n"
    )


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: lintnews
        name: lintnews
        entry: lintnews check --diff-base HEAD
        language: system
        files: \\.(txt|text|md|markdown|html?|xhtml|docx|docm|odt|ott|rtf|epub|nitf|newsml|wxr|eml)$
        require_serial: true
"""

_GITHUB = """\
name: LintNews
on: [push, pull_request]
permissions: {contents: read}
jobs:
  copy:
    runs-on: ubuntu-latest
    env:
      LINTNEWS: lintnews  # what pip installs: a name, or the address of a repository
    steps:
      - uses: actions/checkout@v4
        with: {fetch-depth: 0}
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install "$LINTNEWS"
      - run: lintnews check --format github
      - if: always()
        run: lintnews check --format markdown --exit-zero >> "$GITHUB_STEP_SUMMARY"
"""

_GITLAB = """\
lintnews:
  image: python:3.12
  variables:
    LINTNEWS: lintnews  # what pip installs: a name, or the address of a repository
  script:
    - pip install "$LINTNEWS"
    - lintnews check --format gitlab --output-file gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""
