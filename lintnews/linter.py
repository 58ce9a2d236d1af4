"""Settings in, a warm linter out: the one object behind every door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews import cache, checks, engine, fixes, glance, lazily, lengthy, others, readers, results, silence
from lintnews.config import Settings
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.ledger.sources import PLAIN
from lintnews.model import Document, Finding, LintNewsError, Report, Severity, Source, did_you_mean
from lintnews.record import replace
from lintnews.rule import FAULT, FOREIGN, Rule, Rules

if TYPE_CHECKING:
    from datetime import date

    from lintnews.ledger.sources import Cited
    from lintnews.memory import Memory
    from lintnews.profiles import Profile
    from lintnews.vale.linter import ValeLinter


#: What hangs neither on the day of a story nor on the vocabulary, nor on what is shown.
_READ = ("packs", "profile", "styles", "names", "rules", "_own", "_levels", "_known")


class Checked(NamedTuple):
    """A report; `lasting` where it would be the same another time: not when a rule ran out of time."""

    report: Report
    lasting: bool


class Linter:
    """Checks stories by one set of rules and facts, loaded once. Safe to use from several threads."""

    def __init__(self, settings: Settings | None = None, keys: Sequence[str] | None = None) -> None:
        """`keys` are those of the folders, see `cache.keys_of`, where they are known."""
        self.settings, self._keys = settings or Settings(), keys
        self._memory: Memory | None = None
        self._opens = True

    def remember(self) -> Linter:
        """Keep what is seen in each block of a story, for one that is checked again and again while it is written; gives itself."""
        from lintnews.memory import Memory

        self._memory = Memory()
        return self

    def apart(self) -> Linter:
        """Open no file that a story names, for stories that are sent by others; gives itself."""
        self._opens = False
        return self

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders whose packs are loaded: the built-in ones, the facts that `lintnews update` keeps, then the settings'."""
        return glance.homes(self.settings)

    def alike(self, settings: Settings) -> Linter:
        """A linter of other settings that has what this one has read already, as far as it is the same for both."""
        made, own = Linter(settings), self.settings
        if (settings.rules, settings.cache) == (own.rules, own.cache):
            asked = replace(settings, day=own.day, vocabulary=own.vocabulary, min_level=own.min_level)
            shared = _READ if asked == own else ("packs",)
            made.__dict__.update({name: self.__dict__[name] for name in shared if name in self.__dict__})
        return made

    @cached_property
    def packs(self) -> cache.Compiled:
        """The packs of the settings; raises LintNewsError when a folder is not there."""
        return cache.compiled(self.folders, use_cache=self.settings.cache, keys=self._keys)

    @cached_property
    def profile(self) -> Profile | None:
        """The profile of the settings, if there is one; raises LintNewsError when it is not there or faulty."""
        if not self.settings.profile:
            return None
        from lintnews import profiles

        asked = self.settings.written.get(f"profile {self.settings.profile}", "profile")
        return profiles.load(self.settings.profile, self.folders, asked=asked)

    @cached_property
    def styles(self) -> ValeLinter | None:
        """What runs the styles that a Vale configuration chooses, None when there is none."""
        if self.settings.vale is None:
            return None
        from lintnews.vale.linter import ValeLinter

        if self.settings.cache:
            lazily.keep_in(cache.folder())
        return ValeLinter(self.settings.vale, self._styled, self._levels)

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the files of the rules, a line each."""
        return (*(self.packs.faults if self.settings.packs else ()), *(self.styles.faults if self.styles else ()))

    @property
    def facts(self) -> FactBase:
        """The facts that stories are read against."""
        return self.packs.facts if self.settings.packs else FactBase.of(())

    @property
    def known(self) -> tuple[Rule, ...]:
        """Every rule of the packs and styles, on or off."""
        return (*(self.packs.rules if self.settings.packs else ()), *(self.styles.known if self.styles else ()))

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a rule, pack or style."""
        own = (rule.id for rule in self.packs.rules) if self.settings.packs else ()
        named = {name for rule in (*own, *silence.SELF) for name in silence.names_of(rule)}
        return others.Names.of(named | self.styles.names if self.styles else named, self.known, self.settings)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this linter runs; raises LintNewsError when the settings name one that is not there."""
        if unknown := list(self._unknown()):
            raise LintNewsError("\n".join(unknown))
        return (*self._own, *(self.styles.rules if self.styles else ()))

    @cached_property
    def _own(self) -> Rules:
        """The rules of the packs that run, with the options of the profile."""
        rules = self.packs.rules if self.settings.packs else ()
        fitted = map(self.profile.applied, rules) if self.profile else rules

        def wanted(name: str, on: bool) -> bool:
            return self._wanted(name, on=on)

        programs = others.programs(self.settings, wanted, {rule.pack for rule in rules})
        return Rules((*others.chosen(fitted, self.settings, wanted), *programs))

    def begin(self) -> None:
        """Begin what takes long and is needed for the first story: the servers of other programs."""
        others.begin(self.rules)

    def end(self) -> None:
        """End what was begun."""
        others.end(self.rules)

    @property
    def lapses(self) -> tuple[others.Lapse, ...]:
        """What other programs could not be asked so far."""
        return others.lapses(self.rules)

    def _styled(self, rule: str, on: bool) -> bool:
        """Whether a rule of a style runs; where its configuration has it off, only its own name puts it on."""
        return self._wanted(rule, on=on) and (on or rule in self.settings.select)

    def _unknown(self) -> Iterator[str]:
        settings, profile = self.settings, self.profile
        asked = {*settings.select, *settings.ignore, *settings.levels}
        written = dict(settings.written)
        if profile:
            asked |= {*profile.on, *profile.off, *profile.levels, *profile.options}
            written = {**profile.written, **written}
        for name in sorted(name for name in asked if name not in self.names):
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
        whole = not self.settings.select and not self.settings.ignore and not self.styles
        return silence.Known(self.names, frozenset(rule.id for rule in self._own), whole)

    def check(self, source: Source | str, name: str = "story.txt") -> Report:
        """The findings in one source, or in a text whose name's ending says how it is read; raises LintNewsError when it cannot be."""
        return self.checked(source if isinstance(source, Source) else Source(name, source)).report

    def fix(self, source: Source | str, name: str = "story.txt", *, unsafe: bool = False) -> fixes.Fixed:
        """A source with its safe fixes made, or with all of them; its `text` is the corrected one, its `report` what remains."""
        return fixes.fixed(source if isinstance(source, Source) else Source(name, source), self.check, unsafe=unsafe)

    def checked(self, source: Source) -> Checked:
        """The same, with whether they would be the same another time."""
        self.rules  # noqa: B018  (a name that is not there is told)
        found = self._found(source)
        least = self.settings.min_level.rank
        shown = tuple(finding for finding in found if finding.severity.rank >= least and not self._muted(finding.rule))
        return Checked(Report(source, shown), not any(finding.rule == FAULT for finding in found))

    def _found(self, source: Source) -> Sequence[Finding]:
        """What the packs find, and what the styles find that no note quiets."""
        if not self.settings.packs:
            return self._by_styles(source, readers.read(source, self.settings.json) if "lintnews" in source.text else None)
        if readers.plain(source.name) and len(source.text) > lengthy.LONG:
            return sorted((*self._by_packs(source), *self._by_styles(source, None)), key=engine.reading_order)
        documents = readers.stories(source, self.settings.json)
        first, second = next(documents), next(documents, None)
        found = self._lint(first, self.settings.day)
        if second is None and not self.styles:
            return found
        rest = self._by_story(chain((second,), documents)) if second else ()
        whole = readers.read(source, self.settings.json) if second and self.styles else first
        return sorted((*found, *rest, *self._by_styles(source, whole)), key=engine.reading_order)

    def _by_story(self, documents: Iterable[Document]) -> Iterator[Finding]:
        """What the packs find in each of several stories by itself."""
        for document in documents:
            yield from self._lint(document, self.settings.day)

    def cited(self, document: Document) -> Sequence[Cited]:
        """The texts that a story quotes from: those that every story is held against, and its own."""
        if "sources" not in document.meta and not any(name in document.meta for name in PLAIN):
            return self.settings.sources
        if self._opens:
            from lintnews.sources import read
        else:
            from lintnews.ledger.sources import inline as read
        return (*self.settings.sources, *read(document))

    def _by_packs(self, source: Source) -> Iterator[Finding]:
        """What the packs find in a long text, stretch by stretch; a rule at fault is told once."""
        day, faults = self.settings.day, set[str]()
        for number, stretch in enumerate(lengthy.stretches(source), 1):
            document = readers.read(stretch.source)
            day = self._story(document, day).day
            for finding in self._lint(document, day):
                if finding.rule not in (FAULT, FOREIGN) or finding.message not in faults:
                    yield lengthy.home(finding, stretch.shift)
                if finding.rule in (FAULT, FOREIGN):
                    faults.add(finding.message)
            del document
            lengthy.let_go(number)

    def _story(self, document: Document, day: date | None) -> Story:
        return Story(document, self.packs.facts, day, cited=self.cited)

    def _lint(self, document: Document, day: date | None) -> Sequence[Finding]:
        """What the packs find; of the story that was read nothing is left when circles are sought again."""
        known, terms = self._known, self.settings.vocabulary
        with lengthy.uncollected():
            return engine.lint(
                self._story(document, day), self._own, self._levels, vocabulary=terms, known=known, memory=self._memory
            ).findings

    def _by_styles(self, source: Source, document: Document | None) -> Sequence[Finding]:
        findings = self.styles.check(source).findings if self.styles else ()
        return silence.apply(document, list(findings)) if document else findings

    @property
    def plain(self) -> bool:
        """Whether every rule is of a kind of our own, and none of a style."""
        return not self.styles and all(checks.ours(rule.kind) for rule in self.known)

    @cached_property
    def lasting(self) -> bool:
        """Whether findings hang on the story, the rules and the day alone: no rule asks a server or reads what may change."""
        return all(rule.lasting for rule in self.rules)

    @cached_property
    def stamp(self) -> bytes | None:
        """What findings hang on besides the story; None where they are not to be kept. See `results.stamp`."""
        key, reviews = (self.packs.key, self.packs.reviews) if self.settings.packs else ("", ())
        if not self.settings.cache or (self.settings.packs and not key) or not self.lasting:
            return None
        kinds = sorted({checks.stamp(type(rule.check)) for rule in self.rules if not checks.ours(rule.kind)})
        styles = self.styles.stamp if self.styles else ()
        return results.stamp((replace(self.settings, fail_on=Severity.ERROR), kinds, styles), key, reviews)

    def seal(self, source: Source) -> bytes | None:
        """What a story's findings are kept under; None where they are not to be kept."""
        if not self.stamp:
            return None
        return glance.seal(self.stamp + (self.styles.form(source.name).encode() if self.styles else b""), source)

    def _muted(self, rule: str) -> bool:
        return rule in silence.SELF and any(name in self.settings.ignore for name in silence.names_of(rule))
