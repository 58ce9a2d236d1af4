"""A rule file or a folder of rules in, its rules and the facts to run them on out."""

from __future__ import annotations

from pathlib import Path

from lintnews import packs, rule_file, written
from lintnews.config_file import shown
from lintnews.facts import FactBase
from lintnews.folders import built_in
from lintnews.linter import Linter
from lintnews.model import LintNewsError
from lintnews.packs import Pack
from lintnews.record import record
from lintnews.rule import Rule


@record
class Own:
    """A set of rules and the facts to run them on."""

    rules: tuple[Rule, ...]
    facts: FactBase
    faults: tuple[str, ...] = ()


def load(path: Path) -> Own:
    """The rules of a file, of a pack's folder, or of a folder of packs, beside the facts that ship with LintNews."""
    if not path.exists():
        raise LintNewsError(f"{path}: there is no such rule file or folder")
    path = path.resolve()
    rules, faults, beside = _file(path) if path.is_file() else _folder(path)
    if not rules and not faults:
        raise LintNewsError(f"{shown(str(path))}: no rules here; a rule stands in PACK/NAME.yml")
    return Own(rules, _facts(*beside), tuple(shown(fault.partition(":")[0]) + ":" + fault.partition(":")[2] for fault in faults))


def _folder(path: Path) -> tuple[tuple[Rule, ...], tuple[str, ...], list[Pack]]:
    """The rules of a pack or a folder of packs, their faults, and what holds their facts."""
    own = packs.load([path.parent if any(path.glob("*.yml")) else path], path)
    return own.rules, own.faults, [own]


def _file(path: Path) -> tuple[tuple[Rule, ...], tuple[str, ...], list[Pack]]:
    """The rule of a file, its faults, and the facts and lists that stand beside it; no other file of the folder is read."""
    pack = path.parent
    beside = [packs.load([pack.parent], pack / name) for name in ("facts", "lists")]
    try:
        return (rule_file.read(written.text(path), str(path), f"{pack.name}.{path.stem}"),), (), beside
    except LintNewsError as error:
        return (), tuple(str(error).splitlines()), []


def _facts(*own: Pack) -> FactBase:
    """The facts that ship with LintNews, and those of packs of one's own."""
    if not any(pack.facts or pack.lists for pack in own):
        return Linter().packs.facts
    every = [packs.load([built_in()]), *own]
    lists = {name: words for pack in every for name, words in pack.lists.items()}
    return FactBase.of([fact for pack in every for fact in pack.facts], lists)
