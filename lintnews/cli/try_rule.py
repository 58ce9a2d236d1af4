"""`lintnews try`: one rule file and stories in, what the rule finds in them out: how often, and a sample to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from lintnews import engine, files, readers
from lintnews.cli import own, screen, test
from lintnews.cli.options import Values
from lintnews.cli.own import Own
from lintnews.config import Configs
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import Finding, LintNewsError, Report, Severity, Source
from lintnews.reporters import Page, Style
from lintnews.reporters._tally import count
from lintnews.reporters.text import entry
from lintnews.rule import Rule

_SHOWN = 10
#: How many of the texts that were found most often are told.
_TEXTS = 8
_LONGEST = 40


@dataclass
class _Hits:
    """What the rule has found so far, and a fair sample of it: every finding is as likely to be in it as any other."""

    room: int
    stories: int = 0
    words: int = 0
    found: int = 0
    within: int = 0
    levels: Counter[Severity] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    sample: list[tuple[int, Source, Finding]] = field(default_factory=list)
    chance: Random = field(default_factory=lambda: Random(0))

    def take(self, report: Report, words: int) -> None:
        """Count the findings of a story."""
        self.stories += 1
        self.words += words
        self.within += bool(report.findings)
        for finding in report.findings:
            self.found += 1
            self.levels[finding.severity] += 1
            self.texts[" ".join(report.source.text[slice(*finding.span)].split())] += 1
            self._draw(report.source, finding)

    def _draw(self, source: Source, finding: Finding) -> None:
        if len(self.sample) < self.room:
            self.sample.append((self.found, source, finding))
        elif (at := self.chance.randrange(self.found)) < self.room:
            self.sample[at] = self.found, source, finding


def run(values: Values) -> int:
    """Try a rule: 2 when the rule or a story cannot be read, else 1 when one of its examples fails."""
    file, *paths = values["paths"] or ("",)
    if not file or not paths:
        raise LintNewsError("try: name a rule file, then the stories, such as: lintnews try desk/rules/house/title.yml archive/")
    if not Path(file).is_file():
        raise LintNewsError(f"{file}: there is no such rule file")
    hits, page = _Hits(_room(values["show"])), screen.page()
    if name := _of_style(Path(file).resolve(), values["config"] or ""):
        return _style(name, paths, values["config"] or "", hits, page)
    tried = own.load(Path(file))
    faults = list(tried.faults)
    failed = False
    for rule in tried.rules:
        failed = _examples(rule, tried, page)
        faults += _stories(rule, tried, paths, values["config"] or "", hits)
        page.put("\n".join(_report(hits, page)) + "\n")
    for fault in dict.fromkeys(faults):
        screen.tell(fault)
    return 2 if faults else int(failed)


def _of_style(file: Path, config: str) -> str:
    """The name of a rule of a Vale style that the configuration reads, "" where the file is none."""
    choices = Configs({}, config).here().vale
    for home in map(Path.resolve, choices.styles_paths if choices else ()):
        if file.is_relative_to(home):
            return ".".join(file.relative_to(home).with_suffix("").parts)
    return ""


def _style(name: str, paths: Sequence[str], config: str, hits: _Hits, page: Page) -> int:
    """Try a rule of a style, which has no examples: 2 when it or a story cannot be read."""
    configs, linters, faults = Configs({"select": (name,)}, config), dict[int, Linter](), list[str]()
    for found in files.find(paths):
        try:
            if isinstance(found, LintNewsError):
                raise found
            if settings := configs.settings(found):
                linter = linters.setdefault(id(settings), Linter(settings))
                faults += (fault for fault in linter.faults if fault not in faults)
                report = linter.check(files.read(found))
                hits.take(report, len(report.source.text.split()))
        except LintNewsError as error:
            faults += str(error).splitlines()
    page.put("\n".join(_report(hits, page)) + "\n")
    for fault in dict.fromkeys(faults):
        screen.tell(fault)
    return 2 if faults else 0


def _room(show: str | None) -> int:
    if show is None:
        return _SHOWN
    if not show.isdecimal():
        raise LintNewsError(f"--show: `{show}` is no number of findings; write a whole number, such as 20, or 0 for none")
    return int(show)


def _examples(rule: Rule, tried: Own, page: Page) -> bool:
    """Run the rule's examples and tell those that fail."""
    wrong = test.failing(rule, tried.facts)
    for sample, faults in wrong:
        page.put("\n".join(test.failure(rule, sample, faults, page)) + "\n")
    many = count(len(rule.examples), "example")
    state = page.paint(f"{len(wrong)} of {many} failed", Style.ERROR) if wrong else f"{many}, all as marked"
    page.put(f"{page.paint(rule.id, Style.BOLD)}  {state}\n\n")
    return bool(wrong)


def _stories(rule: Rule, tried: Own, paths: Sequence[str], config: str, hits: _Hits) -> Iterator[str]:
    """Run the rule over every story that the configuration does not exclude; gives what went wrong."""
    configs = Configs({}, config, styles=False)
    for found in files.find(paths):
        try:
            if isinstance(found, LintNewsError):
                raise found
            settings = configs.settings(found)
            if settings is None:
                continue
            story = Story(readers.read(files.read(found)), tried.facts)
            report = engine.lint(story, [rule], vocabulary=settings.vocabulary)
        except LintNewsError as error:
            yield from str(error).splitlines()
            continue
        yield from (f"{found}: {finding.message}" for finding in report.findings if finding.rule != rule.id)
        own_findings = tuple(finding for finding in report.findings if finding.rule == rule.id)
        hits.take(Report(report.source, own_findings), sum(len(block.text.split()) for block in story.document.blocks))


def _report(hits: _Hits, page: Page) -> Iterator[str]:
    if not hits.stories:
        return
    sample = sorted(hits.sample, key=lambda drawn: drawn[0])
    yield from (entry(source, finding, page) for _, source, finding in sample)
    if len(sample) < hits.found and sample:
        yield page.paint(f"({len(sample)} of {hits.found} shown, drawn from all; --show N shows more)", Style.DIM)
    often = [f"“{_cut(text)}” {number}" for text, number in hits.texts.most_common(_TEXTS)]
    if hits.found > len(hits.texts):
        yield f"Most often: {', '.join(often)}"
    levels = ", ".join(count(hits.levels[level], level) for level in reversed(Severity) if hits.levels[level])
    told = f"{count(hits.found, 'hit')}{f' ({levels})' if levels else ''} in {hits.within} of {count(hits.stories, 'story')}"
    yield page.paint(told, Style.BOLD)
    yield f"{_per_thousand(hits.found, hits.stories)} per 1,000 stories, {_per_thousand(hits.found, hits.words)} per 1,000 words"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _per_thousand(hits: int, of: int) -> str:
    """A rate with three figures, as they are read: `1,240`, `37.5`, `0.062`."""
    rate = 1000 * hits / of if of else 0.0
    return f"{rate:,.0f}" if rate >= 100 or not rate else f"{rate:.3g}"
