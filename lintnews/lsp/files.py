"""The text of a rule file or a lintnews.yaml in, what its reader says of it out, each fault with its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews import config_file, rule_file, trial
from lintnews.config import Settings
from lintnews.config_file import ConfigFile
from lintnews.linter import Linter
from lintnews.lsp.desk import Desk
from lintnews.model import LintNewsError
from lintnews.rule import Rule

#: How a file is called while it is read, so that its own faults are told from those of others.
_HERE = "\0"


class Fault(NamedTuple):
    """What is wrong in a line, counted from one."""

    line: int
    words: str


def of_config(text: str, path: str) -> list[Fault]:
    """The faults of a lintnews.yaml: what its reader says, then the rules, packs and profiles that are not there."""
    try:
        file = config_file.read(text, _HERE, os.path.dirname(path), trusted=True)
    except LintNewsError as error:
        return list(_read(error))
    return list(dict.fromkeys(fault for settings in _settings(file) for fault in _unknown(settings)))


def _settings(file: ConfigFile) -> Iterator[Settings]:
    """The settings at the top, and those with each section laid over them."""
    top = Settings().over(file.sections[0].values)
    yield top
    yield from (top.over(section.values) for section in file.sections[1:])


def _unknown(settings: Settings) -> Iterator[Fault]:
    try:
        Linter(settings).rules  # noqa: B018  (a name that is not there is told)
    except LintNewsError as error:
        yield from _read(error)


def of_rule(text: str, path: str, desk: Desk) -> list[Fault]:
    """The faults of a rule file: what its reader says; where it is sound, what it gets wrong on its own examples."""
    name = f"{os.path.basename(os.path.dirname(path))}.{os.path.splitext(os.path.basename(path))[0]}"
    try:
        rule = rule_file.read(text, _HERE, name, bare=False)
    except LintNewsError as error:
        return list(_read(error))
    return list(_tried(rule, path, desk))


def _tried(rule: Rule, path: str, desk: Desk) -> Iterator[Fault]:
    try:
        linter = desk.linter(os.path.join(os.path.dirname(path), "story.txt"))
    except LintNewsError:
        linter = None
    facts = (linter or Linter()).facts
    for example in rule.examples:
        for failure in trial.failures(rule, example, facts):
            yield Fault(example.line, f"this example: {failure}")


def _read(error: LintNewsError) -> Iterator[Fault]:
    """The faults of this file among the lines of an error."""
    for line in str(error).splitlines():
        if found := re.match(rf"{_HERE}:(\d+): (.*)", line):
            yield Fault(int(found[1]), found[2])


def elsewhere(error: LintNewsError | str) -> Iterator[tuple[str, Fault]]:
    """The faults of any files among the lines of an error, each with the file's path."""
    for line in str(error).splitlines():
        if found := re.match(r"(.+?):(\d+): (.*)", line):
            yield os.path.abspath(found[1]), Fault(int(found[2]), found[3])
