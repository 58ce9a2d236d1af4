"""A desk and a request in LanguageTool's terms in, what its server would answer out, as plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from lintnews import words
from lintnews.linter import Checked
from lintnews.model import Block, Finding, Part, Piece, Report, Severity, Sort, Span
from lintnews.reporters import _evidence
from lintnews.rule import FAULT, Rule
from lintnews.version import __version__
from lintnews.web import answers
from lintnews.web.desk import Desk
from lintnews.web.languagetool import categories, chosen, languages
from lintnews.web.languagetool.chosen import Lists
from lintnews.web.languagetool.units import Units
from lintnews.web.said import Said

Asked = Mapping[str, Any]
Values = dict[str, Any]

#: Letters of context on either side of a match, and replacements in a compact answer.
_CONTEXT = 40
_FEW = 5


def software() -> Values:
    """Who answers."""
    return {"name": "LintNews", "version": __version__, "buildDate": "", "apiVersion": 1, "premium": False, "status": ""}


def check(desk: Desk, asked: Asked) -> Said:
    """The matches in a text."""
    report, lasting = _checked(desk, asked)
    made = _Answer(asked, {rule.id: rule for rule in desk.plain().known})
    told: Values = {"language": made.language(), "matches": list(made.matches(report))}
    if asked["compact"]:
        for match in told["matches"]:
            del match["replacements"][_FEW:]
    else:
        told = {"software": software(), "warnings": warnings(report), **told, "sentenceRanges": made.ranges()}
    return Said(told, answers.counts(report), lasting)


def _checked(desk: Desk, asked: Asked) -> Checked:
    """The findings in a text by the rules that the client chose."""
    settings = chosen.settings(desk.plain(), asked)
    if settings.get("select") == ():
        return Checked(Report(desk.source(asked), ()), True)
    linter = desk.linter({**asked, "settings": settings})
    report, lasting = linter.checked(desk.source(asked))
    return Checked(report, lasting and linter.lasting)


def warnings(report: Report) -> Values:
    """Whether a rule could not be run on this text."""
    faults = [finding.message for finding in report.findings if finding.rule == FAULT]
    return {"incompleteResults": bool(faults), **({"incompleteResultsReason": "; ".join(faults)} if faults else {})}


def rules(desk: Desk) -> list[Values]:
    """What `/v2/configinfo` tells of the rules."""
    linter = desk.plain()
    on = {rule.id for rule in linter.rules}
    return [_rule_info(rule, rule.id in on) for rule in linter.known]


def _rule_info(rule: Rule, on: bool) -> Values:
    kind = categories.of(rule.id, rule.kind)
    told = {
        "ruleId": categories.id_of(rule.id, kind, "en-US"),
        "description": _described(rule),
        "categoryId": kind.category,
        "categoryName": categories.name(kind.category),
        "locQualityIssueType": kind.fault,
    }
    return told if on else {**told, "isDefaultOff": "yes"}


def _described(rule: Rule | None) -> str:
    """The first sentence of why a rule is there."""
    if rule is None:
        return ""
    why = " ".join((rule.why or rule.message).split())
    first = words.sentences(why)
    return why[first[0].start : first[0].end] if first else why


def _heard(finding: Finding, sort: Sort, lists: Lists, *, only: bool) -> bool:
    """Whether a client wants to hear what LanguageTool found by a rule of its own."""
    category, rule = sort.category, finding.rule.partition(".")[2]
    if rule in lists.off or rule in lists.on:
        return rule not in lists.off
    return category not in lists.off_categories and (not only or category in lists.on_categories)


class _Answer:
    """The text of one request, as its client counts it."""

    def __init__(self, asked: Asked, rules: Mapping[str, Rule]) -> None:
        self._asked, self._rules, self._lists = asked, rules, Lists.of(asked)
        self._plain: str = asked["text"]
        self._whole: str = asked["whole"]
        self._block = Block(Part.BODY, self._plain, tuple(Piece(*piece) for piece in asked["pieces"]))
        self._units = Units(self._whole)
        self._sentences = list(_sentences(self._plain))

    def language(self) -> Values:
        code = self._asked["language"]
        own = {"name": languages.NAMES[code], "code": code}
        source = "default" if self._asked["automatic"] else "given"
        return {**own, "detectedLanguage": {**own, "confidence": 0.99, "source": source}}

    def ranges(self) -> list[list[int]]:
        """Where the sentences stand."""
        homes = (self._block.in_source(span) for span in self._sentences)
        return [[self._units.at(home.start), self._units.at(home.end)] for home in homes]

    def matches(self, report: Report) -> Iterator[Values]:
        for finding in report.findings:
            if self._shown(finding):
                yield self._match(finding)

    def _shown(self, finding: Finding) -> bool:
        """Suggestions are for the picky, except on what LanguageTool tells all; a rule's fault is a warning of the whole answer."""
        if finding.rule == FAULT:
            return False
        if self._asked["mode"] != "all" and _spans_text(self._plain, finding) != (self._asked["mode"] == "textLevelOnly"):
            return False
        if finding.sort:
            return _heard(finding, finding.sort, self._lists, only=self._asked["enabledOnly"])
        kind = self._class(finding)
        usual = kind.alias or kind.fault in ("misspelling", "locale-violation")
        return finding.severity is not Severity.SUGGESTION or self._asked["level"] != "default" or bool(usual)

    def _class(self, finding: Finding) -> categories.Class:
        return categories.of_finding(finding, self._rules[finding.rule].kind if finding.rule in self._rules else "")

    def _match(self, finding: Finding) -> Values:
        span, fixes = _visible(self._plain, finding)
        home = self._block.in_source(span)
        unchanged = self._whole[home.start : home.end] == self._plain[span.start : span.end]
        kind = self._class(finding)
        start, end = self._units.at(home.start), self._units.at(home.end)
        told: Values = {
            "message": _message(finding),
            "shortMessage": categories.name(kind.category),
            "replacements": [{"value": fix} for fix in fixes] if unchanged else [],
            "offset": start,
            "length": end - start,
        }
        if not self._asked["compact"]:
            told |= {"context": _context(self._whole, home), "sentence": self._sentence(span)}
        return {
            **told,
            "type": {"typeName": "UnknownWord" if kind.category == "TYPOS" else "Other"},
            "rule": self._rule(finding),
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }

    def _rule(self, finding: Finding) -> Values:
        kind = self._class(finding)
        rule = self._rules.get(finding.rule)
        told: Values = {
            "id": categories.id_of(finding.rule, kind, self._asked["language"]),
            "subId": finding.rule,
            "sourceFile": finding.rule.replace(".", "/") + ".yml",
            "description": _described(rule) or finding.message,
            "issueType": kind.fault,
            "category": {"id": kind.category, "name": categories.name(kind.category)},
        }
        if finding.link:
            told["urls"] = [{"value": finding.link}]
        if finding.severity is Severity.SUGGESTION:
            told["tags"] = ["picky"]
        return told

    def _sentence(self, span: Span) -> str:
        """The sentence that a match begins in."""
        before = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start)
        found = self._sentences[max(0, before - 1)] if self._sentences else Span(0, 0)
        return self._plain[found.start : found.end]


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of every line."""
    at = 0
    for line in text.splitlines(keepends=True):
        for span in words.sentences(line):
            yield Span(at + span.start, at + span.end)
        at += len(line)


def _spans_text(text: str, finding: Finding) -> bool:
    """Whether a finding hangs on another paragraph than its own."""
    spans = [finding.span, *(evidence.span for evidence in finding.evidence if evidence.span)]
    return "\n" in text[min(span.start for span in spans) : max(span.end for span in spans)]


def _visible(text: str, finding: Finding) -> tuple[Span, tuple[str, ...]]:
    """A span that a client can mark: where something is missing, the character before it, or after it at the very start."""
    span, fixes = finding.span, finding.fixes
    if span.start < span.end or not text:
        return span, fixes
    if span.start:
        before = text[span.start - 1]
        return Span(span.start - 1, span.end), tuple(before + fix for fix in fixes)
    return Span(0, 1), tuple(fix + text[0] for fix in fixes)


def _message(finding: Finding) -> str:
    """The message; with the fact that decides, its source and its date, if there is one."""
    facts = [_evidence.told(evidence) for evidence in finding.evidence if evidence.fact]
    return f"{finding.message} ({facts[0]})" if facts else finding.message


def _context(text: str, span: Span) -> Values:
    """The match with the letters around it on one line."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    left, right = "..." if start else "", "..." if end < len(text) else ""
    shown = left + text[start:end].replace("\r\n", "  ").replace("\n", " ").replace("\r", " ") + right
    units = Units(shown)
    at = len(left) + span.start - start
    return {"text": shown, "offset": units.at(at), "length": units.at(at + span.end - span.start) - units.at(at)}
