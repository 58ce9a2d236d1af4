"""The stories in seeds/ in, a report on each out, set against the `.expected` file beside it.

`LINTNEWS_SEEDS=write pytest tests/test_seeds.py` writes the files anew; read what changed before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import regex
import yaml

from lintnews import Linter, Source
from lintnews.model import Evidence, Finding, Report, Span
from lintnews.reporters._evidence import told

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(path.name for path in SEEDS.iterdir() if path.suffix in (".txt", ".md", ".html"))
SPOTLESS = [name for name in STORIES if name.startswith("spotless-")]
WITH_SLIPS = [name for name in STORIES if name not in SPOTLESS]
WRITE = os.environ.get("LINTNEWS_SEEDS") == "write"
#: Left of a finding's second and later lines.
INDENT = "    "


@dataclass(frozen=True)
class Planted:
    """A slip put into a story on purpose: where it is, the rules that may find it, what is wrong."""

    text: str
    span: Span
    rules: tuple[str, ...]
    slip: str

    def is_found_by(self, finding: Finding) -> bool:
        """Whether the finding is of one of the rules and touches the words."""
        return finding.rule in self.rules and finding.span.start <= self.span.end and finding.span.end >= self.span.start


def places(text: str, words: str) -> list[Span]:
    """Where the words stand in a text, as words of their own."""
    start, end = (r"\b" if char.isalnum() else "" for char in (words[0], words[-1]))
    return [Span(*match.span()) for match in regex.finditer(start + regex.escape(words) + end, text)]


@cache
def table() -> dict[str, list[dict[str, object]]]:
    """The slips by story, as they are written."""
    return yaml.safe_load((SEEDS / "planted.yml").read_text("utf-8"))  # type: ignore[no-any-return]


@cache
def planted(name: str) -> tuple[Planted, ...]:
    """The slips of a story; raises IndexError where one is not in it."""
    text = source(name).text
    return tuple(_planted(text, entry) for entry in table().get(name, ()))


def _planted(text: str, entry: dict[str, object]) -> Planted:
    words = str(entry["text"])
    return Planted(words, places(text, words)[int(str(entry.get("nth", 1))) - 1], _planted_rules(entry), str(entry["slip"]))


def _planted_rules(entry: dict[str, object]) -> tuple[str, ...]:
    rule = entry.get("rule", [])
    return tuple(rule) if isinstance(rule, list) else (str(rule),)


@cache
def source(name: str) -> Source:
    """A story of seeds/ under its bare name, so that a report does not tell where the checkout lies."""
    return Source(name, (SEEDS / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def snapshot(report: Report, slips: tuple[Planted, ...]) -> str:
    """The report as a copy editor reads it: a count, every finding, then the slips that no rule found."""
    missed = [slip for slip in slips if not any(map(slip.is_found_by, report.findings))]
    more = sum(not any(slip.is_found_by(finding) for slip in slips) for finding in report.findings)
    head = f"{report.source.name}: {len(slips)} slips planted, {len(slips) - len(missed)} found; other findings: {more}"
    lines = [head, "", *(line for finding in report.findings for line in _told(report.source, finding, slips))]
    if missed:
        lines += ["", "Planted, and not found:", *(_missed(report.source, slip) for slip in missed)]
    return "\n".join(lines).rstrip() + "\n"


def _told(story: Source, finding: Finding, slips: tuple[Planted, ...]) -> Iterator[str]:
    besides = "" if any(slip.is_found_by(finding) for slip in slips) else " (not planted)"
    yield f"{_place(story, finding.span)}: {finding.severity} {finding.rule} {' '.join(finding.message.split())}{besides}"
    words = story.text[slice(*finding.span)].replace("\n", " ")
    for fix in finding.fixes:
        yield f"{INDENT}fix: “{words}” → “{fix}”"
    for evidence in finding.evidence:
        yield f"{INDENT}see: {_evidence(story, evidence)}"


def _evidence(story: Source, evidence: Evidence) -> str:
    where = f"{_place(story, evidence.span)}: " if evidence.span else ""
    return where + " ".join(told(evidence).split())


def _missed(story: Source, slip: Planted) -> str:
    return f"{_place(story, slip.span)}: {' or '.join(slip.rules) or 'no rule yet'} “{slip.text}”: {slip.slip}"


def _place(story: Source, span: Span) -> str:
    return "{}:{}".format(*story.place(span.start))


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_reported_as_its_expected_file_says(name: str, linter: Linter) -> None:
    expected = (SEEDS / name).with_suffix(".expected")
    written = snapshot(linter.check(source(name)), planted(name))
    if WRITE:
        expected.write_text(written, "utf-8")
    assert written == expected.read_text("utf-8"), "run LINTNEWS_SEEDS=write pytest tests/test_seeds.py and read the difference"


@pytest.mark.parametrize("name", SPOTLESS)
def test_a_spotless_story_has_no_findings(name: str, linter: Linter) -> None:
    assert linter.check(source(name)).findings == ()


@pytest.mark.parametrize("name", WITH_SLIPS)
def test_every_slip_of_the_table_stands_in_its_story_once(name: str) -> None:
    assert planted(name)
    for entry in table()[name]:
        assert {"text", "slip"} <= entry.keys() <= {"text", "slip", "rule", "nth"}, entry
        count = len(places(source(name).text, str(entry["text"])))
        assert count == 1 or ("nth" in entry and count == 2), entry["text"]


def test_the_table_and_the_expected_files_are_about_stories_that_are_there() -> None:
    assert set(table()) == set(WITH_SLIPS)
    assert {path.stem for path in SEEDS.glob("*.expected")} == {Path(name).stem for name in STORIES}


def test_the_table_names_rules_that_there_are(linter: Linter) -> None:
    named = {rule for entries in table().values() for entry in entries for rule in _planted_rules(entry)}
    assert not named - {rule.id for rule in linter.packs.rules}


def test_no_two_stories_share_an_expected_file() -> None:
    assert len({Path(name).stem for name in STORIES}) == len(STORIES)
