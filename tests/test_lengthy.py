from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from lintnews import Linter, Source, lengthy
from lintnews.config import Settings
from lintnews.model import Evidence, Finding, Severity, Span

PARAGRAPHS = [f"The ferry number {number} left on time, and nobody on the quay waved at it for long." for number in range(300)]


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengthy, "LONG", 5_000)
    monkeypatch.setattr(lengthy, "STRETCH", 1_000)


def test_a_story_is_one_stretch() -> None:
    source = Source("a.txt", "A short story.\n\nIt ends.\n")
    assert list(lengthy.stretches(source)) == [(source, 0)]


def test_the_stretches_of_a_long_text_are_cut_at_empty_lines_and_make_up_the_whole() -> None:
    text = "\n\n".join(PARAGRAPHS)
    found = list(lengthy.stretches(Source("a.txt", text)))
    assert len(found) > 10
    assert all(
        text.startswith(stretch.text, shift) for stretch, shift in [*found[:1], *((Source("", s.text[2:]), n + 2) for s, n in found[1:])]
    )
    assert found[0].source.text + "".join(stretch.text[2:] for stretch, _ in found[1:]) == text


def test_a_paragraph_is_never_cut() -> None:
    assert len(list(lengthy.stretches(Source("a.txt", " ".join(PARAGRAPHS))))) == 1


def test_findings_in_a_long_text_stand_where_they_are() -> None:
    slip = "He said said that the the pier would reopen in May."
    text = "\n\n".join([*PARAGRAPHS, slip, *PARAGRAPHS, slip])
    linter = Linter(Settings(select=("copy.doubled-word",)))
    findings = linter.check(Source("a.txt", text)).findings
    assert [text[slice(*finding.span)] for finding in findings] == ["the the", "the the"]
    assert findings == linter.check(Source("a.txt", text)).findings


def test_the_evidence_of_a_finding_moves_with_it() -> None:
    finding = Finding("a.b", Severity.ERROR, "said", Span(5, 7), evidence=(Evidence("there", span=Span(1, 2)), Evidence("sum")))
    moved = lengthy.home(finding, 10)
    assert (moved.span, [each.span for each in moved.evidence]) == (Span(15, 17), [Span(11, 12), None])
    assert lengthy.home(finding, 0) is finding


def test_a_rule_at_fault_is_told_once(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    rule = (
        "extends: existence\nmessage: x\nlevel: error\nnonword: true\ntokens: ['(?:§|§§)+[^§\\s]{2}']\n"
        'examples: {bad: ["qqbc\\n^^^^"], good: [b]}\n'
    )
    (pack / "slow.yml").write_text(rule, encoding="utf-8")
    text = "\n\n".join([*PARAGRAPHS, "§" * 40 + "b c", *PARAGRAPHS, "§" * 40 + "b c"])
    findings = Linter(Settings(rules=(tmp_path,), select=("mine",))).check(Source("a.txt", text)).findings
    assert [finding.rule for finding in findings] == ["lintnews.rule-fault"]
    assert "mine.slow" in findings[0].message


def test_what_is_remembered_of_words_is_let_go_of_after_a_few_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengthy, "_MANY", 10)
    few, many = lru_cache(maxsize=50)(str), lru_cache(maxsize=50)(repr)
    for number in range(20):
        many(number)
    few(1)
    lengthy.let_go(lengthy._FEW - 1)
    assert many.cache_info().currsize == 20
    lengthy.let_go(lengthy._FEW)
    assert (few.cache_info().currsize, many.cache_info().currsize) == (1, 0)
