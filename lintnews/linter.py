"""Settings in, a warm linter out: the one object behind every door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews import cache, checks, engine, readers, results, silence, updates
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.model import LintNewsError, Report, Severity, Source, did_you_mean
from lintnews.rule import FAULT, Rules

if TYPE_CHECKING:
    from lintnews.profiles import Profile


def built_in() -> Path:
    """The rules that ship with LintNews: beside the package in a checkout, inside it when installed."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


class Checked(NamedTuple):
    """A report; `lasting` where it would be the same another time: not when a rule ran out of time."""

    report: Report
    lasting: bool


class Linter:
    """Checks stories by one set of rules and facts, loaded once. Safe to use from several threads."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose packs are loaded: the built-in ones, the facts that `lintnews update` keeps, then the settings'."""
        updated = updates.folder()
        return tuple(dict.fromkeys((built_in(), *((updated,) if updated.is_dir() else ()), *self.settings.rules)))

    @cached_property
    def packs(self) -> cache.Compiled:
        """The packs of the settings; raises LintNewsError when a folder is not there."""
        return cache.compiled(self.folders, use_cache=self.settings.cache)

    @cached_property
    def profile(self) -> Profile | None:
        """The profile of the settings, if there is one; raises LintNewsError when it is not there or faulty."""
        if not self.settings.profile:
            return None
        from lintnews import profiles

        asked = self.settings.written.get(f"profile {self.settings.profile}", "profile")
        return profiles.load(self.settings.profile, self.folders, asked=asked)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a rule or pack."""
        return frozenset(name for rule in (*(rule.id for rule in self.packs.rules), *silence.SELF) for name in silence.names_of(rule))

    @cached_property
    def rules(self) -> Rules:
        """The rules that this linter runs; raises LintNewsError when the settings name one that is not there."""
        if unknown := list(self._unknown()):
            raise LintNewsError("\n".join(unknown))
        return Rules(rule for rule in self.packs.rules if self._wanted(rule.id, on=rule.on))

    def _unknown(self) -> Iterator[str]:
        settings, profile = self.settings, self.profile
        asked = {*settings.select, *settings.ignore, *settings.levels}
        written = dict(settings.written)
        if profile:
            asked |= {*profile.on, *profile.off, *profile.levels}
            written = {**profile.written, **written}
        for name in sorted(asked - self.names):
            yield f"{written.get(name, 'settings')}: there is no rule or pack `{name}`{did_you_mean(name, self.names)}"

    def _wanted(self, rule: str, *, on: bool) -> bool:
        """Whether a rule runs. The nearer name decides: the rule's own before its pack's; `ignore` before `select`."""
        names = silence.names_of(rule)
        for name in names:
            if name in self.settings.ignore or name in self.settings.select:
                return name not in self.settings.ignore
        if self.settings.select:
            return False
        if self.profile:
            for name in names:
                if name in self.profile.off or name in self.profile.on:
                    return name not in self.profile.off
        return on

    @cached_property
    def _levels(self) -> dict[str, Severity]:
        return {**(self.profile.levels if self.profile else {}), **self.settings.levels}

    @cached_property
    def _known(self) -> silence.Known:
        whole = not self.settings.select and not self.settings.ignore
        return silence.Known(self.names, frozenset(rule.id for rule in self.rules), whole)

    def check(self, source: Source) -> Report:
        """The findings in one source; raises LintNewsError when it cannot be read."""
        return self.checked(source).report

    def checked(self, source: Source) -> Checked:
        """The same, with whether they would be the same another time."""
        story = Story(readers.read(source), self.packs.facts, self.settings.day)
        report = engine.lint(story, self.rules, self._levels, vocabulary=self.settings.vocabulary, known=self._known)
        least = self.settings.min_level.rank
        shown = tuple(finding for finding in report.findings if finding.severity.rank >= least and not self._muted(finding.rule))
        lasting = not any(finding.rule == FAULT for finding in report.findings)
        return Checked(Report(source, shown), lasting)

    @cached_property
    def stamp(self) -> bytes | None:
        """What findings hang on besides the story; None where they are not to be kept. See `results.stamp`."""
        if not self.packs.key or not all(getattr(rule.check, "lasting", True) for rule in self.rules):
            return None
        settings = replace(self.settings, fail_on=Severity.ERROR)
        return results.stamp(
            (settings, sorted({checks.stamp(type(rule.check)) for rule in self.rules})), self.packs.key, self.packs.reviews
        )

    def seal(self, source: Source) -> bytes | None:
        """What a story's findings are kept under; None where they are not to be kept."""
        return results.key(self.stamp, source) if self.stamp and readers.ours(source.name) else None

    def _muted(self, rule: str) -> bool:
        return rule in silence.SELF and any(name in self.settings.ignore for name in silence.names_of(rule))
