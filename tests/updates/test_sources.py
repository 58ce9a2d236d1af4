from __future__ import annotations

import bz2
import gzip
import io
import json
import tracemalloc
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from serving import DATA, Desk, Site, archive, packed, sample

from lintnews import updates
from lintnews.model import Fact, LintNewsError

TRUSS = ("Liz Truss", "International Trade Secretary", "2019-07", "")
OBAMA = ("Barack Obama", "President of the United States", "2009-01-20", "2017-01-20")


def test_every_source_is_found_by_being_there_and_says_what_it_must():
    assert updates.names() == (
        "claims",
        "congress-legislators",
        "cred-1",
        "factbook",
        "links",
        "ministers",
        "openstates",
        "retraction-watch",
        "wikidata",
    )
    for name in updates.names():
        loader = updates.find(name)
        assert loader.name == name
        assert loader.about
        assert loader.licence.startswith(("CC0-1.0", "CC-BY-4.0", "open data"))
        assert loader.page.startswith("https://")
        assert all(address.startswith("https://") for address in loader.home)


def test_an_unknown_source_is_an_error_with_the_nearest():
    with pytest.raises(LintNewsError, match="`wikidatta`; did you mean `wikidata`"):
        updates.find("wikidatta")


def test_congress_has_members_leaders_and_presidents(desk: Desk, site: Site):
    current = site.gives("/legislators-current.yaml", sample("legislators-current.yaml"))
    historical = site.gives("/legislators-historical.json", sample("legislators-historical.json"), "application/json")
    executive = site.gives("/executive.json", packed("executive.json"), "application/json", Content_Encoding="gzip")
    done = desk.update("congress-legislators", current, historical, executive)
    assert desk.terms("congress-legislators") == {
        ("Hakeem Jeffries", "House Minority Leader", "2023-01-03", ""),
        ("Paul Ryan", "Speaker of the House", "2015-10-29", "2019-01-03"),
        OBAMA,
    }
    assert desk.terms("congress-legislators", "represents") == {
        ("Maria Cantwell", "representative from Washington", "1993-01-05", "1995-01-03"),
        ("Maria Cantwell", "senator from Washington", "2001-01-03", "2013-01-03"),
        ("Maria Cantwell", "senator from Washington", "2025-01-03", ""),
        ("Hakeem Jeffries", "representative from New York", "2025-01-03", ""),
        ("Paul Ryan", "representative from Wisconsin", "2017-01-03", "2019-01-03"),
    }
    assert desk.terms("congress-legislators", "party") == {
        ("Maria Cantwell", "Democrat", "", ""),
        ("Hakeem Jeffries", "Democrat", "", ""),
        ("Paul Ryan", "Republican", "", "2019-01-03"),
        ("Barack Obama", "Democrat", "", "2017-01-20"),
    }
    assert done.older == 1
    assert {fact.aliases for fact in desk.facts("congress-legislators") if fact.subject == "Hakeem Jeffries"} == {("Hakeem S. Jeffries",)}


def test_a_member_who_changed_party_has_each_with_its_days(desk: Desk, tmp_path: Path):
    terms = [
        {"type": "rep", "start": "2011-01-05", "end": "2017-01-03", "state": "MI", "party": "Republican"},
        {
            "type": "rep", "start": "2019-01-03", "end": "2021-01-03", "state": "MI", "party": "Libertarian",
            "party_affiliations": [
                {"start": "2019-01-03", "end": "2019-07-04", "party": "Republican"},
                {"start": "2019-07-04", "end": "2020-05-01", "party": "Independent"},
                {"start": "2020-05-01", "end": "2021-01-03", "party": "Libertarian"},
            ],
        },
    ]  # fmt: skip
    person = {"id": {"wikipedia": "Justin Amash (politician)"}, "name": {"first": "Justin", "last": "Amash"}, "terms": terms}
    (tmp_path / "a.json").write_text(json.dumps([person]), encoding="utf-8")
    desk.update("congress-legislators", tmp_path / "a.json")
    assert desk.terms("congress-legislators", "party") == {
        ("Justin Amash", "Republican", "", "2019-07-04"),
        ("Justin Amash", "Independent", "2019-07-04", "2020-05-01"),
        ("Justin Amash", "Libertarian", "2020-05-01", "2021-01-03"),
    }


