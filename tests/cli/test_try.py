from __future__ import annotations

import pytest

RULE = "house/desk/filler.yml"


@pytest.fixture
def archive(desk):
    """Forty stories, in ten of which the filler stands twice."""
    (desk / "archive").mkdir()
    for i in range(40):
        words = "a very wet, very grey day" if i % 4 == 0 else "a long gray day"
        (desk / "archive" / f"{i:02}.txt").write_text(f"Rain\n\nIt was {words}.\n")
    return desk


def test_a_rule_is_counted_by_stories_and_words(archive, run):
    code, out, err = run("try", RULE, "archive", "--show", "0")
    assert (code, err) == (0, "")
    assert out.startswith("desk.filler  2 examples, all as marked\n")
    assert "Most often: “very” 20\n20 hits (20 suggestions) in 10 of 40 stories\n500 per 1,000 stories, 66.7 per 1,000 words\n" in out


def test_a_sample_is_shown_in_context_and_is_the_same_each_time(archive, run):
    out = run("try", RULE, "archive", "--show", "3").out
    assert out.count("suggestion desk.filler") == 3
    assert "3 | It was a very wet, very grey day.\n" in out
    assert "(3 of 20 shown, drawn from all; --show N shows more)" in out
    assert run("try", RULE, "archive", "--show", "3").out == out


def test_the_sample_is_drawn_from_the_whole_archive(archive, run):
    lines = [line for line in run("try", RULE, "archive", "--show", "10").out.splitlines() if line.startswith("archive/")]
    assert len({line[:10] for line in lines}) > 4
    assert lines == sorted(lines)


def test_only_the_rule_that_is_tried_runs(archive, run):
    assert "desk.spelling" not in run("try", RULE, "archive").out


def test_an_example_that_fails_is_told_first_and_the_rule_is_tried_all_the_same(archive, run):
    path = archive / RULE
    path.write_text(path.read_text().replace("A long day.", "A very long day."))
    code, out, _ = run("try", RULE, "archive")
    assert code == 1
    assert out.startswith("FAIL desk.filler  house/desk/filler.yml:11 (good)\n")
    assert "1 of 2 examples failed" in out
    assert "20 hits" in out


def test_the_faults_of_a_rule_are_a_line_each(archive, run):
    (archive / "draft.yml").write_text("extends: existence\nmesage: x\nlevel: grave\ntokens: ['(']\n")
    code, out, err = run("try", "draft.yml", "archive")
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert all(line.startswith("draft.yml:") for line in lines)
    assert "draft.yml:2: unknown key `mesage`; did you mean `message`?" in lines
    assert any("`level` must be one of" in line for line in lines)


def test_the_facts_beside_the_rule_hold(archive, run):
    pack = archive / "bodies"
    (pack / "facts").mkdir(parents=True)
    (pack / "facts" / "bodies.yml").write_text(
        "relation: named\nvalue: body\nsource: https://example.org\nas_of: 2024-01-01\nfacts:\n  - {subject: Guild of Master Bakers}\n"
    )
    (pack / "near.yml").write_text(
        "extends: near-miss\nmessage: '“{match}” is “{fix}”'\nexamples:\n  bad:\n    - |\n      The Guild of Mastor Bakers met.\n"
        "          ^^^^^^^^^^^^^^^^^^^^^^ -> Guild of Master Bakers\n  good:\n    - The Guild of Master Bakers met.\n"
    )
    (archive / "a.txt").write_text("Bread\n\nThe Guild of Mastre Bakers met on Monday.\n")
    code, out, err = run("try", "bodies/near.yml", "a.txt")
    assert (code, err) == (0, "")
    assert "1 hit (1 warning) in 1 of 1 story\n1,000 per 1,000 stories" in out


def test_notes_vocabulary_and_exclusions_of_the_archive_hold(archive, run):
    (archive / "lintnews.yaml").write_text("vocabulary: [very wet]\nexclude: [archive/04.txt]\n")
    (archive / "archive" / "00.txt").write_text("Rain\n\nIt was very long. <!-- lintnews ignore -->\n")
    assert "8 hits (8 suggestions) in 8 of 39 stories" in run("try", RULE, "archive").out


def test_a_story_that_cannot_be_read_is_told_and_the_others_are_counted(archive, run):
    (archive / "archive" / "00.txt").write_bytes(b"Rain\n\nThe caf\xe9.\n")
    code, out, err = run("try", RULE, "archive")
    assert code == 2
    assert err.startswith("archive/00.txt: not UTF-8")
    assert "18 hits (18 suggestions) in 9 of 39 stories" in out


def test_no_hits_are_told_as_such(archive, run):
    assert run("try", RULE, "archive/01.txt").out.endswith("\n\n0 hits in 0 of 1 story\n0 per 1,000 stories, 0 per 1,000 words\n")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "try: name a rule file, then the stories"),
        ((RULE,), "try: name a rule file, then the stories"),
        (("none.yml", "archive"), "none.yml: there is no such rule file"),
        ((RULE, "nowhere"), "nowhere: there is no such file or folder"),
        ((RULE, "archive", "--show", "few"), "--show: `few` is no number of findings"),
    ],
)
def test_what_cannot_be_tried_ends_with_two_and_a_line(archive, run, args, words):
    code, _, err = run("try", *args)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(words)


def test_a_rule_of_a_vale_style_is_tried_without_examples(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "styles" / "House").mkdir(parents=True)
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = House\n")
    (tmp_path / "styles" / "House" / "Very.yml").write_text("extends: existence\nmessage: \"Drop '%s'\"\ntokens: [very]\n")
    (tmp_path / "styles" / "House" / "Other.yml").write_text("extends: existence\nmessage: other\ntokens: [day]\n")
    (tmp_path / "a.md").write_text("A very, very wet day.\n")
    code, out, err = run("try", "styles/House/Very.yml", ".", "--show", "0")
    assert (code, err) == (0, "")
    assert out.startswith("Most often: “very” 2\n2 hits (2 warnings) in 1 of 1 story\n")
    (tmp_path / "styles" / "House" / "Very.yml").write_text("extends: existence\nmessage: x\ntoken: [very]\n")
    code, out, err = run("try", "styles/House/Very.yml", ".")
    assert (code, err.endswith("Very.yml:3: unknown key `token`; did you mean `tokens`?\n")) == (2, True)
