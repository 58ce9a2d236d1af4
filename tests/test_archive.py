from __future__ import annotations

import pytest

from lintnews.archive import extract, posts, prints
from lintnews.archive.extract import words
from lintnews.archive.look import Reading
from lintnews.archive.store import Index, Store
from lintnews.model import LintNewsError
from lintnews.words import one_edit


@pytest.fixture
def entry(story):
    return extract.entry(
        story("Marta Quillon, 41, the minister of bread, met 12 bakers. “We will not ever forget the old bread,” she said.", "2024-05-01")
    )


def test_a_story_is_read_into_people_counts_and_quotations(entry):
    (person,) = entry.people
    assert (person.key, person.age, person.post) == ("marta quillon", 41, "")
    assert entry.text[slice(*person.age_at)] == "41"
    assert [(count.things, count.value) for count in entry.counts] == [("baker", "12")]
    assert [entry.text[slice(*said.at)] for said in entry.said] == ["We will not ever forget the old bread,"]


def test_what_was_put_in_together_is_there_together_or_not_at_all(tmp_path, entry):
    path = tmp_path / "a.db"

    def broken():
        yield ("one", "1", entry)
        raise KeyboardInterrupt

    with Store(path) as store:
        with pytest.raises(KeyboardInterrupt):
            store.add(broken())
        assert store.stamps() == {}
        store.add([("one", "1", entry), ("two", "2", entry)])
        store.add([("one", "3", entry)])
        assert store.stamps() == {"one": "3", "two": "2"}
    assert [kept.text for kept in Index.open(path).stories()] == [entry.text] * 2


def test_rows_of_stories_that_are_no_more_are_tidied_away(tmp_path, entry):
    path = tmp_path / "a.db"
    with Store(path) as store:
        for i in range(210):
            store.add([("one", str(i), entry)])
        store.tidy()
    assert Index.open(path).db.execute("select count(*) from person").fetchone() == (1,)


def test_an_index_of_another_form_is_told(tmp_path, entry):
    path = tmp_path / "a.db"
    with Store(path) as store:
        store._db.execute("pragma user_version = 99")
    with pytest.raises(LintNewsError, match="another version"):
        Index.open(path)


@pytest.mark.parametrize(
    ("one", "other"), [("ellen marlowe", "ellen marlow"), ("jon smithson", "jon smithsno"), ("ann parsons", "ann persons")]
)
def test_names_one_slip_apart_share_a_key(one, other):
    assert one_edit(one, other)
    assert set(prints.near(one)) & set(prints.near(other))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("director of the Tide Museum", "director of the Harbour Board", True),
        ("director of the Tide Museum", "chairman of the Tide Museum", True),
        ("Sen.", "Rep.", True),
        ("Sen.", "Senator", False),
        ("Captain", "Major", True),
        ("Gen.", "Lt. Gen.", False),
        ("the mayor", "mayor of Ludgrave", False),
        ("a father of two", "a lawyer", False),
    ],
)
def test_posts_that_cannot_both_be_meant_are_told_apart(one, other, apart):
    assert posts.differ(one, other) is apart


def test_a_paragraph_with_a_word_changed_keeps_most_of_its_prints():
    text = words(
        "the quick brown fox ran over the lazy dog and " * 8
        + "then it slept under the old oak by the river until the sun had set on the hill"
    )
    changed = [*text[:40], "cat", *text[41:]]
    assert len(prints.of_words(text) & prints.of_words(changed)) >= len(prints.of_words(text)) / 2


EARLIER = (
    "LUDGRAVE — A fire at the Ludgrave textile mill killed 12 people on Sunday. Mayor Ellen Marlow, 47, said the mill was safe. "
    "Its owner, Dr. Jonathan Pelliter, 61, could not be reached. Fire Chief Samuel Okoro said the blaze began in the dye house."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LUDGRAVE — Mayor Ellen Marlow, 57, came to the Ludgrave mill on Monday.", ("age", "57")),
        ("LUDGRAVE — Mayor Ellen Marlow, 47, came to the Ludgrave mill on Monday.", None),
        ("TARN — The singer Ellen Marlow, 23, sang in Tarn on Monday.", None),
        ("LUDGRAVE — Police Chief Samuel Okoro came to the Ludgrave mill on Monday.", ("post", "Police Chief")),
        ("LUDGRAVE — Chief Samuel Okoro came to the Ludgrave mill on Monday.", None),
        ("LUDGRAVE — Dr. Jonathan Pelleter, 61, the owner, came to the Ludgrave mill on Monday.", ("spelling", "Jonathan Pelleter")),
        ("TARN — Dr. Jonathan Pelleter, 30, a baker, came to the market of Tarn on Monday.", None),
    ],
)
def test_a_short_story_knows_a_person_by_his_post_or_by_the_place_beside_him(tmp_path, story, text, told):
    path = tmp_path / "a.db"
    with Store(path) as store:
        store.add([("one", "1", extract.entry(story(EARLIER, "2024-03-04")))])
    found = [(each.what, each.said) for each in Reading(story(text, "2024-03-05"), Index.open(path)).all()]
    assert found == ([told] if told else [])
