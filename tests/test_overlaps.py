from __future__ import annotations

from dataclasses import replace

from lintnews import overlaps
from lintnews.model import Evidence, Finding, Severity, Source, Span

TEXT = "Nobody saw the Hreon Force there.\n"
WHOLE, WORD = Span(15, 26), Span(15, 20)


def finding(rule: str, span: Span, *fixes: str, severity: Severity = Severity.ERROR, evidence: int = 0) -> Finding:
    return Finding(rule, severity, "message", span, fixes, tuple(Evidence(str(i)) for i in range(evidence)))


def kept(*findings: Finding) -> list[str]:
    return sorted(found.rule for found in overlaps.merged(TEXT, findings))


def test_two_findings_that_make_the_same_change_are_one() -> None:
    assert Source("a", TEXT).text[slice(*WHOLE)] == "Hreon Force"
    assert kept(finding("a.name", WHOLE, "Heron Force"), finding("a.word", WORD, "Heron")) == ["a.name"]


def test_the_more_severe_speaks_then_the_one_with_more_evidence_then_the_longer() -> None:
    mild = finding("a.mild", WHOLE, "Heron Force", severity=Severity.WARNING, evidence=2)
    assert kept(mild, finding("a.word", WORD, "Heron")) == ["a.word"]
    assert kept(finding("a.name", WHOLE, "Heron Force"), finding("a.word", WORD, "Heron", evidence=1)) == ["a.word"]
    assert kept(finding("a.word", WORD, "Heron"), finding("a.name", WHOLE, "Heron Force")) == ["a.name"]


def test_only_the_first_fix_is_compared() -> None:
    assert kept(finding("a.name", WHOLE, "Heron Force", "Herons"), finding("a.word", WORD, "Heron")) == ["a.name"]
    assert kept(finding("a.name", WHOLE, "Herons", "Heron Force"), finding("a.word", WORD, "Heron")) == ["a.name", "a.word"]


def test_another_change_and_a_finding_without_a_fix_stay() -> None:
    assert kept(finding("a.name", WHOLE, "Heron Force"), finding("a.word", WORD, "Heroin")) == ["a.name", "a.word"]
    assert kept(finding("a.name", WHOLE), finding("a.word", WORD)) == ["a.name", "a.word"]
    assert kept(finding("a.name", WHOLE), finding("a.word", WORD, "Heron")) == ["a.name", "a.word"]


def test_the_same_change_elsewhere_stays() -> None:
    assert kept(finding("a.one", Span(0, 6), ""), finding("a.two", Span(7, 10), "")) == ["a.one", "a.two"]


def test_nothing_in_nothing_out() -> None:
    assert overlaps.merged(TEXT, []) == []


def test_the_finding_that_is_kept_is_safe_when_either_is() -> None:
    named, word = finding("a.name", WHOLE, "Heron Force"), replace(finding("a.word", WORD, "Heron"), safe=True)
    (kept_one,) = overlaps.merged(TEXT, [named, word])
    assert (kept_one.rule, kept_one.safe) == ("a.name", True)
