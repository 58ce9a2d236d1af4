"""A story that is written is checked again and again: what is kept of its blocks changes nothing that is found."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from lintnews import engine, memory
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.memory import Memory
from lintnews.model import Match, Severity, Source
from lintnews.readers import read
from lintnews.rule import Rule, Rules

SEEDS = Path(__file__).parents[1] / "seeds"
TYPED = ("’", "'", " teh ", " a apple", "\n\n", "“", ".", " its a ", "", " the the ")


@pytest.fixture
def keen(linter: Linter) -> Linter:
    return linter.alike(linter.settings).remember()


@pytest.mark.parametrize("name", ["clinic.txt", "rubble.html"])
def test_what_is_found_as_one_types_is_what_is_found_anew(linter: Linter, keen: Linter, name: str) -> None:
    text, chance = (SEEDS / name).read_text(encoding="utf-8"), random.Random(name)
    for typed in TYPED:
        assert keen.check(text, name) == linter.check(text, name)
        at = chance.randrange(len(text))
        text = text[:at] + typed + text[at + chance.randrange(3) :]


def _seen(matches: Iterable[Match]) -> set[tuple[object, ...]]:
    return {(id(match.block), match.span, match.fixes, match.doubt, str(sorted(match.words.items()))) for match in matches}


@pytest.mark.parametrize("name", ["clinic.txt", "ferry.txt", "standoff.txt", "rates.md"])
def test_what_a_local_kind_sees_in_a_block_it_sees_there_alone(linter: Linter, name: str) -> None:
    story = Story(read(Source(name, (SEEDS / name).read_text(encoding="utf-8"))), linter.facts)
    alone: dict[str, set[tuple[object, ...]]] = {}
    for block in story.document.blocks:
        part = story.of_blocks((block,))
        for rule in filter(memory.is_local, linter._own.likely(part)):
            alone[rule.id] = alone.get(rule.id, set()) | _seen(rule.check.find(part))
    whole = {rule.id: _seen(rule.check.find(story)) for rule in linter._own.likely(story) if memory.is_local(rule)}
    assert {name: found for name, found in whole.items() if found} == {name: found for name, found in alone.items() if found}


def test_a_block_is_read_again_on_another_day(linter: Linter, keen: Linter) -> None:
    text = "---\ndate: {}\n---\nA\n\nThe council met on Monday, June 3. The hall was full.\n"
    found = [(keen.check(text.format(day)), linter.check(text.format(day))) for day in ("2024-06-05", "2025-06-05")]
    assert all(one == other for one, other in found)
    assert [any(finding.rule == "dates.weekday" for finding in one.findings) for one, _ in found] == [False, True]


def test_a_block_is_read_once(monkeypatch: pytest.MonkeyPatch, keen: Linter) -> None:
    read_blocks: list[int] = []
    whole = Memory._read

    def counted(self, story, rules, new):
        read_blocks.append(len(new))
        return whole(self, story, rules, new)

    monkeypatch.setattr(Memory, "_read", counted)
    for text in (
        "One.\n\nWe saw it.\n\nThen we left.\n",
        "One.\n\nWe saw him.\n\nThen we left.\n",
        "One.\n\nWe saw him.\n\nThen we left.\n",
    ):
        keen.check(text)
    assert read_blocks == [3, 1]


def test_too_many_blocks_are_forgotten(monkeypatch: pytest.MonkeyPatch, linter: Linter, keen: Linter) -> None:
    monkeypatch.setattr(memory, "MOST", 2)
    for text in ("A\n\nWe saw teh boat.\n\nIt left.\n", "A\n\nWe saw teh sea.\n\nIt left.\n"):
        assert keen.check(text) == linter.check(text)


class Slow:
    """A kind of somebody else's that runs out of time."""

    slots = ()
    local = True

    def find(self, story):
        raise TimeoutError


def test_a_rule_that_runs_out_of_time_is_told_every_time() -> None:
    kept, rules = Memory(), Rules([Rule("house.slow", "slow", Slow(), Severity.ERROR, "m")])
    for _ in range(2):
        story = Story(read(Source("a.txt", "A\n\nIt left.\n")), FactBase.of(()))
        (finding,) = engine.lint(story, rules, today=date(2020, 1, 6), memory=kept).findings
        assert finding.message.startswith("house.slow: ")
