from __future__ import annotations

import json

import pytest

LONG = "The council of the town of Harlow met in the old hall by the river on Monday to talk about the bridge that was closed in May"


@pytest.fixture
def archive(desk):
    (desk / "archive").mkdir()
    for i in range(6):
        (desk / "archive" / f"{i}.txt").write_text(f"A headline\n\nThe council met on May {i + 1}. It spoke{' of mills' * i}.\n")
    (desk / "story.txt").write_text(f"A headline\n\n{LONG}. The vote was delayed.\n")
    return desk


def test_a_story_is_measured(archive, run):
    code, out, err = run("stats", "story.txt", "--format", "json")
    (told,) = json.loads(out)
    assert (code, err, told["file"]) == (0, "", "story.txt")
    assert told["measures"]["lede"] == {"value": 27}
    assert told["measures"]["passive"]["value"] == 50 * 2
    assert told["measures"]["words"]["value"] == 31


def test_a_story_stands_beside_a_folder_and_the_same_beside_what_was_saved_of_it(archive, run):
    beside = run("stats", "--against", "archive", "story.txt")
    code, out, err = run("stats", "--save", "house.json", "archive")
    assert (code, out, err) == (0, "", "house.json: how 6 stories read\n")
    assert run("stats", "--against", "house.json", "story.txt") == beside
    assert beside[0] == 0
    assert "words in the first sentence                       median     6.0  100 % high" in beside[1]
    assert "Beside 6 stories" in beside[1]


def test_the_page_has_a_plot_for_each_measure_and_no_script(archive, run):
    code, out, _ = run("stats", "--against", "archive", "--format", "html", "--output-file", "out.html", "story.txt")
    page = (archive / "out.html").read_text()
    assert (code, out) == (0, "")
    assert page.count("<svg") == 10
    assert 'aria-label="27.0; more than 100 percent of the stories, median 6.0"' in page
    assert "<script" not in page
    assert "<svg" not in run("stats", "--format", "html", "story.txt")[1]


def test_a_story_without_a_body_says_so(archive, run):
    (archive / "empty.txt").write_text("\n")
    assert run("stats", "empty.txt")[:2] == (0, "empty.txt\n  no body to measure\n")
    assert "no body to measure" in run("stats", "empty.txt", "--format", "html")[1]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--against", "nowhere", "story.txt"), "nowhere: no such file or folder"),
        (("--against", "bad.json", "story.txt"), "bad.json: not a file that `lintnews stats --save` writes"),
        (
            ("--against", "other.json", "story.txt"),
            "other.json: not a file that `lintnews stats --save` writes; make it anew (no values of `words`)",
        ),
        (("--against", "bare", "story.txt"), "none of the stories to compare with has a body"),
        (("missing.txt",), "missing.txt"),
    ],
)
def test_what_cannot_be_read_is_told(archive, run, given, told):
    (archive / "bad.json").write_text("{]")
    (archive / "other.json").write_text('{"form": "lintnews-spread-1", "measures": {}}')
    (archive / "bare").mkdir()
    (archive / "bare" / "a.txt").write_text("\n")
    code, _, err = run("stats", *given)
    assert code == 2
    assert told in err
