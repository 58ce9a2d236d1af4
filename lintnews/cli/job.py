"""The paths of a run in, a report for each story out, in the order of the paths; what cannot be read is told and passed over.

What an earlier run kept of a story is taken as it is. The rest is done here, and by processes of their own once that pays.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lintnews import cache, files, glance, results
from lintnews.cli import options, screen, work
from lintnews.cli.options import Values
from lintnews.cli.work import Work
from lintnews.config import Configs, Settings
from lintnews.model import LintNewsError, Report, Source
from lintnews.reporters._frame import plain
from lintnews.reporters._tally import count

if TYPE_CHECKING:
    from pathlib import Path

    from lintnews.cli.crew import Crew
    from lintnews.cli.fix import Fixing
    from lintnews.cli.progress import Progress
    from lintnews.cli.sieve import Sieve
    from lintnews.linter import Linter
    from lintnews.rule import Rule

#: Characters of the stories that may wait for their turn.
_ROOM = 20_000_000


class _Story(NamedTuple):
    """A story on its way: how it is called on the command line, its settings, the seal it is kept under, and who has the answer."""

    path: str
    source: Source
    settings: Settings
    seal: bytes | None
    answer: Callable[[], Work]


class Job:
    """One run: where it stands, and what went wrong so far."""

    def __init__(self, values: Values, configs: Configs, fixing: Fixing | None = None, sieve: Sieve | None = None) -> None:
        self._values, self._configs, self._fixing, self._sieve = values, configs, fixing, sieve
        self._stdin = values["stdin_filename"] or ""
        self._fix = fixing.sort if fixing else ""
        self._linters: dict[Settings, Linter | LintNewsError] = {}
        self._glances: dict[Settings, bytes | None] = {}
        self._keys: dict[tuple[Path, ...], tuple[str, ...]] = {}
        self._told: set[str] = set()
        self._results = results.Results(cache.folder())
        self._jobs = options.jobs(values["jobs"])
        self._crew: Crew | None = None
        self._spent = 0.0
        self._done = self._excluded = self._untouched = self._checked = 0
        self.failed = False
        #: Who is told how far it is.
        self.progress: Progress | None = None
        #: The exit code that faults have made: 0, 2 or 3.
        self.fault = 0

    def rules(self) -> tuple[Rule, ...]:
        """The rules that ran, each once."""
        asked = {**self._glances, **self._linters}
        linters = [self._linter(settings) for settings in asked if not isinstance(self._linters.get(settings), LintNewsError)]
        return tuple({rule.id: rule for linter in linters for rule in linter.rules}.values())

    def sound(self) -> bool:
        """Whether every path, setting and rule can be used; what cannot is told, before anything is checked."""
        for found in files.find(self._values["paths"] or (".",), self._configs.taker):
            try:
                if isinstance(found, LintNewsError):
                    raise found
                if settings := self._configs.settings(self._place(found)):
                    self._linter(settings)
            except LintNewsError as error:
                self._tell(str(error))
        return not self._told

    def _place(self, found: str) -> str:
        return self._stdin if found == "-" and self._stdin else found

    def reports(self) -> Iterator[Report]:
        """A report for each story, as they come."""
        try:
            yield from self._all(list(files.find(self._values["paths"] or (".",), self._configs.taker)))
            if self._crew:
                self._crew.end()
            self._crew = None
        finally:
            if self._crew:
                self._crew.end(now=True)
            if self.progress:
                self.progress.clear()
            self._results.save()
            for linter in self._linters.values():
                if not isinstance(linter, LintNewsError):
                    linter.end()
        for why, number in self._configs.passed.items():
            screen.tell(f"lintnews: {count(number, 'file')} passed over: {why}")
        if self._untouched and not self._checked:
            screen.tell(f"lintnews: nothing was checked: nothing has changed since {self._values['diff_base']}")
        elif self._excluded and not self._checked:
            screen.tell(f"lintnews: nothing was checked: {self._excluded} of the files excluded by the configuration")

    def _all(self, found: list[str | LintNewsError]) -> Iterator[Report]:
        """One after another; with a crew, some way is read ahead."""
        waiting: deque[_Story | str] = deque()
        size = 0
        for i, path in enumerate(found):
            if self.progress:
                self.progress.step(i - len(waiting), len(found))
            if not self._crew and self._pays(len(found) - i):
                from lintnews.cli import crew

                self._crew = crew.Crew(self._values, self._jobs or crew.cores())
            if begun := self._begun(path):
                waiting.append(begun)
                size += _size(begun)
            while waiting and (len(waiting) > (self._crew.ahead if self._crew else 0) or size > _ROOM):
                size -= _size(waiting[0])
                yield from self._ended(waiting.popleft())
        while waiting:
            if self.progress:
                self.progress.step(len(found) - len(waiting), len(found))
            yield from self._ended(waiting.popleft())

    def _pays(self, left: int) -> bool:
        """Whether more processes pay: not for one story, nor when there is one core, nor before some work tells how much is left."""
        if self._fix and self._sieve:
            return False  # what is told hangs on what only this process knows
        if self._jobs or left < 2:
            return self._jobs > 1 and left > 1
        if not self._done or self._spent * left < self._done:
            return False
        from lintnews.cli import crew

        worth = crew.WORTH if self._values["no_cache"] is False else 3 * crew.WORTH
        return self._spent * left > self._done * worth and crew.cores() > 1

    def _begun(self, found: str | LintNewsError) -> _Story | str | None:
        """A story on its way, an error to tell in its place, or nothing for what is excluded."""
        try:
            if isinstance(found, LintNewsError):
                raise found
            place = self._place(found)
            settings = self._configs.settings(place)
            if settings is None or (self._sieve and self._sieve.untouched(found)):
                self._excluded += settings is None
                self._untouched += settings is not None
                if self._fixing:
                    self._fixing.pass_on(found)
                return None
            source = files.read(found, self._stdin if found == "-" else "")
            seal = self._seal(settings, source)
        except LintNewsError as error:
            return str(error).replace(str(found), plain(str(found)))
        return _Story(found, source, settings, seal, self._answer(settings, source, place, seal))

    def _seal(self, settings: Settings, source: Source) -> bytes | None:
        """What a story's findings are kept under. Where an earlier run told it, no linter is made for it. Raises LintNewsError."""
        if settings not in self._linters and settings not in self._glances:
            self._glances[settings] = self._glance(settings)
        stamp = self._glances.get(settings)
        return glance.seal(stamp, source) if stamp else self._linter(settings).seal(source)

    def _glance(self, settings: Settings) -> bytes | None:
        """The stamp of these settings, if an earlier run noted it."""
        if not (settings.cache and settings.packs) or settings.vale:
            return None
        noted = (key := glance.name(settings, self._keys_of(settings))) and self._results.noted(key)
        for words in self._configs.remarks if noted else ():
            self._say(words)
        return bytes.fromhex(noted) if noted else None

    def _keys_of(self, settings: Settings) -> tuple[str, ...] | None:
        """The keys of the folders of rules, each looked at once in a run."""
        homes = glance.homes(settings)
        if settings.cache and homes not in self._keys:
            self._keys[homes] = cache.keys_of(homes)
        return self._keys.get(homes)

    def _answer(self, settings: Settings, source: Source, place: str, seal: bytes | None) -> Callable[[], Work]:
        """Who is to answer for a story: an earlier run, another process, or this one."""
        if seal and (kept := self._results.find(seal, source)) is not None:
            told = self._sieve.new(source, kept) if self._fix and self._sieve else kept
            if work.nothing_to_fix(source, told, self._fix):
                return lambda: Work(told, source.text, lasting=False)
        here = partial(self._here, settings, source)
        return self._crew.ask(source, place, self._fix, here) if self._crew else here

    def _here(self, settings: Settings, source: Source) -> Work:
        start = time.perf_counter()
        try:
            return work.done(self._linter(settings), source, self._fix, self._sieve.new if self._sieve else None)
        finally:
            self._spent += time.perf_counter() - start
            self._done += 1

    def _ended(self, story: _Story | str) -> Iterator[Report]:
        if isinstance(story, str):
            self._tell(story)
            return
        try:
            report = self._report(story)
        except LintNewsError as error:
            self._tell(str(error).replace(story.source.name, plain(story.source.name)), error.exit_code)
            return
        except OSError:
            raise
        except Exception as error:
            from lintnews.cli import fault

            self._tell(f"{plain(story.source.name)}: {fault.words(error)}", 3)
            return
        self._checked += 1
        self.failed |= any(finding.severity.rank >= story.settings.fail_on.rank for finding in report.findings)
        yield report

    def _report(self, story: _Story) -> Report:
        made = story.answer()
        for lapse in made.lapses:
            self._tell(lapse.words, 2 if lapse.grave else 0)
        if self._fixing:
            self._fixing.take(story.path, story.source, made)
        now = story.source if made.text == story.source.text else Source(story.source.name, made.text)
        if made.lasting and story.seal:
            seal = story.seal if now is story.source else self._seal(story.settings, now)
            if seal:
                self._results.keep(seal, made.findings)
        if self._sieve and not self._fix:  # where fixes are made, findings are sifted before
            return Report(now, self._sieve.new(now, made.findings))
        return Report(now, made.findings)

    def _linter(self, settings: Settings) -> Linter:
        """The linter of these settings, made once; so is the error when there can be none."""
        if settings not in self._linters:
            self._linters[settings] = self._made(settings)
        made = self._linters[settings]
        if isinstance(made, LintNewsError):
            raise made
        return made

    def _made(self, settings: Settings) -> Linter | LintNewsError:
        from lintnews.linter import Linter

        made = Linter(settings, self._keys_of(settings) if settings.packs else None)
        for fault in made.faults:
            self._tell(fault)
        for words in (*self._configs.remarks, *(made.styles.remarks if made.styles else ())):
            self._say(words)
        try:
            made.begin()  # a name that is not there is told before the first story
        except LintNewsError as error:
            return error
        if settings.archive and not any(rule.kind == "earlier" for rule in made.rules):
            self._say(f"{settings.archive}: an archive is named, and no rule that asks it is on; add `archive` to what is selected")
        else:
            self._note(made)
        return made

    def _note(self, linter: Linter) -> None:
        """Let a later run know the stamp of these settings, where there is nothing else to tell of them."""
        settings = linter.settings
        if self._glances.get(settings) or not settings.cache or linter.faults or not linter.plain or not linter.stamp:
            return
        if key := glance.name(settings, self._keys_of(settings) or ()):
            self._results.note(key, linter.stamp.hex())

    def _say(self, words: str) -> None:
        """Tell what is asked for in vain; no fault, except of `--strict`."""
        if words not in self._told:
            screen.tell(words)
            self._told.add(words)

    def _tell(self, words: str, code: int = 2) -> None:
        self.fault = max(self.fault, code)
        for line in words.splitlines():
            if line not in self._told:
                screen.tell(line)
                self._told.add(line)


def _size(story: _Story | str) -> int:
    return 0 if isinstance(story, str) else len(story.source.text)
