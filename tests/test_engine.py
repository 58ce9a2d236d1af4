from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lintnews import engine, rule_file
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Evidence, Fact, Finding, Match, Severity, Span
from lintnews.rule import Quotes, Rule

StoryOf = Callable[..., Story]


def _rule(tokens: str = "[heron]", name: str = "desk.bird", message: str = "“{match}” is a bird", **keys: str) -> Rule:
    """A rule that finds words."""
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return rule_file.read(f"extends: existence\nmessage: {message}\ntokens: {tokens}\n{more}", f"{name}.yml", name, bare=True)


def _shown(story: Story, *rules: Rule, **more: Any) -> list[str]:
    report = engine.lint(story, rules, **more)
    return [story.document.source.text[slice(*finding.span)] for finding in report.findings]


def test_findings_come_in_reading_order_whatever_the_order_of_the_rules(story: StoryOf) -> None:
    read = story("A heron, an owl and a heron sat there.\n")
    rules = [_rule("[owl]", "desk.owl"), _rule()]
    assert _shown(read, *rules) == _shown(read, *rules[::-1]) == ["heron", "owl", "heron"]


def test_at_one_place_the_graver_finding_comes_first(story: StoryOf) -> None:
    rules = [_rule(name="desk.a", level="suggestion"), _rule(name="desk.b", level="error"), _rule(name="desk.c", level="warning")]
    report = engine.lint(story("A heron sat there.\n"), rules)
    assert [finding.rule for finding in report.findings] == ["desk.b", "desk.c", "desk.a"]


def test_the_same_finding_is_told_once(story: StoryOf) -> None:
    assert len(engine.lint(story("A heron sat there.\n"), [_rule(), _rule()]).findings) == 1


@pytest.mark.parametrize(("scope", "found"), [("headline", ["Heron"]), ("body", ["heron"]), ("copy", ["Heron", "heron"]), ("table", [])])
def test_a_rule_looks_only_at_the_parts_of_its_scope(story: StoryOf, scope: str, found: list[str]) -> None:
    read = story("Heron lands on town hall\n\nThe heron sat there for an hour.\n")
    assert _shown(read, _rule("[heron]", ignorecase="true", scope=scope)) == found


@pytest.mark.parametrize(("quotes", "found"), [("skip", 1), ("only", 1), ("any", 2)])
def test_a_rule_looks_inside_quotations_outside_or_both(story: StoryOf, quotes: str, found: int) -> None:
    assert len(_shown(story("The heron came. “I saw a heron,” she said.\n"), _rule(quotes=quotes))) == found


def test_a_level_set_for_a_rule_goes_before_one_set_for_its_pack(story: StoryOf) -> None:
    levels = {"desk": Severity.SUGGESTION, "desk.bird": Severity.ERROR}
    report = engine.lint(story("A heron and an owl.\n"), [_rule(), _rule("[owl]", "desk.owl")], levels)
    assert [finding.severity for finding in report.findings] == ["error", "suggestion"]


def test_a_rule_with_days_holds_on_those_days_only(story: StoryOf) -> None:
    rule = _rule(since="2020-01-01", until="2020-12-31")
    text = "A heron sat there.\n"
    assert [len(_shown(story(text, day), rule)) for day in ("2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01")] == [0, 1, 1, 0]


def test_a_story_without_a_day_is_judged_by_the_rules_that_have_no_end(story: StoryOf) -> None:
    text = "A heron sat there.\n"
    assert _shown(story(text), _rule(since="2020-01-01"))
    assert not _shown(story(text), _rule(until="2020-12-31"))


class _Doubtful:
    """A check that matches the first word of the first block, with the evidence and doubt given."""

    slots = ("match",)

    def __init__(self, doubt: int = 0, review: str = "", fixes: tuple[str, ...] = ()) -> None:
        self.doubt, self.review, self.fixes = doubt, review, fixes

    def find(self, story: Story) -> list[Match]:
        block = story.document.blocks[0]
        fact = Fact("Ludgrave", "named", "city", "https://example.org", "2024-01-01", review=self.review)
        evidence = (Evidence("the first word", block, Span(0, 3)), Evidence("", fact=fact))
        return [Match(block, Span(0, 3), self.fixes, {"match": block.text[:3]}, evidence, self.doubt)]


