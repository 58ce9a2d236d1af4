from __future__ import annotations

import json
import sqlite3

import pytest

FIRST = """\
---
date: 2024-05-06
---
# Ferry sinks off Ludgrave

The ferry Ostara sank off Ludgrave on Sunday, and 12 people were killed, said Ellen Marlowe, 52, of the Tarn Harbour Company.

“It was the worst night that this small harbour has ever seen,” said Andrew Parsons, the director of the Ostermoor Museum.
"""
SECOND = """\
---
date: 2024-05-07
---
# Second boat for Ludgrave

The Tarn Harbour Company wants a boat in place of the Ostara, which sank off Ludgrave on Sunday. In all, 11 people were killed.

Ellen Marlowe, 57, and Andrew Persons of the Ostermoor Museum came. “It was the worst night that this old harbour has ever seen,” he said.
"""


@pytest.fixture
def archive(desk, run):
    (desk / "lintnews.yaml").write_text("select: [archive]\n")
    (desk / "old").mkdir()
    (desk / "old" / "ferry.md").write_text(FIRST)
    (desk / "old" / "bread.md").write_text("# Bread\n\nNothing was said of bread in Tarn.\n")
    code, out, err = run("archive", "index", "old")
    assert (code, out) == (0, "")
    assert "lintnews-archive.db: 2 stories, 2 new or changed, 0 gone" in err
    (desk / "new.md").write_text(SECOND)
    return desk


def rules(out):
    (story,) = json.loads(out)["files"] if "files" in json.loads(out) else [json.loads(out)]
    return sorted(finding["rule"] for finding in story["findings"])


def test_a_new_story_is_held_against_the_index(archive, run):
    code, out, err = run("archive", "check", "new.md", "--format", "concise")
    assert (code, err.count("error")) == (0, 0)
    assert [line.split(" ")[2] for line in out.splitlines() if line.startswith("new.md:")] != []
    for rule in ("archive.count", "archive.age", "archive.spelling", "archive.quotation"):
        assert rule in out


def test_both_passages_are_shown(archive, run):
    out = run("archive", "check", "new.md").out
    assert "12 people were killed" in out
    assert "old/ferry.md" in out


def test_check_asks_the_index_that_is_named_or_configured(archive, run):
    assert "archive." not in run("check", "new.md", "--format", "concise").out
    assert "archive.count" in run("check", "--archive", "lintnews-archive.db", "new.md", "--format", "concise").out
    (archive / "lintnews.yaml").write_text("archive: lintnews-archive.db\n")
    assert "archive.count" in run("check", "new.md", "--format", "concise").out


def test_a_story_is_not_held_against_itself(archive, run):
    assert "archive." not in run("archive", "check", "old/ferry.md", "--format", "concise").out


def test_what_is_unchanged_is_not_read_again_and_what_is_gone_is_dropped(archive, run):
    assert "2 stories, 0 new or changed, 0 gone" in run("archive", "index", "old").err
    (archive / "old" / "bread.md").unlink()
    (archive / "old" / "ferry.md").write_text(FIRST.replace("12 people", "11 people"))
    assert "1 story, 1 new or changed, 1 gone" in run("archive", "index", "old").err
    assert "archive.count" not in run("archive", "check", "new.md", "--format", "concise").out


def test_the_stories_that_say_something_are_listed(archive, run):
    code, out, _ = run("archive", "dependants", "ellen", "marlowe")
    assert code == 1
    assert "old/ferry.md" in out
    assert "1 story says" in out
    (row,) = json.loads(run("archive", "dependants", "It was the worst night that this small harbour", "--format", "json").out)
    assert (row["path"], row["day"]) == ("old/ferry.md", "2024-05-06")
    assert run("archive", "dependants", "purple", "cows").code == 0


def test_a_story_that_cannot_be_read_is_told_and_the_others_are_kept(archive, run):
    (archive / "old" / "broken.md").write_text("---\ntitle: [\n---\nText.\n")
    code, _, err = run("archive", "index", "old")
    assert code == 2
    assert "broken.md" in err
    assert "2 stories" in err


@pytest.mark.parametrize("command", [("check", "--archive", "none.db", "new.md"), ("archive", "check", "new.md", "--index", "none.db")])
def test_an_index_that_is_not_there_is_told_with_its_remedy(archive, run, command):
    out = run(*command, "--format", "concise")
    assert "none.db: there is no such index" in out.out + out.err
    assert "lintnews archive index" in out.out + out.err


def test_a_database_of_somebody_else_is_left_alone(archive, run):
    with sqlite3.connect(archive / "other.db") as other:
        other.execute("create table mine (a)")
    other.close()
    code, _, err = run("archive", "index", "old", "--index", "other.db")
    assert code == 2
    assert "no index of LintNews" in err


def test_an_index_outside_the_repository_is_not_read_by_its_configuration(archive, run):
    (archive / "lintnews.yaml").write_text("archive: ../elsewhere.db\n")
    code, _, err = run("check", "new.md")
    assert code == 2
    assert "lintnews.yaml:1: the file `../elsewhere.db`" in err


def test_a_file_of_several_stories_is_several_stories(archive, run):
    both = [{"headline": "Bread", "body": "Ellen Marlowe sold bread."}, {"headline": "Cows", "body": "Anna Purple sold cows."}]
    (archive / "old" / "wire.json").write_text(json.dumps(both))
    assert "4 stories" in run("archive", "index", "old", "old/wire.json").err
    assert "wire.json#2" in run("archive", "dependants", "Anna Purple").out
    (archive / "old" / "wire.json").write_text(json.dumps(both[:1]))
    assert "3 stories" in run("archive", "index", "old", "old/wire.json").err


def test_an_archive_that_no_rule_asks_is_told(archive, run):
    code, _, err = run("check", "--select", "quotes", "--archive", "lintnews-archive.db", "new.md")
    assert err.count("lintnews-archive.db: an archive is named, and no rule that asks it is on; add `archive` to what is selected") == 1
    code, _, err = run("check", "--select", "quotes,archive", "--archive", "lintnews-archive.db", "new.md")
    assert (code, err) == (0, "")
