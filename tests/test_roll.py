from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import readers, roll
from lintnews.facts import FactBase
from lintnews.ledger import Story
from lintnews.model import Fact, Source
from lintnews.reporters import Page
from lintnews.roll import Entry, How, Roll, Sort, Standing, html, text
from lintnews.roll import json as json_form

TALE = """\
Trust Thanked

Minister of Rivers Marta Quillon met former Minister of Rivers Oskar Brandt of the Tide Survey (TSV) in Ludgrave on Monday. \
Quillon praised the TSV and the Osprey Rescue Trust. The Osprey Rescue Trust thanked Brig. Gen. Ruth Ollery.

Anna Novak was in Karlsund. So was Ana Novak. The Heron Farce was not, nor was Oskar Brandt, the harbour warden.
"""


@pytest.fixture(scope="session")
def entries(story: Callable[..., Story]) -> Callable[..., dict[str, Entry]]:
    """A function: text in, the entries of its roll by name out."""

    def read(words: str, day: str = "", **more: str) -> dict[str, Entry]:
        return {entry.name: entry for entry in roll.read(story(words, day, **more)).entries}

    return read


@pytest.fixture(scope="session")
def tale(story) -> Roll:
    return roll.read(story(TALE, "2020-05-04"))


def of(sort: Sort, told: Roll) -> list[str]:
    return [entry.name for entry in told.entries if entry.sort is sort]


def test_every_name_stands_once_under_its_sort_in_reading_order(tale):
    assert of(Sort.PERSON, tale) == ["Marta Quillon", "Oskar Brandt", "Ruth Ollery", "Anna Novak"]
    assert of(Sort.BODY, tale) == ["Tide Survey", "Osprey Rescue Trust"]
    assert of(Sort.PLACE, tale) == ["Ludgrave", "Karlsund"]
    assert of(Sort.POST, tale) == ["Minister of Rivers"]
    assert of(Sort.NAME, tale) == ["Ana Novak", "Heron Farce"]


def test_mentions_are_counted_and_the_first_is_the_place(tale):
    found = {entry.name: (entry.count, *tale.place(entry)) for entry in tale.entries}
    assert found["Marta Quillon"] == (2, 6, 20)
    assert found["Tide Survey"] == (3, 6, 84)
    assert found["Minister of Rivers"] == (2, 6, 1)


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("Marta Quillon", How.FACT), ("Tide Survey", How.FACT), ("Ludgrave", How.LISTED), ("Osprey Rescue Trust", How.STORY),
        ("Anna Novak", How.UNKNOWN), ("Karlsund", How.UNKNOWN),
    ],
)  # fmt: skip
def test_a_name_tells_how_it_was_checked(tale, name, how):
    assert {entry.name: entry.how for entry in tale.entries}[name] is how


def test_letters_are_gathered_under_what_they_stand_for(entries):
    found = entries("The Osprey Rescue Trust (ORT) paid. The ORT said so.")
    assert found["Osprey Rescue Trust"].forms == ("ORT",)
    assert found["Osprey Rescue Trust"].count == 3
    assert "ORT" not in found


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Minister of Rivers Marta Quillon spoke.", Standing.AGREES),
        ("Rivers Minister Oskar Brandt spoke.", Standing.OTHER_TIME),
        ("Harbour Warden Marta Quillon spoke.", Standing.NOT_KNOWN),
        ("Marta Quillon, the minister of rivers, spoke.", Standing.AGREES),
        ("Oskar Brandt, minister of rivers, spoke.", Standing.OTHER_TIME),
        ("Oskar Brandt, the former harbour warden, spoke.", Standing.AGREES),
        ("Former Harbour Warden Oskar Brandt spoke.", Standing.AGREES),
        ("Brig. Gen. Ruth Ollery spoke.", Standing.AGREES),
        ("Maj. Gen. Ruth Ollery spoke.", Standing.OTHER_TIME),
    ],
)
def test_a_post_printed_with_a_person_is_held_against_the_facts_on_the_day(entries, words, standing):
    (entry,) = (entry for entry in entries(words, "2020-05-04").values() if entry.sort is Sort.PERSON)
    assert [claim.standing for claim in entry.claims] == [standing]
    assert entry.doubtful is (standing is Standing.OTHER_TIME)


