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
    assert kept(finding("a.name", WHOLE, "Hreon Forces", "Heron Force"), finding("a.word", WORD, "Heron")) == ["a.name", "a.word"]


def test_of_two_ways_to_mend_a_word_the_better_is_shown() -> None:
    assert kept(finding("a.name", WHOLE, "Heron Force"), finding("a.word", WORD, "Heroin")) == ["a.name"]
    mild = finding("a.mild", WHOLE, "Heron Force", severity=Severity.WARNING, evidence=2)
    assert kept(mild, finding("a.word", WORD, "Hereon")) == ["a.word"]
    assert kept(finding("a.mark", WORD, "Hre’on"), finding("a.word", WORD, "Heron", evidence=1)) == ["a.word"]
    assert kept(finding("a.letters", Span(15, 19), "Hre"), finding("a.word", Span(16, 26), "ron")) == ["a.word"]


def test_of_two_ways_to_mend_a_word_the_one_that_touches_fewer_letters_is_shown() -> None:
    text, word = "Nobody shouldnt go.", Span(7, 15)
    for found in ([finding("a.guess", word, "should"), finding("a.mark", word, "shouldn't")], [finding("a.mark", word, "shouldn't")]):
        assert [each.rule for each in overlaps.merged(text, found)] == ["a.mark"]


def test_a_paragraph_that_goes_stands_in_no_word_s_way() -> None:
    text = "Nobody saw the Hreon Force there, and nobody has seen it in any other place since then."
    found = overlaps.merged(text, [finding("a.twice", Span(0, len(text)), ""), finding("a.word", WORD, "Heron")])
    assert sorted(each.rule for each in found) == ["a.twice", "a.word"]


def test_changes_to_several_words_of_one_stretch_stay() -> None:
    assert kept(finding("a.name", WHOLE, "Hreon Farce"), finding("a.word", WORD, "Heron")) == ["a.name", "a.word"]
    assert kept(finding("a.comma", WORD, "Hreon,"), finding("a.word", WORD, "Heron")) == ["a.comma", "a.word"]
    assert kept(finding("a.gap", Span(6, 7), "  "), finding("a.word", Span(0, 6), "No one")) == ["a.gap", "a.word"]


def test_a_finding_without_a_fix_stays() -> None:
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


def apart(*findings: Finding, told: tuple[str, ...] = ("lt.word", "lt.more")) -> list[str]:
    return sorted(found.rule for found in overlaps.merged(TEXT, findings, told))


def test_another_program_is_silent_about_words_of_which_we_say_something() -> None:
    ours = finding("a.name", WHOLE, "Heron Force", severity=Severity.SUGGESTION)
    assert apart(finding("lt.word", WORD, "Heroin"), ours) == ["a.name"]
    assert apart(finding("lt.word", WORD), ours) == ["a.name"]
    assert apart(finding("lt.word", Span(17, 17), "x"), ours) == ["a.name"]
    assert apart(finding("lt.word", Span(0, 6), "No one"), ours) == ["a.name", "lt.word"]
    assert apart(finding("lt.word", Span(21, 26), "Forces"), ours) == ["a.name", "lt.word"]


def test_of_two_programs_the_first_speaks() -> None:
    assert apart(finding("lt.word", WORD, "Heron"), finding("lt.more", WORD, "Heroin")) == ["lt.word"]
    assert apart(finding("lt.more", WORD), finding("lt.word", WORD)) == ["lt.more"]


def test_what_is_about_a_whole_sentence_stands_in_nobody_s_way() -> None:
    text = "The committee met and met and met and met and met and met and met and met again."
    long, word = finding("a.long", Span(0, len(text))), finding("lt.word", Span(14, 17), "sat")
    kept = overlaps.merged(text, [long, word], ("lt.word",))
    assert [found.rule for found in kept] == ["a.long", "lt.word"]
    assert overlaps.merged(text, [finding("lt.more", Span(0, len(text))), word], ("lt.word", "lt.more")) == [word]
