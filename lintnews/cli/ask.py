"""Stories in, each finding shown with the question what to do about it; the answers out, written to the stories."""

from __future__ import annotations

from collections.abc import Callable

from lintnews import files, fixes, lazily, office, quiet
from lintnews.cli import check, screen
from lintnews.cli.job import Job
from lintnews.cli.options import Values
from lintnews.config import Configs
from lintnews.fixes import Edit
from lintnews.linter import Linter
from lintnews.model import Finding, LintNewsError, Report, Source, Span
from lintnews.reporters import Page, Style
from lintnews.reporters._tally import count
from lintnews.reporters.text import entry

_HELP = """\
  y, or 1, 2 …  make this fix, or the one of that number
  e             write what should stand there
  n, or Enter   leave it
  a             make the first fix of this and of all further findings of this rule
  i             leave this and all further findings of this rule
  s             quiet the rule here, with a reason, as a note in the copy
  q             stop; what was decided is written
"""


class _Stop(Exception):  # noqa: N818
    """Somebody has had enough."""


def run(values: Values) -> int:
    """Ask about every finding; 1 when one at or above `--fail-on` remains, 2 when a story could not be read or written."""
    if "-" in (values["paths"] or ()):
        raise LintNewsError("--ask: the answers come on the standard input; name files or folders")
    if values["fix"] or values["unsafe_fixes"] or values["diff"]:
        raise LintNewsError("--ask: leave --fix, --unsafe-fixes and --diff out")
    configs = Configs(check.flags(values), values["config"] or "")
    job = Job(values, configs, sieve=check.sieve(values))
    asking = _Asking(screen.page(rules=job.rules))
    left = False
    for report in list(job.reports()):
        settings = configs.settings(report.source.name)
        remaining = asking.story(report, Linter(settings).check)
        left |= any(finding.severity.rank >= settings.fail_on.rank for finding in remaining) if settings else False
    lazily.save()
    asking.end()
    return job.fault or int(left and not values["exit_zero"])


class _Asking:
    """The answers so far: which rules are always or never fixed."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._always, self._never = set[str](), set[str]()
        self._stopped = False
        self._made = self._stories = 0

    def story(self, report: Report, lint: Callable[[Source], Report]) -> list[Finding]:
        """Ask about one story and write it; what is left of its findings."""
        edits: list[Edit] = []
        left: list[Finding] = []
        for finding in report.findings:
            clear = not any(_meet(finding.span, edit.span) for edit in edits)
            edit = self._edit(report.source, finding, lint) if clear and not self._stopped else None
            if edit:
                edits.append(edit)
            elif clear:
                left.append(finding)
        if edits:
            files.write(report.source.name, report.source.text, fixes.applied(report.source.text, sorted(edits)))
            self._made += len(edits)
            self._stories += 1
        return left

    def end(self) -> None:
        """Tell how much was done."""
        changes = f"{count(self._made, 'change')} in {count(self._stories, 'story')}" if self._made else "Nothing was changed"
        screen.tell(changes)

    def _edit(self, source: Source, finding: Finding, lint: Callable[[Source], Report]) -> Edit | None:
        """What is to be done about a finding, None when it is left."""
        if finding.rule in self._never:
            return None
        if finding.rule in self._always and finding.fixes:
            return Edit(finding.span, finding.fixes[0], finding.rule)
        self._page.put("\n" + entry(source, finding, self._page))
        try:
            return self._asked(source, finding, lint)
        except (EOFError, _Stop):
            self._stopped = True
            return None

    def _asked(self, source: Source, finding: Finding, lint: Callable[[Source], Report]) -> Edit | None:
        question = self._page.paint(f"What now? [{'/'.join('yenaisq?' if finding.fixes else 'enisq?')}] ", Style.BOLD)
        while True:
            answer = input(question).strip().lower()
            if answer in ("", "n"):
                return None
            if answer == "q":
                raise _Stop
            if answer == "i":
                self._never.add(finding.rule)
                return None
            if answer == "e":
                return Edit(finding.span, input("Instead: "), finding.rule)
            if answer == "s" and not office.ours(source.name):  # a note would be printed there
                at, note = quiet.note(source, finding, lint, input("The reason: "))
                return Edit(Span(at, at), note, finding.rule)
            if (fix := self._chosen(finding, answer)) is not None:
                return Edit(finding.span, fix, finding.rule)
            self._page.put(_HELP)

    def _chosen(self, finding: Finding, answer: str) -> str | None:
        """The fix that an answer asks for."""
        if answer == "a" and finding.fixes:
            self._always.add(finding.rule)
        number = {"y": 1, "a": 1}.get(answer) or (int(answer) if answer.isascii() and answer.isdecimal() else 0)
        return finding.fixes[number - 1] if 0 < number <= len(finding.fixes) else None


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
