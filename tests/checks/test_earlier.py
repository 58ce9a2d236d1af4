from __future__ import annotations

import pytest

from lintnews.model import LintNewsError

HEAD = '---\ndate: 2024-05-07\nearlier:\n  - {name: monday.md, date: 2024-05-06, text: "%s"}\n---\n'


@pytest.fixture
def told(spotted):
    def answer(what, before, now):
        return spotted("earlier", HEAD % before + now, what=what)

    return answer


def test_a_toll_is_another(told):
    assert told("count", "In Ludgrave 12 people were killed.", "The dead: 11 people were killed in the harbour.") == ["11"]


@pytest.mark.parametrize("now", ["At least 9 people were killed.", "About 12 people were killed.", "In the town 12 people were killed."])
def test_a_toll_that_may_be_the_same_is_none(told, now):
    assert told("count", "In Ludgrave 12 people were killed.", now) == []


def test_a_count_that_an_earlier_story_has_too_is_not_told(told):
    before = "The council of Ludgrave closed 12 schools on Monday. The council of Ludgrave closed 14 schools before."
    assert told("count", before, "The council of Ludgrave closed 14 schools on Monday.") == []
    assert told("count", before, "The council of Ludgrave closed 17 schools on Monday.") == ["17"]


def test_a_name_is_one_slip_away_from_an_earlier_one(told):
    assert told("spelling", "Marta Quillon was there.", "Marta Quilon was there.") == ["Marta Quilon"]
    assert told("spelling", "Marta Quillon was there.", "Marta Quillon was there. Marta Quilon came.") == []


def test_a_name_of_a_body_is_one_slip_away_but_for_its_ending(told):
    assert told("spelling", "The Ludgrave Museum was there.", "The Ludgrvae Museum was there.") == ["Ludgrvae Museum"]
    assert told("spelling", "The Vellish Bakers were there.", "The Vellish Baker was there.") == []


def test_a_post_is_another(told):
    before = "Marta Quillon, the director of the Tide Survey, was there."
    assert told("post", before, "Marta Quillon, the chairwoman of the Tide Survey, was there.") == ["the chairwoman of the Tide Survey"]
    assert told("post", before, "Marta Quillon, the former chairwoman of the Tide Survey, was there.") == []


def test_a_post_in_small_letters_before_a_name_counts(told):
    before = "The mayor Marta Quillon was there."
    assert told("post", before, "The sheriff Marta Quillon was there.") == ["sheriff"]
    assert told("post", before, "The former sheriff Marta Quillon was there.") == []


def test_a_quotation_that_is_cut_is_none(told):
    before = "“We will never forget the old bread of this town,” Quillon said."
    assert told("quotation", before, "“We will never forget the new bread of this town,” she said.") != []
    assert told("quotation", before, "“We will never forget … bread of this town,” she said.") == []
    assert told("quotation", before, "“We will never forget the old bread,” she said.") == []


def test_an_earlier_story_without_a_text_is_told(matches):
    with pytest.raises(LintNewsError, match="give each story a `text`"):
        matches("earlier", "---\nearlier: [monday.md]\n---\nText.", what="age")
