from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import engine, fixes, readers, rule_file
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.rule import Rule

NO_FACTS = FactBase.of(())


def rule(name: str, swap: dict[str, str], level: str = "warning", *, safe: bool = True) -> Rule:
    """A rule that puts one word in the place of another."""
    pairs = "".join(f"  {key}: {value}\n" for key, value in swap.items())
    keys = f"extends: substitution\nmessage: no\nlevel: {level}\nsafe: {str(safe).lower()}\naction: {{name: replace}}\nswap:\n{pairs}"
    return rule_file.read(keys, f"{name}.yml", f"desk.{name}", bare=True)


def check_by(*rules: Rule) -> fixes.Check:
    return lambda source: engine.lint(Story(readers.read(source), NO_FACTS), rules)


def fixed(text: str, *rules: Rule, unsafe: bool = False) -> fixes.Fixed:
    return fixes.fixed(Source("a.txt", text), check_by(*rules), unsafe=unsafe)


def finding(name: str, span: tuple[int, int], fix: str, level: Severity = Severity.WARNING, *, safe: bool = True) -> Finding:
    return Finding(f"desk.{name}", level, "no", Span(*span), (fix,), safe=safe)


def chosen(text: str, *findings: Finding, unsafe: bool = False) -> list[str]:
    return [edit.rule for edit in fixes.chosen(Report(Source("a.txt", text), findings), unsafe=unsafe)]


def test_a_safe_fix_is_made_and_an_unsafe_one_only_when_asked_for() -> None:
    rules = rule("gray", {"grey": "gray"}), rule("sea", {"see": "sea"}, safe=False)
    assert fixed("The grey see.\n", *rules).text == "The gray see.\n"
    assert fixed("The grey see.\n", *rules, unsafe=True).text == "The gray sea.\n"


def test_the_report_is_of_the_corrected_text_and_the_fixes_are_counted() -> None:
    done = fixed("The grey see, grey and wide.\n", rule("gray", {"grey": "gray"}), rule("sea", {"see": "sea"}, safe=False))
    assert [(f.rule, done.text[slice(*f.span)]) for f in done.report.findings] == [("desk.sea", "see")]
    assert done.made == {"desk.gray": 2}


def test_a_doubtful_match_of_a_safe_rule_has_no_safe_fix(linter: Linter) -> None:
    doubtful = [f for f in linter.check(Source("a.txt", "Rain\n\nThe harbor was an big place , and a old one.\n")).findings if f.fixes]
    assert doubtful
    assert all(f.safe for f in doubtful if f.severity is Severity.ERROR)


def test_where_two_fixes_overlap_the_graver_is_made() -> None:
    findings = finding("a", (0, 5), "x"), finding("b", (3, 8), "y", Severity.ERROR)
    assert chosen("0123456789", *findings) == ["desk.b"]


def test_of_two_as_grave_the_first_in_reading_order_is_made() -> None:
    assert chosen("0123456789", finding("b", (3, 8), "y"), finding("a", (0, 5), "x")) == ["desk.a"]


def test_fixes_that_touch_wait_for_one_another() -> None:
    assert chosen("0123456789", finding("a", (0, 3), "x"), finding("b", (3, 3), "y"), finding("c", (4, 5), "z")) == ["desk.a", "desk.c"]


def test_a_fix_that_changes_nothing_is_none() -> None:
    assert chosen("0123456789", finding("a", (0, 2), "01")) == []


def test_a_line_end_in_a_fix_is_the_storys() -> None:
    report = Report(Source("a.txt", "one\r\ntwo\r\n"), (finding("a", (0, 3), "1\n1"),))
    assert [edit.text for edit in fixes.chosen(report, unsafe=False)] == ["1\r\n1"]


def test_one_fix_may_open_the_way_to_another() -> None:
    assert fixed("A b.\n", rule("one", {"b": "c"}), rule("two", {"c": "d"})).text == "A d.\n"


def test_rules_that_undo_each_other_are_left_out_and_the_others_are_not() -> None:
    fighting = rule("gray", {"grey": "gray"}), rule("grey", {"gray": "grey"})
    done = fixed("A grey see.\n", *fighting, rule("sea", {"see": "sea"}))
    assert (done.text, done.left) == ("A grey sea.\n", {"desk.gray", "desk.grey"})


