"""The folder somebody is in, in, the rules that hold there out: shared by the commands that speak of rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from lintnews import rule_file
from lintnews.cli import screen
from lintnews.cli.options import Values
from lintnews.config import Configs, Settings
from lintnews.config_file import shown
from lintnews.linter import Linter
from lintnews.model import LintNewsError, did_you_mean
from lintnews.others import speaks
from lintnews.record import replace
from lintnews.reporters import Page, Style
from lintnews.rule import Example, Rule
from lintnews.silence import names_of


def linter(values: Values) -> Linter:
    """A linter with the settings that a story in this folder would have."""
    settings = _settings(values)
    profile = values.get("profile") or settings.profile
    return Linter(replace(settings, profile=profile, cache=not values["no_cache"]))


def folders(values: Values) -> tuple[Path, ...]:
    """The folders of packs of a story in this folder: the built-in ones, then one's own."""
    return Linter(_settings(values)).folders


def _settings(values: Values) -> Settings:
    return Configs({}, values["config"] or "").here()


def named(linter: Linter, names: Iterable[str]) -> list[Rule]:
    """The rules of these names, a pack's name standing for all its rules; raises LintNewsError for an unknown one."""
    asked = list(names)
    for name in asked:
        if name not in linter.names:
            raise LintNewsError(f"there is no rule or pack `{name}`{did_you_mean(name, linter.names)}")
    packs = {name.partition(".")[0] for name in asked if not frozenset.__contains__(linter.names, name)}
    return [r for r in linter.known if not asked or (r.pack in packs and speaks(r)) or any(name in asked for name in names_of(r.id))]


def examples(rule: Rule) -> tuple[Example, ...]:
    """A rule's examples, from its file: what is compiled does not carry them."""
    if rule.examples or not os.path.isfile(rule.origin):
        return rule.examples
    text = Path(rule.origin).read_text(encoding="utf-8-sig")
    return rule_file.samples(text, rule.origin) if rule.vale else rule_file.read(text, rule.origin, rule.id).examples


def marked(example: Example, page: Page) -> Iterator[str]:
    """An example as its author wrote it, line by line: the marks under the words."""
    start = 0
    for line in example.text.rstrip("\n").split("\n"):
        yield line
        for span, fix in example.marks:
            if start <= span.start <= start + len(line):
                carets = page.paint("^" * max(1, span.end - span.start), Style.ERROR)
                arrow = "" if fix is None else page.paint(f" -> {fix}".rstrip(), Style.NEW)
                yield " " * (span.start - start) + carets + arrow
        start += len(line) + 1


def begin(path: Path, text: str, otherwise: str) -> None:
    """Write a new rule's file; raises LintNewsError where there is one, with what to do otherwise, or where it may not be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise LintNewsError(f"{shown(str(path))}: there already; {otherwise}") from None
    except OSError as error:
        raise LintNewsError(f"{path}: cannot be written: {error.strerror}") from None


def tell(linter: Linter) -> int:
    """Tell the faults of the rule files; the exit code they make."""
    for fault in linter.faults:
        screen.tell(fault)
    return 2 if linter.faults else 0
