"""`lintnews test`: rules, or files of rules, in, the examples that fail out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lintnews import packs, trial
from lintnews.cli import here, screen
from lintnews.cli.options import Values
from lintnews.config import shown
from lintnews.facts import FactBase
from lintnews.linter import Linter, built_in
from lintnews.model import LintNewsError
from lintnews.reporters import Page, Style
from lintnews.rule import Example, Rule


@dataclass(frozen=True)
class _Tried:
    """A set of rules and the facts to try them on."""

    rules: tuple[Rule, ...]
    facts: FactBase
    faults: tuple[str, ...] = ()


def run(values: Values) -> int:
    """Run the examples; 1 when one fails, 2 when a rule's file is faulty."""
    names = values["names"] or ()
    paths = [name for name in names if _is_path(name)]
    tried = [_own(Path(path)) for path in paths]
    if len(paths) < len(names) or not names:
        linter = here.linter(values)
        asked = here.named(linter, [name for name in names if name not in paths])
        tried.append(_Tried(tuple(asked), linter.packs.facts, linter.packs.faults))
    for fault in dict.fromkeys(fault for each in tried for fault in each.faults):
        print(fault, file=sys.stderr)
    failed = _report(tried, screen.page(), verbose=bool(names))
    return 2 if any(each.faults for each in tried) else int(failed)


def _is_path(name: str) -> bool:
    return os.sep in name or name.endswith(".yml") or os.path.isdir(name)


def _own(path: Path) -> _Tried:
    """The rules of a file, of a pack's folder, or of a folder of packs, beside the facts that ship with LintNews."""
    if not path.exists():
        raise LintNewsError(f"{path}: there is no such rule file or folder")
    path = path.resolve()
    pack = path.parent if path.is_file() else path
    is_pack = path.is_file() or any(pack.glob("*.yml"))
    own = packs.load([pack.parent if is_pack else pack], pack)
    rules, faults = own.rules, own.faults
    if path.is_file():
        rules = tuple(rule for rule in rules if rule.origin == str(path))
        faults = tuple(fault for fault in faults if fault.startswith(f"{path}:"))
    if not rules and not faults:
        raise LintNewsError(f"{shown(str(path))}: no rules here; a rule stands in PACK/NAME.yml")
    return _Tried(rules, _facts(own), tuple(shown(fault.partition(":")[0]) + ":" + fault.partition(":")[2] for fault in faults))


def _facts(own: packs.Pack) -> FactBase:
    """The facts that ship with LintNews, and the pack's own."""
    if not own.facts and not own.lists:
        return Linter().packs.facts
    base = packs.load([built_in()])
    return FactBase.of((*base.facts, *own.facts), {**base.lists, **own.lists})


def _report(tried: Iterable[_Tried], page: Page, *, verbose: bool) -> bool:
    """Tell every failure, with `verbose` also every rule that passes; then how many there were."""
    rules = examples = failed = 0
    for each in tried:
        for rule in each.rules:
            samples = here.examples(rule)
            wrong = [(sample, faults) for sample in samples if (faults := trial.failures(rule, sample, each.facts))]
            rules, examples, failed = rules + 1, examples + len(samples), failed + len(wrong)
            for sample, faults in wrong:
                page.put("\n".join(_failure(rule, sample, faults, page)) + "\n")
            if verbose and not wrong:
                page.put(f"{page.paint('pass', Style.NEW)} {rule.id}  {_count(len(samples), 'example')}\n")
    done = f"{_count(rules, 'rule')}, {_count(examples, 'example')}: "
    page.put(done + (page.paint(f"{failed} failed", Style.ERROR) if failed else "all as marked") + "\n")
    return bool(failed)


def _failure(rule: Rule, sample: Example, faults: list[str], page: Page) -> Iterator[str]:
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