def test_openstates_has_officers_their_posts_and_no_legislators(desk: Desk, site: Site):
    url = site.gives("/people.tar.gz", archive(DATA / "openstates"), "application/x-gzip")
    desk.update("openstates", url)
    assert desk.terms("openstates") == {
        ("Mike Dunleavy", "Governor of Alaska", "2018-12-03", ""),
        ("Nancy Dahlstrom", "Lieutenant Governor of Alaska", "2022-12-05", ""),
    }
    posts = {fact.subject: fact for fact in desk.facts("openstates") if fact.relation == "post"}
    assert posts["Governor of Alaska"].aliases == ("Alaska Gov.", "Alaska Governor")
    assert {fact.subject for fact in desk.facts("openstates") if fact.relation == "holders"} == set(posts)
    assert desk.terms("openstates", "party") == {("Mike Dunleavy", "Republican", "", ""), ("Nancy Dahlstrom", "Republican", "", "")}


def test_a_post_that_is_known_is_not_described_again(desk: Desk):
    known = Fact("Governor of Alaska", "post", "Alaska", "the desk", "2022-08-03")
    desk.update("openstates", DATA / "openstates", posts=(known,))
    assert {fact.subject for fact in desk.facts("openstates") if fact.relation == "post"} == {"Lieutenant Governor of Alaska"}


def test_an_end_that_is_only_planned_is_left_open_until_it_has_come(desk: Desk):
    desk.update("openstates", DATA / "openstates", day="2026-12-31")
    assert ("Mike Dunleavy", "Governor of Alaska", "2018-12-03", "2026-12-07") in desk.terms("openstates")


def test_factbook_has_leaders_capitals_adjectives_and_forces(desk: Desk, site: Site):
    url = site.gives("/factbook.tar.gz", archive(DATA / "factbook"), "application/x-gzip")
    desk.update("factbook", url)
    assert desk.terms("factbook") == {
        ("Donald J. Trump", "President of the United States", "2025-01-20", ""),
        ("Alassane Dramane Ouattara", "President of Ivory Coast", "2025-10-25", ""),
        ("Robert Beugre Mambe", "Prime Minister of Côte d'Ivoire", "2023-10", ""),
    }
    facts = desk.facts("factbook")
    capitals = {(fact.subject, fact.value) for fact in facts if fact.relation == "capital"}
    assert capitals == {
        ("United States", "Washington, D.C."),
        ("Côte d'Ivoire", "Yamoussoukro"),
        ("Côte d'Ivoire", "Abidjan"),
        ("Gibraltar", "Gibraltar"),
    }
    assert {(fact.subject, fact.value) for fact in facts if fact.relation == "demonym"} == {
        ("American", "United States"),
        ("Ivoirian", "Côte d'Ivoire"),
    }
    forces = {fact.subject: fact.aliases for fact in facts if fact.relation == "named"}
    assert forces == {
        "United States Armed Forces": (),
        "US Army": (),
        "US Navy": (),
        "US Coast Guard": (),
        "Armed Forces of Cote d'Ivoire": ("Republican Forces of Ivory Coast",),
    }


def test_ministers_get_the_names_that_the_posts_of_their_own_list_have(desk: Desk, site: Site):
    path = "/every-politician-scrapers/{}/main/html/holders21.csv"
    us = site.gives(path.format("us-cabinet"), sample("us-cabinet.csv"))
    uk = site.gives(path.format("united-kingdom-cabinet"), sample("united-kingdom-cabinet.csv"), "text/csv")
    done = desk.update("ministers", us, uk, DATA / "velland-ministers.csv")
    assert desk.terms("ministers") == {
        OBAMA,
        ("Mark T. Esper", "Secretary of Defense", "2019-07-22", "2020-11-09"),
        ("Liz Truss", "International Trade Secretary", "2019-07-24", "2021-09-15"),
        ("Liz Truss", "Lord Chancellor, United Kingdom", "2016-07-14", "2017-06-11"),
        ("Oskar Brandt", "Prime Minister of Velland", "2021-07", ""),
        ("Marta Quillon", "Minister of Rivers, Lakes and Canals, Velland", "2019-03-01", "2021-06-30"),
    }
    assert done.older == 1
    assert {fact.aliases for fact in desk.facts("ministers") if fact.subject == "Mark T. Esper"} == {("Mark Esper",)}


