"""`lintnews test`: rules, or files of rules, in, the examples that fail out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from lintnews import others, trial
from lintnews.cli import here, own, screen
from lintnews.cli.options import Values
from lintnews.cli.own import Own
from lintnews.config_file import shown
from lintnews.facts import FactBase
from lintnews.languagetool.asked import Asked, Mode
from lintnews.record import replace
from lintnews.reporters import Page, Style
from lintnews.rule import Example, Rule


def run(values: Values) -> int:
    """Run the examples; 1 when one fails, 2 when a rule's file is faulty."""
    names = values["names"] or ()
    paths = [name for name in names if _is_path(name)]
    tried = [own.load(Path(path)) for path in paths]
    if len(paths) < len(names) or not names:
        linter = here.linter(values)
        asked = here.named(linter, [name for name in names if name not in paths])
        tried.append(Own(tuple(_ready(asked, values)), linter.facts, linter.faults))
    for fault in dict.fromkeys(fault for each in tried for fault in each.faults):
        screen.tell(fault)
    try:
        failed = _report(tried, screen.page(), verbose=bool(names))
    finally:
        others.end(rule for each in tried for rule in each.rules)
    return 2 if any(each.faults for each in tried) else int(failed)


def _ready(rules: Iterable[Rule], values: Values) -> Iterator[Rule]:
    """The rules that can be run; one that speaks for LanguageTool only when that is asked for."""
    left = []
    for rule in rules:
        if not others.speaks(rule):
            yield rule
        elif values["languagetool"]:
            yield replace(rule, check=rule.check.bound(Asked(Mode.ON)))  # type: ignore[attr-defined]
        else:
            left.append(rule.id)
    if left:
        screen.tell(f"lintnews: not tried without --languagetool: {', '.join(left)}")


def _is_path(name: str) -> bool:
    return os.sep in name or name.endswith(".yml") or os.path.isdir(name)


def _report(tried: Iterable[Own], page: Page, *, verbose: bool) -> bool:
    """Tell every failure, with `verbose` also every rule that passes; then how many there were."""
    rules = examples = failed = 0
    for each in tried:
        for rule in each.rules:
            samples, wrong = here.examples(rule), failing(rule, each.facts)
            rules, examples, failed = rules + 1, examples + len(samples), failed + len(wrong)
            for sample, faults in wrong:
                page.put("\n".join(failure(rule, sample, faults, page)) + "\n")
            if verbose and not wrong:
                page.put(f"{page.paint('pass', Style.NEW)} {rule.id}  {_count(len(samples), 'example')}\n")
    done = f"{_count(rules, 'rule')}, {_count(examples, 'example')}: "
    page.put(done + (page.paint(f"{failed} failed", Style.ERROR) if failed else "all as marked") + "\n")
    return bool(failed)


def failing(rule: Rule, facts: FactBase) -> list[tuple[Example, list[str]]]:
    """The examples of a rule on which it does not do what they say, each with what is wrong."""
    return [(sample, faults) for sample in here.examples(rule) if (faults := trial.failures(rule, sample, facts))]


def failure(rule: Rule, sample: Example, faults: list[str], page: Page) -> Iterator[str]:
    """An example that fails, line by line: where it stands, how it is marked, what is wrong."""
    sort = "bad" if sample.marks else "good"
    place = page.paint(f"{shown(rule.origin)}:{sample.line}", Style.PLACE)
    yield f"{page.paint('FAIL', Style.ERROR)} {page.paint(rule.id, Style.BOLD)}  {place} ({sort})"
    for line in here.marked(sample, page):
        yield f"  {page.paint('|', Style.FRAME)} {line}"
    for fault in faults:
        yield f"    {fault}"
    yield ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
