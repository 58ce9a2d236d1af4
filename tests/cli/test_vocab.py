from __future__ import annotations

import hashlib

import pytest

STORY = "Title\n\nThe fossbot met Quarlby. A fossbot and a fossbot saw Quarlby, and Quarlby sat with the yeeter.\n"


@pytest.fixture
def story(desk):
    (desk / "story.txt").write_text(STORY)
    (desk / "lintnews.yaml").write_text("rules: [house]\n")
    return desk


def test_a_first_term_begins_the_vocabulary_and_is_taken(story, run):
    (story / "slip.txt").write_text("Title\n\nThe recieve was long, and the recieves too.\n")
    assert "recieve" in run("check", "slip.txt").out
    assert run("vocab", "add", "recieve", "--as", "noun", "--house", "Desk", "--note", "a joke").code == 0
    assert (story / "vocabulary.txt").read_text() == "recieve  # noun; house: Desk; a joke\n"
    assert (story / "lintnews.yaml").read_text() == "rules: [house]\nvocabulary: vocabulary.txt\n"
    assert "recieve" not in run("check", "slip.txt").out


def test_a_term_that_is_there_is_told_and_not_doubled(story, run):
    run("vocab", "add", "Quds Force")
    assert "vocabulary.txt:1: has “Quds Force” already" in run("vocab", "add", "Quds Force", "yeet").err
    assert (story / "vocabulary.txt").read_text() == "Quds Force\nyeet\n"


def test_words_of_stories_are_suggested_and_taken_only_when_approved(story, run):
    assert "2 words to look at" in run("vocab", "suggest", "story.txt").err
    review = story / "vocabulary.review"
    assert [line.split("  #")[0] for line in review.read_text().splitlines() if line[0] == "?"] == ["? Quarlby", "? fossbot"]
    assert (story / "vocabulary.txt").read_text() == ""
    review.write_text(review.read_text().replace("? fossbot", "+ noun fossbot").replace("? Quarlby", "- Quarlby"))
    assert "1 taken, 1 turned down, 0 left for later" in run("vocab", "review").err
    assert (story / "vocabulary.txt").read_text() == "fossbot  # noun\n#- Quarlby\n"
    assert "nothing to suggest" in run("vocab", "suggest", "story.txt", "-o", "again").err


def test_what_is_left_for_later_stays_in_the_review(story, run):
    run("vocab", "suggest", "story.txt", "--least", "1")
    assert "0 taken, 0 turned down, 3 left for later" in run("vocab", "review").err
    assert "finish it" in run("vocab", "suggest", "story.txt").err


def test_a_vocabulary_of_others_is_taken_in_by_its_checksum(story, run):
    (story / "theirs.txt").write_text("recieve # noun\n")
    found = hashlib.sha256((story / "theirs.txt").read_bytes()).hexdigest()
    assert "nothing was taken in" in run("vocab", "share", "theirs.txt", "--sha256", "0" * 64).err
    assert run("vocab", "share", "theirs.txt", "--sha256", found).code == 0
    (story / "slip.txt").write_text("Title\n\nThe recieves were long.\n")
    assert run("check", "slip.txt").code == 0
    (story / "vocabularies" / "theirs.txt").write_text("seperate\n")
    code, _, err = run("check", "slip.txt")
    assert (code, "is not what it was" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("vocab", "add"), "name a word or a name"),
        (("vocab", "add", "# x"), "is no term"),
        (("vocab", "add", "yeet", "--until", "soon"), "`until` must be a day such as 2027-01-31, not `soon`"),
        (("vocab", "suggest", "story.txt", "--least", "few"), "--least must be a whole number"),
        (("vocab", "review", "none"), "none: cannot be read"),
        (("vocab", "share", "none.txt"), "none.txt"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(story, run, arguments, says):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Traceback" not in err


def test_a_line_of_a_review_that_says_nothing_is_told_with_its_number(story, run):
    (story / "vocabulary.review").write_text("? fossbot\n* Quarlby\n")
    assert "vocabulary.review:2: a line begins with +, - or ?" in run("vocab", "review").err


def test_words_that_lintnews_yaml_lists_itself_are_left_to_their_author(story, run):
    (story / "lintnews.yaml").write_text("vocabulary: [yeet]\n")
    assert "move the words to a file" in run("vocab", "add", "fossbot").err
    assert run("vocab", "add", "fossbot", "--file", "words.txt").code == 0