def test_a_list_of_ministers_that_names_no_country_is_refused(desk: Desk, tmp_path: Path):
    (tmp_path / "holders21.csv").write_bytes(sample("us-cabinet.csv"))
    with pytest.raises(LintNewsError, match="of which country"):
        desk.update("ministers", tmp_path / "holders21.csv")


def test_wikidata_is_asked_for_the_posts_that_are_wanted(desk: Desk, site: Site):
    service = site.gives("/sparql", sample("sparql.json"), "application/sparql-results+json;charset=utf-8")
    done = desk.update("wikidata", service, items=("Q11696", "Q25863345"))
    ((path, headers),) = site.asked
    asked = parse_qs(urlsplit(path).query)
    assert asked["format"] == ["json"]
    assert "VALUES ?post { wd:Q11696 wd:Q25863345 }" in asked["query"][0]
    assert "application/sparql-results+json" in headers["Accept"]
    assert desk.terms("wikidata") == {OBAMA, TRUSS}
    assert done.faulty == 1  # no English name
    assert {fact.source for fact in desk.facts("wikidata")} == {
        "https://www.wikidata.org/wiki/Q76",
        "https://www.wikidata.org/wiki/Q272201",
    }


def test_many_posts_are_asked_for_in_several_questions(desk: Desk, site: Site):
    service = site.gives("/sparql", sample("sparql.json"), "application/sparql-results+json")
    done = desk.update("wikidata", service)
    assert len(site.asked) == 2
    assert len(done.header.addresses) == len(done.header.sums) == 2
    assert all(len(path) < 7000 for path, _ in site.asked)


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress, bz2.compress])
def test_a_dump_of_wikidata_is_read_by_lines(desk: Desk, tmp_path: Path, pack):
    (tmp_path / "dump").write_bytes(pack(sample("dump.json")))
    desk.update("wikidata", tmp_path / "dump", items=("Q11696", "Q25863345", "Q735015", "Q2297543"))
    assert desk.terms("wikidata") == {
        OBAMA,
        ("Liz Truss", "International Trade Secretary", "2019-07", "2021"),
        ("Patrick M. Shanahan", "Acting Secretary of Defense", "2019-01-01", "2019-06-23"),
        ("Patrick M. Shanahan", "Deputy Secretary of Defense", "2018-07-19", "2019-06-23"),
    }


