from __future__ import annotations

import json

import pytest

STORY = "---\ndate: 2020-06-15\n---\nSecretary of State Colin Powell met Marta Quillon in Paris. The Quads Force was there, Quillon said.\n"


@pytest.fixture
def story(desk):
    (desk / "story.txt").write_text(STORY)
    return desk


def test_the_names_of_a_story_are_listed_for_people(story, run):
    code, out, err = run("names", "story.txt")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("story.txt  story of 2020-06-15; 5 names: 2 fact, 1 listed, 1 story, 1 unknown; 2 to look at first")
    assert "! 4:20    ×1   fact    Colin Powell" in lines
    assert "                       near “Quds Force”, force" in lines


def test_the_names_are_given_to_programs(story, run):
    (told,) = json.loads(run("names", "story.txt", "--format", "json").out)
    assert [name["name"] for name in told["names"]] == ["Colin Powell", "Marta Quillon", "Quads Force", "Paris", "Secretary of State"]
    assert {name["how"] for name in told["names"]} == {"fact", "listed", "story", "unknown"}


def test_the_names_are_a_page(story, run):
    out = run("names", "story.txt", "-f", "html").out
    assert out.startswith("<!doctype html>")
    assert out.count("<label") == 5


def test_the_day_of_the_stories_can_be_given(story, run):
    assert "agrees on 2003-06-15" in run("names", "--date", "2003-06-15", "story.txt").out


def test_a_story_comes_from_the_standard_input(story, run):
    out = run("names", "-", "--stdin-filename", "desk.txt", stdin=STORY.encode()).out
    assert out.startswith("desk.txt  story of 2020-06-15")


def test_several_stories_are_told_one_after_another(story, run):
    (story / "other.md").write_text("# A day\n\nMarta Quillon went to Paris.\n")
    told = json.loads(run("names", ".", "-f", "json").out)
    assert [each["path"] for each in told] == ["other.md", "story.txt"]
    assert told[0]["day"] is None


def test_a_story_that_is_not_there_is_told_and_the_others_are_listed(story, run):
    code, out, err = run("names", "none.txt", "story.txt", "-f", "json")
    assert code == 2
    assert "none.txt: there is no such file or folder" in err
    assert len(json.loads(out)) == 1


def test_a_form_that_is_not_there_is_told(story, run):
    assert run("names", "story.txt", "-f", "htm").err == "--format: there is no `htm`; did you mean `html`?\n"


def test_the_fields_of_json_are_those_that_the_desk_says(desk, run):
    (desk / "lintnews.yaml").write_text("json: {body: story}\n")
    (desk / "story.json").write_text(json.dumps({"story": "Marta Quillon went to Paris."}))
    (told,) = json.loads(run("names", "story.json", "-f", "json").out)
    assert "Marta Quillon" in [name["name"] for name in told["names"]]


@pytest.mark.parametrize("command", ["names", "signals"])
def test_each_story_of_a_file_is_told_by_itself(desk, run, command):
    stories = [{"title": "Rain", "body": "Marta Quillon went to Paris."}, {"title": "Snow", "body": "Nobody left."}]
    (desk / "day.json").write_text(json.dumps(stories, indent=1))
    told = json.loads(run(command, "day.json", "-f", "json").out)
    assert [each["path"] for each in told] == ["day.json:3", "day.json:7"]
