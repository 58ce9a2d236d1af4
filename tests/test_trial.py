from __future__ import annotations

import pytest

from lintnews import examples, rule_file, trial
from lintnews.facts import FactBase

RULE = rule_file.read("extends: substitution\nmessage: no\nswap: {very: quite}\naction: {name: replace}\n", "r.yml", "desk.r", bare=True)
PLACE = rule_file.read('extends: existence\nmessage: no\nnonword: true\ntokens: ["(?= and)"]\n', "r.yml", "desk.r", bare=True)
SLOW = rule_file.read('extends: existence\nmessage: no\ntokens: ["(?:a|aa)+[^a ]{2}"]\n', "r.yml", "desk.r", bare=True)
FACTS = FactBase.of([])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is very big.\n      ^^^^\n", []),
        ("It is very big.\n      ^^^^ -> quite\n", []),
        ("It is very big.\n      ^^^^ -> rather\n", ["1:7 “very” should have the fix “rather”, and has “quite”"]),
        ("It is very big.\n           ^^^\n", ["1:12 “big” is marked and was not found", "1:7 “very” was found and is not marked: no"]),
        ("It is big.\n", []),
        ("It is very big.\n", ["1:7 “very” was found and is not marked: no"]),
    ],
)
def test_what_is_found_is_held_against_the_marks(text: str, said: list[str]) -> None:
    example = examples.read(text, bad=examples.has_marks(text))
    assert trial.failures(RULE, example, FACTS) == said


def test_a_mark_of_one_character_stands_for_the_place_before_it() -> None:
    assert trial.failures(PLACE, examples.read("One and two.\n   ^\n", bad=True), FACTS) == []
    assert trial.failures(PLACE, examples.read("One and two.\n", bad=False), FACTS) == [
        "1:4 (the place before it) was found and is not marked: no"
    ]


def test_a_rule_that_runs_away_has_failed() -> None:
    (said,) = trial.failures(SLOW, examples.read("a" * 60 + " b.\n", bad=False), FACTS)
    assert said.startswith("desk.r: the pattern")