def test_a_dump_without_brackets_is_read_too(desk: Desk, tmp_path: Path):
    rows = json.loads(sample("dump.json"))
    (tmp_path / "dump.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    desk.update("wikidata", tmp_path / "dump.ndjson", items=("Q11696",))
    assert desk.terms("wikidata") == {OBAMA}


def test_a_post_that_is_no_item_is_an_error(desk: Desk):
    with pytest.raises(LintNewsError, match="--post: `president` is no item"):
        desk.update("wikidata", items=("president",))


def test_a_large_dump_is_never_held_in_memory(desk: Desk, tmp_path: Path):
    line = b'{"type":"item","id":"Q1","labels":{},"claims":{"P31":"' + b"x" * 200_000 + b'"}},\n'
    with gzip.open(tmp_path / "dump.json.gz", "wb", compresslevel=1) as file:
        file.write(b"[\n" + line * 200)
        file.write(sample("dump.json")[2:])
    tracemalloc.start()
    try:
        desk.update("wikidata", tmp_path / "dump.json.gz", items=("Q11696",))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert desk.terms("wikidata") == {OBAMA}
    assert peak < 8 << 20  # of 40 MB


def test_a_folder_an_archive_and_a_zip_of_one_repository_give_the_same_facts(desk: Desk, tmp_path: Path):
    (tmp_path / "people.tar").write_bytes(archive(DATA / "openstates", "w"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for path in sorted((DATA / "openstates").rglob("*.yml")):
            made.write(path, str(path.relative_to(DATA / "openstates")))
    (tmp_path / "people.zip").write_bytes(out.getvalue())
    found = []
    for given in (DATA / "openstates", tmp_path / "people.tar", tmp_path / "people.zip"):
        desk.update("openstates", given)
        found.append(desk.terms("openstates"))
    assert found[0] == found[1] == found[2] != set()


def test_retracted_papers_are_known_by_doi_or_number_with_the_day_and_the_reason(desk: Desk):
    desk.update("retraction-watch", DATA / "retraction_watch.csv")
    first, second = sorted(desk.facts("retraction-watch"), key=lambda fact: fact.subject)
    assert (first.subject, first.value, first.since, first.aliases) == ("10.1000/tide.7", "retraction", "2019-05-02", ("pmid:1234567",))
    assert (first.source, first.note) == ("https://doi.org/10.1000/Notice.7", "Error in Data; Unreliable Results")
    assert (second.subject, second.value, second.since) == ("pmid:7654321", "expression of concern", "")


def test_sites_are_kept_with_what_they_are_called(desk: Desk):
    desk.update("cred-1", DATA / "cred1.csv")
    assert {(fact.subject, fact.value) for fact in desk.facts("cred-1")} == {("heron.example", "satire"), ("tide.example", "fake news")}


def test_reviewed_claims_are_read_from_feeds_pages_and_tables(desk: Desk, tmp_path: Path):
    page = tmp_path / "review.html"
    record = '{"@graph": [{"@type": "ClaimReview", "claimReviewed": "Tarn has no bridge", "reviewRating": {"alternateName": "Wrong"}}]}'
    page.write_text(f'<html><script type="application/ld+json">{record}</script><script type="application/ld+json">{{</script></html>')
    desk.update("claims", DATA / "claims.json", DATA / "claims.csv", page)
    rows = {fact.subject: (fact.value, fact.since, fact.note) for fact in desk.facts("claims")}
    assert rows == {
        "The Heron River flows uphill": ("False", "2023-05-02", "Example Check"),
        "Coins of Velland contain lead": ("false", "", "Tide Desk"),
        "The zoo fed cats to its lions": ("False", "2024-01-05", "Example Check"),
        "Tarn has no bridge": ("Wrong", "", ""),
    }


def test_a_file_without_any_record_of_a_claim_is_refused(desk: Desk, tmp_path: Path):
    (tmp_path / "a.json").write_text('{"@type": "NewsArticle"}')
    with pytest.raises(LintNewsError, match="no ClaimReview record in it"):
        desk.update("claims", tmp_path / "a.json")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "a.csv",
            "Claim Text;Rating;Review Date;Link\nTarn has no bridge;Falsch;01.02.2020;https://c.example/1\n",
            "2020-02-01",
        ),
        ("a.tsv", "claim_reviewed\ttextual_rating\tpublish_date\nTarn has no bridge\tWrong\tMarch 3, 2022\n", "2022-03-03"),
        (
            "a.csv",
            "claimReview_claimReviewed,rating_alternateName,claimReview_datePublished\nTarn has no bridge,Wrong,2020/2/1\n",
            "2020-02-01",
        ),
        (
            "a.html",
            '<script type="application/ld+json">\n//<![CDATA[\n{"@type": "http://schema.org/ClaimReview",'
            ' "claimReviewed": ["Tarn has no bridge"], "author": "Desk", "datePublished": "3 March 2022",'
            ' "reviewRating": [{"alternateName": "Wrong"}]}\n//]]>\n</script>',
            "2022-03-03",
        ),
        (
            "a.jsonl",
            '{"@type": "ClaimReview", "claimReviewed": "Tarn has no bridge", "reviewRating": {"alternateName": "Wrong"}}\n'
            '{"@type": "Thing"}\n',
            "",
        ),
        (
            "a.json",
            '{"claims": [{"text": "Tarn has no bridge", "claimReview": [{"publisher": {"name": "Desk"},'
            ' "reviewDate": "2020-02-02T00:00:00Z", "textualRating": "Wrong"}]}]}',
            "2020-02-02",
        ),
        (
            "a.json",
            '{"@type": "ClaimReview", "itemReviewed": {"@type": "Claim", "name": "Tarn has no bridge"}, "reviewRating": {"name": "Wrong"}}',
            "",
        ),
    ],
)
def test_reviewed_claims_come_in_many_shapes(desk: Desk, tmp_path: Path, name: str, text: str, told: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    desk.update("claims", tmp_path / name)
    assert [(fact.subject, fact.since) for fact in desk.facts("claims")] == [("Tarn has no bridge", told)]


def test_claims_in_broken_json_are_refused_with_the_line(desk: Desk, tmp_path: Path):
    (tmp_path / "a.json").write_text('[\n{"@type": "ClaimReview", "claimReviewed": "Tarn', encoding="utf-8")
    with pytest.raises(LintNewsError, match=r"a\.json: not valid JSON: .*, line 2"):
        desk.update("claims", tmp_path / "a.json")