def test_a_legislator_is_told_with_seat_and_party(story):
    records = {"represents": "senator from Ohio", "party": "Democrat"}
    known = [Fact("Ada Lindqvist", relation, value, "https://example.org", "2024") for relation, value in records.items()]
    base = FactBase.of(known, {"given-names": ["Ada"]})
    told = roll.read(story("Sen. Ada Lindqvist spoke.", "2020-05-04", base=base)).entries[0]
    assert [(claim.printed, claim.standing) for claim in told.claims] == [("Sen.", Standing.AGREES)]
    assert [found.value for found in told.facts] == ["Democrat"]
    assert roll.read(story("Rep. Ada Lindqvist spoke.", "2020-05-04", base=base)).entries[0].claims[0].standing is Standing.NOT_KNOWN


def test_one_still_in_office_is_not_a_former_holder(entries):
    (claim,) = entries("Former Minister of Rivers Marta Quillon spoke.", "2020-05-04")["Marta Quillon"].claims
    assert (claim.former, claim.standing) == (True, Standing.OTHER_TIME)


def test_without_a_day_a_post_is_held_and_no_more_is_said(entries):
    (claim,) = entries("Minister of Rivers Marta Quillon spoke.")["Marta Quillon"].claims
    assert claim.standing is Standing.UNDATED


def test_a_term_without_an_end_is_open_after_the_day_of_its_source(entries):
    claims = [entries("Maj. Gen. Ruth Ollery spoke.", day)["Ruth Ollery"].claims[0].standing for day in ("2023-05-04", "2025-05-04")]
    assert claims == [Standing.AGREES, Standing.OPEN]


def test_a_surname_with_a_post_is_the_holder_of_that_name(entries):
    entry = entries("Minister of Rivers Quillon spoke.", "2020-05-04")["Quillon"]
    assert entry.how is How.FACT
    assert entry.claims[0].facts[0].subject == "Marta Quillon"


def test_a_post_tells_whom_the_story_gives_it_and_who_held_it(entries):
    entry = entries("Rivers Minister Oskar Brandt spoke.", "2020-05-04")["Rivers Minister"]
    assert entry.people == ("Oskar Brandt",)
    assert [fact.subject for fact in entry.holders] == ["Marta Quillon"]


def test_a_near_miss_of_a_listed_name_is_marked(entries):
    assert [near.name for near in entries("The Heron Farce marched.")["Heron Farce"].near] == ["Heron Force"]


def test_two_spellings_in_one_story_are_marked_where_no_list_knows_them(entries):
    found = entries("Bella Karlsund came. Later Bella Karlsumd left for Ludgrave. The Tide Survey and the Tide Survay met.")
    assert all(not entry.near for entry in found.values() if entry.how in (How.FACT, How.LISTED))
    assert [near.in_story for near in found["Tide Survay"].near if near.name == "Tide Survey"]


def test_a_headline_brings_mentions_and_no_names_of_its_own(entries):
    found = entries("# Quillon Meets Strange Bread In Ludgrave\n\nMarta Quillon spoke in Ludgrave.\n", name="story.md")
    assert found["Marta Quillon"].count == 2
    assert found["Ludgrave"].count == 2
    assert set(found) == {"Marta Quillon", "Ludgrave"}


def test_a_capital_that_any_word_would_have_makes_no_name(entries):
    assert entries("Bread is sold. Update follows. On Monday it’s the Council. It’d rain.") == {}


def test_names_that_a_small_word_joins_are_told_apart_and_those_of_a_body_kept(entries):
    found = entries("They saw Karlsund and Elmstead. The Ministry of Roads and Ferries and the Osprey Trust paid.")
    assert {"Karlsund", "Elmstead", "Ministry of Roads and Ferries", "Osprey Trust"} == set(found)


def test_the_first_name_alone_is_the_person(entries):
    assert entries("Anna Novak sang. Anna was glad.")["Anna Novak"].count == 2


def test_a_longer_name_that_begins_with_a_place_is_one_name(entries):
    assert set(entries("The Ludgrave Football Club won.")) == {"Ludgrave Football Club"}


def written(form, told: Roll, width: int = 100) -> str:
    out = io.StringIO()
    form.write([told], Page(out.write, width))
    return out.getvalue()


