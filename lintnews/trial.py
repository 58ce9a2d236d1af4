"""A rule and one of its examples in, what the rule got wrong out: the one place where findings are held against marks."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews import engine, readers, silence
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Finding, Source, Span
from lintnews.rule import Example, Rule

Mark = tuple[Span, str | None]


def failures(rule: Rule, example: Example, facts: FactBase, *, name: str = "example.txt") -> list[str]:
    """What the rule does wrong on an example, a line each; none when it fires at every mark and nowhere else.

    A mark with a fix asks for that fix first among the finding's; a mark without one takes any. A mark of one code point
    also stands for the place before it, and a mark to a line's end for the empty lines behind it. The name's ending says how
    the example is read.
    """
    source = Source(name, example.text)
    report = engine.lint(Story(readers.read(source), facts), [rule])
    own = [finding for finding in report.findings if finding.rule not in silence.SELF]
    faults = [finding.message for finding in report.findings if finding.rule in silence.SELF]
    return [*faults, *_missed(source, example.marks, own), *_unmarked(source, example.marks, own)]


def _missed(source: Source, marks: Iterable[Mark], found: list[Finding]) -> list[str]:
    out = []
    for span, fix in marks:
        here = [finding for finding in found if _meets(source, span, finding.span)]
        place = f"{_place(source, span)} {_shown(source, span)}"
        if not here:
            out.append(f"{place} is marked and was not found")
        elif fix is not None and not any(finding.fixes[:1] == (fix,) for finding in here):
            offered = ", ".join(f"“{finding.fixes[0]}”" if finding.fixes else "none" for finding in here)
            out.append(f"{place} should have the fix “{fix}”, and has {offered}")
    return out


def _unmarked(source: Source, marks: tuple[Mark, ...], found: list[Finding]) -> list[str]:
    stray = [finding for finding in found if not any(_meets(source, span, finding.span) for span, _ in marks)]
    return [f"{_place(source, f.span)} {_shown(source, f.span)} was found and is not marked: {f.message}" for f in stray]


def _meets(source: Source, mark: Span, found: Span) -> bool:
    if mark.start == found.start and mark.end <= found.end and not source.text[mark.end : found.end].strip("\r\n"):
        return True
    return mark.end - mark.start == 1 and found == (mark.start, mark.start)


def _place(source: Source, span: Span) -> str:
    return "{}:{}".format(*source.place(span.start))


def _shown(source: Source, span: Span) -> str:
    return f"“{source.text[span.start : span.end]}”" if span.start < span.end else "(the place before it)"
