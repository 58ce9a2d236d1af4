from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker

STORY = """\
---
date: 2020-06-15
title: Colin Powell Meets 40 Bakers
sources:
  - {name: Transcript, text: "Bread is not a crime, he said. There were 40 bakers."}
---
Secretary of State Colin Powell met 40 bakers in Paris on Monday, June 15. The walk was 30 miles (48 kilometers) long.

“Bread is not a crime,” he said. “Nobody has told us that before.”

About 1,200 people were killed by crumbs. See https://example.org/bread for more.
"""
REVIEW = "---\ndate: 2024-05-02\noutlet: Herald\nclaim_review:\n  claim: Bread is banned\n  rating: Wrong\n  url: https://news.example/1\n"


#: What Google’s page on fact checks says must be there, in the types that schema.org gives: a link, a claim, a rating in words;
#: a rating in figures has all three of them or the value alone.
LINK = {"type": "string", "format": "uri", "pattern": "^https?://"}
DAY = {"type": "string", "format": "date"}
NAMED = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Organization", "Person"]}, "name": {"type": "string", "minLength": 1}, "url": LINK},
    "additionalProperties": False,
}
SHAPE = {
    "type": "object",
    "required": ["@context", "@type", "url", "claimReviewed", "reviewRating", "author", "datePublished"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "url": LINK,
        "claimReviewed": {"type": "string", "minLength": 1},
        "datePublished": DAY,
        "author": NAMED,
        "reviewRating": {
            "type": "object",
            "required": ["@type", "alternateName"],
            "properties": {
                "@type": {"const": "Rating"},
                "alternateName": {"type": "string", "minLength": 1},
                "ratingValue": {"type": "number"},
                "bestRating": {"type": "number"},
                "worstRating": {"type": "number"},
            },
            "dependentRequired": {"bestRating": ["ratingValue"], "worstRating": ["ratingValue"]},
            "additionalProperties": False,
        },
        "itemReviewed": {
            "type": "object",
            "required": ["@type"],
            "properties": {
                "@type": {"const": "Claim"},
                "author": NAMED,
                "datePublished": DAY,
                "appearance": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["@type", "url"],
                        "properties": {"@type": {"const": "CreativeWork"}, "url": LINK},
                    },
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
#: Properties that schema.org lists for the types, of those that could be used here.
PROPERTIES = {
    "ClaimReview": {"claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished", "url", "name", "inLanguage", "publisher"},
    "Claim": {"appearance", "firstAppearance", "author", "datePublished", "name", "url", "text"},
}


@pytest.fixture
def story(desk, monkeypatch):
    (desk / "lintnews.yaml").write_text("select: [numbers, dates, posts, quotes, sources, claims, archive]\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    (desk / "story.md").write_text(STORY)
    return desk


@pytest.fixture
def told(story, run):
    code, out, err = run("evidence", "story.md", "-f", "json")
    assert (code, err) == (0, "")
    (dossier,) = json.loads(out)
    return dossier


def standing(dossier, sort, text):
    return next(item["standing"] for item in dossier["items"] if item["sort"] == sort and text in item["text"])


def test_each_item_says_what_came_of_checking_it(told):
    assert standing(told, "name", "Colin Powell") == "doubtful"
    assert standing(told, "name", "Paris") == "listed"
    assert standing(told, "number", "40 bakers") == "agrees"
    assert standing(told, "number", "48 kilometers") == "agrees"
    assert standing(told, "number", "1,200 people") == "open"
    assert standing(told, "date", "June 15") == "agrees"
    assert standing(told, "quotation", "Bread is not") == "agrees"
    assert standing(told, "quotation", "Nobody") == "doubtful"
    assert standing(told, "link", "example.org") == "listed"
    assert standing(told, "claim", "About 1,200") == "open"


def test_what_was_checked_and_when_is_told(told):
    assert told["checked"] == "2020-09-13T12:26:40+00:00"
    assert told["dataVersion"]
    assert all(row["rows"] and row["asOf"] for row in told["data"])
    powell = next(item for item in told["items"] if item["text"] == "Colin Powell")
    assert any(each.get("source") and each.get("as_of") for each in powell["against"])


def test_the_coverage_is_what_something_besides_the_story_was_asked_about(told):
    whole = told["coverage"]["all"]
    assert whole["checked"] == whole["agrees"] + whole["listed"] + whole["doubtful"]
    assert whole["percent"] == round(100 * whole["checked"] / whole["items"], 1)
    assert whole["items"] == len(told["items"]) == sum(told["coverage"][sort]["items"] for sort in told["coverage"] if sort != "all")


def test_offsets_lead_to_the_words(told):
    assert all(STORY[item["start"] : item["end"]].startswith(item["text"][:4]) for item in told["items"] if item["sort"] != "name")


def test_a_page_stands_alone_and_is_the_same_each_time(story, run):
    assert run("evidence", "story.md", "-o", "one.html").out == ""
    run("evidence", "story.md", "-o", "two.html")
    page = (story / "one.html").read_text()
    assert page == (story / "two.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "src=" not in page
    assert page.count("<article>") == page.count("</article>") == 1


def test_what_stands_in_a_story_is_no_markup_of_the_page(story, run):
    (story / "story.md").write_text("# A <b>day</b> | of `code`\n\nIt cost $5 million at Herr<i>ing & Sons|Co.\n")
    page = run("evidence", "story.md", "-f", "html").out
    assert "<i>" not in page
    table = run("evidence", "story.md").out
    assert "\\|" in table


def test_a_fact_check_becomes_a_claim_review(story, run):
    (story / "check.md").write_text(f"{REVIEW}  claimant: Oskar Brandt\n---\n# Bread\n\nIt is not banned.\n")
    record = json.loads(run("evidence", "check.md", "-f", "claimreview").out)
    assert record["@type"] == "ClaimReview"
    assert record["claimReviewed"] == "Bread is banned"
    assert record["itemReviewed"]["author"]["name"] == "Oskar Brandt"
    assert record["reviewRating"] == {"@type": "Rating", "alternateName": "Wrong"}
    assert (record["author"]["name"], record["datePublished"]) == ("Herald", "2024-05-02")


FULL = """  claimant: Oskar Brandt
  claimed: 2024-05-01
  appearances: [https://social.example/posts/1, https://social.example/posts/2]
  value: 2
  best: 5
  worst: 1
  reviewer: The Ludgrave Herald
  reviewer_url: https://news.example
"""


@pytest.mark.parametrize("more", ["", FULL], ids=["what is needed", "all that there is"])
def test_a_claim_review_has_the_shape_of_schema_org_and_all_that_google_requires(story, run, more):
    (story / "check.md").write_text(f"{REVIEW}{more}---\n# Bread\n\nIt is not banned.\n")
    record = json.loads(run("evidence", "check.md", "-f", "claimreview").out)
    Draft202012Validator(SHAPE, format_checker=FormatChecker()).validate(record)
    for part in (record, record["itemReviewed"]) if more else (record,):
        assert part.keys() - {"@context", "@type"} <= PROPERTIES[part["@type"]]


def test_several_reviews_of_one_page_are_a_list_of_records_each_with_its_own_link(story, run):
    reviews = "".join(f"  - {{claim: Bread {i}, rating: Wrong, url: 'https://news.example/1#{i}'}}\n" for i in (1, 2))
    (story / "check.md").write_text(f"---\ndate: 2024-05-02\noutlet: Herald\nclaim_review:\n{reviews}---\n# Bread\n\nIt is not banned.\n")
    records = json.loads(run("evidence", "check.md", "-f", "claimreview").out)
    assert len({record["url"] for record in records}) == 2
    for record in records:
        Draft202012Validator(SHAPE, format_checker=FormatChecker()).validate(record)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (REVIEW.replace("https://news.example/1", "/checks/1"), "`url` is a whole link"),
        (f"{REVIEW}  claimed: last May\n", "`claimed` is a day such as 2024-05-01, not `last May`"),
        (f"{REVIEW}  value: one\n", "`value` is a number, not `one`"),
        (f"{REVIEW}  value: 7\n  best: 5\n", "`value` lies from `worst`"),
        (f"{REVIEW}  best: 5\n", "add `value`"),
        (f"{REVIEW}  appearances: [see below]\n", "`appearances` is a whole link"),
        ("---\ndate: 2024-05-02\n", "no `claim_review` in its head"),
        (REVIEW.replace("  rating: Wrong\n", ""), "`claim_review` lacks `rating`"),
        (f"{REVIEW}  claiment: X\n", "did you mean `claimant`"),
        ("---\nclaim_review: yes please\n", "holds `key: value` lines"),
    ],
)
def test_a_head_that_lacks_a_review_is_told_and_nothing_is_written(story, run, head, said):
    (story / "check.md").write_text(f"{head}---\n# Bread\n\nIt is not banned.\n")
    code, out, err = run("evidence", "check.md", "-f", "claimreview", "-o", "review.json")
    assert (code, out) == (2, "")
    assert "check.md: " in err
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (story / "review.json").exists()


def test_a_story_that_is_not_there_is_told_and_the_others_are_written(story, run):
    code, out, err = run("evidence", "none.md", "story.md", "-f", "json")
    assert code == 2
    assert "none.md: there is no such file or folder" in err
    assert len(json.loads(out)) == 1


def test_a_story_without_anything_to_check_says_so(story, run):
    (story / "story.md").write_text("nothing here.\n")
    out = run("evidence", "story.md").out
    assert "holds nothing that could be checked" in out


def test_a_source_and_an_archive_can_be_given(story, run):
    (story / "release.txt").write_text("The count was 1,200 people.\n\n“Nobody has told us that before,” he said.\n")
    (story / "old.md").write_text("# Bread\n\nColin Powell met Marta Quillon of Tarn.\n")
    run("archive", "index", "old.md")
    out = run("evidence", "story.md", "--source", "release.txt", "--archive", "lintnews-archive.db", "-f", "json").out
    (told,) = json.loads(out)
    assert standing(told, "quotation", "Nobody") == "agrees"
    assert standing(told, "number", "1,200 people") == "agrees"
    powell = next(item for item in told["items"] if item["text"] == "Colin Powell")
    assert any("an earlier story has it so: old.md" in each["words"] for each in powell["against"])
