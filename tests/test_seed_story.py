"""The story that started the project in, what must be reported on it out; it is read where it lies, and none of it is quoted.

It is looked for where the environment variable LINTNEWS_STORY says, and in `shared/seeds/` beside the checkout. Where it
is not, this module has no tests.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from lintnews import Linter, Report, Source
from lintnews.config import Settings
from lintnews.ledger import Story
from lintnews.model import Finding, Severity, Span
from lintnews.readers import read

ROOT = Path(__file__).parents[1]
NAMED = os.environ.get("LINTNEWS_STORY", "")
STORIES = [Path(NAMED)] if NAMED else sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
SURE = (Severity.ERROR, Severity.WARNING)

#: What must be reported: line and column (0 for any), rule, least severity.
WANTED = (
    (3, 0, "headline.collective-number", Severity.SUGGESTION),
    (10, 271, "posts.stray-preposition", Severity.ERROR),
    (12, 188, "names.near-miss", Severity.ERROR),
    (12, 0, "sourcing.unsourced-count", Severity.SUGGESTION),
    (14, 128, "acronyms.undefined", Severity.SUGGESTION),
    (14, 263, "posts.rank-at-date", Severity.SUGGESTION),
    (16, 279, "acronyms.undefined", Severity.SUGGESTION),
    (18, 0, "dates.interval", Severity.SUGGESTION),
    (20, 1, "copy.repeated-opening", Severity.SUGGESTION),
    (20, 151, "quotes.stop-before-attribution", Severity.WARNING),
    (22, 40, "posts.body-as-title", Severity.ERROR),
)


@cache
def report(path: Path, profile: str = "") -> Report:
    return Linter(Settings(profile=profile)).check(Source(path.name, path.read_text("utf-8")))


def found(path: Path, line: int, column: int, rule: str) -> list[Finding]:
    source = report(path).source
    places = [(source.place(finding.span.start), finding) for finding in report(path).findings if finding.rule == rule]
    return [finding for place, finding in places if place.line == line and column in (0, place.column)]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
class TestTheStory:
    #: No story, no tests; an empty list of parameters would leave tests that are skipped.
    __test__ = bool(STORIES)

    @pytest.mark.parametrize(("line", "column", "rule", "severity"), WANTED)
    def test_its_slips_are_reported_where_they_stand(self, path: Path, line: int, column: int, rule: str, severity: Severity) -> None:
        (finding,) = found(path, line, column, rule)
        assert finding.severity.rank >= severity.rank

    def test_nothing_else_is_reported_as_error_or_warning(self, path: Path) -> None:
        wanted = {(line, rule) for line, _, rule, _ in WANTED}
        place = report(path).source.place
        sure = [(place(finding.span.start).line, finding.rule) for finding in report(path).findings if finding.severity in SURE]
        assert set(sure) <= wanted
        assert len(sure) == len(set(sure))

    def test_the_listed_name_is_the_fix_and_its_fact_is_shown(self, path: Path) -> None:
        (finding,) = found(path, 12, 188, "names.near-miss")
        assert finding.fixes[0] == "Quds Force"
        assert any(evidence.fact and evidence.fact.source for evidence in finding.evidence)

    def test_the_fix_inserts_the_noun_that_the_body_lacks(self, path: Path) -> None:
        """The other place and the dated fact are shown."""
        (finding,) = found(path, 22, 40, "posts.body-as-title")
        assert finding.fixes[0].endswith(" Chairman")
        assert any(evidence.span and report(path).source.place(evidence.span.start).line == 10 for evidence in finding.evidence)
        assert any(evidence.fact and evidence.fact.since for evidence in finding.evidence)

    def test_the_stray_preposition_and_the_stop_have_fixes(self, path: Path) -> None:
        assert found(path, 10, 271, "posts.stray-preposition")[0].fixes == ("",)
        assert found(path, 20, 151, "quotes.stop-before-attribution")[0].fixes

    def test_a_word_of_a_speaker_has_no_fix(self, path: Path) -> None:
        assert not any(found(path, line, column, "acronyms.undefined")[0].fixes for line, column in ((14, 128), (16, 279)))

    def test_the_interval_shows_both_dated_facts(self, path: Path) -> None:
        (finding,) = found(path, 18, 0, "dates.interval")
        assert len({evidence.fact.since for evidence in finding.evidence if evidence.fact}) == 2

    def test_the_house_style_changes_titles_and_ranks_outside_quotations_only(self, path: Path) -> None:
        styled = report(path, "ap")
        rules = {finding.rule for finding in styled.findings if finding.rule.startswith("ap.")}
        assert {"ap.rank", "ap.cabinet-title"} <= rules
        story = Story(read(styled.source), Linter().packs.facts)
        inside = [quote.block.in_source(quote.inside) for quote in story.quotations]
        assert inside
        assert not [finding for finding in styled.findings if finding.rule.startswith("ap.") and _within(finding.span, inside)]


def _within(span: Span, quotations: list[Span]) -> bool:
    return any(quotation.overlaps(span) for quotation in quotations)
