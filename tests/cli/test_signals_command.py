from __future__ import annotations

import json

import pytest

STORY = """\
---
date: 2024-05-06
author: Ann Roe
---
# You Won't Believe What This Harbour Hides!!!

Many experts believe the pier will fall. “It may be that it stands,” said Ada Hale, a professor of engineering.

The rot was caused by salt. In all, 1,200 people were injured. There is no doubt: SHARE THIS before it is deleted!

It is proven beyond any doubt. See https://example.org/pier and the report of the council.
"""


@pytest.fixture
def profile(desk, run):
    (desk / "story.md").write_text(STORY)
    code, out, err = run("signals", "story.md", "--format", "json")
    assert (code, err) == (0, "")
    (told,) = json.loads(out)
    return told


def seen(profile, name):
    return [each["text"] for one in profile["indicators"] if one["name"] == name for each in one["seen"]]


def test_each_indicator_says_where_it_was_seen(profile):
    assert seen(profile, "weasel-attribution") == ["Many experts believe"]
    assert seen(profile, "outside-expert") == ["professor"]
    assert seen(profile, "named-speaker") == ["Ada Hale"]
    assert seen(profile, "uncertainty") == ["may be"]
    assert seen(profile, "absolute-claim") == ["beyond any doubt"]
    assert seen(profile, "causal-claim") == ["was caused by"]
    assert seen(profile, "link") == ["https://example.org/pier"]
    assert seen(profile, "claim-without-source") != []
    assert seen(profile, "retracted-paper") == []
    for one in profile["indicators"]:
        assert all(STORY[each["start"] : each["end"]] == each["text"] for each in one["seen"])
        assert one["count"] == len(one["seen"])


def test_there_is_no_score(profile):
    assert not [key for key in profile if "score" in key.lower() or "verdict" in key.lower()]
    assert profile["forPeople"]


def test_what_stands_around_the_story_is_told(profile):
    there = {each["name"]: each["there"] for each in profile["present"]}
    assert there == {"byline": True, "day": True, "dateline": False, "correction-or-update-note": False, "label": False}


def test_the_profile_is_told_to_people_too(profile, run):
    out = run("signals", "story.md").out
    assert "weasel-attribution" in out
    assert "For people to answer" in out


def test_a_story_that_is_not_there_is_told_and_the_others_are_written(profile, run):
    code, out, err = run("signals", "none.md", "story.md", "-f", "json")
    assert code == 2
    assert "none.md: there is no such file or folder" in err
    assert len(json.loads(out)) == 1
