from __future__ import annotations

from collections.abc import Callable

import pytest

from lintnews import engine, rule_file
from lintnews.ledger import Story
from lintnews.rule import Rule, Rules

StoryOf = Callable[..., Story]


def _rule(name: str, text: str) -> Rule:
    return rule_file.read(f"message: {name}\n{text}\n", f"{name}.yml", f"desk.{name}", bare=True)


RULES = (
    _rule("bird", "extends: existence\nignorecase: true\ntokens: [heron, 'a? gr[ae]y owl', '2 birds|3 birds|4 birds|5 birds']"),
    _rule("swap", "extends: substitution\nswap: {colour: color, 'centre|central': center}"),
    _rule("any", "extends: existence\nnonword: true\ntokens: ['\\p{Lu}{4}']"),
    _rule("raw", "extends: existence\ntokens: [night]\nraw: ['[Tt]o']"),
    _rule("near", "extends: company\ntokens: [study]\nbeside: [journal]"),
    _rule("often", "extends: occurrence\ntoken: the\nmax: 2"),
)


@pytest.mark.parametrize(
    "text",
    [
        "A Grey owl, HERON and 4 birds.\n\nThe colour of the centre, the herons.\n",
        "A study said tonight: NASA has no heron\u00a0.\n\nTo night. Two  heron s.\n",
        "Nothing here.\n",
        "",
    ],
)
def test_rules_find_the_same_in_the_first_story_and_after_many(story: StoryOf, text: str) -> None:
    rules = Rules(RULES)
    first = engine.lint(story(text), rules).findings
    for _ in range(45):
        again = engine.lint(story(text), rules).findings
    assert again == first == engine.lint(story(text), RULES).findings


def test_after_many_stories_only_rules_are_run_whose_texts_stand_in_the_story(story: StoryOf) -> None:
    rules = Rules(RULES)
    for _ in range(45):
        named = [rule.id for rule in rules.likely(story("The night heron of the herons.\n"), together=True)]
    assert named == ["desk.bird", "desk.any", "desk.often"]