@pytest.mark.parametrize("fix", ["very very", "very much"])
def test_a_rule_whose_fix_brings_back_what_it_found_is_left_out(fix: str) -> None:
    done = fixed("A very long day.\n", rule("very", {"very": fix}))
    assert (done.text, done.left) == ("A very long day.\n", {"desk.very"})


def test_a_rule_whose_fix_it_finds_as_wrong_is_left_out() -> None:
    keys = "extends: existence\nmessage: no\nsafe: true\ntokens: [very, truly]\naction: {name: replace, params: [truly]}\n"
    done = fixed("A very long day.\n", rule_file.read(keys, "very.yml", "desk.very", bare=True))
    assert (done.text, done.left) == ("A very long day.\n", {"desk.very"})


def test_the_marks_of_a_file_stay_as_they_are() -> None:
    text = "\ufeffRain\r\n\r\nA grey\u00a0see.\rNo end"
    assert fixed(text, rule("gray", {"grey": "gray"})).text == text.replace("grey", "gray")


def test_where_the_source_does_not_read_as_what_was_matched_nothing_is_fixed() -> None:
    text = "<html><body><h1>Rain</h1><p>The gr&#101;y sky, the grey sky.</p></body></html>"
    done = fixes.fixed(Source("a.html", text), check_by(rule("gray", {"grey": "gray"}, "error")))
    assert done.text == text.replace("the grey", "the gray")
    assert len(done.report.findings) == 1


WORDS = ("grey", "gray", "see", "sea", "very", "old")
swaps = st.dictionaries(
    st.sampled_from(WORDS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join), min_size=1, max_size=3
)
levels = st.sampled_from([level.value for level in Severity])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(swaps, levels), min_size=1, max_size=4), st.lists(st.sampled_from(WORDS), max_size=8))
def test_whatever_the_rules_fixing_twice_changes_nothing_and_no_rule_has_more_to_say(
    made: list[tuple[dict[str, str], str]], words: list[str]
) -> None:
    rules = [rule(f"r{i}", swap, level) for i, (swap, level) in enumerate(made)]
    source = Source("a.txt", f"Rain\n\n{' '.join(words)}\n")
    _holds(source, check_by(*rules))


def test_a_story_in_which_one_rule_undoes_what_another_has_done_comes_back_untouched() -> None:
    rules = [rule("r0", {"grey": "grey", "very": "grey gray"}, "suggestion"), rule("r1", {"see": "very", "grey": "see"}, "suggestion")]
    _holds(Source("a.txt", "Rain\n\nsee\n"), check_by(*rules))


SLIPS = (
    "The the harbour was closed.", "He bought a old boat.", "She has an big house .", "It rained ,they said.", "Rain  fell on  Monday.",
    "“It is lost”, he said.", "He dont know.", "They arrived in the 1990's..", "The Quads Force left Ludgrave.", "\n\n", "\r\n\r\n",
    "“We won [sic] the the cup,” she said.", "Joint Chiefs of Staff Mark Milley spoke.", "All quiet.", "He could of won.",
    "12 percent is 13 %.", "<!-- lintnews ignore -->",
)  # fmt: skip


@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=40, deadline=None)
@given(parts=st.lists(st.sampled_from(SLIPS), max_size=8), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_with_the_shipped_rules_fixing_twice_changes_nothing(linter: Linter, unsafe: bool, parts: list[str], name: str) -> None:
    _holds(Source(name, f"Rain over the harbour\n\n{' '.join(parts)}\n"), linter.check, unsafe=unsafe)


def _holds(source: Source, check: Callable[[Source], Report], *, unsafe: bool = False) -> None:
    done = fixes.fixed(source, check, unsafe=unsafe)
    again = fixes.fixed(done.report.source, check, unsafe=unsafe)
    assert (again.text, again.made) == (done.text, Counter())
    before, after = _by_rule(check(source)), _by_rule(done.report)
    assert all(after[name] <= max(0, before[name] - 1) for name in done.made)
    assert check(done.report.source).findings == done.report.findings


def _by_rule(report: Report) -> Counter[str]:
    return Counter(found.rule for found in report.findings)


@given(st.text(alphabet="ab\r\n\ufeff", max_size=12), st.data())
def test_edits_are_made_where_they_stand_and_nowhere_else(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits = [fixes.Edit(Span(*pair), "x", "desk.a") for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    expected = _from_the_end(text, edits)
    assert fixes.applied(text, edits) == expected


def _from_the_end(text: str, edits: Iterable[fixes.Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