def _found(read: Story, check: _Doubtful, **more: Any) -> Finding:
    rule = Rule("desk.first", "first", check, Severity.ERROR, "“{match}”", quotes=Quotes.ANY)
    return engine.lint(read, [rule], **more).findings[0]


@pytest.mark.parametrize(("doubt", "severity"), [(0, "error"), (1, "warning"), (2, "suggestion"), (5, "suggestion")])
def test_doubt_lowers_the_severity_step_by_step(story: StoryOf, doubt: int, severity: str) -> None:
    assert _found(story("One came. Two went.\n"), _Doubtful(doubt)).severity == severity


def test_a_fact_past_its_review_day_gives_a_suggestion_only(story: StoryOf) -> None:
    read = story("One came. Two went.\n")
    assert _found(read, _Doubtful(review="2025-01-01"), today=date(2025, 1, 1)).severity == "error"
    assert _found(read, _Doubtful(review="2025-01-01"), today=date(2025, 1, 2)).severity == "suggestion"


def test_evidence_in_the_story_has_its_place_in_the_source(story: StoryOf) -> None:
    read = story("One came. Two went.\n", day="2024-01-01")
    place, fact = _found(read, _Doubtful()).evidence
    assert place.block is None
    assert place.span
    assert read.document.source.text[slice(*place.span)] == "One"
    assert fact.fact
    assert fact.fact.subject == "Ludgrave"


def test_a_fix_is_offered_only_where_the_source_reads_as_the_match_does(story: StoryOf) -> None:
    assert _found(story("A&B came. Two went.\n"), _Doubtful(fixes=("C",))).fixes == ("C",)
    assert _found(story("<p>A&amp;B came. Two went.</p>", name="a.html"), _Doubtful(fixes=("C",))).fixes == ()


@pytest.mark.parametrize(
    ("term", "left"),
    [("heron", []), ("Heron", ["heron"]), ("a heron sat", ["Heron"]), ("Heron Hall", ["heron"]), ("owl", ["Heron", "heron"])],
)
def test_a_finding_inside_an_accepted_term_is_left_out(story: StoryOf, term: str, left: list[str]) -> None:
    read = story("Heron Hall is where a heron sat.\n")
    assert _shown(read, _rule("[heron]", ignorecase="true"), vocabulary=[term]) == left


def test_an_accepted_term_covers_whole_words_only(story: StoryOf) -> None:
    rule = _rule("[heron]", nonword="true")
    assert _shown(story("Three herons sat there.\n"), rule, vocabulary=["heron"]) == ["heron"]
    assert _shown(story("Three herons sat there.\n"), rule, vocabulary=["herons"]) == []


def test_a_pattern_that_runs_too_long_is_told_and_the_others_run_on(story: StoryOf) -> None:
    slow = _rule("['(a|a)*(a|a)*(a|a)*b$']", "desk.slow", nonword="true")
    read = story("A heron sat there and sang " + "a" * 5000 + " for long.\n")
    report = engine.lint(read, [slow, _rule()])
    told = [finding.message for finding in report.findings if finding.rule == "lintnews.rule-fault"]
    assert [finding.rule for finding in report.findings if finding.rule != "lintnews.rule-fault"] == ["desk.bird"]
    assert all(message.startswith("desk.slow: ") for message in told)


def test_a_story_with_no_words_has_no_findings(story: StoryOf, linter: Any) -> None:
    for text in ("", "\n", "\ufeff", "\r\n\r\n", "---\ndate: 2020-01-01\n---\n", "“", "(", "A", "."):
        assert engine.lint(story(text), linter.rules).findings == ()


def test_one_story_read_twice_gives_the_same_report(linter: Any, facts: FactBase, story: StoryOf) -> None:
    text = "Rivers plan drawn up\n\nLUDGRAVE (AP) — Tide Survey Hugh Penrose said the TSV and the the QRX agreed.\n"
    assert engine.lint(story(text), linter.rules) == engine.lint(story(text), linter.rules)
