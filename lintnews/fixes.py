"""A source and its findings in, the corrected text out: what `--fix` makes of a story.

Fixes are made in rounds, for one may open the way to another, until nothing is left to do. A rule whose fixes never come to
rest, or leave behind as many findings of its own as there were, is left out; so fixing a second time changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lintnews.model import Finding, Report, Source, Span
from lintnews.record import record

Check = Callable[[Source], Report]

#: How often a story is gone through before it is said never to come to rest.
ROUNDS = 50
#: How often the corrected text is itself corrected, where a rule was left out.
_TRIES = 5
#: A text may grow by fixes to twice its length and this many code points more.
_ROOM = 10_000


class Edit(NamedTuple):
    """A change to the text: the span replaced, what replaces it, the rule that asks for it."""

    span: Span
    text: str
    rule: str


@record
class Fixed:
    """What became of a story: its report as it reads now, the rules whose fixes were made (how often), and those left out."""

    report: Report
    made: Counter[str]
    left: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The corrected text."""
        return self.report.source.text


def fixed(source: Source, check: Check, *, unsafe: bool = False) -> Fixed:
    """Make every safe fix in a source; with `unsafe`, the first fix of every finding.

    The result is at rest: given again, it comes back as it is. A story that cannot be brought to rest comes back untouched.
    """
    done = _without_restless(source, check, unsafe=unsafe)
    made, left = done.made, done.left
    for _ in range(_TRIES):
        if not done.left or not done.made:
            break
        done = _without_restless(done.report.source, check, unsafe=unsafe)
        made, left = made + done.made, left | done.left
    else:
        return Fixed(check(source), Counter(), left)
    if worse := _none_the_better(check(source), done.report, made):
        return Fixed(check(source), Counter(), left | worse)
    return Fixed(done.report, made, left)


def chosen(report: Report, *, unsafe: bool, without: Iterable[str] = ()) -> list[Edit]:
    """The edits of one round, in reading order: where two meet, the graver finding's, then the one that stands first."""
    wanted = [f for f in report.findings if (f.safe or unsafe) and f.rule not in without and _changes(f, report.source.text)]
    taken: list[Edit] = []
    for finding in sorted(wanted, key=lambda f: (-f.severity.rank, f.span, f.rule)):
        edit = Edit(finding.span, _line_ends(finding.fixes[0], report.source.text), finding.rule)
        at = bisect_left(taken, edit)
        if not any(_meet(edit.span, near.span) for near in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, edit)
    return taken


def applied(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made that are in reading order and do not overlap."""
    out, at = [], 0
    for edit in edits:
        out += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(out) + text[at:]


def _changes(finding: Finding, text: str) -> bool:
    return bool(finding.fixes) and finding.fixes[0] != text[finding.span.start : finding.span.end]


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans overlap or touch; what touches waits for the next round, as the words beside it may have changed."""
    return one.start <= other.end and other.start <= one.end


def _line_ends(fix: str, text: str) -> str:
    """A fix with the line ends of the text."""
    return fix.replace("\r\n", "\n").replace("\n", "\r\n") if "\n" in fix and "\r\n" in text else fix


def _without_restless(source: Source, check: Check, *, unsafe: bool) -> Fixed:
    """A source with its fixes made, less those of the rules that do not come to rest in it."""
    first = check(source)
    left: frozenset[str] = frozenset()
    while True:
        done, restless = _rounds(first, check, unsafe=unsafe, without=left)
        if not restless:
            return Fixed(done.report, done.made, left)
        left |= restless


def _rounds(first: Report, check: Check, *, unsafe: bool, without: frozenset[str]) -> tuple[Fixed, frozenset[str]]:
    """A report's source, corrected round by round, and the rules by whose doing that came to nothing."""
    report, made = first, Counter[str]()
    history: list[tuple[str, frozenset[str]]] = []
    while edits := chosen(report, unsafe=unsafe, without=without):
        rules = frozenset(edit.rule for edit in edits)
        history.append((report.source.text, rules))
        text = applied(report.source.text, edits)
        since = next((i for i, (seen, _) in enumerate(history) if seen == text), None)
        if since is not None:
            return Fixed(report, made), frozenset().union(*(some for _, some in history[since:]))
        if len(history) == ROUNDS or len(text) > 2 * len(first.source.text) + _ROOM:
            return Fixed(report, made), rules
        made.update(edit.rule for edit in edits)
        report = check(Source(report.source.name, text))
    return Fixed(report, made), _none_the_better(first, report, made)


def _none_the_better(first: Report, last: Report, made: Iterable[str]) -> frozenset[str]:
    """The rules that made fixes and have as many findings as before all the same."""
    before, after = (Counter(finding.rule for finding in report.findings) for report in (first, last))
    return frozenset(rule for rule in made if after[rule] > max(0, before[rule] - 1))