def test_the_text_form_is_aligned_and_ends_with_its_sources(tale):
    lines = written(text, tale).splitlines()
    assert lines[0].startswith("story.txt  story of 2020-05-04; ")
    heads = [line for line in lines if "×" in line]
    assert {line.index("×") for line in heads} == {10}
    assert "  6:20    ×2   fact    Marta Quillon" in lines
    assert any("Minister of Rivers: agrees on 2020-05-04; 2019-03-01 to 2021-06-30 [1]" in line for line in lines)
    assert "[1]   https://example.org/records (as of 2024-01-01)" in lines
    assert lines[-1] == "unknown  no list has it, and it stands once"


def test_the_text_form_keeps_to_a_narrow_page(tale):
    assert max(map(len, written(text, tale, 60).splitlines()[1:])) <= 60 + 5


def test_the_json_form_holds_every_name_with_its_place(tale):
    (story,) = json.loads(written(json_form, tale))
    assert (story["path"], story["day"]) == ("story.txt", "2020-05-04")
    first = story["names"][0]
    assert tale.source.text[first["start"] : first["end"]] == first["name"] == "Marta Quillon"
    assert first["claims"][0]["standing"] == "agrees"
    assert first["claims"][0]["facts"][0]["source"] == "https://example.org/records"
    assert len(story["names"]) == len(tale.entries)


def test_the_json_form_of_nothing_is_an_empty_array():
    out = io.StringIO()
    json_form.write([], Page(out.write))
    assert json.loads(out.getvalue()) == []


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_is_well_formed(tale):
    page = written(html, tale)
    tags = _Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags.seen}
    assert "prefers-color-scheme:dark" in page
    assert "url(" not in page
    labels = [attrs["for"] for tag, attrs in tags.seen if tag == "label"]
    assert labels == [attrs["id"] for tag, attrs in tags.seen if tag == "input"]
    assert len(labels) == len(set(labels)) == len(tale.entries)


def test_the_page_takes_nothing_from_a_story_as_markup(facts):
    source = Source("a<b>.txt", "Anna Novak <i>met</i> “Karl & Sons” of K&R<script>.")
    page = written(html, roll.read(Story(readers.read(source), facts, date(2020, 5, 4))))
    assert "<script" not in page
    assert "a&lt;b&gt;.txt" in page


WORDS = [
    "Marta",
    "Quillon",
    "of the",
    "Tide",
    "Survey",
    "TSV",
    "(TSV)",
    "Heron,",
    "Rivers Minister",
    "’s",
    "\n\n",
    "&",
    "“Anna",
    "Mr.",
    "and",
    ".",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_every_entry_stands_where_it_says(facts, words):
    told = roll.read(Story(readers.read(Source("story.txt", words)), facts))
    for entry in told.entries:
        span = told.in_source(entry)
        assert " ".join(told.source.text[span.start : span.end].split()) in (entry.name, *entry.forms)
        assert entry.count >= 1


def test_the_page_of_the_list_explains_every_key_of_the_json_form(tale):
    page = (Path(__file__).parent.parent / "docs" / "names.md").read_text(encoding="utf-8")
    (story,) = json.loads(written(json_form, tale))
    keys = {
        *story,
        *(key for name in story["names"] for key in name),
        *(key for name in story["names"] for c in name["claims"] for key in c),
    }
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
    assert [value for value in (*Sort, *How, *Standing) if f"`{value}`" not in page] == []


def test_an_everyday_word_is_no_initialism_and_an_adjective_and_a_newspaper_no_person(story):
    known = [Fact(name, "named", kind, "https://example.org", "2024") for name, kind in (("WHO", "body"), ("Vellia", "state"))]
    lists = {"given-names": ["Ada", "Vellia"], "english": ["appeal", "who", "the"], "surnames": ["Lindqvist"]}
    text = "Some know who pays. “Who” is on the box, he told the Vellia Appeal. It is an Ada Lindqvist-inspired toy on TV, the WHO said.\n"
    told = roll.read(story(text, base=FactBase.of(known, lists)))
    assert of(Sort.PERSON, told) == []
    assert [(entry.name, entry.count) for entry in told.entries if entry.sort is Sort.BODY] == [("WHO", 1)]
