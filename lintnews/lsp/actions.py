"""Findings at a place in, what may be done about them out: fixes, all fixes of a rule, quiet, vocabulary, the rule's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol import types

from lintnews import fixes
from lintnews.fixes import Edit
from lintnews.lsp.findings import diagnostic
from lintnews.lsp.positions import Positions
from lintnews.model import Finding, Report
from lintnews.rule import Rule

QUIET, VOCABULARY, OPEN_RULE = "lintnews.quiet", "lintnews.addToVocabulary", "lintnews.openRule"
FIX_ALL = "source.fixAll.lintnews"
#: Kinds that speak of a word which a vocabulary can hold.
_OF_WORDS = frozenset({"spelling", "misspelling", "near-miss", "one-spelling", "acronym", "first-name", "surname", "capitalization"})
_LONGEST_TERM = 60


class Shown(NamedTuple):
    """A report as an editor has it: the document's address and version."""

    uri: str
    version: int | None
    report: Report
    at: Positions


def edit(shown: Shown, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    """Edits as an editor takes them: only while the document is as it was."""
    document = types.OptionalVersionedTextDocumentIdentifier(shown.uri, shown.version)
    changes = [types.TextEdit(shown.at.range(each.span), each.text) for each in edits]
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def of(shown: Shown, findings: Iterable[Finding], rules: dict[str, Rule], only: Iterable[str] | None) -> list[types.CodeAction]:
    """The actions for findings at a place, the likeliest first; `only` are the kinds that were asked for."""
    wanted = tuple(only) if only else (types.CodeActionKind.QuickFix, types.CodeActionKind.Source)
    out: list[types.CodeAction] = []
    if _asks(wanted, types.CodeActionKind.QuickFix):
        for finding in findings:
            out += _of_finding(shown, finding, rules.get(finding.rule))
    if _asks(wanted, FIX_ALL):
        out += _fix_all(shown)
    return out


def _asks(wanted: Iterable[str], kind: str) -> bool:
    """Whether a kind is asked for by itself or by one above it."""
    return any(kind == each or kind.startswith(f"{each}.") for each in wanted)


def _of_finding(shown: Shown, finding: Finding, rule: Rule | None) -> Iterator[types.CodeAction]:
    said = [diagnostic(finding, shown.at, shown.uri)]
    quick = types.CodeActionKind.QuickFix
    words = " ".join(shown.report.source.text[finding.span.start : finding.span.end].split())
    for i, fix in enumerate(finding.fixes):
        title = f"Change to “{fix}”" if fix.strip() else f"Take “{words}” out"
        made = edit(shown, [Edit(finding.span, fix, finding.rule)])
        yield types.CodeAction(title, quick, said, is_preferred=finding.safe and i == 0, edit=made)
    every = [each for each in fixes.chosen(shown.report, unsafe=True) if each.rule == finding.rule]
    if len(every) > 1 and finding.fixes:
        yield types.CodeAction(f"Fix all {len(every)} of {finding.rule}", quick, said, edit=edit(shown, every))
    yield _command(f"Quiet {finding.rule} here, with a reason", QUIET, [shown.uri, finding.rule, finding.span.start], said)
    if _takes_term(rule, words):
        yield _command(f"Add “{words}” to the vocabulary", VOCABULARY, [shown.uri, words], said)
    if rule:
        yield _command(f"Open the page of {finding.rule}", OPEN_RULE, [shown.uri, finding.rule], said)


def _takes_term(rule: Rule | None, words: str) -> bool:
    return (
        bool(words) and len(words) <= _LONGEST_TERM and rule is not None and rule.kind in _OF_WORDS and getattr(rule.check, "vocab", True)
    )


def _command(title: str, name: str, arguments: list[str | int], said: list[types.Diagnostic]) -> types.CodeAction:
    return types.CodeAction(title, types.CodeActionKind.QuickFix, said, command=types.Command(title, name, None, list(arguments)))


def _fix_all(shown: Shown) -> Iterator[types.CodeAction]:
    if safe := fixes.chosen(shown.report, unsafe=False):
        yield types.CodeAction(f"Make the safe fixes ({len(safe)})", FIX_ALL, edit=edit(shown, safe))
