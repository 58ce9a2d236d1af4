from __future__ import annotations

import json

import pytest

STORY = "Rain over the harbour\n\nThe teh sky was low on Monday.\n\nA boat came in late, under a teh flag, it was said.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder in which one built-in rule runs, so that no packs are compiled for it."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "lintnews.yaml").write_text("select: [spelling.well-known-slip]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def known(desk, run):
    """The desk with a story whose two slips are in the baseline."""
    (desk / "a.txt").write_text(STORY)
    assert run("check", "--write-baseline").code == 0
    return desk


def test_writing_says_how_many_and_shows_none(desk, run):
    (desk / "a.txt").write_text(STORY)
    assert run("check", "--write-baseline") == (0, "", "Wrote 2 findings to lintnews-baseline.json\n")
    assert [entry["words"] for entry in json.loads((desk / "lintnews-baseline.json").read_text())["findings"]["a.txt"]] == ["teh", "teh"]


def test_what_is_known_is_not_told(known, run):
    assert run("check", "--baseline", "lintnews-baseline.json") == (0, "No findings in 1 story\n", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rain over", "A new deck\n\nAnd a line\n\nRain over"),
        ("The teh sky was", "Over the town the teh sky was"),
        ("was low on Monday.", "stood very low, on Monday, and so on."),
        ("A boat came in late,\n", "A boat came in late, it is said,"),
        ("The teh sky was low on Monday.\n\n", "It rained.\n\nThe\nteh sky\nwas low.\n\n"),
    ],
)
def test_a_known_finding_stays_known_when_the_story_around_it_is_edited(known, run, old, new):
    (known / "a.txt").write_text(STORY.replace(old, new))
    out = run("check", "--baseline", "lintnews-baseline.json", "-f", "concise", "--select", "spelling.well-known-slip")
    assert out == (0, "", "")


def test_the_same_slip_made_once_more_is_told_where_it_is_new(known, run):
    (known / "a.txt").write_text("A teh headline\n\n" + STORY)
    out = run("check", "--baseline", "lintnews-baseline.json", "-f", "concise")
    assert (out.code, out.out) == (1, "a.txt:1:3: error spelling.well-known-slip “teh” is a well-known slip: “the”\n")


def test_a_story_that_was_moved_is_known_by_its_words(known, run):
    (known / "a.txt").rename(known / "b.txt")
    assert run("check", "--baseline", "lintnews-baseline.json", "-f", "concise") == (0, "", "")


def test_a_baseline_shrinks_and_never_grows(known, run):
    (known / "a.txt").write_text("A teh headline\n\n" + STORY.replace("teh flag", "the flag").replace("teh sky", "the sky"))
    told = run("check", "--baseline", "lintnews-baseline.json", "-f", "concise")
    assert told.err == "lintnews-baseline.json: no longer there: 1 finding; shrink it with --shrink-baseline\n"
    assert run("check", "--shrink-baseline", "-f", "concise").err == "lintnews-baseline.json: no longer there: 1 finding, taken out\n"
    assert run("check", "--baseline", "lintnews-baseline.json", "-f", "concise").err == ""


def test_shrinking_leaves_what_stories_that_were_not_checked_have(known, run):
    (known / "b.txt").write_text("Nothing here\n\nIt rained.\n")
    before = (known / "lintnews-baseline.json").read_text()
    run("check", "--shrink-baseline", "b.txt")
    assert (known / "lintnews-baseline.json").read_text() == before


def test_only_what_is_told_is_fixed(known, run):
    (known / "a.txt").write_text("A teh headline\n\n" + STORY)
    out = run("check", "--fix", "--baseline", "lintnews-baseline.json")
    assert (out.code, out.err) == (0, "Fixed 1 finding in 1 story: spelling.well-known-slip 1\n")
    assert (known / "a.txt").read_text() == "A the headline\n\n" + STORY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "lintnews-baseline.json:1: not a baseline: no valid JSON; write it anew with --write-baseline\n"),
        ("[]", "lintnews-baseline.json: not a baseline of this version; write it anew with --write-baseline\n"),
        (
            '{"version": 1, "findings": {"a": [{"rule": "x"}]}}',
            "lintnews-baseline.json: not a baseline: an entry lacks one of rule, words, before, after; write it anew\n",
        ),
    ],
)
def test_a_file_that_is_no_baseline_is_told(known, run, text, words):
    (known / "lintnews-baseline.json").write_text(text)
    assert run("check", "--baseline", "lintnews-baseline.json") == (2, "", words)


def test_a_baseline_that_is_not_there_is_told(desk, run):
    told = run("check", "--baseline", "none.json")
    assert told == (2, "", "--baseline: none.json cannot be read: No such file or directory; write one with --write-baseline\n")


def test_a_baseline_is_left_alone_when_a_story_could_not_be_read(known, run):
    before = (known / "lintnews-baseline.json").read_text()
    (known / "b.txt").write_bytes(b"\xff\xfe\x00 not text")
    out = run("check", "--write-baseline", ".", "b.txt")
    assert out.code == 2
    assert "left as it is" in out.err
    assert (known / "lintnews-baseline.json").read_text() == before
