"""Settings in, a warm linter out: the one object behind every door."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from lintnews import cache, engine, readers
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.model import Report, Source
from lintnews.rule import Rule


def built_in() -> Path:
    """The rules that ship with LintNews: beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


class Linter:
    """Checks stories by one set of rules and facts, loaded once. Safe to use from several threads."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def packs(self) -> cache.Compiled:
        """The packs of the settings; raises LintNewsError when a folder is not there."""
        return cache.compiled((built_in(), *self.settings.rules), use_cache=self.settings.cache)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this linter runs."""
        return tuple(rule for rule in self.packs.rules if self._wanted(rule))

    def _wanted(self, rule: Rule) -> bool:
        settings = self.settings
        if rule.id in settings.ignore or (rule.pack in settings.ignore and rule.id not in settings.select):
            return False
        if rule.id in settings.select or rule.pack in settings.select or rule.pack == settings.profile:
            return True
        return not settings.select and rule.on

    def check(self, source: Source) -> Report:
        """The findings in one source; raises LintNewsError when it cannot be read."""
        story = Story(readers.read(source), self.packs.facts, self.settings.day)
        return engine.lint(story, self.rules, self.settings.levels)
